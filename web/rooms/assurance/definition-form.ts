import type { Kind, Plan } from './words.ts'

/** A limit beside the first one; a value that is not filled in is none. */
export type LimitRow = { metric: string; comparison: string; value: string; perGroup: boolean }
/** A check of the data or of text; `columns` are names with commas between them. */
export type CheckRow = { check: string; columns: string; bound: 'atMost' | 'atLeast'; value: string }

/** What the form holds: the usual parts as fields, and everything as JSON for whoever needs more. */
export type DefinitionValues = {
  kind: Kind
  label: string
  prediction: string
  score: string
  positive: string
  by: string[]
  filter: string
  limitMetric: string
  limitComparison: string
  limit: number | null
  perGroup: boolean
  moreLimits: LimitRow[]
  /** `group = north` each */
  references: string[]
  /** `sex + race` each */
  intersections: string[]
  checks: CheckRow[]
  owner: string
  output: string
  expected: string
  context: string
  asJson: boolean
  json: string
}

export const blankDefinition: DefinitionValues = {
  kind: 'fairness',
  label: '',
  prediction: '',
  score: '',
  positive: '1',
  by: [],
  filter: '',
  limitMetric: 'selection_rate',
  limitComparison: 'difference',
  limit: null,
  perGroup: false,
  moreLimits: [],
  references: [],
  intersections: [],
  checks: [],
  owner: '',
  output: '',
  expected: '',
  context: '',
  asJson: false,
  json: '',
}

type CommonCheck = { check: string; takes: 'column' | 'columns' | 'none'; bound: 'atMost' | 'atLeast' }
const one = (check: string): CommonCheck => ({ check, takes: 'column', bound: 'atMost' })
const several = (check: string): CommonCheck => ({ check, takes: 'columns', bound: 'atMost' })
const ofText = (check: string, bound: CommonCheck['bound']): CommonCheck => ({ check, takes: 'none', bound })

/** The checks that have fields; the engine knows more, which are written as JSON. */
export const commonChecks: Record<'quality' | 'llm', readonly CommonCheck[]> = {
  quality: [
    ...['missing-values', 'missing-labels', 'type-mix', 'outliers-mad', 'personal-data'].map(one),
    ...['duplicate-rows', 'duplicate-ids'].map(several),
  ],
  llm: [
    ...['exact-match', 'token-f1', 'rouge-l', 'groundedness'].map((check) => ofText(check, 'atLeast')),
    ...['refusal', 'empty', 'personal-data', 'secrets'].map((check) => ofText(check, 'atMost')),
  ],
}

export function hasChecks(kind: Kind): kind is 'quality' | 'llm' {
  return kind === 'quality' || kind === 'llm'
}

/** A line for this check, with the bound that is usual for it. */
export function blankCheck(kind: 'quality' | 'llm', check: string): CheckRow {
  const known = commonChecks[kind].find((it) => it.check === check)
  return { check, columns: '', bound: known?.bound ?? 'atMost', value: '' }
}

export const limitMetrics: Record<Kind, readonly string[]> = {
  fairness: ['selection_rate', 'tpr', 'fpr', 'fnr', 'ppv', 'accuracy'],
  performance: ['accuracy', 'balanced_accuracy', 'f1', 'mcc', 'auc', 'tpr', 'fpr', 'ppv'],
  calibration: ['slope', 'intercept', 'expected_observed_ratio'],
  drift: ['wassersteinNormalised', 'totalVariation', 'nullRate', 'unseen'],
  quality: [],
  llm: [],
}

/** Small is good for these, so their limit is an upper one. */
const small = new Set(['fpr', 'fnr', 'fdr', 'for', 'ece', 'mce', 'brier', 'log_loss'])

export function limitIsUpper(kind: Kind, metric: string): boolean {
  return kind === 'drift' || small.has(metric)
}

type Definition = Record<string, unknown>

/** The definition as the engine takes it. Throws SyntaxError where the JSON is none. */
export function definitionFrom(values: DefinitionValues): Definition {
  const { kind } = values
  if (values.asJson) return asObject(JSON.parse(values.json), kind)
  const common = { kind, ...given('filter', values.filter) }
  if (hasChecks(kind)) return { ...common, ...columnsOf(values), checks: checksOf(kind, values) }
  const groups = values.by.length > 0 ? { by: values.by } : {}
  if (kind === 'drift') return { ...common, ...groups, margins: marginsOf(values) }
  const columns = {
    ...given('label', values.label),
    ...(kind !== 'calibration' && given('prediction', values.prediction)),
    ...given('score', values.score),
    positive: values.positive,
  }
  const tables = kind === 'fairness' ? { tables: ['four-fifths', 'conflicts'] } : {}
  const compared = {
    ...(values.intersections.length > 0 && { intersect: values.intersections.map(partsOf) }),
    ...(kind === 'fairness' && values.references.length > 0 && { reference: referencesOf(values.references) }),
  }
  return { ...common, ...columns, ...groups, ...compared, thresholds: limitsOf(values), ...tables }
}

/** The measure that the limit is about; another kind has others. */
function metricOf({ kind, limitMetric }: DefinitionValues): string {
  const known = limitMetrics[kind]
  return known.includes(limitMetric) ? limitMetric : (known[0] ?? limitMetric)
}

function limitsOf(values: DefinitionValues): object[] {
  return everyLimit(values).map(({ metric, comparison, value, perGroup }) => {
    if (values.kind === 'fairness') return { metric, comparison, margin: value }
    const bound = limitIsUpper(values.kind, metric) ? { atMost: value } : { atLeast: value }
    return { metric, ...bound, ...(perGroup && { perGroup }) }
  })
}

function marginsOf(values: DefinitionValues): Record<string, number> {
  return Object.fromEntries(everyLimit(values).map(({ metric, value }) => [metric, value]))
}

type Limit = Omit<LimitRow, 'value'> & { value: number }

/** The first limit and those beside it; a line without a value is none. */
function everyLimit(values: DefinitionValues): Limit[] {
  const { limit, limitComparison: comparison, perGroup, moreLimits } = values
  const first = limit === null ? [] : [{ metric: metricOf(values), comparison, value: limit, perGroup }]
  const more = moreLimits
    .filter(({ metric, value }) => value.trim() !== '' && limitMetrics[values.kind].includes(metric))
    .map((row) => ({ ...row, value: Number(row.value) }))
  return [...first, ...more]
}

function partsOf(combination: string): string[] {
  return combination
    .split('+')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** `group = north` as what the engine compares with. */
function referencesOf(references: string[]): Record<string, string> {
  return Object.fromEntries(
    references.map((text) => {
      const at = text.indexOf('=')
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
    }),
  )
}

function columnsOf({ kind, output, expected, context, by }: DefinitionValues): Definition {
  if (kind === 'quality') return by.length > 0 ? { by } : {}
  return { columns: { output: output.trim(), ...given('expected', expected), ...given('context', context) } }
}

/** The checks with what is asked of each and by whom, from today on. */
function checksOf(kind: 'quality' | 'llm', { checks, owner }: DefinitionValues): object[] {
  const setOn = new Date().toISOString().slice(0, 10)
  return checks.map(({ check, columns, bound, value }) => {
    const takes = commonChecks[kind].find((it) => it.check === check)?.takes
    const names = columns.split(',').flatMap((name) => name.trim() || [])
    const of = { column: { column: names[0] ?? '' }, columns: { columns: names }, none: {} }[takes ?? 'none']
    return { check, ...of, ...(value !== '' && { asked: { [bound]: Number(value), owner: owner.trim(), setOn } }) }
  })
}

function given(name: string, value: string): Definition {
  return value.trim() === '' ? {} : { [name]: value.trim() }
}

function asObject(value: unknown, kind: Kind): Definition {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('no object')
  return { kind, ...value }
}

/** A stored plan in the form: everything as JSON, since it may hold more than the fields can say. */
export function valuesOf({ kind, definition }: Pick<Plan, 'kind' | 'definition'>): DefinitionValues {
  return { ...blankDefinition, kind, asJson: true, json: JSON.stringify(definition, null, 2) }
}

/** What JSON a person begins from. */
export function exampleOf(kind: Kind): string {
  const examples: Partial<Record<Kind, object>> = {
    quality: {
      kind: 'quality',
      label: 'label',
      by: ['group'],
      checks: [
        {
          check: 'missing-values',
          column: 'income',
          asked: { atMost: 0.05, owner: 'Data owner', setOn: new Date().toISOString().slice(0, 10) },
        },
      ],
    },
    llm: {
      kind: 'llm',
      columns: { output: 'answer', expected: 'expected' },
      checks: [
        {
          check: 'exact-match',
          asked: { atLeast: 0.9, owner: 'Owner of the assistant', setOn: new Date().toISOString().slice(0, 10) },
        },
      ],
    },
  }
  return JSON.stringify(examples[kind] ?? { kind }, null, 2)
}
