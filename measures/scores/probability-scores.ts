import { labelsOf } from './auc.ts'
import { type ScoreBin, totalsOf } from './reliability.ts'
import { checkProbabilities, type ScoreCount } from './score-table.ts'

/** The log loss cuts scores to [2⁻⁵², 1 − 2⁻⁵²]: one certain score that is wrong would make it infinite. */
const lossClip = Number.EPSILON

/** Log loss in nats, and how many rows had a certain score (0 or 1) that was cut. Null where there are no rows. */
export type LogLoss = { value: number | null; clippedRows: number }

/**
 * The Brier score and its parts: brier = reliability − resolution + uncertainty + withinBins. The first three are taken over bins with
 * their mean score; `withinBins` is what the spread of scores inside of the bins adds, 0 where each bin holds one score.
 */
export type BrierSplit = {
  brier: number
  reliability: number
  resolution: number
  uncertainty: number
  withinBins: number
}

/**
 * The Brier score: mean of (score − label)², 0 to 1, lower is better; null without rows.
 *
 * @throws RangeError for malformed scores or scores outside of [0, 1].
 * @see Brier (1950), Monthly Weather Review 78.
 */
export function brierScore(scores: readonly ScoreCount[]): number | null {
  checkProbabilities(scores)
  const rows = rowsOf(scores)
  if (rows === 0) return null
  return (
    scores.reduce((sum, { score, positive, negative }) => {
      return sum + positive * (1 - score) ** 2 + negative * score ** 2
    }, 0) / rows
  )
}

/**
 * The log loss: −mean of label·ln(score) + (1 − label)·ln(1 − score), in nats.
 *
 * @throws RangeError for malformed scores or scores outside of [0, 1].
 */
export function logLoss(scores: readonly ScoreCount[]): LogLoss {
  checkProbabilities(scores)
  const rows = rowsOf(scores)
  if (rows === 0) return { value: null, clippedRows: 0 }
  let [sum, clippedRows] = [0, 0]
  for (const { score, positive, negative } of scores) {
    const cut = Math.min(1 - lossClip, Math.max(lossClip, score))
    if (cut !== score) clippedRows += positive + negative
    sum -= positive * Math.log(cut) + negative * Math.log1p(-cut)
  }
  return { value: sum / rows, clippedRows }
}

/**
 * Murphy's split of the Brier score over bins: reliability Σ nₖ(s̄ₖ − ōₖ)²/n, resolution Σ nₖ(ōₖ − ō)²/n, uncertainty ō(1 − ō).
 * Null without rows. Give the bins that the reliability table shows.
 *
 * @see Murphy (1973), J. Appl. Meteorology 12; Stephenson, Coelho, Jolliffe (2008), Weather and Forecasting 23, for the terms within bins.
 */
export function brierSplit(brier: number | null, bins: readonly ScoreBin[]): BrierSplit | null {
  const { rows, positives } = totalsOf(bins.flatMap(({ scores }) => scores))
  if (brier === null || rows === 0) return null
  const base = positives / rows
  let [reliability, resolution] = [0, 0]
  for (const { scores } of bins) {
    const bin = totalsOf(scores)
    if (bin.rows === 0) continue
    reliability += (bin.rows * (bin.sum / bin.rows - bin.positives / bin.rows) ** 2) / rows
    resolution += (bin.rows * (bin.positives / bin.rows - base) ** 2) / rows
  }
  const uncertainty = base * (1 - base)
  return { brier, reliability, resolution, uncertainty, withinBins: brier - (reliability - resolution + uncertainty) }
}

function rowsOf(scores: readonly ScoreCount[]): number {
  const { positives, negatives } = labelsOf(scores)
  return positives + negatives
}
