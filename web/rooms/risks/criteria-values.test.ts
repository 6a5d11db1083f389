import { expect, test } from 'vitest'
import { definitionOf, toleranceProblems, type Values, valuesOf } from './criteria-values.ts'

const step = { name: 'x', meaning: 'y' }
const grave = { name: 'x', organization: 'a', individuals: 'b', society: 'c' }
const definition = {
  likelihood: [step, step, step],
  consequence: [grave, grave, grave],
  acceptableUpTo: 2,
  tolerableUpTo: 6,
  reviewMonths: 12,
  acceptanceMonths: 12,
  tolerance: { currency: 'EUR', points: [{ chance: 0.07, loss: 500_000 }] },
}

test('criteria come back from their form as they went in, with and without a tolerance', () => {
  expect(definitionOf(valuesOf('Little', definition))).toEqual(definition)
  const { tolerance: _, ...without } = definition
  expect(definitionOf(valuesOf('Little', without))).toEqual(without)
})

test.each<{ typed: Values; found: object }>([
  { typed: { 'tolerance.points.1.chance': '1', 'tolerance.points.1.loss': '2000000,5' }, found: {} },
  { typed: { 'tolerance.points.1.chance': '1' }, found: { 'tolerance.points.1.loss': 'both' } },
  { typed: { 'tolerance.points.1.loss': '9' }, found: { 'tolerance.points.1.chance': 'both' } },
  { typed: { 'tolerance.points.0.chance': '100' }, found: { 'tolerance.points.0.chance': 'number' } },
  { typed: { 'tolerance.points.0.loss': 'much' }, found: { 'tolerance.points.0.loss': 'number' } },
  { typed: { 'tolerance.currency': 'Euro' }, found: { 'tolerance.currency': 'currency' } },
])('a tolerance of $typed is answered with $found', ({ typed, found }) => {
  expect(toleranceProblems({ ...valuesOf('Little', definition), ...typed })).toEqual(found)
})
