import { expect, test } from 'vitest'
import { type TextColumn, toCsv } from './csv.ts'

type Row = { name: string; people: number }
const columns: TextColumn<Row>[] = [
  { header: 'Name', text: (row) => row.name },
  { header: 'People, affected', text: (row) => String(row.people) },
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
