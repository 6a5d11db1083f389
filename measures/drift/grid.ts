import { type ExactValues, type Grid, type GridCounts, usualBins } from './column.ts'

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
