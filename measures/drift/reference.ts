import { quantilesOf } from '../scores/quantiles.ts'
import {
  checkColumn,
  type CategoryCount,
  type DriftColumn,
  type ExactValues,
  filled,
  type Grid,
  type GridCounts,
  type NumberColumn,
  usualBins,
} from './column.ts'
import { gridOver, onGrid } from './grid.ts'
import { momentsOf } from './moments.ts'

/**
 * What windows are compared with: plain JSON, complete without the rows that it was frozen from, and the same bytes for the same columns. It
 * names no file and no instant: whoever keeps it says beside it where it comes from, and signs it.
 */
export type DriftReference = { format: 'assay-drift-reference'; version: 1; columns: FrozenColumn[] }

export type FrozenColumn = FrozenNumbers | FrozenCategories

/**
 * A frozen column of numbers. `deciles.edges` are the distinct inner deciles; `counts` how many reference rows lie in each of the bins
 * (−∞, e₁], (e₁, e₂], …, (eₖ, ∞). From a grid the edges are ends of grid bins, `ends[i]` the number of grid bins up to edge i.
 */
export type FrozenNumbers = {
  column: string
  kind: 'number'
  rows: number
  nulls: number
  notFinite: number
  distribution: FrozenValues | FrozenGrid
  min: number | null
  max: number | null
  mean: number | null
  deviation: number | null
  deciles: { edges: number[]; ends?: number[]; counts: number[] }
}

/** Lists in what is kept; typed arrays where a column is frozen for a comparison at once. */
export type FrozenValues = { mode: 'exact'; values: ArrayLike<number>; counts: ArrayLike<number> }
export type FrozenGrid = { mode: 'binned'; low: number; high: number; counts: number[]; whole?: boolean }

/** A frozen column of categories, by falling count and then by value. */
export type FrozenCategories = {
  column: string
  kind: 'category'
  rows: number
  nulls: number
  counts: CategoryCount[]
}

/**
 * Freezes columns as the reference of later windows.
 *
 * @param mode 'as-counted' keeps exact values exact; 'binned' puts them on a grid of `bins` bins, which is small whatever the column.
 * @throws RangeError for a malformed column, a name that occurs twice, or a grid that does not hold all its values.
 */
export function freezeReference(
  columns: readonly DriftColumn[],
  { mode = 'as-counted', bins = usualBins }: { mode?: 'as-counted' | 'binned'; bins?: number } = {},
): DriftReference {
  if (!Number.isSafeInteger(bins) || bins < 1) throw new RangeError(`A grid has at least one bin, not ${bins}.`)
  const names = new Set<string>()
  for (const column of columns) {
    checkColumn(column)
    if (names.has(column.column)) throw new RangeError(`Column ${JSON.stringify(column.column)} is given twice.`)
    names.add(column.column)
  }
  return {
    format: 'assay-drift-reference',
    version: 1,
    columns: columns.map((column) => asLists(frozen(column, mode, bins))),
  }
}

/**
 * Freezes one column as it was counted, for a comparison at once: exact values are shared with `column` and not copied, so the result is no
 * plain JSON and not to be kept. `freezeReference` makes what is kept.
 *
 * @throws RangeError for a malformed column, or a grid that does not hold all its values.
 */
export function freezeColumn(column: DriftColumn): FrozenColumn {
  checkColumn(column)
  return frozen(column, 'as-counted', usualBins)
}

function frozen(column: DriftColumn, mode: 'as-counted' | 'binned', bins: number): FrozenColumn {
  return column.kind === 'number' ? frozenNumbers(column, mode, bins) : categories(column)
}

function asLists(column: FrozenColumn): FrozenColumn {
  if (column.kind !== 'number' || column.distribution.mode !== 'exact') return column
  const { values, counts } = column.distribution
  return { ...column, distribution: { mode: 'exact', values: Array.from(values), counts: Array.from(counts) } }
}

/** The grid on which a window of this column must be counted; null where the reference is exact or the column is none of numbers. */
export function gridOf(column: FrozenColumn): Grid | null {
  if (column.kind !== 'number' || column.distribution.mode !== 'binned') return null
  const { low, high, counts } = column.distribution
  return { low, high, bins: counts.length }
}

function frozenNumbers(column: NumberColumn, mode: 'as-counted' | 'binned', bins: number): FrozenNumbers {
  const { values } = column
  if (values.mode === 'binned' && values.below + values.above > 0) {
    throw new RangeError(
      `The grid of column ${JSON.stringify(column.column)} must hold all values of its own reference.`,
    )
  }
  const rows = filled(column)
  const kept = mode === 'binned' && values.mode === 'exact' ? onGrid(values, gridOver(values, bins)) : values
  const moments = momentsOf(values, column.sums, rows)
  const [min, max] = values.mode === 'exact' ? ends(values) : [values.min, values.max]
  return {
    column: column.column,
    kind: 'number',
    rows: column.rows,
    nulls: column.nulls,
    notFinite: column.notFinite ?? 0,
    distribution:
      kept.mode === 'exact'
        ? { mode: 'exact', values: kept.values, counts: kept.counts }
        : {
            mode: 'binned',
            low: kept.low,
            high: kept.high,
            counts: Array.from(kept.counts),
            ...(kept.whole === true ? { whole: true } : {}),
          },
    min,
    max,
    mean: moments?.mean ?? null,
    deviation: moments?.deviation ?? null,
    deciles: decilesOf(kept, rows),
  }
}

function ends({ values }: ExactValues): [number | null, number | null] {
  return values.length === 0 ? [null, null] : [values[0] ?? null, values[values.length - 1] ?? null]
}

/** The reference's deciles as bins: of its values, or at those ends of grid bins where a tenth of its rows is reached. */
export function decilesOf(values: ExactValues | GridCounts, rows: number): FrozenNumbers['deciles'] {
  if (rows === 0) return { edges: [], counts: [0] }
  const shares = Array.from({ length: 9 }, (_, index) => (index + 1) / 10)
  if (values.mode === 'exact') {
    // A decile at either end of the values cuts nothing off.
    const [least, greatest] = [values.values[0] ?? 0, values.values[values.values.length - 1] ?? 0]
    const quantiles = new Set(quantilesOf(values.values, values.counts, shares))
    const edges = [...quantiles].filter((edge) => edge > least && edge < greatest)
    return { edges, counts: countsBetween(values, edges) }
  }
  const bins = values.counts.length
  const reached: number[] = []
  let [passed, next] = [0, 0]
  for (let bin = 0; bin < bins - 1 && next < shares.length; bin += 1) {
    passed += values.counts[bin] ?? 0
    if (passed < (shares[next] ?? 1) * rows) continue
    if (bin > 0) reached.push(bin + 1)
    while (next < shares.length && passed >= (shares[next] ?? 1) * rows) next += 1
  }
  const width = (values.high - values.low) / bins
  return { edges: reached.map((end) => values.low + end * width), ends: reached, counts: countsUpTo(values, reached) }
}

/** Rows in (−∞, e₁], (e₁, e₂], …, (eₖ, ∞). */
export function countsBetween({ values, counts }: ExactValues, edges: readonly number[]): number[] {
  const held: number[] = []
  let at = 0
  for (const edge of [...edges, Number.POSITIVE_INFINITY]) {
    let rows = 0
    for (; at < values.length && (values[at] ?? 0) <= edge; at += 1) rows += counts[at] ?? 0
    held.push(rows)
  }
  return held
}

/** Rows in grid bins up to each end; what lies outside of the grid belongs to the outermost. */
export function countsUpTo(grid: GridCounts, binEnds: readonly number[]): number[] {
  const held = Array.from({ length: binEnds.length + 1 }, () => 0)
  let part = 0
  for (let bin = 0; bin < grid.counts.length; bin += 1) {
    while (part < binEnds.length && bin >= (binEnds[part] ?? 0)) part += 1
    held[part] = (held[part] ?? 0) + (grid.counts[bin] ?? 0)
  }
  held[0] = (held[0] ?? 0) + grid.below
  held[held.length - 1] = (held.at(-1) ?? 0) + grid.above
  return held
}

function categories(column: DriftColumn & { kind: 'category' }): FrozenCategories {
  const counts = column.counts
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .map(({ value, count }) => ({ value, count }))
  return { column: column.column, kind: 'category', rows: column.rows, nulls: column.nulls, counts }
}
