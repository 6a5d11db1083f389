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

test('a text without a closing fence ends, and no text hangs the parser', () => {
  expect(parseBlocks('```\nopen')).toEqual([{ kind: 'code', text: 'open' }])
  expect(parseBlocks('#nospace\n-nospace')).toEqual([{ kind: 'paragraph', text: '#nospace\n-nospace' }])
})
