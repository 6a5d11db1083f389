import { afterAll, expect, it } from 'vitest'
import { Comparers } from './comparers.ts'
import { type CompareTask, compareWindows } from './compare-task.ts'
import type { UncountedNumbers } from './uncounted.ts'

const rows = 110_000
const comparers = new Comparers(2)
afterAll(() => comparers.close())

/** Values from a fixed recurrence, some of them many times. */
function column(seed: number): UncountedNumbers {
  let state = seed
  const values = new Float64Array(rows)
  for (let at = 0; at < rows; at += 1) {
    state = (state * 48_271) % 2_147_483_647
    values[at] = (state % 70_000) / 7
  }
  return { column: `c${seed}`, kind: 'number', rows, nulls: 0, notFinite: 0, values: { mode: 'uncounted', values } }
}

const task = (at: number): CompareTask => ({
  before: { read: column(at + 1) },
  windows: [column(at + 100), undefined],
  options: { seed: 7, at },
})

it('finds in threads what is found without them, in the order given', async () => {
  const given = []
  for (const at of [0, 1, 2, 3]) given.push(await comparers.give(task(at)))
  const found = await Promise.all(given.map(({ found: drifts }) => drifts))
  expect(found).toEqual([0, 1, 2, 3].map((at) => compareWindows(task(at))))
})

it('hands values over instead of copying them', async () => {
  const handed = task(4)
  await (await comparers.give(handed)).found
  expect(handed.windows[0]?.kind === 'number' && handed.windows[0].values).toMatchObject({ values: { length: 0 } })
})

it('tells what a comparison throws, and goes on', async () => {
  const wrong = task(5)
  const window = wrong.windows[0]
  if (window !== undefined) window.rows += 1
  await expect((await comparers.give(wrong)).found).rejects.toThrow(
    new RangeError('Column "c105": its counts add up to 110000, but it has 110001 rows.'),
  )
  expect(await (await comparers.give(task(6))).found).toEqual(compareWindows(task(6)))
})

it('ends with whoever waits for it', async () => {
  const others = new Comparers(2)
  const { found } = await others.give(task(7))
  await others.close()
  await expect(found).rejects.toThrow('a thread that compares columns ended')
})
