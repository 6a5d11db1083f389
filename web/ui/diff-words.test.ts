import { expect, test } from 'vitest'
import { diffWords, type DiffPart } from './diff-words.ts'

const same = (text: string): DiffPart => ({ kind: 'same', text })
const removed = (text: string): DiffPart => ({ kind: 'removed', text })
const added = (text: string): DiffPart => ({ kind: 'added', text })

test.each([
  ['', '', []],
  ['a b', 'a b', [same('a b')]],
  ['', 'new text', [added('new text')]],
  ['old text', '', [removed('old text')]],
  ['scores loan applicants', 'scores all loan applicants', [same('scores '), added('all '), same('loan applicants')]],
  ['in test', 'in use', [same('in '), removed('test'), added('use')]],
])('from %o to %o is %o', (before, after, expected) => {
  expect(diffWords(before, after)).toEqual(expected)
})

test('the parts make up both texts again', () => {
  const before = 'the system scores applicants for consumer loans and is reviewed twice a year'
  const after = 'this system ranks applicants for consumer loans, reviewed once a year by a person'
  const parts = diffWords(before, after)
  const without = (kind: DiffPart['kind']) => parts.filter((part) => part.kind !== kind).map((part) => part.text)
  expect(without('added').join('')).toBe(before)
  expect(without('removed').join('')).toBe(after)
})

test('very long texts count as replaced as a whole', () => {
  const before = 'word '.repeat(2_000)
  expect(diffWords(before, `${before}more`)).toEqual([removed(before), added(`${before}more`)])
})
