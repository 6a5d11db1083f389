import { checkCount } from '../checked.ts'
import type { Confusion, GroupValue } from '../cells.ts'
import type { Estimate } from '../estimate.ts'
import { checkScores, type DecidedScores } from '../scores/score-table.ts'
import { chanceOf, type ScoreMap } from './isotonic.ts'

/** Measures that can be expected without labels; positive is the favourable decision throughout. */
export const expectedMetrics = ['selection_rate', 'base_rate', 'accuracy', 'tpr', 'fpr', 'ppv', 'npv', 'auc'] as const
export type ExpectedMetric = (typeof expectedMetrics)[number]

/** An expected measure with its standard error; the interval is ± 3 of them, cut to [0, 1]. */
export type ExpectedEstimate = Estimate & { standardError: number | null }

/** What a group's scores lead to expect: the confusion table (no whole numbers) and the measures of it. */
export type ExpectedPerformance = {
  key: GroupValue[]
  rows: number
  expected: Confusion
  metrics: Record<ExpectedMetric, ExpectedEstimate>
}

/** Expected counts among the selected and the others, with the variance of the positives among each. */
type Sums = {
  selected: number
  others: number
  tp: number
  fn: number
  varianceSelected: number
  varianceOthers: number
}

const standardErrors = 3

/**
 * Confidence-based performance of one group: each row with chance c of label 1 counts c to TP and 1 − c to FP if selected, c to FN and
 * 1 − c to TN if not. Standard errors are those of labels that are drawn with these chances (delta method for quotients, Hanley and
 * McNeil for the area); they do not hold the error of the chances themselves.
 *
 * @throws RangeError for malformed scores, or a score without map that is no probability.
 */
export function expectedPerformance({ key, scores }: DecidedScores, map: ScoreMap | null): ExpectedPerformance {
  checkScores(scores.map(({ score, selected, notSelected }) => ({ score, positive: selected, negative: notSelected })))
  const sums: Sums = { selected: 0, others: 0, tp: 0, fn: 0, varianceSelected: 0, varianceOthers: 0 }
  const chances: { chance: number; rows: number }[] = []
  for (const { score, selected, notSelected } of scores) {
    checkCount('selected', selected)
    const chance = chanceOf(map, score)
    if (chance < 0 || chance > 1) throw new RangeError(`Score ${score} is no probability and has no map to one.`)
    sums.selected += selected
    sums.others += notSelected
    sums.tp += selected * chance
    sums.fn += notSelected * chance
    sums.varianceSelected += selected * chance * (1 - chance)
    sums.varianceOthers += notSelected * chance * (1 - chance)
    chances.push({ chance, rows: selected + notSelected })
  }
  const rows = sums.selected + sums.others
  const expected = {
    tp: sums.tp,
    fp: Math.max(0, sums.selected - sums.tp),
    fn: sums.fn,
    tn: Math.max(0, sums.others - sums.fn),
  }
  return { key, rows, expected, metrics: metricsOf(sums, expected, rows, chances) }
}

function metricsOf(
  { selected, others, varianceSelected, varianceOthers }: Sums,
  { tp, fp, fn, tn }: Confusion,
  rows: number,
  chances: readonly { chance: number; rows: number }[],
): Record<ExpectedMetric, ExpectedEstimate> {
  const variance = varianceSelected + varianceOthers
  return {
    selection_rate: estimate(selected, rows, 0),
    base_rate: estimate(tp + fn, rows, variance / rows ** 2),
    accuracy: estimate(tp + tn, rows, variance / rows ** 2),
    tpr: quotient(tp, fn, varianceSelected, varianceOthers),
    fpr: quotient(fp, tn, varianceSelected, varianceOthers),
    ppv: estimate(tp, selected, varianceSelected / selected ** 2),
    npv: estimate(tn, others, varianceOthers / others ** 2),
    auc: expectedAuc(chances, tp + fn, fp + tn),
  }
}

function estimate(numerator: number, denominator: number, variance: number): ExpectedEstimate {
  if (!(denominator > 0)) return none('its denominator is expected to be 0')
  const value = Math.min(1, Math.max(0, numerator / denominator))
  const standardError = Math.sqrt(variance)
  return {
    value,
    low: Math.max(0, value - standardErrors * standardError),
    high: Math.min(1, value + standardErrors * standardError),
    method: 'wald',
    standardError,
  }
}

/** a/(a + b) for independent a and b: variance (b²·Var a + a²·Var b)/(a + b)⁴. */
function quotient(a: number, b: number, varianceOfA: number, varianceOfB: number): ExpectedEstimate {
  return estimate(a, a + b, (b * b * varianceOfA + a * a * varianceOfB) / (a + b) ** 4)
}

/** Every row counts to both labels by its chance; rows are ranked by their chance. */
function expectedAuc(
  chances: readonly { chance: number; rows: number }[],
  positives: number,
  negatives: number,
): ExpectedEstimate {
  if (!(positives > 0) || !(negatives > 0)) return none('rows of one label only are expected')
  let [below, pairs] = [0, 0]
  for (const { chance, rows } of chances.toSorted((a, b) => a.chance - b.chance)) {
    const negative = rows * (1 - chance)
    pairs += rows * chance * (below + negative / 2)
    below += negative
  }
  const area = pairs / positives / negatives
  const [q1, q2] = [area / (2 - area), (2 * area * area) / (1 + area)]
  const spread =
    area * (1 - area) +
    Math.max(0, positives - 1) * (q1 - area * area) +
    Math.max(0, negatives - 1) * (q2 - area * area)
  return estimate(area, 1, Math.max(0, spread) / positives / negatives)
}

function none(reason: string): ExpectedEstimate {
  return { value: null, low: null, high: null, method: null, reason, standardError: null }
}
