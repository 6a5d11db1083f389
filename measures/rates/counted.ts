import { sizeOf, type Confusion } from '../cells.ts'

/** The rates of one group's confusion table; the names that stand in every output. */
export const rateIds = [
  'selection_rate',
  'base_rate',
  'tpr',
  'fpr',
  'fnr',
  'tnr',
  'ppv',
  'npv',
  'fdr',
  'for',
  'accuracy',
] as const

export type RateId = (typeof rateIds)[number]

/** What a rate counts, what it counts it among, and what it means when there is nobody to count among. */
type Counting = { numerator: (it: Confusion) => number; denominator: (it: Confusion) => number; without: string }

const positives = (it: Confusion) => it.tp + it.fn
const negatives = (it: Confusion) => it.fp + it.tn
const selected = (it: Confusion) => it.tp + it.fp
const rejected = (it: Confusion) => it.fn + it.tn

const nobody = 'the group has no rows'
const noPositives = 'no row of the group has the favourable label'
const noNegatives = 'no row of the group has the unfavourable label'
const noneSelected = 'no row of the group got the favourable decision'
const noneRejected = 'no row of the group got the unfavourable decision'

const countings: Record<RateId, Counting> = {
  selection_rate: { numerator: selected, denominator: sizeOf, without: nobody },
  base_rate: { numerator: positives, denominator: sizeOf, without: nobody },
  tpr: { numerator: (it) => it.tp, denominator: positives, without: noPositives },
  fpr: { numerator: (it) => it.fp, denominator: negatives, without: noNegatives },
  fnr: { numerator: (it) => it.fn, denominator: positives, without: noPositives },
  tnr: { numerator: (it) => it.tn, denominator: negatives, without: noNegatives },
  ppv: { numerator: (it) => it.tp, denominator: selected, without: noneSelected },
  npv: { numerator: (it) => it.tn, denominator: rejected, without: noneRejected },
  fdr: { numerator: (it) => it.fp, denominator: selected, without: noneSelected },
  for: { numerator: (it) => it.fn, denominator: rejected, without: noneRejected },
  accuracy: { numerator: (it) => it.tp + it.tn, denominator: sizeOf, without: nobody },
}

/** The two counts of a rate: `numerator` of `denominator` rows. */
export type CountedRate = { numerator: number; denominator: number }

/** The counts behind one rate of a confusion table. */
export function countsOf(rate: RateId, confusion: Confusion): CountedRate {
  const { numerator, denominator } = countings[rate]
  return { numerator: numerator(confusion), denominator: denominator(confusion) }
}

/** Why a rate is undefined in a group whose denominator is 0, in words. */
export function whyUndefined(rate: RateId): string {
  return countings[rate].without
}

/** The plain value of a rate, or null where its denominator is 0. */
export function rateValue(rate: RateId, confusion: Confusion): number | null {
  const { numerator, denominator } = countsOf(rate, confusion)
  return denominator === 0 ? null : numerator / denominator
}
