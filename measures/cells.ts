/**
 * The small tables that every measure is computed from. An engine counts them in one pass over the data; they add up, so that the
 * cells of two shards, days or hosts are the cells of both. All counts are non-negative safe integers.
 */

/** A value of a grouping column. `null` is a group of its own: whoever has no value is not dropped. */
export type GroupValue = string | null

/** A confusion table. Positive is whatever decision the plan calls favourable. */
export type Confusion = { tp: number; fp: number; fn: number; tn: number }

/** The confusion table of everybody with one combination of values: `key[i]` is the value of the i-th grouping column. */
export type Cell = Confusion & { key: GroupValue[] }

/** The counts of one table of cells, and the grouping columns that its keys stand for, in order. */
export type CellTable = { columns: string[]; cells: Cell[] }

/**
 * Scores in [0, 1] counted on a grid, one entry for each group: `positive[i]` and `negative[i]` are how many rows with label 1 and 0 have
 * a score in bin i. Bin i is [i/bins, (i+1)/bins), the last one closed. `sums` are the exact sums of scores in each bin in units of
 * 1e-9 (integers, kept as bigint since 10 million scores pass the safe range).
 */
export type ScoreHistogram = { key: GroupValue[]; bins: number; positive: number[]; negative: number[]; sums: bigint[] }

/** How many rows a cell counts. */
export function sizeOf({ tp, fp, fn, tn }: Confusion): number {
  return tp + fp + fn + tn
}
