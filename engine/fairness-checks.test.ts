import { afterAll, describe, expect, it } from 'vitest'
import type { ConditionalResult } from './kinds/conditional.ts'
import type { ConfirmedSearch } from './kinds/subgroups.ts'
import type { PlanInput } from './plan.ts'
import type { PlannedSize } from './planned-sizes.ts'
import { problemsOf, resultOf, runOf, scratch } from './testing.ts'

const at = scratch()
afterAll(at.remove)

/** Applicants of the six largest departments of Berkeley, 1973: admitted and rejected men, then women (Bickel and others, Science 1975). */
const berkeley: [string, number, number, number, number][] = [
  ['A', 512, 313, 89, 19],
  ['B', 353, 207, 17, 8],
  ['C', 120, 205, 202, 391],
  ['D', 138, 279, 131, 244],
  ['E', 53, 138, 94, 299],
  ['F', 22, 351, 24, 317],
]
const admissions = at.write(
  'berkeley.csv',
  `sex,department,admitted\n${berkeley
    .map(([department, ...counts]) =>
      ['men', 'men', 'women', 'women']
        .map((sex, place) => `${sex},${department},${place % 2 === 0 ? 1 : 0}\n`.repeat(counts[place] ?? 0))
        .join(''),
    )
    .join('')}`,
)

const plan = (more: Partial<Extract<PlanInput, { kind: 'fairness' }>>): PlanInput => ({
  kind: 'fairness',
  prediction: 'admitted',
  by: ['sex'],
  reference: { sex: 'women' },
  replicates: 100,
  ...more,
})

describe('conditional parity', () => {
  const conditional = [{ strata: ['department'], margin: 0.1 }]

  it('passes where groups differ as a whole and not within a factor that may matter', async () => {
    const thresholds = [{ metric: 'selection_rate' as const, margin: 0.1 }]
    const [whole, within] = [
      await runOf(at, plan({ thresholds }), admissions),
      await runOf(at, plan({ conditional }), admissions),
    ]
    expect([whole.verdict, within.verdict]).toEqual(['fail', 'pass'])
    expect(within.reasons.join()).toContain('with department held alike')
  })

  it('hides strata of too few people, and one more where a single one could be found by subtraction', async () => {
    const run = await runOf(at, plan({ conditional, minimumSize: { show: 26 } }), admissions)
    const [found] = resultOf<{ conditional: ConditionalResult[] }>(run).conditional
    const women = found?.comparisons[0]?.stratum.map(({ key, reference }) => [key[0], reference.denominator])
    // 25 women applied to B; their number could be found from all women, so that of A is hidden with it.
    expect(women).toEqual([
      ['A', null],
      ['B', null],
      ['C', 593],
      ['D', 375],
      ['E', 393],
      ['F', 341],
    ])
    expect(found?.hiddenBelow).toBe(26)
  })

  it('gives the pooled odds ratio that R gives, and tells the reversal', async () => {
    const run = await runOf(at, plan({ conditional }), admissions)
    const [row] = resultOf<{ conditional: ConditionalResult[] }>(run).conditional[0]?.comparisons ?? []
    expect(row?.oddsRatio.value).toBeCloseTo(0.904_696_8, 7)
    expect(row?.oddsRatio.low).toBeCloseTo(0.771_907_4, 6)
    expect(row?.reversed).toBe(true)
    expect(row?.text).toContain("Simpson's reversal")
  })

  it('is shown, and decides nothing, without a margin', async () => {
    const run = await runOf(at, plan({ conditional: [{ strata: ['department'] }] }), admissions)
    expect(run.verdict).toBe('not-decided')
  })

  it('counts its factor and makes no groups of it', async () => {
    const { result } = await runOf(at, plan({ conditional, tables: ['subgroups'] }), admissions)
    expect(JSON.stringify(result['subgroups'])).not.toContain('department')
  })

  it('says not enough data for certainty that rests on no spread', async () => {
    const rows = ['a', 'b'].map((group) => `${group},x,1\n`.repeat(40)).join('')
    const file = at.write('alike.csv', `sex,department,admitted\n${rows}c,x,0\n`)
    const run = await runOf(at, plan({ conditional, reference: { sex: 'a' } }), file)
    expect(run.verdict).toBe('not-enough-data')
  })

  it.each([
    [{ strata: ['nowhere'] }, 'conditional: there is no column "nowhere"'],
    [{ strata: ['sex'] }, 'conditional.0.strata: sex cannot be held alike among groups of sex'],
    [{ strata: ['department'], metric: 'tpr' as const }, 'conditional.0.metric: needs a label'],
  ])('of %j is refused', async (asked, problem) => {
    expect(await problemsOf(at, plan({ conditional: [asked] }), admissions)).toEqual([expect.stringContaining(problem)])
  })
})

describe('findings of a search for subgroups', () => {
  /** Of every 10 people in each of four groups so many are selected; one group is treated otherwise than its parts would tell. */
  const people = (times: number, gap: boolean) =>
    [
      ['a', 'x', gap ? 2 : 6],
      ['a', 'y', 6],
      ['b', 'x', 6],
      ['b', 'y', 6],
    ]
      .map(([g, h, selected]) =>
        Array.from({ length: 10 }, (_, index) => `${g},${h},${index < Number(selected) ? 1 : 0}\n`)
          .join('')
          .repeat(times),
      )
      .join('')
  const file = at.write('searched.csv', `g,h,p\n${people(60, true)}`)
  const search = (more: object = {}): PlanInput => ({
    kind: 'fairness',
    prediction: 'p',
    by: ['g', 'h'],
    tables: ['subgroups'],
    replicates: 100,
    ...more,
  })
  const confirmationOf = async (asked: PlanInput, files: Parameters<typeof runOf>[2]) =>
    resultOf<{ subgroups: ConfirmedSearch }>(await runOf(at, asked, files)).subgroups.confirmation

  it('stay questions where nobody was held back', async () => {
    expect(await confirmationOf(search(), file)).toBeNull()
  })

  it('are confirmed on rows that were held back, the same rows for the same seed', async () => {
    const asked = search({ subgroups: { holdBack: 0.5 } })
    const found = await confirmationOf(asked, file)
    expect((found?.rows.searched ?? 0) + (found?.rows.confirming ?? 0)).toBe(2_400)
    expect(found?.findings.find(({ key }) => key.join() === 'a,x')?.outcome).toBe('confirmed')
    expect(await confirmationOf(asked, file)).toEqual(found)
  })

  it('are confirmed on a test file, or are not there', async () => {
    const fresh = at.write('fresh.csv', `g,h,p\n${people(30, true)}`)
    const fair = at.write('fair.csv', `g,h,p\n${people(30, false)}`)
    const outcomes = async (test: string) =>
      (await confirmationOf(search(), { data: file, test }))?.findings.find(({ key }) => key.join() === 'a,x')?.outcome
    expect([await outcomes(fresh), await outcomes(fair)]).toEqual(['confirmed', 'not-confirmed'])
  })

  it('need to be searched for before a test file means anything', async () => {
    const problems = await problemsOf(at, search({ tables: [] }), { data: file, test: file })
    expect(problems).toEqual([expect.stringContaining('test: confirms the findings of a search')])
  })
})

describe('people of unknown group', () => {
  const lines = (group: string, selected: number, rejected: number) =>
    `${group},1\n`.repeat(selected) + `${group},0\n`.repeat(rejected)
  const measured = async (content: string, compareWith: 'reference' | 'rest' = 'reference') => {
    const file = at.write('unknown.csv', `g,p\n${content}`)
    const asked: PlanInput = { kind: 'fairness', prediction: 'p', by: ['g'], reference: { g: 'b' }, compareWith }
    type Result = { attributes: { unknownGroup?: { metric: string; difference: object }[] }[] }
    return resultOf<Result>(await runOf(at, { ...asked, replicates: 100 }, file)).attributes[0]?.unknownGroup
  }
  const known = lines('a', 40, 60) + lines('b', 50, 50)

  it('bound each gap by belonging to either side', async () => {
    const bounds = await measured(known + lines('', 10, 10))
    const [lowest, highest] = [40 / 110 - 60 / 110, 50 / 110 - 50 / 110]
    expect(bounds).toMatchObject([{ metric: 'selection_rate', group: ['a'], reference: ['b'] }])
    expect(bounds?.[0]?.difference).toEqual({ value: expect.closeTo(-0.1, 12), lowest, highest })
  })

  it('are not told where there are none, or where nobody is the reference', async () => {
    expect(await measured(known)).toBeUndefined()
    expect(await measured(known + lines('', 10, 10), 'rest')).toBeUndefined()
  })
})

describe('a threshold that says what it expects', () => {
  it('is told how many people each group was to have', async () => {
    const expected = { rate: 0.4, reference: 0.4 }
    const thresholds = [
      { metric: 'selection_rate' as const, margin: 0.1, expected },
      { metric: 'selection_rate' as const, margin: 0.1, expected: { ...expected, rate: 0.6 } },
      { metric: 'selection_rate' as const, margin: 0.2 },
    ]
    const run = await runOf(at, plan({ thresholds }), admissions)
    const sizes = resultOf<{ plannedSizes: { sizes: PlannedSize[] }[] }>(run).plannedSizes[0]?.sizes
    expect(sizes?.map(({ threshold, needed }) => [threshold, needed !== null && needed > 300])).toEqual([
      [0, true],
      [1, false],
    ])
  })
})
