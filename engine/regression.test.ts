import { afterAll, describe, expect, it } from 'vitest'
import type { RegressionAttribute } from './kinds/regression.ts'
import type { PlanInput } from './plan.ts'
import { checkPlan } from './read-plan.ts'
import { problemsOf, resultOf, runOf, scratch } from './testing.ts'

const at = scratch()
afterAll(at.remove)

type Found = { regression: { overall: RegressionAttribute; attributes: RegressionAttribute[] } }

const plan = (more: object = {}): PlanInput => ({
  kind: 'performance',
  task: 'regression',
  label: 'price',
  prediction: 'guess',
  by: ['g'],
  ...more,
})

/** Errors of ±1 in group a; of group b every guess is 3 too low. */
const rows = [
  ...Array.from({ length: 40 }, (_, index) => `a,${100 + index},${100 + index + (index % 2 === 0 ? 1 : -1)}`),
  ...Array.from({ length: 30 }, (_, index) => `b,${50.5 + index},${47.5 + index}`),
]
const file = at.write('prices.csv', `g,price,guess\n${rows.join('\n')}\n`)

describe('a regression', () => {
  it('is told by its errors, for everybody and for each group', async () => {
    const { overall, attributes } = resultOf<Found>(await runOf(at, plan(), file)).regression
    const [everybody] = overall.groups
    expect(everybody?.rows).toBe(70)
    expect(everybody?.mae.value).toBeCloseTo((40 * 1 + 30 * 3) / 70, 9)
    expect(everybody?.rmse.value).toBeCloseTo(Math.sqrt((40 * 1 + 30 * 9) / 70), 9)
    const groups = attributes[0]?.groups.map(({ group, mae, meanResidual }) => [group, mae.value, meanResidual.value])
    expect(groups).toEqual([
      [['a'], 1, 0],
      [['b'], 3, 3],
    ])
  })

  it('compares each group with the largest, all tests adjusted together', async () => {
    const { attributes } = resultOf<Found>(await runOf(at, plan(), file)).regression
    const differences = attributes[0]?.differences ?? []
    expect(differences.map(({ measure, value }) => [measure, value])).toEqual([
      ['mae', 2],
      ['mean_residual', 3],
    ])
    for (const { p, pAdjusted } of differences) expect(pAdjusted ?? 0).toBeGreaterThanOrEqual(p ?? 0)
  })

  it('is judged by its interval, for every group where the plan says so', async () => {
    const verdicts = async (bound: object) =>
      (await runOf(at, plan({ thresholds: [{ metric: 'mean_residual', ...bound }] }), file)).verdict
    expect(await verdicts({ atMost: 2 })).toBe('pass')
    expect(await verdicts({ atMost: 2, perGroup: true })).toBe('fail')
    expect(await verdicts({ atMost: 1.3 })).toBe('not-enough-data')
  })

  it('accounts for every row that has no number, and shows no error of a few people', async () => {
    const gaps = at.write('gaps.csv', `g,price,guess\n${rows.join('\n')}\nc,1,2\nc,,2\nc,1,x\nc,1,NaN\n`)
    const run = await runOf(at, plan({ filter: "g != 'b'" }), gaps)
    expect(run.data[0]).toMatchObject({
      rows: 74,
      rowsUsed: 41,
      left: [
        { why: 'outside of the filter', rows: 30 },
        { why: 'no number in "price"', rows: 1 },
        { why: 'no number in "guess"', rows: 1 },
        { why: 'NaN or Infinity in label or prediction', rows: 1 },
      ],
    })
    const small = resultOf<Found>(run).regression.attributes[0]?.groups.find(({ group }) => group[0] === 'c')
    expect(small).toMatchObject({ rows: 1, mae: { value: null, reason: 'fewer than 5 rows, not shown' } })
  })

  it.each([
    [{ label: 'g' }, 'label: column "g" holds no number'],
    [{ label: 'price > 3' }, 'label: there is no column "price > 3"'],
  ])('with %j is refused', async (more, problem) => {
    expect(await problemsOf(at, plan(more), file)).toEqual([expect.stringContaining(problem)])
  })

  it.each([
    ['regression', 'tpr', 'is about decisions'],
    ['classification', 'mae', 'is about numbers'],
  ])('of task %s cannot be judged by %s', (task, metric, problem) => {
    const read = checkPlan({ ...plan(), task, thresholds: [{ metric, atMost: 1 }] })
    expect(read).toMatchObject({
      ok: false,
      problems: [{ path: 'thresholds.0.metric', message: expect.stringContaining(problem) }],
    })
  })
})
