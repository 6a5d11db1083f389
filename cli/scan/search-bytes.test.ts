import { expect, test } from 'vitest'
import { searcher } from './search-bytes.ts'

const groups = [
  ['openai', 'anthropic', "'ai'", 'abab'],
  ['api.openai.com', '.openai.azure.com'],
  ['SYSTEM_PROMPT', 'babab'],
]

/** The same question asked plainly. */
function plainly(text: string): number {
  return groups.reduce((found, words, at) => found | (words.some((word) => text.includes(word)) ? 1 << at : 0), 0)
}

test.each([
  ['', 0],
  ['abc', 0],
  ['openai', 1],
  ['xopenai', 1],
  ["import x from 'ai'", 1],
  ['openaj openbi', 0],
  ['https://api.openai.com', 3],
  ['ababab', 5],
  ['SYSTEM_PROMPT', 4],
  ['SYSTEM_PROMP', 0],
])('%j touches the groups %i', (text, expected) => {
  expect(searcher(groups)(Buffer.from(text))).toBe(expected)
})

test('says what a plain search says, on ten thousand made-up texts', () => {
  const search = searcher(groups)
  const pieces = [
    'a',
    'b',
    'ab',
    'op',
    'en',
    'open',
    'ai',
    "'",
    '.',
    'api.',
    'com',
    'azure',
    ' ',
    'SYSTEM_',
    'PROMPT',
    'é',
  ]
  // A fixed sequence, so that a failure can be looked at again.
  let state = 42
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 16) % below
  }
  const texts = Array.from({ length: 10_000 }, () =>
    Array.from({ length: next(40) }, () => pieces[next(pieces.length)] ?? '').join(''),
  )
  expect(texts.map((text) => search(Buffer.from(text)))).toEqual(texts.map(plainly))
  expect(new Set(texts.map(plainly)).size).toBeGreaterThanOrEqual(4)
})

test('refuses a word that is too short to be searched for', () => {
  expect(() => searcher([['abc']])).toThrow('at least four bytes')
})
