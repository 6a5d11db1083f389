import { type ExactValues, type Grid, type GridCounts, usualBins } from './column.ts'

/**
 * Two samples on one axis, as steps from left to right: after `reference[i]` and `window[i]` rows comes a gap of `gaps[i]`. In the exact
 * mode a step is a distinct value and the gap leads to the next one; in the binned mode a step is a bin and the gap its width.
 */
export type Line = {
  mode: 'exact' | 'binned'
  reference: Float64Array
  window: Float64Array
  gaps: Float64Array
  n: number
  m: number
}

/** Distances of two distributions on one axis, with the range in which the exact ones lie: a single point in the exact mode. */
export type LineDistances = {
  ks: number
  wasserstein: number
  ksRange: [number, number]
  wassersteinRange: [number, number]
}

/** Lays two lists of distinct values over each other. Linear in their lengths. */
export function lineOfValues(reference: ExactValues, window: ExactValues): Line {
  const [before, now] = [reference.values.length, window.values.length]
  const [ofReference, ofWindow, gaps] = threeOf(before + now)
  let [i, j, steps, last, n, m] = [0, 0, 0, 0, 0, 0]
  while (i < before || j < now) {
    const left = i < before ? (reference.values[i] ?? 0) : Number.POSITIVE_INFINITY
    const right = j < now ? (window.values[j] ?? 0) : Number.POSITIVE_INFINITY
    const here = left < right ? left : right
    if (left <= right) {
      const count = reference.counts[i++] ?? 0
      ofReference[steps] = count
      n += count
    }
    if (right <= left) {
      const count = window.counts[j++] ?? 0
      ofWindow[steps] = count
      m += count
    }
    if (steps > 0) gaps[steps - 1] = here - last
    last = here
    steps += 1
  }
  const cut = (array: Float64Array) => array.subarray(0, steps)
  return { mode: 'exact', reference: cut(ofReference), window: cut(ofWindow), gaps: cut(gaps), n, m }
}

function threeOf(size: number): [Float64Array, Float64Array, Float64Array] {
  return [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
}

/** Lays two histograms on one grid over each other; what lies outside is a bin of its own at either end. */
export function lineOfGrids(reference: GridCounts, window: GridCounts): Line {
  const bins = reference.counts.length
  const [ofReference, ofWindow, gaps] = threeOf(bins + 2)
  gaps.fill((reference.high - reference.low) / bins)
  const least = Math.min(reference.min ?? reference.low, window.min ?? window.low, reference.low)
  const greatest = Math.max(reference.max ?? reference.high, window.max ?? window.high, reference.high)
  gaps[0] = reference.low - least
  gaps[bins + 1] = greatest - reference.high
  ofReference.set([reference.below], 0)
  ofWindow.set([window.below], 0)
  for (let bin = 0; bin < bins; bin += 1) {
    ofReference[bin + 1] = reference.counts[bin] ?? 0
    ofWindow[bin + 1] = window.counts[bin] ?? 0
  }
  ofReference[bins + 1] = reference.above
  ofWindow[bins + 1] = window.above
  return { mode: 'binned', reference: ofReference, window: ofWindow, gaps, n: sum(ofReference), m: sum(ofWindow) }
}

/**
 * The Kolmogorov–Smirnov distance max|F − G| and the Wasserstein distance ∫|F − G|dx, in the unit of the values. From a grid, F and G are
 * known at the edges of bins alone: `ks` is the largest distance at an edge, `wasserstein` takes both to be straight within a bin, and
 * the ranges say how far any arrangement of the rows within their bins could move them. Null where a sample is empty.
 */
export function lineDistances({ mode, reference, window, gaps, n, m }: Line): LineDistances | null {
  if (n === 0 || m === 0) return null
  let [f, g, before, ks, worst, wasserstein, low, high] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let step = 0; step < gaps.length; step += 1) {
    const r = reference[step] ?? 0
    const w = window[step] ?? 0
    const gap = gaps[step] ?? 0
    f += r
    g += w
    const after = f / n - g / m
    ks = Math.max(ks, Math.abs(after))
    if (mode === 'exact') {
      wasserstein += Math.abs(after) * gap
    } else {
      // Within the bin F − G lies between F(before) − G(after) and F(after) − G(before).
      const [least, most] = [before - w / m, before + r / n]
      if (gap > 0) worst = Math.max(worst, most, -least)
      wasserstein += gap * straight(before, after)
      low += gap * Math.max(0, least, -most)
      high += gap * Math.max(most, -least)
    }
    before = after
  }
  if (mode === 'exact') return { ks, wasserstein, ksRange: [ks, ks], wassersteinRange: [wasserstein, wasserstein] }
  const ksMost = Math.min(1, Math.max(ks, worst))
  return { ks, wasserstein, ksRange: [ks, ksMost], wassersteinRange: [low, Math.max(high, wasserstein)] }
}

/** The mean of |x| where x goes straight from `a` to `b`. */
function straight(a: number, b: number): number {
  if (a * b >= 0) return Math.abs(a + b) / 2
  return (a * a + b * b) / (2 * (Math.abs(a) + Math.abs(b)))
}

/**
 * The bin of a value on a grid: ⌊(x − low) / (high − low) · bins⌋ in this order of operations, the highest value in the last bin; −1 below
 * and `bins` above. Whoever counts on a grid must use this very formula, since the last bit decides at an edge.
 */
export function binOf(value: number, { low, high, bins }: Grid): number {
  if (value < low) return -1
  if (value > high) return bins
  return high === low ? 0 : Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))
}

/** Counts distinct values on a grid. */
export function onGrid({ values, counts }: ExactValues, grid: Grid): GridCounts {
  const binned = Array.from({ length: grid.bins }, () => 0)
  let [below, above] = [0, 0]
  for (let index = 0; index < values.length; index += 1) {
    const bin = binOf(values[index] ?? 0, grid)
    const count = counts[index] ?? 0
    if (bin < 0) below += count
    else if (bin >= grid.bins) above += count
    else binned[bin] = (binned[bin] ?? 0) + count
  }
  const bounds = { min: values[0] ?? null, max: values.length === 0 ? null : (values[values.length - 1] ?? null) }
  let whole = true
  for (let index = 0; whole && index < values.length; index += 1) whole = Number.isSafeInteger(values[index])
  return { mode: 'binned', low: grid.low, high: grid.high, counts: binned, below, above, ...bounds, whole }
}

/**
 * Reads a grid of whole numbers as distinct values; null where bins hold more than one, or rows lie outside. (0.999: at a width of nearly 1
 * rounding could put two neighbours into one bin.)
 */
export function asWholeNumbers(grid: GridCounts): ExactValues | null {
  const { low, high, counts, below, above } = grid
  const bins = counts.length
  if (grid.whole !== true || below + above > 0 || !Number.isSafeInteger(low) || high - low > 0.999 * bins) return null
  const found: { value: number; count: number }[] = []
  for (let value = low; value <= high; value += 1) {
    const count = counts[binOf(value, { low, high, bins })] ?? 0
    if (count > 0) found.push({ value, count })
  }
  return { mode: 'exact', values: found.map(({ value }) => value), counts: found.map(({ count }) => count) }
}

/** The grid over all values of a column: one bin for a constant column; from 0 to 0 without values. */
export function gridOver({ values }: ExactValues, bins = usualBins): Grid {
  const [low, high] = [values[0] ?? 0, values[values.length - 1] ?? 0]
  return { low, high, bins: low === high ? 1 : bins }
}

function sum(counts: Float64Array): number {
  let total = 0
  for (const count of counts) total += count
  return total
}
