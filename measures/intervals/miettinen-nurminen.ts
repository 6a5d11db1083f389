import { assertTwoProportions, type Interval, type TwoProportions, usualConfidence } from './counts.ts'
import { criticalValue } from '../distributions.ts'
import { crossing } from './root.ts'

/**
 * Miettinen and Nurminen's score interval of the difference p(group) − p(reference): all δ that the score test does not reject,
 * (d − δ)² ≤ z² V(δ), where V is the variance at the likelihood's maximum under the difference δ, times N/(N − 1). Found by bracketed
 * inversion, so that 0/n and n/n need no special case.
 *
 * `as: 'statsmodels-0.14'` gives what statsmodels up to 0.14.6 gives instead, whose cubic has a wrong coefficient (reported as its issue
 * 10269): to compare with results made there, never to decide by.
 * Throws a RangeError for counts that are no proportion.
 * Source: O. Miettinen, M. Nurminen (1985), Statistics in Medicine 4, 213–226.
 */
export function miettinenNurminen(
  asked: TwoProportions & { confidence?: number; as?: 'published' | 'statsmodels-0.14' },
): Interval {
  const { group, reference, confidence = usualConfidence, as = 'published' } = asked
  assertTwoProportions(asked)
  const z = criticalValue(confidence)
  const difference = group.successes / group.trials - reference.successes / reference.trials
  const coefficient = as === 'published' ? reference.trials : reference.successes
  const statistic = (delta: number) => scoreStatistic(asked, difference, delta, coefficient)
  return {
    low: difference === -1 ? -1 : crossing((delta) => statistic(delta) - z, -1, difference),
    high: difference === 1 ? 1 : crossing((delta) => statistic(delta) + z, difference, 1),
  }
}

/** (d − δ)/√V(δ); falls as δ grows. */
function scoreStatistic(counts: TwoProportions, difference: number, delta: number, coefficient: number): number {
  if (delta === difference) return 0
  const { group, reference } = counts
  const p0 = restrictedReference(counts, delta, coefficient)
  const p = Math.min(1, Math.max(0, p0 + delta))
  const total = group.trials + reference.trials
  const variance = ((p * (1 - p)) / group.trials + (p0 * (1 - p0)) / reference.trials) * (total / (total - 1))
  return (difference - delta) / Math.sqrt(variance)
}

/** The reference's rate where the likelihood is largest among all pairs with p − p₀ = δ: a root of a cubic, in closed form. */
function restrictedReference({ group, reference }: TwoProportions, delta: number, coefficient: number): number {
  const [k, n, k0, n0] = [group.successes, group.trials, reference.successes, reference.trials]
  const l3 = n + n0
  const l2 = (n + 2 * n0) * delta - l3 - k - k0
  const l1 = (coefficient * delta - l3 - 2 * k0) * delta + k + k0
  const l0 = k0 * delta * (1 - delta)
  const third = l2 / (3 * l3)
  const q = third ** 3 - (l1 * l2) / (6 * l3 * l3) + l0 / (2 * l3)
  const p = Math.sign(q || 1) * Math.sqrt(Math.max(0, third * third - l1 / (3 * l3)))
  const angle = (Math.PI + Math.acos(p === 0 ? 0 : Math.min(1, Math.max(-1, q / p ** 3)))) / 3
  const root = 2 * p * Math.cos(angle) - third
  const [lowest, highest] = [Math.max(0, -delta), Math.min(1, 1 - delta)]
  return Math.min(highest, Math.max(lowest, root))
}
