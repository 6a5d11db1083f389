import type { Kind } from '../words.ts'

/** A limit; `attributes` are the groupings that it is about (`race`, `race,sex`), all of them where there is none. */
export type LimitRow = {
  metric: string
  comparison: 'difference' | 'ratio'
  bound: 'atLeast' | 'atMost'
  value: string
  perGroup: boolean
  attributes: string[]
  /** what the rates are expected to be, to say how many people are needed; empty: nothing is expected */
  expectedRate: string
  expectedReference: string
  expectedPower: string
}

/** Groups compared among rows that are alike in `strata`; without a margin it is shown and decides nothing. */
export type FactorRow = { strata: string[]; metric: string; margin: string; attributes: string[] }

/** Values watched one by one; `settings` by their names in the definition. */
export type StreamRow = { method: 'cusum' | 'page-hinkley'; settings: Record<string, string> }

/** A check of the data or of text with what is asked of it. `more` is the rest of what is asked, as the definition has it. */
export type CheckRow = {
  check: string
  settings: Record<string, string | string[]>
  bound: 'atMost' | 'atLeast'
  /** empty: the check is shown and decides nothing */
  value: string
  /** empty: whoever answers for all of them */
  owner: string
  more: Record<string, unknown>
}

export type WindowKind = '' | 'rows' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** What the form holds: a field for what a plan usually says, and the rest of a definition as JSON in `extra`. */
export type DefinitionValues = {
  kind: Kind
  label: string
  prediction: string
  score: string
  positive: string
  by: string[]
  /** `sex + race` each */
  intersections: string[]
  /** `group = north` each */
  references: string[]
  compareWith: string
  filter: string
  /** what is predicted: decisions, or numbers */
  task: string
  limits: LimitRow[]
  factors: FactorRow[]
  /** share of the rows that a search is confirmed on */
  holdBack: number | null
  streams: StreamRow[]
  tables: string[]
  lawSex: string
  lawRace: string
  lawScore: string
  bins: number | null
  columns: string[]
  categories: string[]
  numbers: string[]
  mode: string
  windowKind: WindowKind
  windowRows: number | null
  windowColumn: string
  wassersteinNormalised: number | null
  totalVariation: number | null
  nullRate: number | null
  unseen: number | null
  checks: CheckRow[]
  owner: string
  output: string
  prompt: string
  expected: string
  context: string
  group: string[]
  pair: string
  variant: string
  opponent: string
  judge: string
  judgeReference: string
  latency: string
  cost: string
  missing: string[]
  confidence: number | null
  replicates: number | null
  seed: number | null
  minimumVerdict: number | null
  minimumShow: number | null
  extra: string
  asJson: boolean
  json: string
}

/** What the engine takes where a plan says nothing. The form shows these, so that nothing decides unseen. */
export const usual = {
  positive: '1',
  bins: 10,
  confidence: 0.95,
  replicates: 2000,
  seed: 42,
  minimumVerdict: 30,
  minimumShow: 5,
  compareWith: 'reference',
  mode: 'exact',
  margins: { wassersteinNormalised: 0.1, totalVariation: 0.05, nullRate: 0.02, unseen: 0.02 },
}

export const marginNames = ['wassersteinNormalised', 'totalVariation', 'nullRate', 'unseen'] as const

export const blankDefinition: DefinitionValues = {
  kind: 'fairness',
  label: '',
  prediction: '',
  score: '',
  positive: usual.positive,
  by: [],
  intersections: [],
  references: [],
  compareWith: usual.compareWith,
  filter: '',
  task: '',
  limits: [],
  factors: [],
  holdBack: null,
  streams: [],
  tables: ['four-fifths', 'conflicts'],
  lawSex: '',
  lawRace: '',
  lawScore: '',
  bins: usual.bins,
  columns: [],
  categories: [],
  numbers: [],
  mode: usual.mode,
  windowKind: '',
  windowRows: null,
  windowColumn: '',
  ...usual.margins,
  checks: [],
  owner: '',
  output: '',
  prompt: '',
  expected: '',
  context: '',
  group: [],
  pair: '',
  variant: '',
  opponent: '',
  judge: '',
  judgeReference: '',
  latency: '',
  cost: '',
  missing: [],
  confidence: usual.confidence,
  replicates: usual.replicates,
  seed: usual.seed,
  minimumVerdict: usual.minimumVerdict,
  minimumShow: usual.minimumShow,
  extra: '',
  asJson: false,
  json: '',
}

export function hasChecks(kind: Kind): kind is 'quality' | 'llm' {
  return kind === 'quality' || kind === 'llm'
}

/** Kinds whose limits are lines of their own; drift has one margin for each of four measures. */
export function hasLimits(kind: Kind): kind is 'fairness' | 'performance' | 'calibration' {
  return kind === 'fairness' || kind === 'performance' || kind === 'calibration'
}

const rates = ['selection_rate', 'tpr', 'fpr', 'fnr', 'tnr', 'ppv', 'npv', 'fdr', 'for', 'accuracy', 'base_rate']

export const limitMetrics: Record<Kind, readonly string[]> = {
  fairness: rates,
  performance: ['accuracy', 'balanced_accuracy', 'f1', 'mcc', 'auc', ...rates.filter((it) => it !== 'accuracy')],
  calibration: ['slope', 'intercept', 'expected_observed_ratio'],
  drift: [],
  quality: [],
  llm: [],
}

/** The measures that limits can be about; of predicted numbers others than of decisions. */
export function metricsFor({ kind, task }: Pick<DefinitionValues, 'kind' | 'task'>): readonly string[] {
  return kind === 'performance' && task === 'regression' ? ['mae', 'mean_residual'] : limitMetrics[kind]
}

/** Limits whose size can be told beforehand: rates, the area, and expected over observed. */
export function isSized(kind: Kind, metric: string): boolean {
  return kind === 'calibration' ? metric === 'expected_observed_ratio' : metric === 'auc' || rates.includes(metric)
}

/** Sizes that rest on how many labels are favourable. */
export function needsBase(metric: string): boolean {
  return metric === 'auc' || metric === 'expected_observed_ratio'
}

/** Small is good for these, so their limit is usually an upper one. */
const small = new Set(['fpr', 'fnr', 'fdr', 'for', 'mae', 'mean_residual'])

export function blankLimit(kind: Kind, metric = limitMetrics[kind][0] ?? ''): LimitRow {
  const bound = small.has(metric) ? 'atMost' : 'atLeast'
  const expected = { expectedRate: '', expectedReference: '', expectedPower: '' }
  return { metric, comparison: 'difference', bound, value: '', perGroup: false, attributes: [], ...expected }
}

/** Rows that fit the kind that was chosen; those of another kind make room for an empty one. */
export function fitting(values: DefinitionValues, checksOf: (kind: 'quality' | 'llm') => ReadonlySet<string>) {
  const { kind, limits, checks } = values
  if (hasLimits(kind)) {
    const known = metricsFor(values)
    const fits = limits.length > 0 && limits.every(({ metric }) => known.includes(metric))
    return fits ? null : { limits: [blankLimit(kind, known[0])] }
  }
  if (!hasChecks(kind)) return null
  const known = checksOf(kind)
  return checks.length > 0 && checks.every(({ check }) => known.has(check)) ? null : { checks: [] as CheckRow[] }
}

export const blankFactor: FactorRow = { strata: [], metric: '', margin: '', attributes: [] }

type StreamSetting = { name: string; takes: 'number' | 'text' | 'column' | 'direction'; needed?: boolean }
const ofEveryStream: StreamSetting[] = [
  { name: 'value', takes: 'column' },
  { name: 'order', takes: 'column' },
  { name: 'direction', takes: 'direction' },
  { name: 'atMostAlarms', takes: 'number' },
]
const number = (name: string): StreamSetting => ({ name, takes: 'number' })

/** What each way of watching a stream wants to know, in the engine's own words. */
export const streamSettings: Record<StreamRow['method'], readonly StreamSetting[]> = {
  cusum: [...ofEveryStream, ...['target', 'deviation', 'slack', 'limit'].map(number)],
  'page-hinkley': [
    ...ofEveryStream,
    { name: 'tolerance', takes: 'number', needed: true },
    { name: 'threshold', takes: 'number', needed: true },
    number('warmUp'),
  ],
}

export const blankStream: StreamRow = { method: 'cusum', settings: {} }
