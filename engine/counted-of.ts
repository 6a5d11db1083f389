import { type RateId, rateIds } from '@assay/measures/rates'

/** What a denominator is a number of. */
export type Counted =
  | 'rows'
  | 'favourable labels'
  | 'unfavourable labels'
  | 'favourable decisions'
  | 'unfavourable decisions'

const counted: Record<RateId, Counted> = {
  selection_rate: 'rows',
  base_rate: 'rows',
  accuracy: 'rows',
  tpr: 'favourable labels',
  fnr: 'favourable labels',
  fpr: 'unfavourable labels',
  tnr: 'unfavourable labels',
  ppv: 'favourable decisions',
  fdr: 'favourable decisions',
  npv: 'unfavourable decisions',
  for: 'unfavourable decisions',
}

/** What the denominator of a rate counts; of a measure that is no rate, rows. */
export function countedOf(metric: string): Counted {
  const rate = rateIds.find((it) => it === metric)
  return rate === undefined ? 'rows' : counted[rate]
}
