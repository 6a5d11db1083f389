import type { ExactValues, GridCounts } from './column.ts'

/**
 * Two samples on one axis, as steps from left to right: after `reference[i]` and `window[i]` rows comes a gap of `gaps[i]`. In the exact
 * mode a step is a distinct value and the gap leads to the next one; in the binned mode a step is a bin and the gap its width. Steps
 * come part by part, so that those of long columns are never in memory at once. `n` and `m` are the rows of the reference and the window.
 */
export type Line = { mode: 'exact' | 'binned'; n: number; m: number; parts: () => Iterable<Steps> }

/** The first `length` entries of each are steps. They are reused for the next part. */
export type Steps = { reference: Float64Array; window: Float64Array; gaps: Float64Array; length: number }

/**
 * Distances of two distributions on one axis, with the range in which the exact ones lie: a single point in the exact mode.
 */
export type LineDistances = {
  ks: number
  wasserstein: number
  ksRange: [number, number]
  wassersteinRange: [number, number]
}

/** So many steps fit into the caches of a processor. */
const stepsOfPart = 4096

/** Lays two lists of distinct values over each other. Linear in their lengths. */
export function lineOfValues(reference: ExactValues, window: ExactValues): Line {
  const parts = () => partsOfValues(reference, window)
  return { mode: 'exact', n: sum(reference.counts), m: sum(window.counts), parts }
}

function* partsOfValues(reference: ExactValues, window: ExactValues): Iterable<Steps> {
  const part = newPart(stepsOfPart)
  const places = { reference: 0, window: 0 }
  while (places.reference < reference.values.length || places.window < window.values.length) {
    part.length = fillPart(part, places, reference, window)
    yield part
  }
}

/** Lays the next values over each other, from `places` on: apart from the generator, whose own variables are slow ones. */
function fillPart(
  { reference, window, gaps }: Steps,
  places: { reference: number; window: number },
  one: ExactValues,
  other: ExactValues,
): number {
  const [before, now, ofBefore, ofNow] = [one.values, other.values, one.counts, other.counts]
  const [ends, otherEnds] = [before.length, now.length]
  let i = places.reference
  let j = places.window
  let step = 0
  // The values first, of which the gaps are made below.
  for (; step < stepsOfPart && i < ends && j < otherEnds; step += 1) {
    const left = before[i] ?? 0
    const right = now[j] ?? 0
    gaps[step] = left < right ? left : right
    reference[step] = left <= right ? (ofBefore[i] ?? 0) : 0
    window[step] = right <= left ? (ofNow[j] ?? 0) : 0
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  for (; step < stepsOfPart && i < ends; step += 1, i += 1) {
    gaps[step] = before[i] ?? 0
    reference[step] = ofBefore[i] ?? 0
    window[step] = 0
  }
  for (; step < stepsOfPart && j < otherEnds; step += 1, j += 1) {
    gaps[step] = now[j] ?? 0
    reference[step] = 0
    window[step] = ofNow[j] ?? 0
  }
  for (let at = 0; at < step - 1; at += 1) gaps[at] = (gaps[at + 1] ?? 0) - (gaps[at] ?? 0)
  const last = gaps[step - 1] ?? 0
  gaps[step - 1] = nextOf(i < ends ? before[i] : undefined, j < otherEnds ? now[j] : undefined, last) - last
  places.reference = i
  places.window = j
  return step
}

/** The value after the last of a part; after the last of all there is no gap. */
function nextOf(left: number | undefined, right: number | undefined, last: number): number {
  if (left === undefined) return right ?? last
  return right === undefined ? left : Math.min(left, right)
}

function newPart(size: number): Steps {
  const [reference, window, gaps] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  return { reference, window, gaps, length: 0 }
}

/** Lays two histograms on one grid over each other; what lies outside is a bin of its own at either end. */
export function lineOfGrids(reference: GridCounts, window: GridCounts): Line {
  const bins = reference.counts.length
  const part = { ...newPart(bins + 2), length: bins + 2 }
  part.gaps.fill((reference.high - reference.low) / bins)
  const least = Math.min(reference.min ?? reference.low, window.min ?? window.low, reference.low)
  const greatest = Math.max(reference.max ?? reference.high, window.max ?? window.high, reference.high)
  part.gaps[0] = reference.low - least
  part.gaps[bins + 1] = greatest - reference.high
  part.reference.set([reference.below, ...Array.from(reference.counts), reference.above])
  part.window.set([window.below, ...Array.from(window.counts), window.above])
  return { mode: 'binned', n: sum(part.reference), m: sum(part.window), parts: () => [part] }
}

/**
 * The Kolmogorov–Smirnov distance max|F − G| and the Wasserstein distance ∫|F − G|dx, in the unit of the values. From a grid, F and G are
 * known at the edges of bins alone: `ks` is the largest distance at an edge, `wasserstein` takes both to be straight within a bin, and
 * the ranges say how far any arrangement of the rows within their bins could move them. Null where a sample is empty.
 */
export function lineDistances(line: Line): LineDistances | null {
  if (line.n === 0 || line.m === 0) return null
  return line.mode === 'exact' ? exactDistances(line) : gridDistances(line)
}

/** In whole numbers of n·m until the end, so that nothing is divided, and rounded, at each step. */
function exactDistances({ n, m, parts }: Line): LineDistances {
  let [apart, most, area] = [0, 0, 0]
  for (const { reference, window, gaps, length } of parts()) {
    for (let step = 0; step < length; step += 1) {
      apart += (reference[step] ?? 0) * m - (window[step] ?? 0) * n
      const size = Math.abs(apart)
      if (size > most) most = size
      area += size * (gaps[step] ?? 0)
    }
  }
  const [ks, wasserstein] = [most / (n * m), area / (n * m)]
  return { ks, wasserstein, ksRange: [ks, ks], wassersteinRange: [wasserstein, wasserstein] }
}

function gridDistances({ n, m, parts }: Line): LineDistances {
  let [f, g, before, ks, worst, wasserstein, low, high] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (const { reference, window, gaps, length } of parts()) {
    for (let step = 0; step < length; step += 1) {
      const r = reference[step] ?? 0
      const w = window[step] ?? 0
      const gap = gaps[step] ?? 0
      f += r
      g += w
      const after = f / n - g / m
      ks = Math.max(ks, Math.abs(after))
      // Within the bin F − G lies between F(before) − G(after) and F(after) − G(before).
      const [least, most] = [before - w / m, before + r / n]
      if (gap > 0) worst = Math.max(worst, most, -least)
      wasserstein += gap * straight(before, after)
      low += gap * Math.max(0, least, -most)
      high += gap * Math.max(most, -least)
      before = after
    }
  }
  const ksMost = Math.min(1, Math.max(ks, worst))
  return { ks, wasserstein, ksRange: [ks, ksMost], wassersteinRange: [low, Math.max(high, wasserstein)] }
}

/** The mean of |x| where x goes straight from `a` to `b`. */
function straight(a: number, b: number): number {
  if (a * b >= 0) return Math.abs(a + b) / 2
  return (a * a + b * b) / (2 * (Math.abs(a) + Math.abs(b)))
}

function sum(counts: ArrayLike<number>): number {
  let total = 0
  for (let at = 0; at < counts.length; at += 1) total += counts[at] ?? 0
  return total
}
