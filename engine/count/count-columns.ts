import type { CategoryColumn, FixedPointSums, Grid, GridCounts, NumberColumn } from '@assay/measures/drift/columns'
import type { CellSource, Row, SourceColumn } from '../cell-source.ts'
import { refuse } from '../sources/problem.ts'
import { Statement } from '../sql/statement.ts'
import { columnSql } from './resolve.ts'

/** Counts of one column: rows, nulls and the rest as its kind asks for. */
export type Counted = { source: CellSource; missing: string[]; rows: number }

/** A category column of more values than this is text or a name of rows. */
export const mostCategories = 100_000

/** Every value of a column with its rows. */
export async function countCategories(
  { source, missing, rows }: Counted,
  column: SourceColumn,
): Promise<CategoryColumn> {
  const { dialect } = source
  const statement = new Statement(dialect)
  const value = columnSql(source, statement, missing)(column.name)
  const counted = `SELECT ${value} AS v, ${dialect.count} AS n FROM ${source.from} GROUP BY v`
  const found = await source.rows(
    statement.query(`SELECT ${dialect.text('v')}, n FROM (${counted}) AS g LIMIT ${mostCategories + 1}`),
  )
  if (found.length > mostCategories) {
    refuse(
      'columns',
      `column "${column.name}" has more than ${mostCategories} distinct texts; name the columns to compare, without it`,
    )
  }
  let nulls = 0
  const counts: { value: string; count: number }[] = []
  for (const [text, n] of found) {
    if (typeof text === 'string') counts.push({ value: text, count: Number(n) })
    else nulls += Number(n)
  }
  return {
    column: column.name,
    kind: 'category',
    rows,
    nulls,
    counts: counts.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  }
}

/** Scaled values stay in whole numbers whose squares fit 64 bits. */
const largest = 1_000_000_000

/** A power of ten that brings every value of the grid into ± 1e9; the same for a reference and its windows. */
export function scaleOf({ low, high }: Grid): number {
  const most = Math.max(Math.abs(low), Math.abs(high))
  return most === 0 ? 1 : 10 ** Math.floor(Math.log10(largest / most))
}

/**
 * Numbers on the grid of their reference. `sums` adds whole-number sums for mean and deviation, which a reference is frozen with and a window
 * does without. A value falls into the bin that `binOf` of the measures gives it: the same operations in the same order.
 */
export async function countOnGrid(
  { source, missing, rows }: Counted,
  column: SourceColumn,
  grid: Grid & { sums: boolean },
): Promise<NumberColumn> {
  const { dialect } = source
  const statement = new Statement(dialect)
  const valueOf = columnSql(source, statement, missing)
  const [low, high, scale] = [grid.low, grid.high, scaleOf(grid)]
  const bins = low === high ? 1 : grid.bins
  const inside =
    bins === 1
      ? '0'
      : `least(${bins - 1}, CAST(floor((x - ${statement.number(low)}) / ${statement.number(high - low)} * ${bins}) AS INTEGER))`
  // -1 below, -2 above, -3 not finite, -4 nobody: what has no place on the grid is counted beside it.
  const place =
    `CASE WHEN x BETWEEN ${statement.number(low)} AND ${statement.number(high)} THEN ${inside} WHEN v IS NULL THEN -4 ` +
    `WHEN x IS NULL OR NOT ${dialect.finite('x')} THEN -3 WHEN x < ${statement.number(low)} THEN -1 ELSE -2 END`
  const scaled = () =>
    `CASE WHEN abs(x) <= ${statement.number((2 * largest) / scale)} THEN CAST(round(x * ${statement.number(scale)}) AS BIGINT) END`
  const [r, sums] = grid.sums
    ? [`, ${scaled()} AS r`, 'count(r), CAST(sum(r) AS VARCHAR), CAST(sum(r * r) AS VARCHAR)']
    : ['', '0, NULL, NULL']
  const from = `(SELECT ${valueOf(column.name)} AS v, ${dialect.number(valueOf(column.name))} AS x FROM ${source.from}) AS s`
  const found = await source.rows(
    statement.query(
      `SELECT b, count(*), min(x), max(x), ${sums} FROM (SELECT ${place} AS b, x${r} FROM ${from}) AS t GROUP BY b`,
    ),
  )
  return gridColumn(column.name, rows, { low, high, bins }, grid.sums ? scale : null, found)
}

function gridColumn(column: string, rows: number, grid: Grid, scale: number | null, found: Row[]): NumberColumn {
  const counts = new Float64Array(grid.bins)
  const apart = new Map<number, number>()
  let [min, max, summed, finite]: [number | null, number | null, number, number] = [null, null, 0, 0]
  // Where no bin holds two values and each of them is whole, the grid loses nothing.
  let whole = true
  const sums: FixedPointSums = { scale: scale ?? 1, sum: 0n, squares: 0n }
  for (const [place, n, least, most, ofSums, sum, squares] of found) {
    const at = Number(place)
    const count = Number(n)
    if (at < 0) apart.set(at, (apart.get(at) ?? 0) + count)
    else counts[at] = (counts[at] ?? 0) + count
    if (at <= -3) continue
    finite += count
    whole &&= least === most && Number.isSafeInteger(least)
    summed += Number(ofSums)
    if (typeof least === 'number') min = min === null ? least : Math.min(min, least)
    if (typeof most === 'number') max = max === null ? most : Math.max(max, most)
    sums.sum += BigInt(String(sum ?? '0'))
    sums.squares += BigInt(String(squares ?? '0'))
  }
  const values: GridCounts = {
    mode: 'binned',
    low: grid.low,
    high: grid.high,
    counts,
    below: apart.get(-1) ?? 0,
    above: apart.get(-2) ?? 0,
    min,
    max,
    ...(whole && finite > 0 ? { whole } : {}),
  }
  return {
    column,
    kind: 'number',
    rows,
    nulls: apart.get(-4) ?? 0,
    notFinite: apart.get(-3) ?? 0,
    values,
    // Sums of some values only would be a mean of nobody: where one value is too far away, there are none.
    ...(scale !== null && summed === finite ? { sums } : {}),
  }
}
