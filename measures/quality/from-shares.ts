import type { QualityCheckName } from './check.ts'
import type { ShareCounts } from './counts.ts'
import { completeShareOf, quantityOf, shareOf } from './quality-measures.ts'
import type { QualityMeasure } from './result.ts'

/** The name of the share that a check is about. */
const shareNames: Partial<Record<QualityCheckName, string>> = {
  'missing-values': 'missing_share',
  'missing-labels': 'missing_share',
  'incomplete-rows': 'incomplete_share',
  format: 'nonconforming_share',
  'type-mix': 'other_type_share',
  'domain-variants': 'variant_share',
  'allowed-values': 'outside_share',
  'cross-field-rule': 'violating_share',
  'label-conflicts': 'conflicting_share',
  'duplicate-rows': 'duplicate_share',
  'duplicate-ids': 'duplicate_share',
  'near-duplicate-rows': 'near_duplicate_share',
  'near-duplicate-texts': 'near_duplicate_share',
  'train-test-overlap': 'overlap_share',
  range: 'out_of_range_share',
  'outliers-mad': 'outlier_share',
  'outliers-iqr': 'outlier_share',
  'gold-label-errors': 'error_share',
  'record-age': 'stale_share',
  'future-dates': 'future_share',
  'recording-delay': 'delayed_share',
  'personal-data': 'matching_share',
  provenance: 'recorded_share',
}

/** The numbers of a check that asks every row. */
export function measuresOfShare(check: QualityCheckName, counts: ShareCounts): QualityMeasure[] {
  const name = shareNames[check]
  if (name === undefined) throw new RangeError(`${check} is not counted as a share`)
  if (check === 'provenance') return [completeShareOf(name, counts, 'nothing is asked to be recorded')]
  const share = shareOf(name, counts, counts.undefinedBecause)
  if (check !== 'label-conflicts') return [share]
  const rows = counts.parts.find((it) => it.name === 'rows in conflict')?.rows ?? null
  return [share, quantityOf('rows_in_conflict', 'rows', rows, 'they were not counted')]
}
