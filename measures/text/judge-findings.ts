import { agreementTable, cohenKappa } from '../quality/cohen-kappa.ts'
import { worstRows } from '../quality/counts.ts'
import { krippendorffAlpha } from '../quality/agreement.ts'
import { estimatedQuantity, shareOf } from '../quality/quality-measures.ts'
import { judgeCorrected } from './judge-corrected.ts'
import type { TextCheck, TextMeasure, TextRow } from './text-check.ts'

/** Rows that a judge and a reference rated both. */
export function ratedTwice(rows: readonly TextRow[]): { row: number; first: string; second: string }[] {
  return rows.flatMap(({ row, judge, judgeReference }) =>
    filled(judge) && filled(judgeReference) ? [{ row, first: judge.trim(), second: judgeReference.trim() }] : [],
  )
}

/** How far a judge agrees with the reference: Cohen's kappa (weighted where the categories have an order), alpha, and the plain share. */
export function agreementOf(check: TextCheck & { check: 'judge-agreement' }, rows: readonly TextRow[]): TextMeasure[] {
  const rated = ratedTwice(rows)
  const weights = check.weights ?? 'none'
  if (weights !== 'none' && check.categories === undefined)
    throw new RangeError('weights need the categories in their order, since texts have none')
  const { table } = agreementTable(
    rated.map((it) => ({ ...it, units: 1 })),
    check.categories,
  )
  const kappa = cohenKappa(table, weights)
  const alike = rated.filter((it) => it.first === it.second).length
  const alpha = krippendorffAlpha(rated.map((it) => ({ ratings: [it.first, it.second], units: 1 })))
  return [
    estimatedQuantity(weights === 'none' ? 'cohen_kappa' : `cohen_kappa_${weights}`, 'coefficient', kappa),
    estimatedQuantity('krippendorff_alpha', 'coefficient', alpha),
    shareOf('agreement_share', { numerator: alike, denominator: rated.length }, 'nothing was rated by both'),
  ]
}

/** The first rows in which judge and reference differ. */
export function disagreementsOf(rows: readonly TextRow[]): number[] {
  return ratedTwice(rows)
    .filter((it) => it.first !== it.second)
    .map((it) => it.row)
    .slice(0, worstRows)
}

/** The share of positive outputs with the judge's errors taken out; rows with a reference are the calibration sample. */
export function prevalenceOf(
  check: TextCheck & { check: 'judge-prevalence' },
  rows: readonly TextRow[],
): TextMeasure[] {
  const judged = rows.filter((it) => filled(it.judge))
  const calibration = ratedTwice(rows)
  const positives = calibration.filter((it) => it.second === check.positive)
  const negatives = calibration.filter((it) => it.second !== check.positive)
  const found = judgeCorrected({
    positive: judged.filter((it) => it.judge?.trim() === check.positive).length,
    judged: judged.length,
    truePositives: positives.filter((it) => it.first === check.positive).length,
    trulyPositive: positives.length,
    trueNegatives: negatives.filter((it) => it.first !== check.positive).length,
    trulyNegative: negatives.length,
  })
  return [
    estimatedQuantity('corrected_share', 'share', found),
    { kind: 'share', name: 'judged_share', ...found.asJudged },
    { kind: 'share', name: 'judge_sensitivity', ...found.sensitivity },
    { kind: 'share', name: 'judge_specificity', ...found.specificity },
  ]
}

function filled(value: string | null | undefined): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
