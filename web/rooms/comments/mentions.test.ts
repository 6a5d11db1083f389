import { expect, test } from 'vitest'
import { askedAt, complete, toShown, toStored, toTyped } from './mentions.ts'

const anna = { id: '0190a3c4-7d11-7b65-9c39-00000000000a', name: 'Anna' }
const schmidt = { id: '0190a3c4-7d11-7b65-9c39-00000000000b', name: 'Anna Schmidt' }

test('names that were chosen become ids and names again, the longer one first', () => {
  const typed = '@Anna Schmidt and @Anna, not @Bob'
  const stored = `@[person:${schmidt.id}] and @[person:${anna.id}], not @Bob`
  expect(toStored(typed, [anna, schmidt])).toBe(stored)
  expect(toTyped(stored, [anna, schmidt])).toBe(typed)
  expect(toShown(stored, [anna, schmidt])).toBe('**@Anna Schmidt** and **@Anna**, not @Bob')
})

test('a name cannot break out of its emphasis', () => {
  expect(toShown(`@[person:${anna.id}]`, [{ ...anna, name: '**[x](http://e)`' }])).toBe('**@[x](http://e)**')
})

test.each([
  ['Hello @', 7, { from: 6, words: '' }],
  ['@Ann', 4, { from: 0, words: 'Ann' }],
  ['(@Anna Sch', 10, { from: 1, words: 'Anna Sch' }],
  ['@Ann is away', 4, { from: 0, words: 'Ann' }],
  ['mail@example', 12, null],
  ['@Anna and Bob', 13, null],
  ['nothing', 7, null],
])('in “%s” at %i is asked %j', (text, caret, asked) => {
  expect(askedAt(text, caret)).toEqual(asked)
})

test('a chosen name replaces what was typed of it and leaves room for the next word', () => {
  expect(complete('Dear @An, hello', { from: 5, words: 'An' }, 'Anna')).toEqual({
    text: 'Dear @Anna , hello',
    caret: 11,
  })
  expect(complete('@An then', { from: 0, words: 'An' }, 'Anna')).toEqual({ text: '@Anna then', caret: 6 })
})
