import { afterAll, expect, test } from 'vitest'
import { problemsOf, resultOf, runOf, scratch } from '../testing.ts'

const at = scratch()
afterAll(at.remove)

function rows(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `${index % 10},2026-0${1 + (index % 3)}-01`)
  return `amount,day\n${lines.join('\n')}\n`
}

type Drift = { columns: { column: string }[]; windows: { window: string; columns: { column: string }[] }[] }

const [reference, data] = [at.write('reference.csv', rows(300)), at.write('data.csv', rows(600))]

test.each([
  ['is not compared, since it is another in each window', {}, ['amount']],
  ['is compared where somebody names it', { columns: ['amount', 'day'] }, ['amount', 'day']],
])('the column that windows are cut by %s', async (_, more, columns) => {
  const plan = { kind: 'drift', windows: { column: 'day', period: 'month' }, ...more } as const
  const found = resultOf<Drift>(await runOf(at, plan, { data, reference }))
  expect(found.columns.map(({ column }) => column)).toEqual(columns)
  expect(found.windows.map(({ columns: of }) => of.map(({ column }) => column))).toEqual([columns, columns, columns])
})

test('windows of a column without any date are refused', async () => {
  const plan = { kind: 'drift', windows: { column: 'word', period: 'month' } } as const
  const file = at.write('words.csv', `word,amount\n${'soon,1\n'.repeat(40)}`)
  expect(await problemsOf(at, plan, { data: file, reference: file })).toEqual([
    'windows.column: column "word" holds no date; write dates as 2026-03-31, or name another column',
  ])
})

test('whole numbers on a grid that holds each apart are compared exactly', async () => {
  const lines = (shift: number) => Array.from({ length: 400 }, (_, i) => `${((i * 7 + shift) % 41) - 3},${(i % 9) / 4}`)
  const [before, now] = [0, 5].map((shift) =>
    at.write(`whole-${shift}.csv`, `whole,part\n${lines(shift).join('\n')}\n`),
  )
  type Column = { mode: string; binnedError: object | null; ks: number; wasserstein: number }
  const columnsOf = async (mode: 'binned' | 'exact') => {
    const run = await runOf(at, { kind: 'drift', mode }, { reference: before ?? '', data: now ?? '' })
    return resultOf<{ columns: Column[] }>(run).columns
  }
  const [[whole, part], [exact]] = await Promise.all([columnsOf('binned'), columnsOf('exact')])
  expect(whole).toMatchObject({ mode: 'exact', binnedError: null, ks: exact?.ks, wasserstein: exact?.wasserstein })
  expect(part).toMatchObject({ mode: 'binned' })
})
