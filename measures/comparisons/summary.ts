import type { CellTable, Confusion } from '../cells.ts'
import { type RateId, rateValue } from '../rates/counted.ts'
import { totalOf, withoutConfusion } from '../tables.ts'
import { findGroup, type ReferenceGroup } from './reference-group.ts'
import { type Spread, spreadOf } from './spread.ts'

/**
 * An attribute in single numbers, by two rules that share names elsewhere and are kept apart here.
 *
 * Over all groups (largest − smallest, or smallest/largest; never negative; as fairlearn has it): demographic_parity_difference and
 * _ratio, equalized_odds_difference (the larger of the spreads of TPR and FPR), equalized_odds_difference_mean, equalized_odds_ratio,
 * equal_opportunity_difference_between_groups and equal_opportunity_ratio.
 *
 * Of one pair, everybody else against the reference group (signed, else − reference; as AIF360 has it): statistical_parity_difference,
 * disparate_impact, equal_opportunity_difference, average_odds_difference ((ΔFPR + ΔTPR)/2) and
 * average_absolute_odds_difference, equalized_odds_difference_pairwise (max(|ΔTPR|, |ΔFPR|)), predictive_parity_difference,
 * average_predictive_value_difference ((ΔPPV + ΔFOR)/2), error_rate_difference. With two groups the pair is the two groups.
 *
 * Null where a rate that the number needs is undefined. Descriptions without intervals: decide on the comparisons.
 */
export type FairnessSummary = {
  demographic_parity_difference: number | null
  demographic_parity_ratio: number | null
  equalized_odds_difference: number | null
  equalized_odds_difference_mean: number | null
  equalized_odds_ratio: number | null
  equal_opportunity_difference_between_groups: number | null
  equal_opportunity_ratio: number | null
} & PairSummary

/** What is said of one pair; `other` is everybody who is not in the reference group. */
export type PairSummary = {
  statistical_parity_difference: number | null
  disparate_impact: number | null
  equal_opportunity_difference: number | null
  equalized_odds_difference_pairwise: number | null
  average_odds_difference: number | null
  average_absolute_odds_difference: number | null
  predictive_parity_difference: number | null
  average_predictive_value_difference: number | null
  error_rate_difference: number | null
}

/** The summary of a table's groups. */
export function fairnessSummary(table: CellTable, reference: ReferenceGroup | null): FairnessSummary {
  const selection = spreadOf('selection_rate', table)
  const [tpr, fpr] = [spreadOf('tpr', table), spreadOf('fpr', table)]
  const { difference, ratio } = equalizedOdds(tpr, fpr).betweenGroups
  return {
    demographic_parity_difference: selection.difference,
    demographic_parity_ratio: selection.ratio,
    equalized_odds_difference: difference.worst,
    equalized_odds_difference_mean: difference.mean,
    equalized_odds_ratio: ratio.worst,
    equal_opportunity_difference_between_groups: tpr.difference,
    equal_opportunity_ratio: tpr.ratio,
    ...referencePair(table, reference),
  }
}

/** Equalized odds as the worse or the mean of the true and the false positive rate's spread. */
export type EqualizedOdds = Record<'difference' | 'ratio', Record<'worst' | 'mean', number | null>>

/**
 * Equalized odds over all groups in each of the meanings that tools give the name: between groups or to everybody, as the worse of the
 * two rates' spreads or their mean.
 */
export function equalizedOdds(tpr: Spread, fpr: Spread): Record<'betweenGroups' | 'toOverall', EqualizedOdds> {
  return {
    betweenGroups: {
      difference: bothWays(Math.max, tpr.difference, fpr.difference),
      ratio: bothWays(Math.min, tpr.ratio, fpr.ratio),
    },
    toOverall: {
      difference: bothWays(Math.max, tpr.differenceToOverall, fpr.differenceToOverall),
      ratio: bothWays(Math.min, tpr.ratioToOverall, fpr.ratioToOverall),
    },
  }
}

function bothWays(worse: (a: number, b: number) => number, a: number | null, b: number | null): EqualizedOdds['ratio'] {
  return { worst: joined(worse, a, b), mean: joined(mean, a, b) }
}

/** Another group, or several together, against a reference: signed, other − reference. */
export function pairSummary(other: Confusion, reference: Confusion): PairSummary {
  const gap = (rate: RateId) => joined(minus, rateValue(rate, other), rateValue(rate, reference))
  const [tpr, fpr, accuracy] = [gap('tpr'), gap('fpr'), gap('accuracy')]
  const selected = rateValue('selection_rate', reference)
  return {
    statistical_parity_difference: gap('selection_rate'),
    disparate_impact: selected === 0 ? null : joined((a, b) => a / b, rateValue('selection_rate', other), selected),
    equal_opportunity_difference: tpr,
    equalized_odds_difference_pairwise: joined((a, b) => Math.max(Math.abs(a), Math.abs(b)), tpr, fpr),
    average_odds_difference: averageOddsDifference(other, reference),
    average_absolute_odds_difference: joined((a, b) => mean(Math.abs(a), Math.abs(b)), tpr, fpr),
    predictive_parity_difference: gap('ppv'),
    average_predictive_value_difference: joined(mean, gap('ppv'), gap('for')),
    error_rate_difference: accuracy === null ? null : -accuracy,
  }
}

/** (ΔFPR + ΔTPR)/2 of another group against a reference, or null where either has no such rate. */
export function averageOddsDifference(other: Confusion, reference: Confusion): number | null {
  const gap = (rate: RateId) => joined(minus, rateValue(rate, other), rateValue(rate, reference))
  return joined(mean, gap('tpr'), gap('fpr'))
}

function referencePair(table: CellTable, reference: ReferenceGroup | null): PairSummary {
  const nobody = { tp: 0, fp: 0, fn: 0, tn: 0 }
  if (!reference) return pairSummary(nobody, nobody)
  const chosen = findGroup(table, reference.group)
  return pairSummary(withoutConfusion(totalOf(table), chosen), chosen)
}

function joined(how: (a: number, b: number) => number, a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : how(a, b)
}

function mean(a: number, b: number): number {
  return (a + b) / 2
}

function minus(a: number, b: number): number {
  return a - b
}
