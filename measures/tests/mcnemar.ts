import { checkCount } from '../checked.ts'
import { chiSquareTail } from '../distributions.ts'
import { exactTwoSided } from './exact.ts'

/** Pairs in which only the first succeeded, and only the second. Pairs in which both or neither did tell nothing. */
export type Discordant = { onlyFirst: number; onlySecond: number }

export type McNemar = { exact: number; corrected: { statistic: number; df: 1; p: number } | null }

/**
 * McNemar's test of two yes-or-no answers about the same rows (two models, a prompt and its counterfactual): exact, that is binomial
 * with one half over the discordant pairs, and by chi-square with Edwards's continuity correction, (|b − c| − 1)²/(b + c), which is
 * null when no pair is discordant (the exact p is 1 then). The correction never turns a difference of 0 into one of 1.
 * Throws a RangeError for counts that are none.
 * Source: Q. McNemar (1947), Psychometrika 12, 153–157; A. L. Edwards (1948), Psychometrika 13, 185–187.
 */
export function mcNemar({ onlyFirst, onlySecond }: Discordant): McNemar {
  checkCount('onlyFirst', onlyFirst)
  checkCount('onlySecond', onlySecond)
  const pairs = onlyFirst + onlySecond
  if (pairs === 0) return { exact: 1, corrected: null }
  const up = (k: number) => (pairs - k) / (k + 1)
  const exact = exactTwoSided({ low: 0, high: pairs, mode: Math.floor(pairs / 2), up }, onlyFirst)
  const statistic = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1) ** 2 / pairs
  return { exact, corrected: { statistic, df: 1, p: chiSquareTail(statistic, 1) } }
}
