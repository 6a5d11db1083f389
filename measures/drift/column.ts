/**
 * What an engine hands over of each column of a reference or of a window: a small table, never rows. `rows` is always the sum of `nulls`,
 * `notFinite` and the counts. All counts are non-negative safe integers.
 */
export type DriftColumn = NumberColumn | CategoryColumn

/**
 * A column of numbers. `notFinite` are rows whose number is NaN or infinite: they have no place on the axis, so they are counted and tested
 * on their own, as nulls are. `sums` give mean and deviation exactly and are wanted in the binned mode; the exact mode does without.
 */
export type NumberColumn = {
  column: string
  kind: 'number'
  rows: number
  nulls: number
  notFinite?: number
  values: ExactValues | GridCounts
  sums?: FixedPointSums
}

/** Every distinct value once, strictly ascending, with its count: `counts[i]` rows hold `values[i]`. Typed arrays are welcome. */
export type ExactValues = { mode: 'exact'; values: ArrayLike<number>; counts: ArrayLike<number> }

/**
 * Counts on a grid of equal bins: bin i is [low + i·w, low + (i+1)·w) with w = (high − low)/counts.length, the last one closed. A window is
 * counted on the grid of its reference (`gridOf`), so values may lie outside: `below` < low, `above` > high, and `min` and `max` are
 * the least and the greatest value there is (null where there is none). A grid of a constant column has low = high and one bin.
 * `whole` says that every value is a whole number: bins narrower than 1 then lose nothing, and the comparison is exact.
 */
export type GridCounts = {
  mode: 'binned'
  low: number
  high: number
  counts: ArrayLike<number>
  below: number
  above: number
  min: number | null
  max: number | null
  whole?: boolean
}

/** The sums of round(x·scale) and of round(x·scale)² over the finite values: whole numbers, so that no order of adding changes them. */
export type FixedPointSums = { scale: number; sum: bigint; squares: bigint }

/** A column of categories (text, booleans, codes): each value once with its count, in any order. Values are text; null counts apart. */
export type CategoryColumn = {
  column: string
  kind: 'category'
  rows: number
  nulls: number
  counts: readonly CategoryCount[]
}

/** How many rows hold a value. A list and not a record, so that a value named like a built-in property is a value like any other. */
export type CategoryCount = { value: string; count: number }

/** The grid on which the engine counts a window. */
export type Grid = { low: number; high: number; bins: number }

/** How many bins the grid of a column has unless asked otherwise. */
export const usualBins = 2048

/**
 * Checks that a column's counts add up to its rows and that its values are finite, ascending and inside of what it says.
 *
 * @throws RangeError naming the column and what is wrong.
 */
export function checkColumn(column: DriftColumn): void {
  const wrong = column.kind === 'number' ? faultOfNumbers(column) : faultOfCategories(column)
  if (wrong !== null) throw new RangeError(`Column ${JSON.stringify(column.column)}: ${wrong}`)
}

/** How many rows of a column hold a value that can be compared. */
export function filled(column: DriftColumn): number {
  return column.rows - column.nulls - (column.kind === 'number' ? (column.notFinite ?? 0) : 0)
}

function faultOfNumbers(column: NumberColumn): string | null {
  const { values } = column
  const fault = values.mode === 'exact' ? faultOfExact(values) : faultOfGrid(values)
  if (fault !== null) return fault
  const outside = values.mode === 'exact' ? [] : [values.below, values.above]
  return faultOfTotal(column.rows, [column.nulls, column.notFinite ?? 0, ...outside], values.counts)
}

function faultOfCategories({ rows, nulls, counts }: CategoryColumn): string | null {
  if (new Set(counts.map(({ value }) => value)).size !== counts.length) return 'a category is listed twice.'
  return faultOfTotal(
    rows,
    [nulls],
    counts.map(({ count }) => count),
  )
}

function faultOfExact({ values, counts }: ExactValues): string | null {
  if (values.length !== counts.length) return `${values.length} values have ${counts.length} counts.`
  for (let index = 1; index < values.length; index += 1) {
    if (!((values[index] ?? 0) > (values[index - 1] ?? 0))) return faultOfValue(values[index] ?? 0)
  }
  // Of values that ascend, only the ends may be infinite.
  for (const end of [values[0] ?? 0, values[values.length - 1] ?? 0])
    if (!Number.isFinite(end)) return faultOfValue(end)
  const [least, greatest] = [values[0] ?? 0, values[values.length - 1] ?? 0]
  return Number.isFinite(greatest - least) ? null : `${least} and ${greatest} are too far apart to be subtracted.`
}

function faultOfValue(value: number): string {
  if (!Number.isFinite(value)) return `${value} is not a finite number: count such rows as notFinite.`
  return `values must ascend strictly, but ${value} does not.`
}

function faultOfGrid({ low, high, counts, below, above, min, max }: GridCounts): string | null {
  if (!Number.isFinite(low) || !Number.isFinite(high) || !Number.isFinite(high - low)) {
    return 'the grid must have finite bounds that are a finite distance apart.'
  }
  if (high < low || counts.length < 1) return `the grid from ${low} to ${high} with ${counts.length} bins is none.`
  if (high === low && counts.length !== 1) return 'a grid of one point has one bin.'
  if ((below > 0 && !(min !== null && min < low)) || (above > 0 && !(max !== null && max > high))) {
    return 'rows outside of the grid need the least and the greatest value there is.'
  }
  for (const bound of [min, max]) if (bound !== null && !Number.isFinite(bound)) return `${bound} is not finite.`
  return null
}

function faultOfTotal(rows: number, apart: readonly number[], counts: ArrayLike<number>): string | null {
  let total = 0
  for (const count of apart) {
    if (!Number.isSafeInteger(count) || count < 0) return `${count} is not a count.`
    total += count
  }
  for (let index = 0; index < counts.length; index += 1) {
    const count = counts[index] ?? -1
    if (!Number.isSafeInteger(count) || count < 0) return `${count} is not a count.`
    total += count
  }
  return total === rows ? null : `its counts add up to ${total}, but it has ${rows} rows.`
}
