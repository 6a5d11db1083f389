import { expect, test } from 'vitest'
import example from '../../../../cli/examples/invitations-plan.yaml?raw'
import { checkPlan, readPlan } from '../../../../engine/read-plan.ts'
import { blankCheck, knownChecks } from './check-catalogue.ts'
import { complaintsAbout, fieldOfProblem } from './complaints.ts'
import { valuesOf } from './from-definition.ts'
import { definitionFrom } from './to-definition.ts'
import { blankDefinition, blankLimit, type DefinitionValues } from './values.ts'

type Definition = Record<string, unknown>

/** As the server keeps it: every default filled in. */
function stored(definition: Definition): Definition {
  const read = checkPlan(definition)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.plan
}

function opened(definition: Definition): DefinitionValues {
  const { kind, ...rest } = stored(definition)
  if (typeof kind !== 'string') throw new Error('a plan has a kind')
  return valuesOf({ kind: kind as DefinitionValues['kind'], definition: { kind, ...rest } })
}

const asked = { atMost: 0.05, owner: 'Data owner', setOn: '2026-01-31' }
const decisions = { label: 'y', prediction: 'score >= 0.5', by: ['sex', 'age band'], positive: 'yes' }

const plans: [string, Definition][] = [
  ['fairness with the least', { kind: 'fairness', prediction: 'p', by: ['sex'] }],
  [
    'fairness with nearly everything',
    {
      kind: 'fairness',
      ...decisions,
      score: 'score',
      intersect: [['sex', 'age band']],
      reference: { sex: 'male = m', 'sex,age band': ['male', '30 to 40'] },
      filter: "status = 'decided'",
      missing: ['N/A', '?'],
      thresholds: [
        { metric: 'tpr', comparison: 'difference', margin: 0.05, attributes: ['sex'] },
        { metric: 'selection_rate', comparison: 'ratio', margin: 0.8 },
      ],
      tables: ['four-fifths', 'subgroups', 'inequality', 'conflicts'],
      localLaw144: { sex: 'sex', raceEthnicity: 'age band', score: 'score' },
      compareWith: 'rest',
      confidence: 0.9,
      replicates: 500,
      seed: 7,
      minimumSize: { verdict: 50, show: 10 },
    },
  ],
  [
    'performance per group',
    {
      kind: 'performance',
      ...decisions,
      thresholds: [
        { metric: 'auc', atLeast: 0.7, perGroup: true },
        { metric: 'fpr', atMost: 0.2 },
      ],
    },
  ],
  [
    'calibration from both sides',
    {
      kind: 'calibration',
      label: 'y',
      score: 's',
      bins: 20,
      thresholds: [
        { metric: 'slope', atLeast: 0.8 },
        { metric: 'slope', atMost: 1.2 },
      ],
    },
  ],
  [
    'drift by months, without labels',
    {
      kind: 'drift',
      columns: ['age', 'sex'],
      categories: ['code'],
      numbers: ['amount'],
      by: ['sex'],
      mode: 'binned',
      windows: { column: 'day', period: 'month' },
      score: 's',
      prediction: 'p',
      label: 'y',
      margins: { nullRate: 0.01 },
    },
  ],
  [
    'fairness within factors, sized and confirmed',
    {
      kind: 'fairness',
      label: 'y',
      prediction: 'p',
      by: ['sex'],
      tables: ['subgroups'],
      subgroups: { holdBack: 0.4 },
      conditional: [
        { strata: ['department'], metric: 'tpr', margin: 0.1, attributes: ['sex'] },
        { strata: ['a', 'b'] },
      ],
      thresholds: [{ metric: 'tpr', margin: 0.1, expected: { rate: 0.5, reference: 0.6, power: 0.9 } }],
    },
  ],
  [
    'performance of predicted numbers',
    {
      kind: 'performance',
      task: 'regression',
      label: 'price',
      prediction: 'estimate',
      thresholds: [{ metric: 'mae', atMost: 5 }],
    },
  ],
  [
    'drift of streams',
    {
      kind: 'drift',
      streams: [
        { method: 'cusum', value: 'error', order: 'day', direction: 'rise', atMostAlarms: 0, limit: 4 },
        { method: 'page-hinkley', tolerance: 0.01, threshold: 20 },
      ],
    },
  ],
  ['drift by rows', { kind: 'drift', windows: { rows: 500 } }],
  [
    'quality with owners and rules',
    {
      kind: 'quality',
      missing: ['?'],
      checks: [
        { check: 'missing-values', column: 'income', sentinels: ['-1'], asked },
        { check: 'k-anonymity', columns: ['age', 'zip'], k: 5, asked: { ...asked, measure: 'small_classes_share' } },
        {
          check: 'range',
          column: 'age',
          low: 0,
          high: 120,
          asked: { atMost: 0, owner: 'Somebody else', setOn: '2026-02-01' },
        },
        { check: 'cross-field-rule', name: 'r', when: [], must: [{ column: 'a', is: '<=', otherColumn: 'b' }] },
        { check: 'population-shares', columns: ['sex'], population: [{ key: ['f'], share: 0.5 }] },
        { check: 'allowed-values', column: 'c', values: ['a,b', 'c'] },
      ],
    },
  ],
  [
    'text with judges',
    {
      kind: 'llm',
      columns: {
        output: 'answer',
        expected: 'right',
        group: 'persona',
        judge: 'j',
        judgeReference: 'human',
        cost: 'eur',
      },
      checks: [
        { check: 'exact-match', asked: { atLeast: 0.9, owner: 'Owner', setOn: '2026-01-31' } },
        { check: 'judge-agreement', weights: 'linear', categories: ['good', 'bad'] },
        { check: 'schema-valid', schema: { type: 'object' } },
        { check: 'toxic-terms', terms: ['x', 'y'] },
        { check: 'bleu', smoothing: { method: 'floor', value: 0.1 } },
        { check: 'schema-valid', schema: {}, fenced: true },
        { check: 'win-rates', replicates: 500, seed: 7 },
      ],
    },
  ],
]

test.each(plans)('%s opens as fields, and saved again it is what it was', (_, definition) => {
  const values = opened(definition)
  expect([values.asJson, values.extra]).toEqual([false, ''])
  expect(stored(definitionFrom(values, '2099-01-01'))).toEqual(stored(definition))
})

test('what has no field stays beside the fields as JSON', () => {
  const definition = { kind: 'fairness', prediction: 'p', by: ['sex'], adjustment: 'bonferroni' }
  const values = opened(definition)
  expect(JSON.parse(values.extra)).toEqual({ adjustment: 'bonferroni' })
  expect(stored(definitionFrom({ ...values, by: ['sex', 'race'] }))).toMatchObject({
    adjustment: 'bonferroni',
    by: ['sex', 'race'],
  })
})

test.each([
  ['spaces that a field would lose', { kind: 'fairness', prediction: ' p', by: ['sex'] }],
  [
    'names that hold the signs of the fields',
    { kind: 'fairness', prediction: 'p', by: ['a'], intersect: [['a+b', 'c']] },
  ],
])('%s open the whole definition as JSON, so that saving changes nothing', (_, definition) => {
  const values = opened(definition)
  expect(values.asJson).toBe(true)
  expect(stored(definitionFrom(values))).toEqual(stored(definition))
})

test('the example of the command line opens as fields', () => {
  const read = readPlan(example)
  if (!read.ok) throw new Error('the example is refused')
  const { title: _title, reason: _reason, ...definition } = read.plan
  const values = valuesOf({ kind: 'fairness', definition })
  expect(values.asJson).toBe(false)
  expect(stored(definitionFrom(values))).toEqual(definition)
})

/** Settings without the numbers that have bounds of their own. */
function kept(settings: Record<string, string | string[]>) {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== '2'))
}

test.each(['quality', 'llm'] as const)(
  'every check of %s that the engine knows has a line, filled in or refused',
  (kind) => {
    const examples: Record<string, string | string[]> = {
      number: '2',
      text: 'x',
      column: 'c',
      columns: ['c'],
      list: ['v'],
      day: '2026-01-01',
      weights: 'linear',
      flag: 'true',
    }
    const json: Record<string, string> = {
      when: '[]',
      must: '[{"column":"a","is":"filled"}]',
      population: '[{"key":["f"],"share":1}]',
      recorded: '{"source":"register"}',
      schema: '{}',
      smoothing: '{"method":"exp"}',
    }
    const checks = knownChecks[kind].map(({ check, settings }) => ({
      ...blankCheck(kind, check),
      value: '0.5',
      settings: Object.fromEntries(
        settings.map(({ name, takes }) => [name, takes === 'json' ? (json[name] ?? '') : (examples[takes] ?? '')]),
      ),
    }))
    const similar = checks.map((row) =>
      row.check === 'near-duplicate-texts' || row.check === 'win-rates'
        ? { ...row, settings: kept(row.settings) }
        : row,
    )
    const values = { ...blankDefinition, kind, owner: 'Owner', output: 'o', checks: similar }
    expect(complaintsAbout(values)).toEqual({})
    expect(checkPlan(definitionFrom(values)).ok).toBe(true)
    const empty = complaintsAbout({ ...values, checks: checks.map(({ check }) => blankCheck(kind, check)) })
    const needs = knownChecks[kind].filter(({ settings }) => settings.some(({ optional }) => optional !== true))
    expect(Object.keys(empty).filter((name) => !name.endsWith('.value')).length).toBeGreaterThanOrEqual(needs.length)
  },
)

test('a check that is asked nothing of decides nothing, and what is newly asked is asked from today', () => {
  const checks = [
    { ...blankCheck('quality', 'missing-values'), settings: { column: 'income' }, value: '0.05' },
    { ...blankCheck('quality', 'duplicate-rows'), settings: { columns: ['income', 'age'] } },
  ]
  const definition = definitionFrom({ ...blankDefinition, kind: 'quality', owner: 'Data owner', checks }, '2026-05-06')
  expect(definition['checks']).toEqual([
    { check: 'missing-values', column: 'income', asked: { atMost: 0.05, owner: 'Data owner', setOn: '2026-05-06' } },
    { check: 'duplicate-rows', columns: ['income', 'age'] },
  ])
})

test('what is wrong is said at the line that it concerns', () => {
  const limits = [blankLimit('fairness'), { ...blankLimit('fairness'), comparison: 'ratio' as const, value: '1.25' }]
  const found = complaintsAbout({ ...blankDefinition, prediction: 'p', by: ['sex'], limits })
  expect(Object.keys(found)).toEqual(['limits.0.value', 'limits.1.value'])
  const checks = [{ ...blankCheck('quality', 'range'), value: '0.01' }]
  expect(Object.keys(complaintsAbout({ ...blankDefinition, kind: 'quality', checks }))).toEqual([
    'owner',
    'checks.0.column',
  ])
})

test.each([
  ['definition.thresholds.1.margin', 'limits.1.value'],
  ['definition.checks.0.asked.atMost', 'checks.0.value'],
  ['definition.checks.2.column', 'checks.2.column'],
  ['definition.columns.output', 'output'],
  ['definition.by', 'by'],
  ['definition.reference.sex', 'references'],
  ['title', 'title'],
])('the server says %s, and the form shows it at %s', (path, field) => {
  expect(fieldOfProblem(path)).toBe(field)
})
