import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { renderCsv } from './csv.ts'
import type { Cell } from './document.ts'

const column = (title: string) => ({ title })
const oneCell = (cell: Cell) => renderCsv({ columns: [column('a'), column('b')], rows: [[cell, 'end']] })

describe('a table as CSV', () => {
  it('has a header line, CRLF line ends and one line a row', () => {
    expect(
      renderCsv({
        columns: [column('Clause'), column('Level')],
        rows: [
          ['4.1', 'operating'],
          ['4.2', null],
        ],
      }),
    ).toBe('Clause,Level\r\n4.1,operating\r\n4.2,\r\n')
  })

  it('begins with the byte order mark only when asked', () => {
    const table = { columns: [column('a')], rows: [] }
    expect(renderCsv(table, { bom: true })).toBe('\ufeffa\r\n')
    expect(renderCsv(table)).toBe('a\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '=HYPERLINK("http://x","y")'])(
    'takes the formula out of %j',
    (text) => {
      expect(parse(oneCell(text))).toEqual([
        ['a', 'b'],
        [`'${text}`, 'end'],
      ])
    },
  )

  it('takes the formula out of a column title', () => {
    expect(renderCsv({ columns: [column('=cmd')], rows: [] })).toBe("'=cmd\r\n")
  })

  it('leaves a number a number, also a negative one', () => {
    expect(oneCell(-3.5)).toBe('a,b\r\n-3.5,end\r\n')
  })

  it.each(['a,b', 'say "no"', 'two\nlines', 'two\r\nlines', ' spaced ', 'Prüfung 審査 😀', "it's = not first"])(
    'returns %j unchanged to a reader',
    (text) => {
      expect(parse(oneCell(text))).toEqual([
        ['a', 'b'],
        [text, 'end'],
      ])
    },
  )

  it('writes the characters of marked-up text and fills short rows', () => {
    const cell: Cell = [
      { kind: 'badge', word: 'stale', shape: 'triangle', tone: 'caution' },
      { kind: 'text', text: ' since ' },
      { kind: 'strong', children: [{ kind: 'code', text: 'A.6.2.7' }] },
    ]
    expect(renderCsv({ columns: [column('a'), column('b')], rows: [[cell]] })).toBe('a,b\r\nstale since A.6.2.7,\r\n')
  })
})
