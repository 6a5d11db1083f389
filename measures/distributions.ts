import erfc from '@stdlib/math-base-special-erfc'
import gammainc from '@stdlib/math-base-special-gammainc'
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

/**
 * The two-sided critical value z of the standard normal distribution, P(|Z| ≤ z) = confidence: 1.96 for 0.95.
 * @throws RangeError unless confidence lies between 0 and 1.
 */
export function criticalValue(confidence: number): number {
  checkShare('confidence', confidence)
  return -quantile((1 - confidence) / 2, 0, 1)
}

/** P(|Z| ≥ |z|), by the complementary error function: exact far out in the tail, where 1 − Φ(z) would already be 0. */
export function twoSidedNormalTail(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2)
}

/**
 * P(χ² ≥ statistic) with df degrees of freedom, by the upper incomplete gamma function: exact far out in the tail; 1 where nothing is
 * free to differ (df 0).
 * @throws RangeError for a statistic below 0 or no number, or degrees of freedom below 0.
 */
export function chiSquareTail(statistic: number, df: number): number {
  if (!(statistic >= 0) || !(df >= 0)) {
    throw new RangeError(`no chi-square tail of ${statistic} with ${df} degrees of freedom`)
  }
  return df === 0 ? 1 : gammainc(statistic / 2, df / 2, true, true)
}
