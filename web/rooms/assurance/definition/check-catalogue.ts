import type { CheckRow } from './values.ts'

/** What a check wants to know beside its name, in the engine's own words. */
export type Setting = {
  name: string
  takes: 'column' | 'columns' | 'number' | 'text' | 'list' | 'day' | 'json' | 'weights' | 'flag'
  optional?: boolean
}
export type KnownCheck = { check: string; about: string; settings: readonly Setting[]; bound: CheckRow['bound'] }

const column: Setting = { name: 'column', takes: 'column' }
const columns: Setting = { name: 'columns', takes: 'columns' }
const label: Setting = { name: 'label', takes: 'column' }
const by: Setting = { name: 'by', takes: 'columns' }
const sensitive: Setting = { name: 'sensitive', takes: 'column' }
const asOf: Setting = { name: 'asOf', takes: 'day' }
const maximumDays: Setting = { name: 'maximumDays', takes: 'number' }
const sentinels: Setting = { name: 'sentinels', takes: 'list', optional: true }
const number = (name: string): Setting => ({ name, takes: 'number' })
const perhaps = (name: string, takes: Setting['takes'] = 'number'): Setting => ({ name, takes, optional: true })

function check(name: string, about: string, settings: Setting[], bound: CheckRow['bound'] = 'atMost'): KnownCheck {
  return { check: name, about, settings, bound }
}

/** Every check of the engine with its settings, in the order of the characteristics that it speaks to. */
export const knownChecks: Record<'quality' | 'llm', readonly KnownCheck[]> = {
  quality: [
    check('missing-values', 'completeness', [column, sentinels]),
    check('missing-labels', 'completeness', [column, sentinels]),
    check('missing-by-group', 'completeness', [column, by, sentinels]),
    check('incomplete-rows', 'completeness', [columns, sentinels]),
    check('duplicate-rows', 'consistency', [columns]),
    check('duplicate-ids', 'consistency', [columns]),
    check('train-test-overlap', 'consistency', [columns]),
    check('label-conflicts', 'consistency', [columns, label]),
    check('type-mix', 'consistency', [column]),
    check('domain-variants', 'consistency', [column]),
    check('allowed-values', 'consistency', [column, { name: 'values', takes: 'list' }]),
    check('format', 'consistency', [column, { name: 'pattern', takes: 'text' }]),
    check('cross-field-rule', 'consistency', [
      { name: 'name', takes: 'text' },
      { name: 'when', takes: 'json' },
      { name: 'must', takes: 'json' },
    ]),
    check('range', 'accuracy', [column, perhaps('low'), perhaps('high')]),
    check('outliers-mad', 'accuracy', [column, perhaps('limit')]),
    check('outliers-iqr', 'accuracy', [column, perhaps('factor')]),
    check('gold-label-errors', 'accuracy', [label, { name: 'gold', takes: 'column' }]),
    check('label-agreement', 'accuracy', [{ name: 'raters', takes: 'columns' }], 'atLeast'),
    check('record-age', 'currentness', [column, asOf, maximumDays]),
    check('future-dates', 'currentness', [column, asOf]),
    check('recording-delay', 'currentness', [
      { name: 'event', takes: 'column' },
      { name: 'recorded', takes: 'column' },
      maximumDays,
    ]),
    check('class-balance', 'balance', [column]),
    check('group-balance', 'balance', [columns]),
    check('label-rate-by-group', 'balance', [label, { name: 'positive', takes: 'text' }, by]),
    check('diversity', 'diversity', [column], 'atLeast'),
    check('grid-coverage', 'diversity', [columns], 'atLeast'),
    check('population-shares', 'representativeness', [columns, { name: 'population', takes: 'json' }]),
    check('near-duplicate-rows', 'similarity', [columns]),
    check('near-duplicate-texts', 'similarity', [column, perhaps('similarity')]),
    check('constant-column', 'relevance', [column]),
    check('single-predictor', 'relevance', [column, label]),
    check('sensitive-proxy', 'relevance', [column, sensitive]),
    check('k-anonymity', 'identifiability', [columns, number('k')]),
    check('l-diversity', 'identifiability', [columns, sensitive, number('l')]),
    check('personal-data', 'identifiability', [column]),
    check('provenance', 'auditability', [{ name: 'recorded', takes: 'json' }], 'atLeast'),
  ],
  llm: [
    check('exact-match', 'right', [], 'atLeast'),
    check('token-f1', 'right', [], 'atLeast'),
    check('rouge-l', 'right', [], 'atLeast'),
    check('bleu', 'right', [perhaps('smoothing', 'json')], 'atLeast'),
    check('chrf', 'right', [], 'atLeast'),
    check('numeric-match', 'right', [perhaps('absolute'), perhaps('relative')], 'atLeast'),
    check('schema-valid', 'right', [{ name: 'schema', takes: 'json' }, perhaps('fenced', 'flag')], 'atLeast'),
    check('groundedness', 'grounded', [perhaps('order')], 'atLeast'),
    check('citations', 'grounded', [perhaps('known', 'list')], 'atLeast'),
    check('refusal', 'behaviour', [perhaps('forms', 'list')]),
    check('empty', 'behaviour', []),
    check('length', 'behaviour', []),
    check('self-consistency', 'behaviour', [], 'atLeast'),
    check('counterfactual', 'behaviour', [perhaps('positive', 'text')]),
    check('personal-data', 'leaks', []),
    check('secrets', 'leaks', []),
    check('toxic-terms', 'leaks', [{ name: 'terms', takes: 'list' }]),
    check('judge-agreement', 'judges', [perhaps('weights', 'weights'), perhaps('categories', 'list')], 'atLeast'),
    check('judge-prevalence', 'judges', [{ name: 'positive', takes: 'text' }]),
    check('win-rates', 'judges', [perhaps('replicates'), perhaps('seed')], 'atLeast'),
    check('latency', 'service', []),
    check('cost', 'service', []),
  ],
}

export function checkNamed(kind: 'quality' | 'llm', name: string): KnownCheck | undefined {
  return knownChecks[kind].find(({ check }) => check === name)
}

export function namesOfChecks(kind: 'quality' | 'llm'): ReadonlySet<string> {
  return new Set(knownChecks[kind].map(({ check }) => check))
}

/** A line for this check with the bound that is usual for it; what the settings of another check already said is kept. */
export function blankCheck(kind: 'quality' | 'llm', name: string, kept: CheckRow['settings'] = {}): CheckRow {
  const known = checkNamed(kind, name)
  const settings = Object.fromEntries(
    (known?.settings ?? []).flatMap(({ name: setting }) => {
      const value = kept[setting]
      return value === undefined ? [] : [[setting, value]]
    }),
  )
  return { check: name, settings, bound: known?.bound ?? 'atMost', value: '', owner: '', more: {} }
}
