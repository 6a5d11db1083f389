import { expect, test } from 'vitest'
import { driftSections } from './sections-checks.ts'

const columns = [{ column: 'age', kind: 'number', verdict: 'fail', ks: 0.2 }]
const moved = (column: string, verdict: string, distance: number | null) => ({ column, verdict, distance })

test('drift over windows tells each window with the column that moved most', () => {
  const windows = [
    {
      window: '2026-01-01',
      rows: 40,
      verdict: 'pass',
      columns: [moved('age', 'pass', 0.01), moved('sex', 'pass', null)],
    },
    {
      window: '2026-02-01',
      rows: 60,
      verdict: 'fail',
      columns: [moved('age', 'pass', 0.05), moved('sex', 'fail', 0.4)],
    },
  ]
  expect(driftSections({ columns, windows })[1]?.table?.rows).toEqual([
    ['2026-01-01', '40', '0 of 2', 'age', '0.010', 'pass'],
    ['2026-02-01', '60', '1 of 2', 'sex', '0.400', 'fail'],
  ])
})

test('drift without windows tells columns alone', () => {
  expect(driftSections({ columns }).map(({ title }) => title)).toEqual(['Columns'])
})
