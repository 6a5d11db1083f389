import erfc from '@stdlib/math-base-special-erfc'
import quantile from '@stdlib/stats-base-dists-normal-quantile'
import { checkShare } from './checked.ts'

/** Φ(x): the share of the standard normal distribution below x. */
export function normalCdf(x: number): number {
  return erfc(-x / Math.SQRT2) / 2
}

/** z with Φ(z) = p. @throws RangeError unless p lies between 0 and 1. */
export function normalQuantile(p: number): number {
  checkShare('p', p)
  return quantile(p, 0, 1)
}

/** The z of a two-sided interval: 1.96 for a confidence of 0.95. @throws RangeError unless confidence lies between 0 and 1. */
export function zOf(confidence: number): number {
  checkShare('confidence', confidence)
  return quantile(1 - (1 - confidence) / 2, 0, 1)
}
