import { expect, test } from 'vitest'
import { shownCounts } from './hidden-counts.ts'

const of = (...denominators: number[]) => denominators.map((denominator) => ({ numerator: 0, denominator }))

test.each([
  ['no stratum is small', [9, 5, 20], [9, 5, 20]],
  ['nobody is in a stratum, which points at nobody', [9, 0, 20], [9, 0, 20]],
  ['two are small', [4, 3, 20], [null, null, 20]],
  ['one is small and could be found by subtraction', [30, 4, 9, 20], [30, null, null, 20]],
  ['one is small and there is no other', [4], [null]],
])('where %s, %j are shown as %j', (_, denominators, shown) => {
  expect(shownCounts(of(...denominators), 5).map(({ denominator }) => denominator)).toEqual(shown)
})
