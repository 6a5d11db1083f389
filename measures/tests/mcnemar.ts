import gammaln from '@stdlib/math-base-special-gammaln'
import { checkCount } from '../checked.ts'
import { chiSquareTail } from '../distributions.ts'
import { exactTwoSided } from './exact.ts'

/** Pairs in which only the first succeeded, and only the second. Pairs in which both or neither did tell nothing. */
export type Discordant = { onlyFirst: number; onlySecond: number }

export type McNemar = { exact: number; midP: number; corrected: { statistic: number; df: 1; p: number } | null }

/**
 * McNemar's test of two yes-or-no answers about the same rows (two models, a prompt and its counterfactual): exact, that is binomial
 * with one half over the discordant pairs; as mid-p, which counts the observed table by half and so is less cautious (2·P(X ≤ min) − P(X =
 * min), or 1 − P(X = min)/2 where both counts are equal); and by chi-square with Edwards's continuity correction, (|b − c| − 1)²/(b + c), which is
 * null when no pair is discordant (the exact p is 1 then). The correction never turns a difference of 0 into one of 1.
 * Throws a RangeError for counts that are none.
 * Source: Q. McNemar (1947), Psychometrika 12, 153–157; A. L. Edwards (1948), Psychometrika 13, 185–187;
 * M. W. Fagerland, S. Lydersen, P. Laake (2013), BMC Medical Research Methodology 13, 91, for mid-p.
 */
export function mcNemar({ onlyFirst, onlySecond }: Discordant): McNemar {
  checkCount('onlyFirst', onlyFirst)
  checkCount('onlySecond', onlySecond)
  const pairs = onlyFirst + onlySecond
  if (pairs === 0) return { exact: 1, midP: 1, corrected: null }
  const up = (k: number) => (pairs - k) / (k + 1)
  const exact = exactTwoSided({ low: 0, high: pairs, mode: Math.floor(pairs / 2), up }, onlyFirst)
  const observed = Math.exp(gammaln(pairs + 1) - gammaln(onlyFirst + 1) - gammaln(onlySecond + 1) - pairs * Math.LN2)
  const midP = onlyFirst === onlySecond ? 1 - observed / 2 : exact - observed
  const statistic = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1) ** 2 / pairs
  return { exact, midP, corrected: { statistic, df: 1, p: chiSquareTail(statistic, 1) } }
}
