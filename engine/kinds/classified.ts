import type { GroupValue } from '@assay/measures'
import { names, phrase, type Said } from '@assay/measures/messages'
import { type CellsRead, cellsOf } from '../count/cells.ts'
import { type CountedRow, countRows } from '../count/count-rows.ts'
import { labelsByDecision, type LabelsByDecision } from '../count/labels-by-decision.ts'
import { answersOf, positiveOf } from '../count/positive.ts'
import { type Asked, columnNamed, columnOrCondition, filterOf, listed } from '../count/resolve.ts'
import { say, warningsOfNobody } from '../messages.ts'
import type { Surprise } from '../run.ts'
import { refuse } from '../sources/problem.ts'
import { surprisesOfValues } from '../surprises/values.ts'
import type { RoleSource } from './measured.ts'

/** A plan about labels and predictions, whatever it wants to know of them. */
export type ClassifiedPlan = {
  label?: string | undefined
  prediction: string
  positive: string
  by: string[]
  intersect: string[][]
  filter?: string | undefined
  missing: string[]
  /** Factors within which groups are compared: counted as groups are, and tables of none of their own. */
  conditional?: { strata: string[] }[] | undefined
}

export type Classified = CellsRead & { labels: LabelsByDecision; warnings: Said[]; surprises: Surprise[] }

/** Every grouping column of a plan, each once. */
export function groupingColumns({ by, intersect }: Pick<ClassifiedPlan, 'by' | 'intersect'>): string[] {
  return [...new Set([...by, ...intersect.flat()])]
}

/** Every column that rows are counted by. */
export function countedColumns(plan: ClassifiedPlan): string[] {
  const strata = (plan.conditional ?? []).flatMap((it) => it.strata)
  return [...new Set([...groupingColumns(plan), ...strata])]
}

/** Each table of a plan: the single columns, then the combinations. */
export function attributesOf({ by, intersect }: Pick<ClassifiedPlan, 'by' | 'intersect'>): string[][] {
  return [...by.map((it) => [it]), ...intersect]
}

/** Counts a plan's confusion tables in one pass, and says what in the file may not be what it seems. */
export async function countClassified(source: RoleSource, plan: ClassifiedPlan): Promise<Classified> {
  const columns = countedColumns(plan)
  const own = groupingColumns(plan)
  const keys = columns.map((it) => columnNamed(source, own.includes(it) ? 'by' : 'conditional', it))
  const label = plan.label === undefined ? null : columnOrCondition(source, 'label', plan.label)
  const prediction = columnOrCondition(source, 'prediction', plan.prediction)
  const filter = filterOf(source, 'filter', plan.filter)
  const counted = await countRows(source, { keys, label, prediction, filter, missing: plan.missing })
  if (counted.length === 0) refuse(source.role, 'holds no rows')
  const warnings = mustHavePositives(counted, label, prediction, plan)
  const read = cellsOf(counted, {
    columns,
    label: label === null ? null : positiveOf(label, plan.positive),
    prediction: positiveOf(prediction, plan.positive),
    names: { label: nameOf(label), prediction: nameOf(prediction) },
  })
  warnings.push(...warningsOfNobody(read.rowsUsed))
  const labels = labelsByDecision(counted, positiveOf(prediction, plan.positive))
  return { ...read, labels, warnings, surprises: surprisesOf(source, counted, columns, [label, prediction]) }
}

/** A positive value that nobody has, neither as label nor as prediction, is taken for a misspelt one. */
function mustHavePositives(
  counted: CountedRow[],
  label: Asked | null,
  prediction: Asked,
  { positive }: ClassifiedPlan,
): Said[] {
  const answers = (pick: (row: CountedRow) => string | null) =>
    new Set(counted.filter(({ inFilter }) => inFilter).flatMap((row) => pick(row) ?? []))
  const asked = [
    { path: 'label', asked: label, values: answers((row) => row.label) },
    { path: 'prediction', asked: prediction, values: answers((row) => row.prediction) },
  ]
  const seen = new Set<string>()
  const warnings: Said[] = []
  let anyPositive = false
  for (const { path, asked: it, values } of asked) {
    if (it === null) continue
    warnings.push(...answersOf(path, it, values, positive))
    const has = [...values].some(positiveOf(it, positive))
    anyPositive ||= has || it.kind === 'condition'
    if (!has && values.size > 0)
      warnings.push(
        say('positive-absent', {
          role: phrase(path),
          name: it.kind === 'column' ? nameOf(it) : phrase(nameOf(it)),
          positive,
          values: listedNames([...values].toSorted()),
        }),
      )
    for (const value of values) seen.add(value)
  }
  if (!anyPositive && seen.size > 0) {
    refuse('positive', `no row has the value "${positive}"; there are ${listed([...seen].toSorted())}`)
  }
  return warnings
}

/** Values as a sentence lists them, the first twenty. */
function listedNames(values: string[]) {
  return names(values.slice(0, 20), listed(values))
}

function nameOf(asked: Asked | null): string {
  if (asked === null) return ''
  return asked.kind === 'column' ? `"${asked.column.name}"` : 'the condition'
}

function surprisesOf(
  source: RoleSource,
  counted: CountedRow[],
  columns: string[],
  asked: (Asked | null)[],
): Surprise[] {
  const tables = columns.map((column, index) => ({
    column,
    of: (row: CountedRow): GroupValue => row.key[index] ?? null,
  }))
  const [label, prediction] = asked
  if (label?.kind === 'column') tables.push({ column: label.column.name, of: (row) => row.label })
  if (prediction?.kind === 'column') tables.push({ column: prediction.column.name, of: (row) => row.prediction })
  return tables.flatMap(({ column, of }) => {
    const values = new Map<string, number>()
    for (const row of counted) {
      const value = of(row)
      if (value !== null) values.set(value, (values.get(value) ?? 0) + row.rows)
    }
    return surprisesOfValues({ role: source.role, column, values })
  })
}
