import { assertTwoProportions, type TwoProportions } from '../intervals/counts.ts'
import { twoSidedNormalTail } from '../distributions.ts'
import { exactTwoSided } from './exact.ts'

/**
 * The pooled two-proportion z test of p(group) = p(reference), two-sided: z = (p − p₀)/√(p̄(1 − p̄)(1/n + 1/n₀)). Its square is the
 * chi-square of the 2 × 2 table without continuity correction. Statistic and p are null where p̄ is 0 or 1.
 * Throws a RangeError for counts that are no proportion.
 */
export function twoProportionZ(asked: TwoProportions): { statistic: number | null; p: number | null } {
  assertTwoProportions(asked)
  const { group, reference } = asked
  const pooled = (group.successes + reference.successes) / (group.trials + reference.trials)
  if (pooled === 0 || pooled === 1) return { statistic: null, p: null }
  const standardError = Math.sqrt(pooled * (1 - pooled) * (1 / group.trials + 1 / reference.trials))
  const statistic = (group.successes / group.trials - reference.successes / reference.trials) / standardError
  return { statistic, p: twoSidedNormalTail(statistic) }
}

/**
 * Fisher's exact test of a 2 × 2 table, two-sided: given both margins, the probability of all tables that are no more likely than this
 * one.
 * Throws a RangeError for counts that are no proportion.
 * Source: R. A. Fisher (1935), JRSS 98, 39–54; the two-sided rule is J. O. Irwin's (1935), Metron 12, 83–94.
 */
export function fisherExact(asked: TwoProportions): number {
  assertTwoProportions(asked)
  const { group, reference } = asked
  const successes = group.successes + reference.successes
  const total = group.trials + reference.trials
  const low = Math.max(0, successes - reference.trials)
  const high = Math.min(successes, group.trials)
  const up = (k: number) => ((successes - k) * (group.trials - k)) / ((k + 1) * (reference.trials - successes + k + 1))
  const mode = Math.floor(((group.trials + 1) * (successes + 1)) / (total + 2))
  return exactTwoSided({ low, high, mode: Math.min(high, Math.max(low, mode)), up }, group.successes)
}

/** The smallest of the four counts that a 2 × 2 table would have if both rates were equal. */
export function smallestExpected({ group, reference }: TwoProportions): number {
  const successes = group.successes + reference.successes
  const total = group.trials + reference.trials
  return (Math.min(successes, total - successes) * Math.min(group.trials, reference.trials)) / total
}

/** Below this expected count a normal approximation is not trusted and the exact test is used (Cochran 1954, Biometrics 10, 417–451). */
export const trustedExpected = 5
