import { describe, expect, test } from 'vitest'
import { differences, matching, treeOf } from './tree.ts'
import type { RequirementItem } from './words.ts'

function requirement(ref: string, parent: string | null, title = ref, intent: string | null = null): RequirementItem {
  return { key: `X/${ref}`, framework: 'X', ref, title, kind: 'clause', parent, depth: 0, heading: false, intent }
}

const items = [
  requirement('4', null, 'Context'),
  requirement('4.1', '4', 'Understanding', 'climate'),
  requirement('5', null),
]

describe('the tree of a framework', () => {
  test('puts requirements under their headings in their order', () => {
    const [four, five] = treeOf(items)
    expect([four?.children.map(({ item }) => item.ref), five?.item.ref]).toEqual([['4.1'], '5'])
  })

  test.each([
    ['climate', ['4', '4.1']],
    ['4.1 understanding', ['4', '4.1']],
    ['nowhere', []],
    ['', ['4', '4.1', '5']],
  ])('narrowed down to “%s” keeps %j, headings included', (q, refs) => {
    expect(matching(items, q).map(({ ref }) => ref)).toEqual(refs)
  })
})

test('two editions differ where a number is new, gone, or reads differently', () => {
  const before = [requirement('1', null, 'Same'), requirement('2', null, 'Old'), requirement('3', null)]
  const now = [requirement('1', null, 'Same'), requirement('2', null, 'New'), requirement('4', null)]
  const found = differences(now, before).map(({ ref, here, there }) => [ref, here?.title, there?.title])
  expect(found).toEqual([
    ['2', 'New', 'Old'],
    ['4', '4', undefined],
    ['3', undefined, '3'],
  ])
})
