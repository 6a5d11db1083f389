import type { GroupValue } from '../cells.ts'
import { checkCount } from '../checked.ts'
import { nameOf } from '../tables.ts'

/** How many people of a group have one score. */
export type ScoreCount = { key: GroupValue[]; score: number; count: number }

export type AboveMedian = {
  /** Of everybody, people of unknown category included; null for nobody. */
  median: number | null
  /** How many have exactly the median: they are not above it. */
  ties: number
  cells: { key: GroupValue[]; n: number; above: number }[]
}

function lowerMiddle(sorted: readonly ScoreCount[], total: number): { lower: number; upper: number } {
  const [first, second] = [Math.ceil(total / 2), Math.floor(total / 2) + 1]
  let seen = 0
  let lower: number | null = null
  for (const { score, count } of sorted) {
    seen += count
    if (lower === null && seen >= first) lower = score
    if (lower !== null && seen >= second) return { lower, upper: score }
  }
  throw new RangeError('the counts of scores do not add up')
}

/**
 * Who scored strictly above the exact median of everybody (6 RCNY 5-300, "scoring rate"); with an even number the median is the mean of the
 * two middle scores. Nobody's score lies between those two, so "above" is above the lower one, without any rounding.
 * @throws RangeError for a score that is not finite or a count that is none.
 */
export function aboveMedian(counts: readonly ScoreCount[]): AboveMedian {
  for (const { score, count } of counts) {
    if (!Number.isFinite(score)) throw new RangeError(`a score must be a finite number; it is ${String(score)}`)
    checkCount(`the people with score ${score}`, count)
  }
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return { median: null, ties: 0, cells: [] }
  const sorted = counts.filter(({ count }) => count > 0).toSorted((a, b) => a.score - b.score)
  const { lower, upper } = lowerMiddle(sorted, total)
  const cells = new Map<string, { key: GroupValue[]; n: number; above: number }>()
  for (const { key, score, count } of counts) {
    const cell = cells.get(nameOf(key)) ?? { key, n: 0, above: 0 }
    cells.set(nameOf(key), { key, n: cell.n + count, above: cell.above + (score > lower ? count : 0) })
  }
  const ties = lower === upper ? counts.reduce((sum, it) => sum + (it.score === lower ? it.count : 0), 0) : 0
  return { median: lower === upper ? lower : lower / 2 + upper / 2, ties, cells: [...cells.values()] }
}
