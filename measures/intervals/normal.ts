import erfc from '@stdlib/math-base-special-erfc'
import quantile from '@stdlib/stats-base-dists-normal-quantile'

/**
 * The two-sided critical value z of the standard normal distribution: P(|Z| ≤ z) = confidence.
 * Throws a RangeError for a confidence outside (0, 1).
 */
export function criticalValue(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must lie strictly between 0 and 1, not ${confidence}`)
  }
  return -quantile((1 - confidence) / 2, 0, 1)
}

/** P(|Z| ≥ |z|), by the complementary error function: exact far out in the tail, where 1 − Φ(z) would already be 0. */
export function twoSidedNormalTail(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2)
}
