import {
  type CellTable,
  type Confirmation,
  confirmSubgroups,
  marginal,
  searchSubgroups,
  sizeOf,
  splitTable,
  type SubgroupSearch,
  totalOf,
} from '@assay/measures'
import type { FairnessPlan } from '../plan.ts'
import { groupingColumns } from './classified.ts'

/**
 * A search with what became of its findings on people who were not searched: rows of the same file that were held back, or another file.
 * Without either the findings are questions only.
 */
export type ConfirmedSearch = SubgroupSearch & {
  confirmation: {
    on: 'rows-held-back' | 'test-file'
    rows: { searched: number; confirming: number }
    findings: Confirmation[]
  } | null
}

/** Searches the groups of a plan; `fresh` are the cells of a test file, where one is given. */
export function subgroupsOf(table: CellTable, plan: FairnessPlan, fresh: CellTable | null): ConfirmedSearch {
  const columns = groupingColumns(plan)
  const everybody = marginal(table, columns)
  const [searched, confirming] = partsOf(everybody, plan, fresh === null ? null : marginal(fresh, columns))
  const rates = plan.label === undefined ? (['selection_rate'] as const) : (['selection_rate', 'tpr', 'fpr'] as const)
  const search = searchSubgroups(searched, {
    metrics: rates.map((rate) => ({ rate })),
    depth: Math.min(3, columns.length),
    minimum: plan.minimumSize.verdict,
    confidence: plan.confidence,
  })
  if (confirming === null) return { ...search, confirmation: null }
  return {
    ...search,
    confirmation: {
      on: fresh === null ? 'rows-held-back' : 'test-file',
      rows: { searched: rowsOf(searched), confirming: rowsOf(confirming) },
      findings: confirmSubgroups(search, confirming, { level: search.level }),
    },
  }
}

function partsOf(table: CellTable, plan: FairnessPlan, fresh: CellTable | null): [CellTable, CellTable | null] {
  if (fresh !== null) return [table, fresh]
  if (plan.subgroups === undefined) return [table, null]
  return splitTable(table, { seed: plan.seed, share: 1 - plan.subgroups.holdBack })
}

function rowsOf(table: CellTable): number {
  return sizeOf(totalOf(table))
}
