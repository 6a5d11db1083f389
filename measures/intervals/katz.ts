import { assertTwoProportions, type Interval, type TwoProportions, usualConfidence } from './counts.ts'
import { criticalValue } from '../distributions.ts'

/**
 * Katz's interval of the ratio p(group)/p(reference) of two independent proportions: the normal interval of its logarithm with variance
 * 1/k − 1/n + 1/k₀ − 1/n₀. Where that breaks down (a count of successes is 0, or both groups have nothing but successes) one half is
 * added to all four cells, and `corrected` says so; the score interval is the better choice there.
 * Throws a RangeError for counts that are no proportion.
 * Source: D. Katz, J. Baptista, S. P. Azen, M. C. Pike (1978), Biometrics 34, 469–474.
 */
export function katzLog(asked: TwoProportions & { confidence?: number }): Interval & { corrected: boolean } {
  const { group, reference, confidence = usualConfidence } = asked
  assertTwoProportions(asked)
  const corrected = katzNeedsCorrection(asked)
  const [k, n] = corrected ? [group.successes + 0.5, group.trials + 1] : [group.successes, group.trials]
  const [k0, n0] = corrected
    ? [reference.successes + 0.5, reference.trials + 1]
    : [reference.successes, reference.trials]
  const centre = Math.log(k / n / (k0 / n0))
  const halfWidth = criticalValue(confidence) * Math.sqrt(1 / k - 1 / n + 1 / k0 - 1 / n0)
  return { low: Math.exp(centre - halfWidth), high: Math.exp(centre + halfWidth), corrected }
}

/**
 * Whether one of the four counts is 0. Where a group has nothing but successes the log interval exists and takes that side for certain: 3
 * of 3 would count as much as 3,000 of 3,000.
 */
export function hasEmptyCell({ group, reference }: TwoProportions): boolean {
  return [group, reference].some(({ successes, trials }) => successes === 0 || successes === trials)
}

/** Whether the plain log interval does not exist for these counts. */
function katzNeedsCorrection({ group, reference }: TwoProportions): boolean {
  const everybody = group.successes === group.trials && reference.successes === reference.trials
  return group.successes === 0 || reference.successes === 0 || everybody
}
