import type { GroupValue, ScoreHistogram } from '../cells.ts'
import { checkCount } from '../checked.ts'

/** How many rows with label 1 (`positive`) and label 0 (`negative`) have exactly this score. */
export type ScoreCount = { score: number; positive: number; negative: number }

/**
 * The exact scores of one group: every distinct score once, ascending, with its counts. `key` holds the values of the grouping columns
 * ([] where there are none). It carries all that ranks and calibration need, and its size is that of the distinct scores, not of the rows.
 */
export type ScoreTable = { key: GroupValue[]; scores: ScoreCount[] }

/** How many rows without a label have exactly this score, apart by the decision that was made on them. */
export type DecidedScore = { score: number; selected: number; notSelected: number }

/** The scores of a window whose labels are not known yet: every distinct score once, ascending. Input of performance without labels. */
export type DecidedScores = { key: GroupValue[]; scores: DecidedScore[] }

/** `sums` of a score histogram count in units of this size. */
export const histogramUnit = 1e-9
/** Dividing by a whole number rounds once, where multiplying by 1e-9 would round twice. */
const unitsOfOne = 1e9

/**
 * Checks a score table: finite scores, strictly ascending, counts that are non-negative safe integers.
 *
 * @throws RangeError naming the first entry that is wrong and what to do.
 */
export function checkScores(scores: readonly ScoreCount[]): void {
  let before = Number.NEGATIVE_INFINITY
  for (const { score, positive, negative } of scores) {
    if (!Number.isFinite(score)) throw new RangeError(`Score ${score} is not a finite number: count such rows apart.`)
    if (score <= before) throw new RangeError(`Scores must ascend strictly, but ${score} follows ${before}.`)
    checkCount(`The number of positive rows of score ${score}`, positive)
    checkCount(`The number of negative rows of score ${score}`, negative)
    before = score
  }
}

/** Adds tables of several groups or shards to one table over all their distinct scores, under `key`. */
export function poolScores(tables: readonly { scores: readonly ScoreCount[] }[], key: GroupValue[] = []): ScoreTable {
  const all: ScoreCount[] = []
  for (const { scores } of tables) for (const entry of scores) all.push(entry)
  all.sort((a, b) => a.score - b.score)
  const pooled: ScoreCount[] = []
  for (const { score, positive, negative } of all) {
    const last = pooled.at(-1)
    if (last === undefined || last.score !== score) pooled.push({ score, positive, negative })
    else {
      last.positive += positive
      last.negative += negative
    }
  }
  return { key, scores: pooled }
}

/**
 * Reads a histogram as a score table with one entry for each bin that holds rows, at the mean score of the bin. Ranks and thresholds between
 * bins are kept exactly, those within one bin become ties: what is computed from it has an error that the binned measures state.
 *
 * @throws RangeError if the histogram's arrays differ in length from `bins` or hold bad counts.
 */
export function tableOfHistogram(histogram: ScoreHistogram): ScoreTable {
  checkHistogram(histogram)
  const scores = histogram.positive.flatMap((positive, bin) => {
    const negative = histogram.negative[bin] ?? 0
    const rows = positive + negative
    if (rows === 0) return []
    // Sums are rounded to their unit, which may carry a mean to the edge of the next bin: two bins must never become one score.
    const [low, high] = [bin / histogram.bins, (bin + 1) / histogram.bins]
    const most = bin === histogram.bins - 1 ? high : high - (high - low) / 1e6
    return [{ score: Math.min(most, Math.max(low, meanOf(histogram.sums[bin] ?? 0n, rows))), positive, negative }]
  })
  return { key: histogram.key, scores }
}

/** @throws RangeError if lengths differ from `bins` or a count is not a non-negative safe integer. */
export function checkHistogram({ bins, positive, negative, sums }: ScoreHistogram): void {
  if (!Number.isSafeInteger(bins) || bins < 1) throw new RangeError(`A histogram needs at least one bin, not ${bins}.`)
  for (const [name, { length }] of Object.entries({ positive, negative, sums })) {
    if (length !== bins) throw new RangeError(`The histogram has ${bins} bins, but ${name} has ${length} entries.`)
  }
  for (const count of positive) checkCount('The number of positive rows of a bin', count)
  for (const count of negative) checkCount('The number of negative rows of a bin', count)
}

/** Dividing whole units first keeps the mean exact to the unit however large the sum is. */
function meanOf(sum: bigint, rows: number): number {
  const whole = sum / BigInt(rows)
  const rest = Number(sum - whole * BigInt(rows)) / rows
  return (Number(whole) + rest) / unitsOfOne
}

/** @throws RangeError for a malformed table or a score outside of [0, 1]: calibration is defined for probabilities alone. */
export function checkProbabilities(scores: readonly ScoreCount[]): void {
  checkScores(scores)
  for (const score of [scores[0]?.score ?? 0, scores.at(-1)?.score ?? 0]) {
    if (score < 0 || score > 1) {
      throw new RangeError(`Score ${score} is no probability: calibration needs scores from 0 to 1.`)
    }
  }
}
