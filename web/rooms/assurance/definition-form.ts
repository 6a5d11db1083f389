import type { Kind, Plan } from './words.ts'

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
  asJson: false,
  json: '',
}

/** Kinds whose checks are too many for fields: they are written as JSON, from an example. */
export const jsonOnly: readonly Kind[] = ['quality', 'llm']

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
  if (values.asJson || jsonOnly.includes(kind)) return asObject(JSON.parse(values.json), kind)
  const common = { kind, ...given('filter', values.filter) }
  const groups = values.by.length > 0 ? { by: values.by } : {}
  if (kind === 'drift')
    return { ...common, ...groups, margins: values.limit === null ? {} : { [metricOf(values)]: values.limit } }
  const columns = {
    ...given('label', values.label),
    ...(kind !== 'calibration' && given('prediction', values.prediction)),
    ...given('score', values.score),
    positive: values.positive,
  }
  const tables = kind === 'fairness' ? { tables: ['four-fifths', 'conflicts'] } : {}
  return { ...common, ...columns, ...groups, thresholds: limitsOf(values), ...tables }
}

/** The measure that the limit is about; another kind has others. */
function metricOf({ kind, limitMetric }: DefinitionValues): string {
  const known = limitMetrics[kind]
  return known.includes(limitMetric) ? limitMetric : (known[0] ?? limitMetric)
}

function limitsOf(values: DefinitionValues): object[] {
  const { kind, limitComparison: comparison, limit, perGroup } = values
  if (limit === null) return []
  const metric = metricOf(values)
  if (kind === 'fairness') return [{ metric, comparison, margin: limit }]
  const bound = limitIsUpper(kind, metric) ? { atMost: limit } : { atLeast: limit }
  return [{ metric, ...bound, ...(perGroup && { perGroup }) }]
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
