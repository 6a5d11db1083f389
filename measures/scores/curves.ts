import type { Confusion } from '../cells.ts'
import { checkScores, type ScoreCount } from './score-table.ts'
import { labelsOf } from './auc.ts'

/** One point of a ROC curve: the rates of those with a score of at least `threshold`; null stands for "above every score". */
export type RocPoint = { threshold: number | null; fpr: number; tpr: number }

/** One point of a precision–recall curve. */
export type PrecisionRecallPoint = { threshold: number; precision: number; recall: number }

/** The confusion table at a threshold: selected is whoever has a score of at least `threshold`. */
export type ThresholdRow = Confusion & { threshold: number; selectionRate: number | null }

/**
 * The ROC curve, from (0, 0) to (1, 1), one point for each distinct score from the highest down; empty where a label has no rows. Selected is
 * score ≥ threshold.
 *
 * @throws RangeError for malformed scores.
 */
export function rocPoints(scores: readonly ScoreCount[]): RocPoint[] {
  checkScores(scores)
  const { positives, negatives } = labelsOf(scores)
  if (positives === 0 || negatives === 0) return []
  const points: RocPoint[] = [{ threshold: null, fpr: 0, tpr: 0 }]
  let [tp, fp] = [0, 0]
  for (const { score, positive, negative } of scores.toReversed()) {
    if (positive + negative === 0) continue
    tp += positive
    fp += negative
    points.push({ threshold: score, fpr: fp / negatives, tpr: tp / positives })
  }
  return points
}

/**
 * Precision and recall at each distinct score from the highest down; empty without a row of label 1. There is no point at recall 0: precision
 * of nobody is undefined.
 *
 * @throws RangeError for malformed scores.
 */
export function precisionRecallPoints(scores: readonly ScoreCount[]): PrecisionRecallPoint[] {
  checkScores(scores)
  const { positives } = labelsOf(scores)
  if (positives === 0) return []
  const points: PrecisionRecallPoint[] = []
  let [tp, selected] = [0, 0]
  for (const { score, positive, negative } of scores.toReversed()) {
    if (positive + negative === 0) continue
    tp += positive
    selected += positive + negative
    points.push({ threshold: score, precision: tp / selected, recall: tp / positives })
  }
  return points
}

/**
 * Average precision: Σ (recallᵢ − recallᵢ₋₁)·precisionᵢ over the distinct scores, without interpolation; null without a row of label 1.
 *
 * @throws RangeError for malformed scores.
 */
export function averagePrecision(scores: readonly ScoreCount[]): number | null {
  const points = precisionRecallPoints(scores)
  if (points.length === 0) return null
  let before = 0
  return points.reduce((sum, { precision, recall }) => {
    const step = recall - before
    before = recall
    return sum + step * precision
  }, 0)
}

/**
 * How far the scores of the two labels lie apart: max |TPR − FPR| over all thresholds (Kolmogorov–Smirnov distance), and where; null without
 * rows of both labels.
 *
 * @throws RangeError for malformed scores.
 */
export function ksOfScores(scores: readonly ScoreCount[]): { value: number; threshold: number | null } | null {
  const [first, ...rest] = rocPoints(scores)
  if (first === undefined) return null
  const distance = ({ tpr, fpr }: RocPoint) => Math.abs(tpr - fpr)
  const widest = rest.reduce((best, point) => (distance(point) > distance(best) ? point : best), first)
  return { value: distance(widest), threshold: widest.threshold }
}

/**
 * The confusion tables at the given thresholds, in their order. Selected is score ≥ threshold, so a score that ties with it is selected.
 *
 * @throws RangeError for malformed scores or a threshold that is not finite.
 */
export function thresholdTable(scores: readonly ScoreCount[], thresholds: readonly number[]): ThresholdRow[] {
  checkScores(scores)
  return thresholds.map((threshold) => {
    if (!Number.isFinite(threshold)) throw new RangeError(`A threshold must be a finite number, not ${threshold}.`)
    const row = { tp: 0, fp: 0, fn: 0, tn: 0 }
    for (const { score, positive, negative } of scores) {
      row[score >= threshold ? 'tp' : 'fn'] += positive
      row[score >= threshold ? 'fp' : 'tn'] += negative
    }
    const rows = row.tp + row.fp + row.fn + row.tn
    return { threshold, ...row, selectionRate: rows === 0 ? null : (row.tp + row.fp) / rows }
  })
}

/**
 * A curve for drawing: its ends and every point that lies at least `step` from the last one kept in either rate. The line through them
 * is never further than `step` from the curve; tables and areas are computed from the whole curve, never from this.
 *
 * @throws RangeError if `step` is not a positive number.
 */
export function thinned(points: readonly RocPoint[], step = 0.002): RocPoint[] {
  if (!(step > 0)) throw new RangeError(`A curve is thinned by a positive step, not ${step}.`)
  let kept: RocPoint | undefined
  return points.filter((point, index) => {
    const near = kept !== undefined && Math.max(point.fpr - kept.fpr, point.tpr - kept.tpr) < step
    if (near && index !== points.length - 1) return false
    kept = point
    return true
  })
}
