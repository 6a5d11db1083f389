import { expect, test } from 'vitest'
import { toCsv } from './export.ts'
import type { Column } from './types.ts'

type Row = { name: string; people: number }
const columns: Column<Row>[] = [
  { key: 'name', header: 'Name', cell: (row) => row.name },
  { key: 'people', header: 'People, affected', cell: (row) => row.people },
]

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-5', '-5'],
])('a cell of %o is written as %s', (name, written) => {
  expect(toCsv(columns, [{ name, people: 3 }])).toBe(`\uFEFFName,"People, affected"\r\n${written},3\r\n`)
})

test('what a cell only draws is exported as the text that the column gives', () => {
  const drawn: Column<Row> = { key: 'x', header: 'X', cell: () => null, text: ({ name }) => name }
  expect(toCsv([drawn], [{ name: 'Approved', people: 1 }])).toContain('\r\nApproved\r\n')
})
