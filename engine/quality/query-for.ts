import { rowsToBeNamed, type QualityCheck, type QualityCounts } from '@assay/measures'
import { outliersByIqr, outliersByMad, range, ratings } from './accuracy.ts'
import { incompleteRows, labelRateByGroup, missingByGroup, missingValues } from './completeness.ts'
import { allowedValues, crossFieldRule, domainVariants, format, goldLabelErrors, typeMix } from './consistency.ts'
import { duplicateIds, duplicateRows, labelConflicts, nearDuplicateRows, trainTestOverlap } from './copies.ts'
import type { CountQuery } from './count-query.ts'
import { futureDates, recordAge, recordingDelay } from './dates.ts'
import type { Relation } from './expressions.ts'
import { anonymity, frequencies } from './frequencies.ts'
import { nearDuplicateTexts } from './near-texts.ts'
import { pairs } from './pairs.ts'
import { personalData } from './personal-data.ts'

/** Where a check looks: the data, and for train–test overlap the training rows that the data is compared with. */
export type Relations = { data: Relation; train?: Relation }

/** What is needed for a check: a statement to count with, counts that need none, or why it cannot be asked. */
export type Counting = { query: CountQuery } | { counts: QualityCounts } | { missing: string }

/** How the counts of a check are found. Columns have to exist; whoever calls has looked. */
export function countingOf(check: QualityCheck, { data, train }: Relations): Counting {
  switch (check.check) {
    case 'missing-values':
    case 'missing-labels':
      return { query: missingValues(data, check.column, check.sentinels) }
    case 'missing-by-group':
      return { query: missingByGroup(data, check.column, check.by, check.sentinels) }
    case 'incomplete-rows':
      return { query: incompleteRows(data, check.columns, check.sentinels) }
    case 'format':
      return { query: format(data, check.column, check.pattern) }
    case 'type-mix':
      return { query: typeMix(data, check.column) }
    case 'domain-variants':
      return { query: domainVariants(data, check.column, rowsToBeNamed) }
    case 'allowed-values':
      return { query: allowedValues(data, check.column, check.values) }
    case 'cross-field-rule':
      return { query: crossFieldRule(data, check.when, check.must) }
    case 'label-conflicts':
      return { query: labelConflicts(data, check.columns, check.label) }
    case 'duplicate-rows':
      return { query: duplicateRows(data, check.columns) }
    case 'duplicate-ids':
      return { query: duplicateIds(data, check.columns) }
    case 'near-duplicate-rows':
      return { query: nearDuplicateRows(data, check.columns) }
    case 'near-duplicate-texts':
      return { query: nearDuplicateTexts(data, check.column, check.similarity) }
    case 'train-test-overlap':
      return train
        ? { query: trainTestOverlap(data, train, check.columns) }
        : { missing: 'the training file to compare these rows with' }
    case 'range':
      return { query: range(data, check.column, check.low, check.high) }
    case 'outliers-mad':
      return { query: outliersByMad(data, check.column, check.limit) }
    case 'outliers-iqr':
      return { query: outliersByIqr(data, check.column, check.factor) }
    case 'gold-label-errors':
      return { query: goldLabelErrors(data, check.label, check.gold) }
    case 'label-agreement':
      return { query: ratings(data, check.raters) }
    case 'record-age':
      return { query: recordAge(data, check.column, check.asOf, check.maximumDays) }
    case 'future-dates':
      return { query: futureDates(data, check.column, check.asOf) }
    case 'recording-delay':
      return { query: recordingDelay(data, check.event, check.recorded, check.maximumDays) }
    case 'label-rate-by-group':
      return { query: labelRateByGroup(data, check.label, check.positive, check.by) }
    case 'class-balance':
    case 'diversity':
    case 'constant-column':
      return { query: frequencies(data, [check.column], { missingToo: false, worst: 'none' }) }
    case 'group-balance':
      return { query: frequencies(data, check.columns, { missingToo: true, worst: 'none' }) }
    case 'grid-coverage':
      return { query: frequencies(data, check.columns, { missingToo: false, worst: 'none' }) }
    case 'population-shares':
      return { query: frequencies(data, check.columns, { missingToo: true, every: true, worst: 'none' }) }
    case 'single-predictor':
      return { query: pairs(data, check.column, check.label) }
    case 'sensitive-proxy':
      return { query: pairs(data, check.column, check.sensitive) }
    case 'k-anonymity':
      return { query: anonymity(data, check.columns, { k: check.k }) }
    case 'l-diversity':
      return { query: anonymity(data, check.columns, { sensitive: check.sensitive, l: check.l }) }
    case 'personal-data':
      return { query: personalData(data, check.column) }
    case 'provenance':
      return { counts: provenanceCounts(check.recorded) }
  }
}

const provenanceFacts = ['sha256', 'rows', 'source', 'licence', 'consent', 'lineage'] as const

function provenanceCounts(recorded: (QualityCheck & { check: 'provenance' })['recorded']): QualityCounts {
  const parts = provenanceFacts.map((name) => {
    const fact = recorded[name]
    return { name, rows: fact === undefined || fact === '' ? 0 : 1 }
  })
  const numerator = parts.reduce((sum, it) => sum + it.rows, 0)
  return { kind: 'share', numerator, denominator: parts.length, parts, worst: [] }
}
