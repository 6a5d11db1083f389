import { expect, test } from 'vitest'
import { draftOf, problemsIn, shapeOf, type Values, valuesOf } from './estimate-values.ts'
import type { Estimate } from './words.ts'

const estimate: Estimate = {
  id: '0190a0a0-0000-7000-8000-000000000001',
  version: 3,
  measure: 'money',
  stage: 'inherent',
  currency: 'CHF',
  frequency: { kind: 'chance', range: { shape: 'pert', low: 0.002, likely: 0.07, high: 0.29 } },
  loss: { shape: 'lognormal', low: 1_500, high: 40_000 },
  frequencyBasis: 'Reports of others',
  lossBasis: 'Invoices',
  by: { id: '0190a0a0-0000-7000-8000-000000000002', name: 'Ada' },
  on: '2026-03-03',
  meanYear: 900,
}

test('an estimate comes back from its form as it went in, its chance typed in per cent', () => {
  const values = valuesOf(estimate, 'CHF')
  expect(values).toMatchObject({ 'frequency.range.low': 0.2, 'frequency.range.likely': 7, 'frequency.range.high': 29 })
  expect(problemsIn(values, 'money')).toEqual({})
  const { frequency, loss, currency, replaces } = draftOf(values, 'money', 3)
  expect({ frequency, loss, currency, replaces }).toEqual({
    frequency: estimate.frequency,
    loss: estimate.loss,
    currency: 'CHF',
    replaces: 3,
  })
})

test('people have no currency, and a chance no 90 % range', () => {
  const values: Values = { ...valuesOf(estimate, ''), 'frequency.range.shape': 'lognormal' }
  expect(draftOf(values, 'people', null)).toMatchObject({ currency: null, frequency: { range: { shape: 'pert' } } })
  expect(shapeOf({ ...values, kind: 'rate' }, 'frequency.range')).toBe('lognormal')
  expect(problemsIn(values, 'people')).toEqual({})
})

const filled = { ...valuesOf(estimate, 'eur'), kind: 'rate' }
test.each<{ wrong: Partial<Values>; field: string }>([
  { wrong: { 'loss.low': null }, field: 'loss.low' },
  { wrong: { 'loss.high': 20 }, field: 'loss.high' },
  { wrong: { 'loss.low': -1 }, field: 'loss.low' },
  { wrong: { 'frequency.range.likely': 40 }, field: 'frequency.range.likely' },
  { wrong: { frequencyBasis: ' ' }, field: 'frequencyBasis' },
  { wrong: { lossBasis: '' }, field: 'lossBasis' },
  { wrong: { currency: 'Euro' }, field: 'currency' },
])('$field is asked for before the server is', ({ wrong, field }) => {
  expect(Object.keys(problemsIn({ ...filled, ...wrong }, 'money'))).toEqual([field])
})
