import { type Cell, type GroupValue, type Rate, type RateId, ratesOf, sizeOf } from '@assay/measures'
import { marginOf } from '../count/cells.ts'
import type { FairnessPlan } from '../plan.ts'
import { attributesOf, countClassified } from './classified.ts'
import type { Measured, RoleSource } from './measured.ts'

/** One group of an attribute: its confusion table and every rate. */
export type GroupResult = {
  group: GroupValue[]
  n: number
  tp: number
  fp: number
  fn: number
  tn: number
  rates: Record<RateId, Rate>
}

/** Measures how decisions differ between groups. */
export async function measureFairness(plan: FairnessPlan, source: RoleSource): Promise<Measured> {
  const { table, rows, rowsUsed, left, warnings, surprises } = await countClassified(source, plan)
  const attributes = attributesOf(plan).map((attribute) => ({
    attribute,
    groups: marginOf(table, attribute).cells.map((cell) => groupOf(cell, plan)),
  }))
  return {
    result: { positive: plan.positive, attributes },
    verdict: 'not-decided',
    reasons: [],
    warnings,
    surprises,
    used: [{ role: source.role, rows, rowsUsed, left }],
  }
}

function groupOf(cell: Cell, plan: FairnessPlan): GroupResult {
  const { key, tp, fp, fn, tn } = cell
  const rates = ratesOf(cell, { confidence: plan.confidence })
  return { group: key, n: sizeOf(cell), tp, fp, fn, tn, rates }
}
