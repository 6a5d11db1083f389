import type { Line } from './line.ts'
import { resampler, type Resampler, upperQuantile } from './resample.ts'
import { type ShareDistances, shareDistances } from './share-distances.ts'

/** How noise is measured: `level` of the resampled distances lie at or below the floor. */
export type FloorOptions = { seed: number; replicates: number; level: number }

/**
 * What distances of these sizes show by chance: `floor` is the quantile of the distance of two samples that the pooled rows are split into at random,
 * `margin` the half-width within which the true distance lies (at least the floor; also the error of both samples about themselves).
 */
export type NoiseOfDistance = { floor: number; margin: number }

/**
 * The noise of the Wasserstein distance. |distance − true distance| ≤ ∫|(F* − F) − (G* − G)|, a norm, so the resampled norm bounds
 * the error of the estimate. The axis is cut into some 80 cells of the pooled data, finer in the tails, with the width that each end of a
 * cell stands for.
 */
export function wassersteinNoise(line: Line, { seed, replicates, level }: FloorOptions): NoiseOfDistance {
  const cells = coarse(line)
  const [own, other] = [cells.map(({ r }) => r / line.n), cells.map(({ w }) => w / line.m)]
  const pooled = cells.map(({ r, w }) => r + w)
  const source = resampler(seed)
  const normOf = (f: ArrayLike<number>, g: ArrayLike<number>) => {
    let [before, after, norm] = [0, 0, 0]
    for (const [index, { widthOfStart, widthOfEnd }] of cells.entries()) {
      after = before + (f[index] ?? 0) - (g[index] ?? 0)
      norm += Math.abs(before) * widthOfStart + Math.abs(after) * widthOfEnd
      before = after
    }
    return norm
  }
  const split = source.split(pooled, line.m)
  const byChance = Array.from({ length: replicates }, () => {
    const [r, w] = parted(pooled, split())
    return normOf(sharesOf(r), sharesOf(w))
  })
  const errors = Array.from({ length: replicates }, () =>
    normOf(source.deviation(own, line.n), source.deviation(other, line.m)),
  )
  const floor = upperQuantile(byChance, level)
  return { floor, margin: Math.max(floor, upperQuantile(errors, level)) }
}

/** The two samples of a split of pooled rows. */
function parted(pooled: ArrayLike<number>, drawn: Float64Array): [rest: Float64Array, drawn: Float64Array] {
  return [drawn.map((count, cell) => (pooled[cell] ?? 0) - count), drawn]
}

/** The noise of every distance of shares, and the margin of the total variation (a norm as well). Bins must be the same in both lists. */
export function shareNoise(
  reference: ArrayLike<number>,
  window: ArrayLike<number>,
  { seed, replicates, level }: FloorOptions,
): { floor: Omit<ShareDistances, 'psiOfFilled'>; margin: number; replicates: number } {
  const cells = reference.length
  // With very many categories each replicate is dear and, summed over them, steadier.
  const rounds = cells > 1000 ? Math.min(replicates, 50) : replicates
  const [p, q] = [sharesOf(reference), sharesOf(window)]
  const pooled = Array.from({ length: cells }, (_, i) => (reference[i] ?? 0) + (window[i] ?? 0))
  const [n, m] = [total(reference), total(window)]
  const source = resampler(seed)
  const split = source.split(pooled, m)
  const drawn: ShareDistances[] = []
  const errors: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const distances = shareDistances(...parted(pooled, split()))
    if (distances !== null) drawn.push(distances)
    errors.push(errorNorm(source, { p, q, n, m }))
  }
  const floorOf = (name: keyof ShareDistances) =>
    upperQuantile(
      drawn.map((one) => one[name]),
      level,
    )
  const floor = {
    js_divergence_ln: floorOf('js_divergence_ln'),
    js_distance_ln: floorOf('js_distance_ln'),
    js_distance_2: floorOf('js_distance_2'),
    hellinger: floorOf('hellinger'),
    total_variation: floorOf('total_variation'),
    psi: floorOf('psi'),
  }
  return { floor, margin: Math.max(floor.total_variation, upperQuantile(errors, level)), replicates: rounds }
}

function errorNorm(
  source: Resampler,
  { p, q, n, m }: { p: Float64Array; q: Float64Array; n: number; m: number },
): number {
  const [f, g] = [source.deviation(p, n), source.deviation(q, m)]
  return f.reduce((sum, one, index) => sum + Math.abs(one - (g[index] ?? 0)) / 2, 0)
}

/** `r` and `w` rows; the distance at the start and at the end of a cell counts for a width each. */
type Cell = { r: number; w: number; widthOfStart: number; widthOfEnd: number }

const cuts = [
  ...Array.from({ length: 6 }, (_, i) => 2 ** -(12 - i)),
  ...Array.from({ length: 63 }, (_, i) => (i + 1) / 64),
  ...Array.from({ length: 6 }, (_, i) => 1 - 2 ** -(7 + i)),
]

function coarse({ mode, n, m, parts }: Line): Cell[] {
  const rows = n + m
  const half = mode === 'exact' ? 1 : 0.5
  const cells: Cell[] = []
  let [passed, cut] = [0, 0]
  let next = (cuts[cut] ?? 1) * rows
  // Of the cell so far: its rows, the width of its gaps, and each gap by the rows of the cell before it.
  let [r, w, width, weighted] = [0, 0, 0, 0]
  for (const { reference, window, gaps, length } of parts()) {
    for (let step = 0; step < length; step += 1) {
      const ofReference = reference[step] ?? 0
      const ofWindow = window[step] ?? 0
      const gap = gaps[step] ?? 0
      const here = ofReference + ofWindow
      weighted += (r + w + here * half) * gap
      width += gap
      r += ofReference
      w += ofWindow
      passed += here
      if (passed < next) continue
      while (cut < cuts.length && passed >= (cuts[cut] ?? 1) * rows) cut += 1
      next = (cuts[cut] ?? 1) * rows
      cells.push(cellOf(r, w, width, weighted))
      r = w = width = weighted = 0
    }
  }
  if (r + w + width > 0) cells.push(cellOf(r, w, width, weighted))
  return cells
}

/** A gap belongs to the two ends of its cell by how much of the cell's rows lie before it. */
function cellOf(r: number, w: number, width: number, weighted: number): Cell {
  const widthOfEnd = r + w === 0 ? width : weighted / (r + w)
  return { r, w, widthOfStart: width - widthOfEnd, widthOfEnd }
}

function sharesOf(counts: ArrayLike<number>): Float64Array {
  const rows = total(counts)
  return Float64Array.from(counts, (count) => (rows === 0 ? 0 : count / rows))
}

function total(counts: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < counts.length; index += 1) sum += counts[index] ?? 0
  return sum
}
