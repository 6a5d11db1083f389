import {
  type DriftColumn,
  type DriftReference,
  freezeColumn,
  freezeReference,
  type FrozenColumn,
} from '@assay/measures'
import type { SourceColumn } from '../cell-source.ts'
import { type ColumnStats, statsOf } from '../count/column-stats.ts'
import { countCategories, countOnGrid } from '../count/count-columns.ts'
import { columnNamed } from '../count/resolve.ts'
import { prepare, rowUseOf } from '../duckdb/drift-source.ts'
import { exactValues } from '../duckdb/exact-values.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import type { Session } from '../duckdb/session.ts'
import type { DriftPlan } from '../plan.ts'
import type { Surprise } from '../run.ts'
import { refuse } from '../sources/problem.ts'
import { batchesOf } from './drift-window.ts'
import type { RowUse } from './measured.ts'

/** What windows are compared with, batch by batch: of an exact reference no two columns need to be in memory at once. */
export type Reference = {
  names: string[]
  batches: () => AsyncIterable<ReferenceColumn[]>
  used: RowUse[]
  surprises: Surprise[]
}

/** A column of a reference, `at` its place among all of them. */
export type ReferenceColumn = { name: string; frozen: FrozenColumn; at: number }

/** A file as the reference, counted column by column as asked. */
export async function referenceFile(
  plan: DriftPlan,
  file: FileSource,
  session: Session,
  names: string[],
): Promise<Reference> {
  const { columns, ...counted } = await countable(plan, file, session, names)
  const batches = async function* (): AsyncIterable<ReferenceColumn[]> {
    for (const [at, [name, count]] of [...columns].entries()) yield [{ name, frozen: freezeColumn(await count()), at }]
  }
  return { ...counted, names: [...columns.keys()], batches }
}

/** A reference that was frozen earlier, as far as it is asked for. */
export function referenceFrozen({ columns }: DriftReference, names: string[]): Reference {
  const asked = columns
    .filter(({ column }) => names.includes(column))
    .map((frozen, at): ReferenceColumn => ({ name: frozen.column, frozen, at }))
  const rows = columns[0]?.rows ?? 0
  return {
    names: asked.map(({ name }) => name),
    batches: async function* () {
      yield* await Promise.resolve(batchesOf(asked))
    },
    used: [{ role: 'reference', rows, rowsUsed: rows, left: [] }],
    surprises: [],
  }
}

/** Freezes the columns of a file: what later files are compared with, without its rows. */
export async function countReference(
  plan: DriftPlan,
  file: FileSource,
  session: Session,
  names: string[],
): Promise<{ reference: DriftReference; used: RowUse[]; surprises: Surprise[] }> {
  const { columns, ...counted } = await countable(plan, file, session, names)
  const found: DriftColumn[] = []
  for (const count of columns.values()) found.push(await count())
  return { ...counted, reference: freezeReference(found) }
}

type Countable = { columns: Map<string, () => Promise<DriftColumn>>; used: RowUse[]; surprises: Surprise[] }

async function countable(plan: DriftPlan, file: FileSource, session: Session, names: string[]): Promise<Countable> {
  const there = names.filter((name) => file.columns.some((it) => it.name === name))
  const prepared = await prepare(session, file, plan, there)
  if (prepared.rowsUsed === 0) refuse(file.role, 'holds no rows to compare with')
  const { source, rowsUsed: rows } = prepared
  const stats = await statsOf(
    source,
    there.map((it) => columnNamed(source, 'columns', it)),
    plan.missing,
  )
  const counted = { source, missing: plan.missing, rows }
  const count = async (it: ColumnStats): Promise<DriftColumn> => {
    const { column, low, high } = it
    if (!isNumber(it, plan)) return await countCategories(counted, column)
    if (plan.mode === 'exact') return await exactValues(session, source, { column, missing: plan.missing, rows })
    const grid = { low: low ?? 0, high: high ?? 0, bins: low === high ? 1 : plan.bins }
    return await countOnGrid(counted, column, { ...grid, sums: true })
  }
  return {
    columns: new Map(stats.map((it) => [it.column.name, () => count(it)])),
    used: [rowUseOf(file.role, prepared)],
    surprises: stats.filter((it) => isNumber(it, plan)).flatMap((it) => codesOf(it, file.role)),
  }
}

function codesOf({ column, zeros }: ColumnStats, role: Surprise['role']): Surprise[] {
  if (zeros === 0) return []
  const settle = `if they are codes and no numbers, write categories: ['${column.name}']`
  const what = 'values with leading zeros are read as numbers'
  return [{ role, column: column.name, what, examples: [], count: zeros, settle }]
}

/** A column is one of numbers where every value that it has reads as one, unless the plan says what it is. */
function isNumber(
  { column, rows, nulls, numbers }: { column: SourceColumn; rows: number; nulls: number; numbers: number },
  plan: DriftPlan,
): boolean {
  if (plan.categories.includes(column.name)) return false
  return plan.numbers.includes(column.name) || (numbers > 0 && numbers === rows - nulls)
}
