import type { Uniform } from '../bootstrap/seeded-uniform.ts'

/** A density with one peak over a bounded line, cut into equal cells under a staircase. */
export type DrawTable = {
  low: number
  width: number
  /** of the staircase over each cell, and a height below which everything in the cell is under the density */
  above: Float64Array
  below: Float64Array
  /** Walker's alias method over the cells */
  keep: Float64Array
  alias: Int32Array
  density: (x: number) => number
}

const cells = 512

/**
 * Prepares draws from a density that rises up to its peak and falls from there (any constant factor). Draws from the table are exact, not
 * interpolated: a point under the staircase is kept when it lies under the density, which is looked at only between the two heights of a
 * cell, about once in a hundred draws.
 */
export function drawTable(
  density: (x: number) => number,
  { low, peak, high }: { low: number; peak: number; high: number },
): DrawTable {
  const width = (high - low) / cells
  const above = new Float64Array(cells)
  const below = new Float64Array(cells)
  let left = density(low)
  for (let cell = 0; cell < cells; cell += 1) {
    const [from, to] = [low + cell * width, low + (cell + 1) * width]
    const right = density(to)
    above[cell] = peak >= from && peak <= to ? density(peak) : Math.max(left, right)
    below[cell] = Math.min(left, right)
    left = right
  }
  return { low, width, above, below, ...aliasOf(above), density }
}

/**
 * Walker's alias table: cell k comes with the share weight[k]/Σ weights for one draw, in a time that does not depend on their number.
 * Source: A. J. Walker (1977), ACM Transactions on Mathematical Software 3, 253–256; filled as M. D. Vose (1991) does.
 */
function aliasOf(weights: Float64Array): { keep: Float64Array; alias: Int32Array } {
  let total = 0
  for (const weight of weights) total += weight
  const scaled = Float64Array.from(weights, (weight) => (weight * weights.length) / total)
  const keep = new Float64Array(weights.length).fill(1)
  const alias = Int32Array.from(weights, (_, cell) => cell)
  const poor = [...scaled.keys()].filter((cell) => (scaled[cell] ?? 0) < 1)
  const rich = [...scaled.keys()].filter((cell) => (scaled[cell] ?? 0) >= 1)
  for (;;) {
    const [giver, taker] = [rich.at(-1), poor.pop()]
    if (giver === undefined || taker === undefined) return { keep, alias }
    const has = scaled[taker] ?? 0
    keep[taker] = has
    alias[taker] = giver
    const left = (scaled[giver] ?? 0) - (1 - has)
    scaled[giver] = left
    if (left < 1) {
      rich.pop()
      poor.push(giver)
    }
  }
}

/** Writes so many draws from the density of the table to the beginning of `out`. */
export function fillFrom(table: DrawTable, uniform: Uniform, out: Float64Array, count: number): void {
  const { low, width, above, below, keep, alias, density } = table
  for (let at = 0; at < count; ) {
    const place = uniform() * cells
    const column = Math.floor(place)
    const [rest, kept] = [place - column, keep[column] ?? 0]
    // What is left of the number once it has chosen the cell is evenly spread too, and places the point within.
    const stays = rest < kept
    const cell = stays ? column : (alias[column] ?? 0)
    const x = low + (cell + (stays ? rest / kept : (rest - kept) / (1 - kept))) * width
    const height = uniform() * (above[cell] ?? 0)
    if (height >= (below[cell] ?? 0) && height >= density(x)) continue
    out[at] = x
    at += 1
  }
}
