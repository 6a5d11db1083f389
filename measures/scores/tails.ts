import erfc from '@stdlib/math-base-special-erfc'
import gammainc from '@stdlib/math-base-special-gammainc'
import quantile from '@stdlib/stats-base-dists-normal-quantile'

/**
 * The half-width of a two-sided interval in standard errors: 1.96 for 0.95.
 *
 * @throws RangeError if `confidence` is not between 0 and 1.
 */
export function standardErrorsOf(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence level lies between 0 and 1 and is not ${confidence}; the usual one is 0.95.`)
  }
  return quantile(0.5 + confidence / 2, 0, 1)
}

/** P(|Z| ≥ |z|) of a standard normal Z, without loss in the far tail. */
export function twoSidedTail(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2)
}

/** P(X ≥ statistic) of a chi-square X with `df` degrees of freedom, without loss in the far tail; 1 where df is 0. */
export function chiSquareTail(statistic: number, df: number): number {
  if (df <= 0) return 1
  return gammainc(Math.max(0, statistic) / 2, df / 2, true, true)
}
