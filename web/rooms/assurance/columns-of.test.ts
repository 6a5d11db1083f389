import { expect, test } from 'vitest'
import { cellsOf, previewOf } from './columns-of.ts'

test.each([
  ['a comma', 'a.csv', 'id,group\n1,north\n', { columns: ['id', 'group'], rows: [['1', 'north']] }],
  [
    'a semicolon and a byte order mark',
    'a.csv',
    '\uFEFFid;"group; of two"\r\n1;north',
    { columns: ['id', 'group; of two'], rows: [['1', 'north']] },
  ],
  [
    'JSON lines',
    'a.jsonl',
    '{"id":1,"group":null}\n{"id":2,"score":0.5}\n',
    {
      columns: ['id', 'group', 'score'],
      rows: [
        ['1', '', ''],
        ['2', '', '0.5'],
      ],
    },
  ],
  ['nothing', 'a.csv', '', null],
  ['bytes that are no text', 'a.parquet', 'PAR1\u0000\u0000', null],
])('columns are read from a file with %s', async (_what, name, text, found) => {
  expect(await previewOf(new File([text], name))).toEqual(found)
})

test('quotes hold delimiters, line ends and doubled quotes', () => {
  expect(cellsOf('"a,b","c\nd","e""f"\n1,2,3\n', ',', 5)).toEqual([
    ['a,b', 'c\nd', 'e"f'],
    ['1', '2', '3'],
  ])
})
