import { expect, test } from 'vitest'
import { jsonParts } from './json-parts.ts'

test.each([
  ['nothing', {}],
  ['an empty list within', { a: [], b: {}, c: [[]] }],
  ['values of every kind', { a: null, b: undefined, c: 'x\n"y"', d: [1, undefined, -0.5, true], ['e"\n']: [{ f: 1 }] }],
  ['what lies deep', { a: [{ b: [{ c: [{ d: [{ e: 'f\ng' }, {}] }] }] }] }],
])('JSON in parts is that of the whole: %s', (_, value) => {
  expect([...jsonParts(value)].join('')).toBe(JSON.stringify(value, null, 2))
})

test('a long result comes in several parts', () => {
  const value = {
    groups: Array.from({ length: 3_000 }, (_, index) => ({ group: [`g${index}`], words: 'x'.repeat(900) })),
  }
  const parts = [...jsonParts(value)]
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.join('')).toBe(JSON.stringify(value, null, 2))
})
