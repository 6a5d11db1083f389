import type { GroupValue } from '../cells.ts'
import { entropyBits } from './entropy.ts'

/** How many rows have each pair of values of two columns. */
export type PairCount = { first: GroupValue; second: GroupValue; rows: number }

/** Rows by the values of one side of pairs. */
export function marginOf(pairs: readonly PairCount[], side: 'first' | 'second'): Map<GroupValue, number> {
  const margin = new Map<GroupValue, number>()
  for (const pair of pairs) margin.set(pair[side], (margin.get(pair[side]) ?? 0) + pair.rows)
  return margin
}

/**
 * Cramér's V with the bias correction of Bergsma (2013, Journal of the Korean Statistical Society 42, 323–328): 0 is no association, 1 is
 * that one column follows from the other. χ²/n is lowered by what chance alone gives, (k−1)(r−1)/(n−1), at least to 0. Null with fewer
 * than two values on a side or fewer than two rows.
 */
export function cramersV(pairs: readonly PairCount[]): number | null {
  const { statistic, firsts, seconds, rows } = pearson(pairs)
  if (rows < 2 || firsts < 2 || seconds < 2) return null
  const phi = Math.max(0, statistic / rows - ((firsts - 1) * (seconds - 1)) / (rows - 1))
  const corrected = (levels: number) => levels - (levels - 1) ** 2 / (rows - 1)
  const most = Math.min(corrected(firsts), corrected(seconds)) - 1
  return most <= 0 ? null : Math.min(1, Math.sqrt(phi / most))
}

/** Cramér's V as he gave it (1946), √(χ²/n ÷ min(k−1, r−1)): what most tools print, and too high by chance where values are many. */
export function cramersVUncorrected(pairs: readonly PairCount[]): number | null {
  const { statistic, firsts, seconds, rows } = pearson(pairs)
  if (rows < 2 || firsts < 2 || seconds < 2) return null
  return Math.min(1, Math.sqrt(statistic / rows / (Math.min(firsts, seconds) - 1)))
}

/** Pearson's chi-square statistic of independence, n·(Σ n_ij²/(n_i·n_j) − 1), with the numbers of values on both sides. */
export function pearson(pairs: readonly PairCount[]): {
  statistic: number
  firsts: number
  seconds: number
  rows: number
} {
  const [first, second] = [marginOf(pairs, 'first'), marginOf(pairs, 'second')]
  const rows = [...first.values()].reduce((sum, it) => sum + it, 0)
  let sum = 0
  for (const pair of pairs) {
    if (pair.rows > 0) sum += (pair.rows / (first.get(pair.first) ?? 1)) * (pair.rows / (second.get(pair.second) ?? 1))
  }
  const held = (margin: Map<GroupValue, number>) => [...margin.values()].filter((it) => it > 0).length
  return { statistic: Math.max(0, rows * (sum - 1)), firsts: held(first), seconds: held(second), rows }
}

/**
 * What the first column tells of the second, as a share of all there is to tell: mutual information by the entropy of the second (Theil's
 * uncertainty coefficient, 1970). 1: it follows from the first. Null where the second has one value alone. Many rare values of the first
 * raise it by chance: read it beside `determination`.
 */
export function informationShare(pairs: readonly PairCount[]): number | null {
  const sizes = (counts: Iterable<number>) => [...counts].map((rows) => ({ rows, times: 1 }))
  const second = entropyBits(sizes(marginOf(pairs, 'second').values()))
  const first = entropyBits(sizes(marginOf(pairs, 'first').values()))
  const both = entropyBits(sizes(pairs.map((it) => it.rows)))
  if (second === null || first === null || both === null || second === 0) return null
  return Math.min(1, Math.max(0, (first + second - both) / second))
}

/** How far the second column follows from the first alone. */
export type Determination = {
  rows: number
  /** Rows whose first value decides the second: at least `share` of the rows with it have one and the same, and there are enough of them. */
  determined: number
  /** Rows that have the most frequent second value of their first value. */
  majority: number
}

/**
 * @param share of rows with a value that have to have the same second value
 * @param enough rows that a value needs before it is said to decide anything: a value of one row decides by chance
 */
export function determination(pairs: readonly PairCount[], share = 0.95, enough = 5): Determination {
  const most = new Map<GroupValue, number>()
  for (const pair of pairs) most.set(pair.first, Math.max(most.get(pair.first) ?? 0, pair.rows))
  const found: Determination = { rows: 0, determined: 0, majority: 0 }
  for (const [value, rows] of marginOf(pairs, 'first')) {
    const majority = most.get(value) ?? 0
    found.rows += rows
    found.majority += majority
    if (rows >= enough && majority >= share * rows) found.determined += rows
  }
  return found
}
