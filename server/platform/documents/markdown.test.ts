import { describe, expect, it } from 'vitest'
import type { Block, Inline } from './document.ts'
import { markdownInline } from './markdown-inline.ts'
import { markdownToBlocks } from './markdown.ts'

const text = (value: string): Inline => ({ kind: 'text', text: value })

describe('inline marks', () => {
  it.each<[string, Inline[]]>([
    ['plain', [text('plain')]],
    ['a **b** c', [text('a '), { kind: 'strong', children: [text('b')] }, text(' c')]],
    [
      '*a* and _b_',
      [{ kind: 'emphasis', children: [text('a')] }, text(' and '), { kind: 'emphasis', children: [text('b')] }],
    ],
    [
      '**a *b* c**',
      [{ kind: 'strong', children: [text('a '), { kind: 'emphasis', children: [text('b')] }, text(' c')] }],
    ],
    ['see `A.6.2.7`', [text('see '), { kind: 'code', text: 'A.6.2.7' }]],
    ['`**not strong**`', [{ kind: 'code', text: '**not strong**' }]],
    ['[ISO](https://iso.org/x)', [{ kind: 'link', url: 'https://iso.org/x', children: [text('ISO')] }]],
    ['<mailto:a@b.example>', [{ kind: 'link', url: 'mailto:a@b.example', children: [text('mailto:a@b.example')] }]],
    ['[x](javascript:alert(1))', [text('[x](javascript:alert(1))')]],
    ['\\*no\\* \\[no\\]', [text('*no* [no]')]],
    ['snake_case_name stays', [text('snake_case_name stays')]],
    ['2 * 3 * 4', [text('2 * 3 * 4')]],
    ['**open', [text('**open')]],
    ['<b>html</b>', [text('<b>html</b>')]],
    ['', []],
  ])('reads %j', (source, parts) => {
    expect(markdownInline(source)).toEqual(parts)
  })

  it('reads a long line of opened marks in a moment', () => {
    expect(markdownInline('*a '.repeat(2_000)).length).toBeGreaterThan(0)
    expect(markdownInline('['.repeat(5_000))).toEqual([text('['.repeat(5_000))])
  })
})

describe('blocks', () => {
  it.each<[string, string, Block[]]>([
    ['a heading', '# Policy', [{ kind: 'heading', level: 2, text: 'Policy' }]],
    ['deep headings at the lowest level', '##### Deep', [{ kind: 'heading', level: 4, text: 'Deep' }]],
    ['a paragraph over two lines', 'one\ntwo', [{ kind: 'paragraph', text: [text('one two')] }]],
    ['a hard break', 'one  \ntwo', [{ kind: 'paragraph', text: [text('one'), { kind: 'break' }, text('two')] }]],
    ['a bullet list', '- a\n- b\n  more', [{ kind: 'list', ordered: false, items: [[text('a')], [text('b more')]] }]],
    ['a numbered list', '1. a\n2) b', [{ kind: 'list', ordered: true, items: [[text('a')], [text('b')]] }]],
    ['a quote', '> Note\n> well', [{ kind: 'callout', tone: 'note', paragraphs: [[text('Note well')]] }]],
    [
      'a code block',
      '```ts\na *b*\n```\nc',
      [
        { kind: 'paragraph', text: [{ kind: 'code', text: 'a *b*' }] },
        { kind: 'paragraph', text: [text('c')] },
      ],
    ],
    [
      'a rule as nothing',
      'a\n\n---\n\nb',
      [
        { kind: 'paragraph', text: [text('a')] },
        { kind: 'paragraph', text: [text('b')] },
      ],
    ],
  ])('reads %s', (_, source, blocks) => {
    expect(markdownToBlocks(source)).toEqual(blocks)
  })

  it('reads a table with alignment, escaped bars and missing cells', () => {
    const [table] = markdownToBlocks('| Name | n |\n|:--|--:|\n| a \\| b | 1 |\n| c |\n\nafter')
    expect(table).toMatchObject({
      kind: 'table',
      columns: [
        { title: 'Name', align: 'start' },
        { title: 'n', align: 'end' },
      ],
      rows: [
        [[text('a | b')], [text('1')]],
        [[text('c')], []],
      ],
    })
  })

  it('prints HTML as characters', () => {
    expect(markdownToBlocks('<script>alert(1)</script>')).toEqual([
      { kind: 'paragraph', text: [text('<script>alert(1)</script>')] },
    ])
  })

  it('loses no word of any text, however odd', () => {
    const odd = 'a | b\n--\n| x\n> q\nplain\n* \n1.x\n```\nunclosed ** _ [ ]( \n| - |'
    const words = JSON.stringify(markdownToBlocks(odd))
    for (const word of ['a', 'b', 'x', 'q', 'plain', '1.x', 'unclosed']) expect(words).toContain(word)
  })
})
