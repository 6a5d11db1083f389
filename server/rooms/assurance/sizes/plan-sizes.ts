import { rowsFor, sizePlan } from '@assay/engine'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { storedPlan } from '../definition.ts'
import type { SizesQuery, SizesView } from './contract.ts'

/** The sizes that a plan asks for before anybody has measured. */
export async function sizesOf(
  definition: string,
  { groups, reference }: SizesQuery,
): Promise<Result<SizesView, { kind: 'no-sizes' }>> {
  const plan = storedPlan(definition)
  if (!plan.ok) return refuse({ kind: 'no-sizes' })
  if (plan.value.kind !== 'fairness') {
    const rows = (await rowsFor(plan.value, reference)).map((it) => ({ ...it, columns: [...it.columns] }))
    return ok({ groups, comparisons: 0, sizes: [], rows })
  }
  // Every group but the one that the others are compared with, on every limit.
  const comparisons = Math.max(1, (groups - 1) * plan.value.thresholds.length)
  const sizes = (await sizePlan(plan.value, comparisons)).map(({ metric, comparison, margin, expected, needed }) => ({
    metric,
    comparison,
    margin,
    expected,
    needed,
  }))
  return ok({ groups, comparisons, sizes, rows: [] })
}
