import { expect, test } from 'vitest'
import { asOfHeader, readAsOf, showAsOf } from './as-of.ts'

test('now sends no header', () => {
  expect(asOfHeader(undefined)).toEqual({})
})

test('a day means its end where the reader is', () => {
  const sent = asOfHeader('2026-03-03')['Assay-As-Of'] ?? ''
  const moment = new Date(sent)
  expect([moment.getFullYear(), moment.getMonth(), moment.getDate()]).toEqual([2026, 2, 3])
  expect([moment.getHours(), moment.getMinutes(), moment.getSeconds()]).toEqual([23, 59, 59])
})

test.each(['120', '2026-03-03T09:12:00.000Z'])('%s is sent as it stands', (asOf) => {
  expect(asOfHeader(asOf)).toEqual({ 'Assay-As-Of': asOf })
})

test.each([
  ['?asOf=2026-03-03&q=x', '2026-03-03'],
  ['?q=x', undefined],
])('the address %s looks at %s', (search, asOf) => {
  expect(readAsOf(search)).toBe(asOf)
})

test.each([
  ['120', 'entry 120'],
  ['2026-03-03', '3 Mar 2026'],
])('%s is shown as %s', (asOf, shown) => {
  expect(showAsOf(asOf)).toBe(shown)
})
