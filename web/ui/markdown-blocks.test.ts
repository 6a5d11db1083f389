import { expect, test } from 'vitest'
import { parseBlocks, parseInline } from './markdown-blocks.ts'

test('headings, paragraphs, lists, quotes and code are told apart', () => {
  const text = '# Scope\nOne\ntwo\n\n- a\n- b\n1. c\n> said\n> so\n```\n# not a heading\n```'
  expect(parseBlocks(text)).toEqual([
    { kind: 'heading', level: 1, text: 'Scope' },
    { kind: 'paragraph', text: 'One\ntwo' },
    { kind: 'list', ordered: false, items: ['a', 'b', 'c'] },
    { kind: 'quote', text: 'said so' },
    { kind: 'code', text: '# not a heading' },
  ])
})

test.each([
  ['plain', [{ kind: 'text', text: 'plain' }]],
  [
    'a **b** `c`',
    [
      { kind: 'text', text: 'a ' },
      { kind: 'strong', text: 'b' },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'c' },
    ],
  ],
  ['[AIMS](/aims)', [{ kind: 'link', text: 'AIMS', href: '/aims' }]],
  ['2 * 3 * 4', [{ kind: 'text', text: '2 * 3 * 4' }]],
])('%o is read as %o', (text, expected) => {
  expect(parseInline(text)).toEqual(expected)
})

test.each(['javascript:alert(1)', '//elsewhere.example', 'data:text/html,x', 'vbscript:x'])(
  'a link to %s stays text',
  (href) => {
    expect(parseInline(`[x](${href})`).filter(({ kind }) => kind !== 'text')).toEqual([])
  },
)

test('a table has its names, its rows with as many cells, and where each column stands', () => {
  const text = 'Before\n| Role | Count | Since |\n|:--|--:|:-:|\n| Owner | 2 |\n| A \\| B | 3 | May | more |\n\nAfter'
  expect(parseBlocks(text)).toEqual([
    { kind: 'paragraph', text: 'Before' },
    {
      kind: 'table',
      head: ['Role', 'Count', 'Since'],
      aligns: ['start', 'end', 'center'],
      rows: [
        ['Owner', '2', ''],
        ['A | B', '3', 'May'],
      ],
    },
    { kind: 'paragraph', text: 'After' },
  ])
})

test.each(['a | b', 'a | b\n---', 'a | b\n--- | --- | ---', '| a |\n| b |'])('%j is no table', (text) => {
  expect(parseBlocks(text).filter(({ kind }) => kind === 'table')).toEqual([])
})

test('a text without a closing fence ends, and no text hangs the parser', () => {
  expect(parseBlocks('```\nopen')).toEqual([{ kind: 'code', text: 'open' }])
  expect(parseBlocks('#nospace\n-nospace')).toEqual([{ kind: 'paragraph', text: '#nospace\n-nospace' }])
})
