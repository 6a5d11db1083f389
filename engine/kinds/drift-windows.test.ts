import { afterAll, expect, test } from 'vitest'
import { resultOf, runOf, scratch } from '../testing.ts'

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
