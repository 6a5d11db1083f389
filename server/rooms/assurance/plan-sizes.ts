import { sizePlan } from '@assay/engine'
import { refuse, type Result, ok } from '#kernel/result.ts'
import type { SizesView } from './contract.ts'
import { storedPlan } from './definition.ts'

/** The sizes that a plan asks for before anybody has measured; of fairness alone, since it alone compares groups against margins. */
export async function sizesOf(definition: string, groups: number): Promise<Result<SizesView, { kind: 'no-sizes' }>> {
  const plan = storedPlan(definition)
  if (!plan.ok || plan.value.kind !== 'fairness') return refuse({ kind: 'no-sizes' })
  // Every group but the one that the others are compared with, on every limit.
  const comparisons = Math.max(1, (groups - 1) * plan.value.thresholds.length)
  const sizes = (await sizePlan(plan.value, comparisons)).map(({ metric, comparison, margin, expected, needed }) => ({
    metric,
    comparison,
    margin,
    expected,
    needed,
  }))
  return ok({ groups, comparisons, sizes })
}
