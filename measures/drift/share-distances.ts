import { chiSquareTwoSample } from '../tests/chi-square.ts'

/** An empty share is read as this in the population stability index, where the logarithm of 0 would be infinite. */
export const emptyShare = 1e-4

/** How two samples differ in the shares of the same categories or bins. */
export type ShareDistances = {
  js_divergence_ln: number
  js_distance_ln: number
  js_distance_2: number
  hellinger: number
  total_variation: number
  /** With empty shares read as 0.0001; `psiOfFilled` of it comes from those alone. */
  psi: number
  psiOfFilled: number
}

/** A two-sample chi-square test; categories that neither sample has do not count. */
export type TwoSampleChiSquare = { statistic: number; df: number; p: number }

/**
 * Distances of two lists of counts over the same k categories, p and q their shares (Σ over categories):
 * Jensen–Shannon divergence ½Σ p·ln(p/μ) + ½Σ q·ln(q/μ) with μ = (p + q)/2, in nats; its distance is the root (of the divergence in
 * nats, and in bits for base 2); Hellinger √(1 − Σ√(pq)); total variation ½Σ|p − q|; population stability index
 * Σ(q − p)·ln(q/p). Null where a sample is empty.
 *
 * @throws RangeError if the lists differ in length.
 * @see Lin (1991), IEEE Trans. Inf. Theory 37, for Jensen–Shannon.
 */
export function shareDistances(reference: ArrayLike<number>, window: ArrayLike<number>): ShareDistances | null {
  const [n, m] = totals(reference, window)
  if (n === 0 || m === 0) return null
  let [divergence, squares, absolute, psi, psiOfFilled] = [0, 0, 0, 0, 0]
  for (let index = 0; index < reference.length; index += 1) {
    const p = (reference[index] ?? 0) / n
    const q = (window[index] ?? 0) / m
    if (p === 0 && q === 0) continue
    const middle = (p + q) / 2
    if (p > 0) divergence += (p * Math.log(p / middle)) / 2
    if (q > 0) divergence += (q * Math.log(q / middle)) / 2
    squares += (Math.sqrt(p) - Math.sqrt(q)) ** 2
    absolute += Math.abs(p - q)
    const [filledP, filledQ] = [p === 0 ? emptyShare : p, q === 0 ? emptyShare : q]
    const part = (filledQ - filledP) * Math.log(filledQ / filledP)
    psi += part
    if (p === 0 || q === 0) psiOfFilled += part
  }
  const nats = Math.max(0, divergence)
  return {
    js_divergence_ln: nats,
    js_distance_ln: Math.sqrt(nats),
    js_distance_2: Math.sqrt(nats / Math.LN2),
    hellinger: Math.sqrt(squares / 2),
    total_variation: absolute / 2,
    psi,
    psiOfFilled,
  }
}

/** Pearson's two-sample test of two lists of counts; null where a sample is empty, and p = 1 where all rows are of one kind. */
export function twoSampleChiSquare(reference: ArrayLike<number>, window: ArrayLike<number>): TwoSampleChiSquare | null {
  const { statistic, df, p } = chiSquareTwoSample(Array.from(reference), Array.from(window))
  if (df === 0) return totals(reference, window).includes(0) ? null : { statistic: 0, df, p: 1 }
  return statistic === null || p === null ? null : { statistic, df, p }
}

/** What the population stability index is expected to be when nothing has drifted: about (k − 1)(1/n + 1/m). */
export function expectedPsi(bins: number, n: number, m: number): number | null {
  return n > 0 && m > 0 ? (bins - 1) * (1 / n + 1 / m) : null
}

function totals(reference: ArrayLike<number>, window: ArrayLike<number>): [number, number] {
  if (reference.length !== window.length) {
    throw new RangeError(`${reference.length} shares cannot be compared with ${window.length}.`)
  }
  let [n, m] = [0, 0]
  for (let index = 0; index < reference.length; index += 1) {
    n += reference[index] ?? 0
    m += window[index] ?? 0
  }
  return [n, m]
}
