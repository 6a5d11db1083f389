import type { Characteristic } from './characteristic.ts'

/**
 * What can be measured on a table of training data. Columns are named as they stand in the file; sentinels are texts that stand for
 * "missing" beside null and blank ('?', '-1', 'N/A'), compared with the trimmed text of a value. Dates are ISO 8601 days.
 */
export type QualityCheck =
  | { check: 'missing-values'; column: string; sentinels?: string[] }
  | { check: 'missing-labels'; column: string; sentinels?: string[] }
  | { check: 'missing-by-group'; column: string; by: string[]; sentinels?: string[] }
  | { check: 'incomplete-rows'; columns: string[]; sentinels?: string[] }
  | { check: 'format'; column: string; pattern: string }
  | { check: 'type-mix'; column: string }
  | { check: 'domain-variants'; column: string }
  | { check: 'allowed-values'; column: string; values: string[] }
  | { check: 'cross-field-rule'; name: string; when: Condition[]; must: Condition[] }
  | { check: 'label-conflicts'; columns: string[]; label: string }
  | { check: 'duplicate-rows'; columns: string[] }
  | { check: 'duplicate-ids'; columns: string[] }
  | { check: 'train-test-overlap'; columns: string[] }
  | { check: 'range'; column: string; low?: number; high?: number }
  | { check: 'outliers-mad'; column: string; limit?: number }
  | { check: 'outliers-iqr'; column: string; factor?: number }
  | { check: 'gold-label-errors'; label: string; gold: string }
  | { check: 'label-agreement'; raters: string[] }
  | { check: 'record-age'; column: string; asOf: string; maximumDays: number }
  | { check: 'future-dates'; column: string; asOf: string }
  | { check: 'recording-delay'; event: string; recorded: string; maximumDays: number }
  | { check: 'class-balance'; column: string }
  | { check: 'group-balance'; columns: string[] }
  | { check: 'label-rate-by-group'; label: string; positive: string; by: string[] }
  | { check: 'diversity'; column: string }
  | { check: 'grid-coverage'; columns: string[] }
  | { check: 'population-shares'; columns: string[]; population: PopulationShare[] }
  | { check: 'near-duplicate-rows'; columns: string[] }
  | { check: 'near-duplicate-texts'; column: string; similarity?: number }
  | { check: 'constant-column'; column: string }
  | { check: 'single-predictor'; column: string; label: string }
  | { check: 'sensitive-proxy'; column: string; sensitive: string }
  | { check: 'k-anonymity'; columns: string[]; k: number }
  | { check: 'l-diversity'; columns: string[]; sensitive: string; l: number }
  | { check: 'personal-data'; column: string }
  | { check: 'provenance'; recorded: ProvenanceFacts }

export type QualityCheckName = QualityCheck['check']

/** One side of a rule between fields: a column compared with a fixed value, with another column, or asked whether it is filled. */
export type Condition =
  | { column: string; is: '=' | '!=' | '<' | '<=' | '>' | '>='; value: string | number }
  | { column: string; is: '=' | '!=' | '<' | '<=' | '>' | '>='; otherColumn: string }
  | { column: string; is: 'in' | 'not-in'; values: string[] }
  | { column: string; is: 'filled' | 'missing' }

/** What share of the population has these values of the columns, in their order. Shares add up to 1. */
export type PopulationShare = { key: string[]; share: number }

/** What is known about where a file comes from. Absent is absent: nothing is assumed. */
export type ProvenanceFacts = {
  sha256?: string
  rows?: number
  source?: string
  licence?: string
  consent?: string
  lineage?: string
}

/** The characteristic that each check speaks to. */
export const characteristicOf: Record<QualityCheckName, Characteristic> = {
  'missing-values': 'completeness',
  'missing-labels': 'completeness',
  'missing-by-group': 'completeness',
  'incomplete-rows': 'completeness',
  format: 'consistency',
  'type-mix': 'consistency',
  'domain-variants': 'consistency',
  'allowed-values': 'consistency',
  'cross-field-rule': 'consistency',
  'label-conflicts': 'consistency',
  'duplicate-rows': 'consistency',
  'duplicate-ids': 'consistency',
  'train-test-overlap': 'consistency',
  range: 'accuracy',
  'outliers-mad': 'accuracy',
  'outliers-iqr': 'accuracy',
  'gold-label-errors': 'accuracy',
  'label-agreement': 'accuracy',
  'record-age': 'currentness',
  'future-dates': 'currentness',
  'recording-delay': 'timeliness',
  'class-balance': 'balance',
  'group-balance': 'balance',
  'label-rate-by-group': 'balance',
  diversity: 'diversity',
  'grid-coverage': 'diversity',
  'population-shares': 'representativeness',
  'near-duplicate-rows': 'similarity',
  'near-duplicate-texts': 'similarity',
  'constant-column': 'relevance',
  'single-predictor': 'relevance',
  'sensitive-proxy': 'relevance',
  'k-anonymity': 'identifiability',
  'l-diversity': 'identifiability',
  'personal-data': 'identifiability',
  provenance: 'auditability',
}

/** The columns that a check reads, in the order in which its definition names them. */
export function columnsOf(check: QualityCheck): string[] {
  switch (check.check) {
    case 'missing-by-group':
      return [check.column, ...check.by]
    case 'label-conflicts':
      return [...check.columns, check.label]
    case 'gold-label-errors':
      return [check.label, check.gold]
    case 'label-agreement':
      return check.raters
    case 'recording-delay':
      return [check.event, check.recorded]
    case 'label-rate-by-group':
      return [check.label, ...check.by]
    case 'single-predictor':
      return [check.column, check.label]
    case 'sensitive-proxy':
      return [check.column, check.sensitive]
    case 'l-diversity':
      return [...check.columns, check.sensitive]
    case 'cross-field-rule':
      return [...new Set([...check.when, ...check.must].flatMap(columnsOfCondition))]
    case 'provenance':
      return []
    case 'incomplete-rows':
    case 'duplicate-rows':
    case 'duplicate-ids':
    case 'train-test-overlap':
    case 'group-balance':
    case 'grid-coverage':
    case 'population-shares':
    case 'near-duplicate-rows':
    case 'k-anonymity':
      return check.columns
    case 'missing-values':
    case 'missing-labels':
    case 'format':
    case 'type-mix':
    case 'domain-variants':
    case 'allowed-values':
    case 'range':
    case 'outliers-mad':
    case 'outliers-iqr':
    case 'record-age':
    case 'future-dates':
    case 'class-balance':
    case 'diversity':
    case 'near-duplicate-texts':
    case 'constant-column':
    case 'personal-data':
      return [check.column]
  }
}

function columnsOfCondition(condition: Condition): string[] {
  return 'otherColumn' in condition ? [condition.column, condition.otherColumn] : [condition.column]
}
