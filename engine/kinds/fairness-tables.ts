import {
  aboveMedian,
  candidatesOf,
  type CellTable,
  coefficientOfVariation,
  conflictsBetween,
  decomposeEntropy,
  generalisedEntropy,
  impactTable,
  localLaw144,
  marginal,
  sizeOf,
  theil,
  totalOf,
} from '@assay/measures'
import { countRows } from '../count/count-rows.ts'
import { columnNamed, filterOf } from '../count/resolve.ts'
import type { FairnessPlan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import { attributesOf, groupingColumns } from './classified.ts'
import type { RoleSource } from './measured.ts'
import { subgroupsOf } from './subgroups.ts'

/**
 * The tables of named rules that a plan asks for beside its measures, from the cells that are already counted; `fresh` are those of a test
 * file.
 */
export async function tablesOf(
  table: CellTable,
  plan: FairnessPlan,
  source: RoleSource,
  fresh: CellTable | null,
): Promise<object> {
  const asked = new Set(plan.tables)
  const { confidence, minimumSize } = plan
  const byAttribute = <Value>(of: (groups: CellTable) => Value) =>
    attributesOf(plan).map((attribute) => ({ attribute, ...of(marginal(table, attribute)) }))
  const labels = plan.label !== undefined
  return {
    ...(asked.has('four-fifths')
      ? {
          fourFifths: byAttribute((groups) =>
            impactTable(categoriesOf(groups), { confidence, minimum: minimumSize.verdict }),
          ),
        }
      : {}),
    ...(plan.localLaw144 === undefined ? {} : { localLaw144: await lawTables(table, plan, source, plan.localLaw144) }),
    ...(asked.has('subgroups') ? { subgroups: subgroupsOf(table, plan, fresh) } : {}),
    ...(asked.has('inequality') && labels ? { inequality: inequalityOf(table, plan) } : {}),
    ...(asked.has('conflicts') && labels ? { conflicts: byAttribute((groups) => conflictsOf(groups, plan)) } : {}),
  }
}

function categoriesOf({ cells }: CellTable) {
  return cells.map((cell) => ({ key: cell.key, n: sizeOf(cell), selected: cell.tp + cell.fp }))
}

function inequalityOf(table: CellTable, plan: FairnessPlan) {
  const everybody = totalOf(table)
  return {
    theil: theil(everybody),
    generalisedEntropy2: generalisedEntropy(everybody, 2),
    coefficientOfVariation: coefficientOfVariation(everybody),
    byAttribute: attributesOf(plan).map((attribute) => ({
      attribute,
      theil: decomposeEntropy(marginal(table, attribute).cells, 1),
    })),
  }
}

/** Conflicts of the metrics that decide, or of those that people ask for first. */
function conflictsOf({ cells }: CellTable, plan: FairnessPlan) {
  const decided = [...new Set(plan.thresholds.map(({ metric }) => metric))]
  const metrics = decided.length > 1 ? decided : ['selection_rate', 'tpr', 'fpr', 'ppv']
  return conflictsBetween(
    metrics,
    cells.map(({ key, tp, fp, fn, tn }) => ({ group: key, table: { tp, fp, fn, tn } })),
  )
}

type Law = { sex: string; raceEthnicity: string; score?: string | undefined }

/** The tables of Local Law 144; a score is counted over everybody of the filter, whether or not they have a label. */
async function lawTables(table: CellTable, plan: FairnessPlan, source: RoleSource, { sex, raceEthnicity, score }: Law) {
  for (const name of [sex, raceEthnicity]) {
    if (!groupingColumns(plan).includes(name))
      refuse('localLaw144', `"${name}" has to be a grouping column of the plan too`)
  }
  const { confidence } = plan
  const selected = candidatesOf(table, { sex, raceEthnicity })
  if (score === undefined) return localLaw144({ selected }, { confidence })
  const counted = await countRows(source, {
    keys: [sex, raceEthnicity, score].map((it) => columnNamed(source, 'localLaw144', it)),
    label: null,
    prediction: null,
    filter: filterOf(source, 'filter', plan.filter),
    missing: plan.missing,
  })
  let withoutScore = 0
  const scores = counted.flatMap(({ key, inFilter, rows }) => {
    const [, , text = null] = key
    const value = text === null || text.trim() === '' ? Number.NaN : Number(text)
    if (!inFilter) return []
    if (Number.isFinite(value)) return [{ key: key.slice(0, 2), score: value, count: rows }]
    withoutScore += rows
    return []
  })
  const tables = localLaw144({ selected, scored: aboveMedian(scores) }, { confidence })
  const told = withoutScore === 0 ? [] : [`${withoutScore} people have no score: they are in no scoring table.`]
  return { ...tables, withoutScore, notes: [...tables.notes, ...told] }
}
