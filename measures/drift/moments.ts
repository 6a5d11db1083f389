import type { ExactValues, FixedPointSums, GridCounts } from './column.ts'

/** Mean and standard deviation (of the rows themselves, ddof 0); `exact` tells whether they come from a grid's middles. */
export type Moments = { mean: number; deviation: number; exact: boolean }

/** Mean and deviation of a column, from its fixed-point sums where it has them; null without values. */
export function momentsOf(
  values: ExactValues | GridCounts,
  sums: FixedPointSums | undefined,
  rows: number,
): Moments | null {
  if (rows === 0) return null
  if (sums !== undefined) return momentsOfSums(sums, rows)
  return values.mode === 'exact'
    ? { ...weighted(values.values, values.counts, rows), exact: true }
    : { ...weighted(middles(values), everyCount(values), rows), exact: false }
}

/** Whole numbers throughout: n·Σx² − (Σx)² cancels without loss before it is rounded once. */
function momentsOfSums({ scale, sum, squares }: FixedPointSums, rows: number): Moments {
  if (!(scale > 0) || !Number.isFinite(scale))
    throw new RangeError(`The scale of sums is a positive number, not ${scale}.`)
  const n = BigInt(rows)
  const spread = n * squares - sum * sum
  if (spread < 0n) throw new RangeError('The sum of squares is too small for the sum: both must be of the same rows.')
  return { mean: Number(sum) / rows / scale, deviation: Math.sqrt(Number(spread)) / rows / scale, exact: true }
}

/** In units of the largest value, so that squares of very large and very small values stay within range. */
function weighted(values: ArrayLike<number>, counts: ArrayLike<number>, rows: number) {
  let unit = 0
  for (let index = 0; index < values.length; index += 1) unit = Math.max(unit, Math.abs(values[index] ?? 0))
  if (unit === 0) return { mean: 0, deviation: 0 }
  // A power of two multiplies without rounding, so that the digits are those of the plain formula.
  const scale = 2 ** Math.min(1000, Math.max(-1000, Math.floor(Math.log2(unit))))
  const perScale = 1 / scale
  let sum = 0
  for (let index = 0; index < values.length; index += 1) sum += (values[index] ?? 0) * perScale * (counts[index] ?? 0)
  const mean = sum / rows
  let squares = 0
  for (let index = 0; index < values.length; index += 1) {
    const apart = (values[index] ?? 0) * perScale - mean
    squares += apart * apart * (counts[index] ?? 0)
  }
  return { mean: mean * scale, deviation: Math.sqrt(squares / rows) * scale }
}

function middles({ low, high, counts, min, max }: GridCounts): number[] {
  const width = (high - low) / counts.length
  const inside = Array.from({ length: counts.length }, (_, bin) => low + (bin + 0.5) * width)
  return [((min ?? low) + low) / 2, ...inside, ((max ?? high) + high) / 2]
}

function everyCount({ counts, below, above }: GridCounts): number[] {
  return [below, ...Array.from(counts), above]
}
