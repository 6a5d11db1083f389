import { type Binomial, binomialDraws, seededUniform } from '../bootstrap/random.ts'

/** Seeded draws of samples from given shares: same seed, same draws, on every machine. */
export type Resampler = {
  /**
   * A source of random splits of pooled rows, `counts[i]` of them in cell i: each call tells how many of `rows` rows that are drawn without
   * putting back fall into each cell. Up to 50,000 pooled rows exactly; above, each row is drawn on its own, so that the total varies a little.
   */
  split: (counts: ArrayLike<number>, rows: number) => () => Float64Array
  /** Deals rows to so many cells at random, each as likely as the others. */
  deal: (rows: number, cells: number) => Float64Array
  /** Shares of such a sample minus `shares`: from the sample itself up to 500 rows, from its normal limit above. */
  deviation: (shares: ArrayLike<number>, rows: number) => Float64Array
}

const smallSample = 500
const smallPool = 50_000

/** A source of samples. @throws RangeError if the seed is no non-negative whole number. */
export function resampler(seed: number): Resampler {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`A seed is a non-negative whole number, not ${seed}.`)
  const uniform = seededUniform((seed % 0xfffffffe) + 1)
  const draw = binomialDraws(uniform)
  const split = (counts: ArrayLike<number>, rows: number) => {
    let pooled = 0
    for (let cell = 0; cell < counts.length; cell += 1) pooled += counts[cell] ?? 0
    if (rows < 0 || rows > pooled) throw new RangeError(`${rows} rows cannot be drawn from ${pooled}.`)
    return pooled <= smallPool ? shuffled(counts, { rows, pooled }, uniform) : thinned(counts, rows / pooled, draw)
  }
  const deal = (rows: number, cells: number) => {
    if (rows > smallSample) return cellByCell(new Float64Array(cells).fill(1 / cells), rows, draw)
    const counts = new Float64Array(cells)
    for (let row = 0; row < rows; row += 1) {
      const cell = Math.floor(uniform() * cells)
      counts[cell] = (counts[cell] ?? 0) + 1
    }
    return counts
  }
  const deviation = (shares: ArrayLike<number>, rows: number) => {
    if (rows > smallSample) return normalLimit(shares, rows, uniform)
    const counts = rowByRow(shares, rows, uniform)
    for (let cell = 0; cell < counts.length; cell += 1) {
      counts[cell] = (counts[cell] ?? 0) / rows - (shares[cell] ?? 0)
    }
    return counts
  }
  return { split, deal, deviation }
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

/** Draws by shuffling the front of a list of all rows; a list that was shuffled before serves the next draw as well. */
function shuffled(
  counts: ArrayLike<number>,
  { rows, pooled }: { rows: number; pooled: number },
  uniform: () => number,
): () => Float64Array {
  const cellOfRow = new Uint32Array(pooled)
  let row = 0
  for (let cell = 0; cell < counts.length; cell += 1) {
    const end = row + (counts[cell] ?? 0)
    cellOfRow.fill(cell, row, end)
    row = end
  }
  return () => {
    const drawn = new Float64Array(counts.length)
    for (let place = 0; place < rows; place += 1) {
      const other = place + Math.floor(uniform() * (pooled - place))
      const cell = cellOfRow[other] ?? 0
      cellOfRow[other] = cellOfRow[place] ?? 0
      cellOfRow[place] = cell
      drawn[cell] = (drawn[cell] ?? 0) + 1
    }
    return drawn
  }
}

function thinned(counts: ArrayLike<number>, chance: number, draw: Binomial): () => Float64Array {
  return () => Float64Array.from(counts, (count) => draw(count, chance))
}

function cellByCell(shares: ArrayLike<number>, rows: number, draw: Binomial): Float64Array {
  const counts = new Float64Array(shares.length)
  let [left, rest] = [rows, 1]
  for (let cell = 0; cell < counts.length && left > 0; cell += 1) {
    const share = shares[cell] ?? 0
    if (share <= 0) continue
    const chance = share / rest
    const drawn = cell === counts.length - 1 ? left : draw(left, chance)
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

/**
 * The quantile of resampled values that one more value of the same kind exceeds with a chance of at most 1 − level (where there are enough
 * replicates for that, else the largest).
 */
export function upperQuantile(values: readonly number[], level: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length, Math.ceil(level * (sorted.length + 1))) - 1] ?? 0
}
