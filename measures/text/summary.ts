import gammaln from '@stdlib/math-base-special-gammaln'
import { type Estimate, undefinedEstimate } from '../estimate.ts'
import { criticalValue } from '../distributions.ts'

/** Times, costs or lengths in one line. The total is the sum in ascending order, so it does not depend on the order of rows. */
export type NumberSummary = {
  count: number
  total: number
  mean: Estimate
  median: Estimate
  p95: Estimate
  least: number | null
  most: number | null
}

/**
 * Mean with a normal interval (its standard error from the sample; three values or more), median and 95th percentile by nearest rank with
 * intervals from order statistics, which assume no shape (H. A. David and H. N. Nagaraja 2003, section 7.1). An end that the sample is too
 * small for is null.
 *
 * @throws RangeError for a value that is not finite
 */
export function summaryOfNumbers(values: readonly number[], confidence = 0.95): NumberSummary {
  const wrong = values.find((it) => !Number.isFinite(it))
  if (wrong !== undefined) throw new RangeError(`${wrong} is not a finite number`)
  const sorted = Float64Array.from(values).toSorted()
  const total = sorted.reduce((sum, it) => sum + it, 0)
  return {
    count: sorted.length,
    total,
    mean: meanOf(sorted, confidence),
    median: quantileOf(sorted, 0.5, confidence),
    p95: quantileOf(sorted, 0.95, confidence),
    least: sorted[0] ?? null,
    most: sorted.at(-1) ?? null,
  }
}

/** The mean with its normal interval, of values in ascending order. */
export function meanOf(sorted: ArrayLike<number> & Iterable<number>, confidence = 0.95): Estimate {
  const n = sorted.length
  if (n === 0) return undefinedEstimate('there are no values')
  let sum = 0
  for (const it of sorted) sum += it
  const value = sum / n
  if (n < 3) return { value, low: null, high: null, method: null }
  let squares = 0
  for (const it of sorted) squares += (it - value) ** 2
  const half = criticalValue(confidence) * Math.sqrt(squares / (n - 1) / n)
  return { value, low: value - half, high: value + half, method: 'wald' }
}

/** The smallest value that at least a share q of the values do not pass, with a distribution-free interval. */
export function quantileOf(sorted: Float64Array, q: number, confidence = 0.95): Estimate {
  const n = sorted.length
  if (n === 0) return undefinedEstimate('there are no values')
  const { below, above } = ranksAround(n, q, confidence)
  const at = (rank: number) => (rank >= 1 && rank <= n ? (sorted[rank - 1] ?? null) : null)
  const value = at(Math.max(1, Math.ceil(q * n)))
  return { value, low: at(below), high: at(above), method: 'order-statistics' }
}

/**
 * Ranks l < u with P(l ≤ B < u) at least the confidence for B ~ Binomial(n, q), grown from the mode to the likelier side; 0 or n + 1 where the
 * sample is too small.
 */
function ranksAround(n: number, q: number, confidence: number): { below: number; above: number } {
  const odds = q / (1 - q)
  const mode = Math.min(n, Math.floor((n + 1) * q))
  const logChoose = gammaln(n + 1) - gammaln(mode + 1) - gammaln(n - mode + 1)
  let [low, high] = [mode, mode]
  let down = Math.exp(logChoose + mode * Math.log(q) + (n - mode) * Math.log1p(-q))
  let [up, covered] = [down, down]
  while (covered < confidence && (low > 0 || high < n)) {
    const nextDown = low > 0 ? (down * low) / ((n - low + 1) * odds) : 0
    const nextUp = high < n ? (up * (n - high) * odds) / (high + 1) : 0
    if (nextDown === 0 && nextUp === 0) break
    if (nextUp > nextDown) {
      high += 1
      up = nextUp
      covered += nextUp
    } else {
      low -= 1
      down = nextDown
      covered += nextDown
    }
  }
  return { below: low, above: high + 1 }
}
