import { expect, test } from 'vitest'
import { checkSections, driftSections } from './sections-checks.ts'
import { textSections } from './sections-texts.ts'

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

test('drift draws each change beside its margin, and nulls where there are some', () => {
  const check = (measure: string, value: number) => ({
    measure,
    value,
    low: value - 0.1,
    high: value + 0.1,
    margin: 0.2,
  })
  const nulls = 'difference of the share of nulls'
  const moving = [
    { column: 'age', kind: 'number', checks: [check('wasserstein_normalised', 0.3), check(nulls, 0)] },
    { column: 'sex', kind: 'category', checks: [check('total_variation', 0.1), check(nulls, 0)] },
  ]
  const [drawn] = driftSections({ columns: moving })
  expect(drawn?.plots).toMatchObject([
    { margin: { least: 0, most: 0.2 }, rows: [{ label: 'age', value: 0.3 }] },
    { margin: { least: 0, most: 0.2 }, rows: [{ label: 'sex', value: 0.1 }] },
  ])
  const [lacking] = driftSections({ columns: [{ column: 'age', kind: 'number', checks: [check(nulls, -0.1)] }] })
  expect(lacking?.plots).toMatchObject([{ margin: { least: -0.2, most: 0.2 }, rows: [{ label: 'age' }] }])
})

test('data quality tells what is asked of groups by group', () => {
  const rate = { value: 0.25, low: 0.1, high: 0.5, denominator: 8 }
  const gap = { name: 'largest_gap', value: 0.3, low: 0.1, high: 0.5 }
  const details = [{ kind: 'groups', columns: ['sex'], groups: [{ key: [null], rate }] }]
  const findings = [{ check: 'label-rate-by-group', columns: ['y', 'sex'], measures: [gap], details }]
  expect(checkSections({ findings })[1]).toMatchObject({
    title: 'label-rate-by-group: y, sex',
    note: 'Largest gap between groups: 0.300 [0.100, 0.500].',
    table: { rows: [['(no value)', '8', '0.250 [0.100, 0.500]']] },
  })
})

test('drift without windows tells columns alone', () => {
  expect(driftSections({ columns }).map(({ title }) => title)).toEqual(['Columns'])
})

test('written text tells each check over all rows, by group and in pairs', () => {
  const share = (numerator: number, denominator: number) => {
    return { name: 'refusal_share', kind: 'share', value: numerator / denominator, low: 0.1, high: 0.6, denominator }
  }
  const gap = { name: 'largest_gap', kind: 'quantity', value: 0.25, low: 0, high: 0.5 }
  const none = { name: 'cohen_kappa', kind: 'quantity', value: null, low: null, high: null, reason: 'nobody judged' }
  const first = { value: 0.25, low: 0.1, high: 0.4 }
  const compared = { firstVariant: 'he', secondVariant: 'she', pairs: 8, first, second: first, difference: first }
  const finding = { check: 'refusal', rule: 'forms 1', worst: [3, 7], unasked: 2, verdict: 'fail' }
  const findings = [
    {
      ...finding,
      measures: [share(3, 8), gap],
      groups: [
        { group: ['de'], measures: [share(1, 4)] },
        { group: [null], measures: [share(2, 4)] },
      ],
      comparison: { ...compared, flips: first, p: 0.4 },
    },
    { ...finding, check: 'judge-agreement', measures: [none], groups: [], comparison: null, worst: [], unasked: 0 },
  ]
  const [all, refusal, judged, variants] = textSections({ findings })
  expect(all?.table?.rows[0]).toEqual(['refusal', 'refusal_share', '0.375 [0.100, 0.600]', '2', 'fail'])
  expect(refusal?.table?.rows).toEqual([
    ['everybody', '8', '0.375 [0.100, 0.600]'],
    ['de', '4', '0.250 [0.100, 0.600]'],
    ['(no value)', '4', '0.500 [0.100, 0.600]'],
  ])
  expect(refusal?.note).toContain('2 rows lack what is needed and are not asked.')
  expect(refusal?.note).toContain('Largest gap between groups: 0.250')
  expect(refusal?.note).toContain('Rows to look at: 3, 7.')
  expect(refusal?.plots).toMatchObject([
    { kind: 'forest', none: 0.375, rows: [{ label: 'de' }, { label: '(no value)' }] },
  ])
  expect(judged?.note).toContain('No cohen_kappa: nobody judged.')
  expect(variants?.table?.rows[0]?.slice(0, 4)).toEqual(['refusal', 'he', 'she', '8'])
})
