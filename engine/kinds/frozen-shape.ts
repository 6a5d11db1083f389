import { checkColumn, type DriftColumn, type DriftReference } from '@assay/measures/drift/columns'
import { z } from 'zod'

const count = z.int().min(0)
const counts = z.array(count)
const finite = z.number().nullable()
const rows = { column: z.string().max(10_000), rows: count, nulls: count }

const Values = z.strictObject({ mode: z.literal('exact'), values: z.array(z.number()), counts })
const Grid = z.strictObject({
  mode: z.literal('binned'),
  low: z.number(),
  high: z.number(),
  counts,
  whole: z.boolean().optional(),
})
const Numbers = z.strictObject({
  kind: z.literal('number'),
  ...rows,
  notFinite: count,
  distribution: z.discriminatedUnion('mode', [Values, Grid]),
  min: finite,
  max: finite,
  mean: finite,
  deviation: z.number().min(0).nullable(),
  deciles: z.strictObject({ edges: z.array(z.number()), ends: counts.optional(), counts }),
})
const Categories = z.strictObject({
  kind: z.literal('category'),
  ...rows,
  counts: z.array(z.strictObject({ value: z.string(), count })),
})
const Reference = z.strictObject({
  format: z.literal('assay-drift-reference'),
  version: z.literal(1),
  columns: z.array(z.discriminatedUnion('kind', [Numbers, Categories])),
})

/** Whether a file that says it is a frozen reference is one: of its shape, and with counts that add up. */
export function isFrozenReference(value: unknown): value is DriftReference {
  const read = Reference.safeParse(value)
  if (!read.success) return false
  const { columns } = read.data
  if (new Set(columns.map(({ column }) => column)).size < columns.length) return false
  return columns.every((it) => addsUp(it.kind === 'category' ? it : counted(it)) && (it.kind === 'category' || cut(it)))
}

function addsUp(column: DriftColumn): boolean {
  try {
    checkColumn(column)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** A frozen column as it was counted: nothing of a reference lies outside of its own grid. */
function counted({
  distribution,
  min,
  max,
  column,
  rows: all,
  nulls,
  notFinite,
}: z.infer<typeof Numbers>): DriftColumn {
  const base = { column, kind: 'number', rows: all, nulls, notFinite } as const
  if (distribution.mode === 'exact') return { ...base, values: distribution }
  const { low, high, counts: binned } = distribution
  return { ...base, values: { mode: 'binned', low, high, counts: binned, below: 0, above: 0, min, max } }
}

/** Deciles cut all values into one part more than there are edges. */
function cut({ deciles: { edges, counts: parts }, rows: all, nulls, notFinite }: z.infer<typeof Numbers>): boolean {
  const ascending = edges.every((it, at) => at === 0 || it > (edges[at - 1] ?? it))
  return ascending && parts.length === edges.length + 1 && parts.reduce((a, b) => a + b, 0) === all - nulls - notFinite
}
