import { expect, test } from 'vitest'
import { blankCheck, blankDefinition, definitionFrom } from './definition-form.ts'

test('several limits, reference groups and combinations of groups become one definition', () => {
  const definition = definitionFrom({
    ...blankDefinition,
    label: 'label',
    prediction: 'prediction',
    by: ['sex', 'race'],
    limit: 0.1,
    moreLimits: [
      { metric: 'tpr', comparison: 'ratio', value: '0.8', perGroup: false },
      { metric: 'fpr', comparison: 'difference', value: '', perGroup: false },
    ],
    references: ['sex = male'],
    intersections: ['sex + race'],
  })
  expect(definition).toMatchObject({
    by: ['sex', 'race'],
    intersect: [['sex', 'race']],
    reference: { sex: 'male' },
    thresholds: [
      { metric: 'selection_rate', comparison: 'difference', margin: 0.1 },
      { metric: 'tpr', comparison: 'ratio', margin: 0.8 },
    ],
  })
})

test('every margin of drift is its own limit', () => {
  const moreLimits = [{ metric: 'nullRate', comparison: 'difference', value: '0.01', perGroup: false }]
  const definition = definitionFrom({
    ...blankDefinition,
    kind: 'drift',
    limitMetric: 'totalVariation',
    limit: 0.1,
    moreLimits,
  })
  expect(definition['margins']).toEqual({ totalVariation: 0.1, nullRate: 0.01 })
})

test('checks of data name their columns and target; one without a target is only shown', () => {
  const checks = [
    { ...blankCheck('quality', 'missing-values'), columns: 'income', value: '0.05' },
    { ...blankCheck('quality', 'duplicate-rows'), columns: 'income, age' },
  ]
  const definition = definitionFrom({ ...blankDefinition, kind: 'quality', owner: 'Data owner', checks })
  expect(definition['checks']).toEqual([
    {
      check: 'missing-values',
      column: 'income',
      asked: { atMost: 0.05, owner: 'Data owner', setOn: new Date().toISOString().slice(0, 10) },
    },
    { check: 'duplicate-rows', columns: ['income', 'age'] },
  ])
})

test('checks of text name the columns of output and of what was expected', () => {
  const checks = [{ ...blankCheck('llm', 'exact-match'), value: '0.9' }]
  const words = { output: 'answer', expected: 'expected', owner: 'Owner of the assistant' }
  const definition = definitionFrom({ ...blankDefinition, kind: 'llm', ...words, checks })
  expect(definition).toMatchObject({
    columns: { output: 'answer', expected: 'expected' },
    checks: [{ check: 'exact-match', asked: { atLeast: 0.9, owner: 'Owner of the assistant' } }],
  })
})
