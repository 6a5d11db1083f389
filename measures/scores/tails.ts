import gammainc from '@stdlib/math-base-special-gammainc'

/** P(X ≥ statistic) of a chi-square X with `df` degrees of freedom, without loss in the far tail; 1 where df is 0. */
export function chiSquareTail(statistic: number, df: number): number {
  return df <= 0 ? 1 : gammainc(Math.max(0, statistic) / 2, df / 2, true, true)
}
