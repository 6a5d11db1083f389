import type { Estimate } from '../estimate.ts'
import { undefinedEstimate } from '../estimate.ts'
import { assertTwoProportions, type TwoProportions, usualConfidence } from '../intervals/counts.ts'
import { chiSquareTail, criticalValue } from '../distributions.ts'

/** A gap within strata of a legitimate factor, pooled. `strata` is how many tell something. */
export type Stratified = {
  oddsRatio: Estimate
  statistic: number | null
  df: 1
  p: number | null
  strata: number
}

/**
 * Cochran, Mantel and Haenszel: is a group selected as often as its reference within each stratum of a factor that may legitimately
 * matter (conditional statistical parity)? The pooled odds ratio Σ ad/n ÷ Σ bc/n with the interval of Robins, Breslow and Greenland
 * and the chi-square test without continuity correction (with, if `continuity`). A stratum in which either side has no rows is left out.
 * Throws a RangeError for counts that are no proportion.
 * Source: N. Mantel, W. Haenszel (1959), JNCI 22, 719–748; J. Robins, N. Breslow, S. Greenland (1986), Biometrics 42, 311–323.
 */
export function mantelHaenszel(
  strata: TwoProportions[],
  { confidence = usualConfidence, continuity = false }: { confidence?: number; continuity?: boolean } = {},
): Stratified {
  const used = strata.filter(({ group, reference }) => group.trials > 0 && reference.trials > 0)
  used.forEach(assertTwoProportions)
  const terms = used.map(termsOf)
  const total = (of: (term: Terms) => number) => terms.reduce((sum, term) => sum + of(term), 0)
  const variance = total((term) => term.variance)
  const off = Math.max(0, Math.abs(total((term) => term.excess)) - (continuity ? 0.5 : 0))
  const statistic = variance > 0 ? off ** 2 / variance : null
  return {
    oddsRatio: pooledOdds(terms, criticalValue(confidence)),
    statistic,
    df: 1,
    p: statistic === null ? null : chiSquareTail(statistic, 1),
    strata: used.length,
  }
}

/** One stratum: R = ad/n, S = bc/n, P = (a + d)/n, Q = (b + c)/n; a's excess over its expectation and the variance of a. */
type Terms = { r: number; s: number; p: number; q: number; excess: number; variance: number }

function termsOf({ group, reference }: TwoProportions): Terms {
  const [a, b] = [group.successes, group.trials - group.successes]
  const [c, d] = [reference.successes, reference.trials - reference.successes]
  const n = a + b + c + d
  const expected = ((a + b) * (a + c)) / n
  const variance = (((expected * (c + d)) / n) * (b + d)) / (n - 1)
  return { r: (a * d) / n, s: (b * c) / n, p: (a + d) / n, q: (b + c) / n, excess: a - expected, variance }
}

function pooledOdds(terms: Terms[], z: number): Estimate {
  const total = (of: (term: Terms) => number) => terms.reduce((sum, term) => sum + of(term), 0)
  const [r, s] = [total((term) => term.r), total((term) => term.s)]
  if (terms.length === 0) return undefinedEstimate('no stratum has rows of both')
  if (s === 0) return undefinedEstimate('in no stratum is anybody of the group rejected and of the reference selected')
  if (r === 0) return { ...undefinedEstimate('the odds ratio is 0, which has no log interval'), value: 0 }
  const variance =
    total(({ p, r: own }) => p * own) / (2 * r * r) +
    total(({ p, q, r: own, s: other }) => p * other + q * own) / (2 * r * s) +
    total(({ q, s: other }) => q * other) / (2 * s * s)
  const [centre, halfWidth] = [Math.log(r / s), z * Math.sqrt(variance)]
  const method = 'robins-breslow-greenland'
  return { value: r / s, low: Math.exp(centre - halfWidth), high: Math.exp(centre + halfWidth), method }
}
