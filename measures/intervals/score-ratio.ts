import { assertTwoProportions, type TwoProportions, usualConfidence } from './counts.ts'
import { criticalValue } from '../distributions.ts'
import { crossing } from './root.ts'

/** `high` is null where no ratio is too large: the reference has no success. */
export type RatioInterval = { low: number; high: number | null }

/**
 * The score interval of the ratio p(group)/p(reference): all θ that the score test does not reject, (p − θp₀)² ≤ z² V(θ), where V is
 * the variance at the likelihood's maximum under the ratio θ, times N/(N − 1) (Miettinen and Nurminen) or without that factor
 * (Koopman). Found by bracketed inversion; counts of 0 and n need no special case.
 * Throws a RangeError for counts that are no proportion.
 * Source: P. A. R. Koopman (1984), Biometrics 40, 513–517; O. Miettinen, M. Nurminen (1985), Statistics in Medicine 4, 213–226.
 */
export function scoreRatio(
  asked: TwoProportions & { confidence?: number; variance?: 'miettinen-nurminen' | 'koopman' },
): RatioInterval {
  const { group, reference, confidence = usualConfidence, variance = 'miettinen-nurminen' } = asked
  assertTwoProportions(asked)
  const z = criticalValue(confidence)
  const total = group.trials + reference.trials
  const factor = variance === 'koopman' ? 1 : total / (total - 1)
  const statistic = (logRatio: number) => scoreStatistic(asked, Math.exp(logRatio), factor)
  return { low: lowEnd(asked, statistic, z), high: highEnd(asked, statistic, z) }
}

function lowEnd({ group }: TwoProportions, statistic: (logRatio: number) => number, z: number): number {
  if (group.successes === 0) return 0
  const excess = (logRatio: number) => statistic(logRatio) - z
  let [below, above] = [-1, 1]
  while (excess(below) <= 0) below *= 2
  while (excess(above) > 0) above *= 2
  return Math.exp(crossing(excess, below, above))
}

function highEnd({ reference }: TwoProportions, statistic: (logRatio: number) => number, z: number): number | null {
  if (reference.successes === 0) return null
  const excess = (logRatio: number) => statistic(logRatio) + z
  let [below, above] = [-1, 1]
  while (excess(below) <= 0) below *= 2
  while (excess(above) > 0) above *= 2
  return Math.exp(crossing(excess, below, above))
}

/** (p − θp₀)/√V(θ); falls as θ grows. */
function scoreStatistic({ group, reference }: TwoProportions, ratio: number, factor: number): number {
  const gap = group.successes / group.trials - (ratio * reference.successes) / reference.trials
  if (gap === 0) return 0
  const p0 = restrictedReference({ group, reference }, ratio)
  const p = Math.min(1, ratio * p0)
  const variance = (p * (1 - p)) / group.trials + (ratio * ratio * p0 * (1 - p0)) / reference.trials
  return gap / Math.sqrt(variance * factor)
}

/** The reference's rate where the likelihood is largest among all pairs with p = θp₀: the smaller root of a quadratic. */
function restrictedReference({ group, reference }: TwoProportions, ratio: number): number {
  const successes = group.successes + reference.successes
  const a = (group.trials + reference.trials) * ratio
  const b = ratio * (group.trials + reference.successes) + group.successes + reference.trials
  const root = (2 * successes) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * successes)))
  return Math.min(1, 1 / ratio, root)
}
