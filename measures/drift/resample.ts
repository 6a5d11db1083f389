import binomial from '@stdlib/random-base-binomial'
import mt19937 from '@stdlib/random-base-mt19937'

/** Seeded draws of samples from given shares: same seed, same draws, on every machine. */
export type Resampler = {
  /** Counts of a multinomial sample of `rows` rows; `shares` add up to 1. */
  multinomial: (shares: ArrayLike<number>, rows: number) => Float64Array
  /** Shares of such a sample minus `shares`: from the sample itself up to 2,000 rows, from its normal limit above. */
  deviation: (shares: ArrayLike<number>, rows: number) => Float64Array
}

const smallSample = 2000

/** A source of samples. @throws RangeError if the seed is no non-negative whole number. */
export function resampler(seed: number): Resampler {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`A seed is a non-negative whole number, not ${seed}.`)
  const whole = mt19937.factory({ seed: (seed % 0xfffffffe) + 1 })
  const uniform = () => whole() / 2 ** 32
  const draw = binomial.factory({ prng: uniform })
  const multinomial = (shares: ArrayLike<number>, rows: number) =>
    rows <= smallSample ? rowByRow(shares, rows, uniform) : cellByCell(shares, rows, draw)
  const deviation = (shares: ArrayLike<number>, rows: number) => {
    if (rows > smallSample) return normalLimit(shares, rows, uniform)
    const counts = rowByRow(shares, rows, uniform)
    for (let cell = 0; cell < counts.length; cell += 1) {
      counts[cell] = (counts[cell] ?? 0) / rows - (shares[cell] ?? 0)
    }
    return counts
  }
  return { multinomial, deviation }
}

function rowByRow(shares: ArrayLike<number>, rows: number, uniform: () => number): Float64Array {
  const ends = new Float64Array(shares.length)
  let sum = 0
  for (let cell = 0; cell < ends.length; cell += 1) {
    sum += shares[cell] ?? 0
    ends[cell] = sum
  }
  const counts = new Float64Array(shares.length)
  for (let row = 0; row < rows; row += 1) {
    const at = uniform() * sum
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    counts[low] = (counts[low] ?? 0) + 1
  }
  return counts
}

function cellByCell(
  shares: ArrayLike<number>,
  rows: number,
  draw: (trials: number, chance: number) => number,
): Float64Array {
  const counts = new Float64Array(shares.length)
  let [left, rest] = [rows, 1]
  for (let cell = 0; cell < counts.length && left > 0; cell += 1) {
    const share = shares[cell] ?? 0
    if (share <= 0) continue
    const chance = share / rest
    const drawn = cell === counts.length - 1 || chance >= 1 ? left : draw(left, chance)
    counts[cell] = drawn
    left -= drawn
    rest -= share
  }
  return counts
}

/** The covariance of a multinomial: √p·z − p·Σ√p·z has it for independent normal z. */
function normalLimit(shares: ArrayLike<number>, rows: number, uniform: () => number): Float64Array {
  const result = new Float64Array(shares.length)
  let total = 0
  for (let cell = 0; cell < result.length; cell += 1) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
    const part = Math.sqrt(shares[cell] ?? 0) * radius * Math.cos(2 * Math.PI * uniform())
    result[cell] = part
    total += part
  }
  const scale = 1 / Math.sqrt(rows)
  for (let cell = 0; cell < result.length; cell += 1) {
    result[cell] = ((result[cell] ?? 0) - (shares[cell] ?? 0) * total) * scale
  }
  return result
}

/** The empirical quantile that at least `level` of the values do not exceed. */
export function upperQuantile(values: readonly number[], level: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(level * sorted.length) - 1)] ?? 0
}
