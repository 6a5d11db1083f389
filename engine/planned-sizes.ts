import { sizeForVerdict } from '@assay/measures'
import type { FairnessPlan } from './plan.ts'

/** How many people a group needs, in the denominator of the metric itself, for a threshold to pass if the rates are as expected. */
export type PlannedSize = {
  /** Its place among the plan's thresholds. */
  threshold: number
  metric: string
  comparison: 'difference' | 'ratio'
  margin: number
  expected: { rate: number; reference: number; power: number }
  /** How many comparisons share the joint confidence. */
  comparisons: number
  /** Null where the expected rates do not lie within the margin: then no size passes. */
  needed: number | null
}

/**
 * The sizes of a plan before anything is measured, for each threshold that says what it expects. `comparisons` is how many groups are
 * compared times how many thresholds they are compared on.
 *
 * @throws RangeError for comparisons that are no count.
 */
export function plannedSizes(plan: FairnessPlan, comparisons: number): PlannedSize[] {
  return plan.thresholds.flatMap(({ metric, comparison, margin, expected }, threshold): PlannedSize[] => {
    if (expected === undefined) return []
    const { rate, reference = rate, power } = expected
    const needed = sizeForVerdict({
      compare: comparison,
      margin: comparison === 'ratio' ? { least: margin, most: 1 / margin } : { least: -margin, most: margin },
      rate,
      reference,
      comparisons,
      confidence: plan.confidence,
      power,
      minimum: plan.minimumSize.verdict,
    })
    return [{ threshold, metric, comparison, margin, expected: { rate, reference, power }, comparisons, needed }]
  })
}
