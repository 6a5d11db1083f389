import { wilson } from '../intervals/proportion.ts'
import type { Rate } from '../estimate.ts'
import { quantilesOf } from './quantiles.ts'
import { checkProbabilities, type ScoreCount } from './score-table.ts'

/** How scores are put into bins: of equal width over [0, 1], or at the quantiles of the scores themselves (ties may leave fewer bins). */
export type Binning = 'equal-width' | 'quantile'

/**
 * One bin of a reliability table: [low, high), the last one closed. `observed` is the share of label 1 with its Wilson interval, `gap` the mean
 * score minus that share; both have no value in an empty bin, which is shown all the same.
 */
export type ReliabilityBin = {
  low: number
  high: number
  rows: number
  positives: number
  meanScore: number | null
  observed: Rate
  gap: number | null
}

/** A bin with the entries of the score table that fall into it. */
export type ScoreBin = { low: number; high: number; scores: ScoreCount[] }

/** What a bin holds: rows, rows of label 1 and the sum of their scores. */
export type BinTotals = { rows: number; positives: number; sum: number }

/**
 * Puts scores into bins; an empty bin stays in its place.
 *
 * @throws RangeError for malformed scores, scores outside of [0, 1] or fewer than one bin.
 */
export function scoreBins(scores: readonly ScoreCount[], binning: Binning, bins = 10): ScoreBin[] {
  checkProbabilities(scores)
  if (!Number.isSafeInteger(bins) || bins < 1) throw new RangeError(`A table has at least one bin, not ${bins}.`)
  const edges = binning === 'equal-width' ? equalEdges(bins) : quantileEdges(scores, bins)
  const held = edges.slice(1).map((high, index): ScoreBin => ({ low: edges[index] ?? 0, high, scores: [] }))
  let bin = 0
  for (const entry of scores) {
    if (entry.positive + entry.negative === 0) continue
    while (bin < held.length - 1 && entry.score >= (held[bin]?.high ?? 1)) bin += 1
    held[bin]?.scores.push(entry)
  }
  return held
}

/** The reliability table: mean score against observed share, one row a bin. */
export function reliabilityTable(bins: readonly ScoreBin[], confidence = 0.95): ReliabilityBin[] {
  return bins.map((bin) => {
    const { rows, positives, sum } = totalsOf(bin.scores)
    const counts = { low: bin.low, high: bin.high, rows, positives }
    if (rows === 0) {
      const none = { value: null, low: null, high: null, method: null, reason: 'the bin is empty' }
      return { ...counts, meanScore: null, observed: { ...none, numerator: 0, denominator: 0 }, gap: null }
    }
    const value = positives / rows
    const interval = wilson({ successes: positives, trials: rows, confidence })
    const observed: Rate = { value, ...interval, method: 'wilson', numerator: positives, denominator: rows }
    return { ...counts, meanScore: sum / rows, observed, gap: sum / rows - value }
  })
}

/** Adds up a list of scores. */
export function totalsOf(scores: readonly ScoreCount[]): BinTotals {
  const totals = { rows: 0, positives: 0, sum: 0 }
  for (const { score, positive, negative } of scores) {
    totals.rows += positive + negative
    totals.positives += positive
    totals.sum += score * (positive + negative)
  }
  return totals
}

function equalEdges(bins: number): number[] {
  return Array.from({ length: bins + 1 }, (_, index) => index / bins)
}

/** Quantiles of the rows by linear interpolation (Hyndman and Fan's type 7), each edge once. */
function quantileEdges(scores: readonly ScoreCount[], bins: number): number[] {
  const filled = scores.filter(({ positive, negative }) => positive + negative > 0)
  const [first, last] = [filled[0], filled.at(-1)]
  if (first === undefined || last === undefined) return [0, 1]
  const counts = filled.map(({ positive, negative }) => positive + negative)
  const quantiles = quantilesOf(
    filled.map(({ score }) => score),
    counts,
    Array.from({ length: bins - 1 }, (_, index) => (index + 1) / bins),
  )
  const inner = [...new Set(quantiles)].filter((edge) => edge > first.score)
  return [first.score, ...inner.filter((edge) => edge < last.score), last.score]
}
