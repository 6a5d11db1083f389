import { describe, expect, it } from 'vitest'
import type { Cell, CellTable } from '../cells.ts'
import { type FamilyPlan, judgeFamily } from './family.ts'
import { atLeast, fourFifths, within } from './margin.ts'

const cell = (key: (string | null)[], tp: number, fp: number, fn: number, tn: number): Cell => ({ key, tp, fp, fn, tn })
const table = (...cells: Cell[]): CellTable => ({ columns: ['race', 'sex'], cells })
const plan = (over: Partial<FamilyPlan> = {}): FamilyPlan => ({
  attribute: ['race'],
  metrics: [{ rate: 'selection_rate', compare: 'difference', margin: within(0.1) }],
  reference: { group: ['a'] },
  ...over,
})
const even = (key: string, times = 1): Cell[] => [
  cell([key, 'f'], 150 * times, 50 * times, 50 * times, 250 * times),
  cell([key, 'm'], 150 * times, 50 * times, 50 * times, 250 * times),
]

describe('one verdict over a family', () => {
  it('passes groups that are alike and large enough, on cells added up over the other columns', () => {
    const family = judgeFamily(table(...even('a', 3), ...even('b', 3), ...even('c', 3)), plan())
    expect(family).toMatchObject({ verdict: 'pass', size: 2, reference: ['a'] })
    expect(family.members.map(({ group }) => group)).toEqual([['b'], ['c']])
    expect(family.members[0]?.judgement.denominators.map(({ count }) => count)).toEqual([3000, 3000])
  })

  it('fails once one member is wholly outside, and says which', () => {
    const family = judgeFamily(table(...even('a'), ...even('b'), cell(['c', 'f'], 20, 10, 230, 740)), plan())
    expect(family.verdict).toBe('fail')
    expect(family.text).toContain('1 of 2 fail. The difference in selection rate of c against a is -0.37')
  })

  it('shares the confidence among what can be judged, by Bonferroni or by step-down', () => {
    const groups = table(...even('a'), cell(['b', 'f'], 20, 10, 230, 740), ...even('c'))
    const bonferroni = judgeFamily(groups, plan({ adjustment: 'bonferroni' })).members
    expect(bonferroni.map(({ confidence }) => confidence)).toEqual([0.975, 0.975])
    const holm = judgeFamily(groups, plan({ metrics: [{ rate: 'tpr', compare: 'difference', margin: within(0.05) }] }))
    expect(holm.members.map(({ confidence }) => confidence)).toEqual([0.975, 0.95])
    expect(holm.members.map(({ judgement }) => judgement.verdict)).toEqual(['fail', 'not-enough-data'])
  })

  it('never judges a group that is small on the metric’s own denominator, and spends no confidence on it', () => {
    const groups = table(...even('a'), ...even('b'), cell(['c', 'f'], 5, 100, 5, 890))
    const tpr = judgeFamily(groups, plan({ metrics: [{ rate: 'tpr', compare: 'difference', margin: within(0.1) }] }))
    expect(tpr.size).toBe(1)
    const small = tpr.members.find(({ group }) => group[0] === 'c')
    expect(small?.judgement).toMatchObject({ verdict: 'not-enough-data', because: { kind: 'too-few' } })
    expect(small?.judgement.denominators[0]).toEqual({ of: 'c', counted: 'positives', count: 10, needed: 30 })
    expect(tpr.verdict).toBe('not-enough-data')
  })

  it('shows no value and no count that fewer than five people stand behind', () => {
    const groups = table(...even('a'), cell(['c', 'f'], 1, 100, 2, 890))
    const metrics = [{ rate: 'tpr', compare: 'difference', margin: within(0.1) } as const]
    const [small] = judgeFamily(groups, plan({ metrics })).members
    expect(small?.estimate).toMatchObject({
      value: null,
      low: null,
      reason: 'fewer than 5 people, not shown for privacy',
    })
    expect(small?.judgement.text).toContain('c has fewer than 5 positives')
  })

  it('compares with the largest group, or with everybody else', () => {
    const groups = table(...even('a'), ...even('b', 2), cell(['c', 'f'], 20, 10, 230, 740))
    expect(judgeFamily(groups, plan({ reference: 'largest' })).reference).toEqual(['b'])
    const rest = judgeFamily(groups, plan({ reference: 'rest' }))
    expect(rest.members).toHaveLength(3)
    expect(rest.members[2]?.estimate.value).toBeCloseTo(0.03 - 1200 / 3000, 12)
    expect(rest.members[2]?.judgement.text).toContain('against the rest')
  })

  it('judges intersections by the same cells', () => {
    const family = judgeFamily(
      table(...even('a'), ...even('b')),
      plan({ attribute: ['sex', 'race'], reference: { group: ['f', 'a'] } }),
    )
    expect(family.members.map(({ group }) => group.join('×'))).toEqual(['f×b', 'm×a', 'm×b'])
  })

  it('lists unknown people and groups left out beforehand with their number, and judges them only when asked', () => {
    const groups = table(...even('a'), ...even('b'), cell([null, 'f'], 1, 1, 1, 7), cell(['other', 'm'], 1, 2, 3, 4))
    const kept = judgeFamily(groups, plan({ leaveOut: [{ group: ['other'], reason: 'a mixed remainder' }] }))
    expect(kept.leftOut).toEqual([
      { group: ['other'], reason: 'a mixed remainder', n: 10 },
      { group: [null], reason: 'the group of these people is unknown', n: 10 },
    ])
    expect(kept.members).toHaveLength(1)
    expect(judgeFamily(groups, plan({ judgeUnknown: true })).members).toHaveLength(3)
  })

  it('judges ratios by four-fifths', () => {
    const metrics = [{ rate: 'selection_rate', compare: 'ratio', margin: fourFifths } as const]
    const family = judgeFamily(table(...even('a', 3), cell(['b', 'f'], 20, 10, 230, 740)), plan({ metrics }))
    expect(family.verdict).toBe('fail')
    expect(family.text).toContain('The ratio of the selection rate of b to that of a is 0.075')
  })

  it('judges each group’s own rate where the plan asks for a level and not for a comparison', () => {
    const metrics = [{ rate: 'accuracy', compare: 'rate', margin: atLeast(0.75) } as const]
    const family = judgeFamily(
      table(...even('a'), ...even('b'), cell(['c', 'f'], 200, 250, 230, 320)),
      plan({ metrics }),
    )
    expect(family.members.map(({ group, reference }) => [group, reference])).toEqual([
      [['a'], null],
      [['b'], null],
      [['c'], null],
    ])
    expect(family.members.map(({ judgement }) => judgement.verdict)).toEqual(['pass', 'pass', 'fail'])
    expect(family.members[2]?.judgement.denominators).toHaveLength(1)
    expect(family.text).toContain('The accuracy of c is 0.52')
  })

  it('tests all groups at once before any pair, and says what it found', () => {
    const differ = judgeFamily(table(...even('a'), ...even('b'), cell(['c', 'f'], 20, 10, 230, 740)), plan())
    expect(differ.homogeneity).toMatchObject([{ rate: 'selection_rate', df: 2, method: 'chi-square' }])
    expect(differ.homogeneity[0]?.text).toMatch(/^Over all 3 groups at once, selection_rate is shown to differ/)
    const alike = judgeFamily(table(...even('a'), ...even('b')), plan())
    expect(alike.homogeneity[0]).toMatchObject({ p: 1, text: expect.stringContaining('is not shown to differ') })
    expect(judgeFamily(table(...even('a')), plan()).homogeneity[0]?.text).toContain('cannot be tested')
  })

  it.each([
    ['nobody', [], 'not-enough-data'],
    ['one row', [cell(['a', 'f'], 1, 0, 0, 0)], 'not-enough-data'],
    ['one class alone', [cell(['a', 'f'], 100, 0, 0, 0), cell(['b', 'f'], 100, 0, 0, 0)], 'not-enough-data'],
    ['hostile names', [cell(['__proto__', 'f'], 40, 0, 0, 9), cell(["'; drop", 'f'], 40, 0, 0, 9)], 'not-enough-data'],
  ])('gives a result without NaN for %s', (_, cells, verdict) => {
    const metrics = (['tpr', 'fpr', 'ppv'] as const).map((rate) => ({
      rate,
      compare: 'ratio' as const,
      margin: fourFifths,
    }))
    const family = judgeFamily(table(...cells), plan({ metrics, reference: 'largest' }))
    expect(family.verdict).toBe(verdict)
    expect(JSON.stringify(family)).not.toMatch(/NaN|Infinity/)
  })

  it.each([
    ['a column that is not there', { attribute: ['age'] }, 'the table has no column “age”'],
    ['a reference that is not there', { reference: { group: ['z'] } }, 'the reference z is not among the groups'],
    ['no metric', { metrics: [] }, 'at least one metric'],
    ['no attribute', { attribute: [] }, 'at least one attribute'],
  ])('refuses %s', (_, over, words) => {
    expect(() => judgeFamily(table(...even('a'), ...even('b')), plan(over))).toThrow(words)
  })

  it('manages 10,000 groups', () => {
    const cells = Array.from({ length: 10_000 }, (_, i) => cell([`g${i}`, 'f'], 15, 5, 5, 25))
    expect(judgeFamily(table(...cells), plan({ reference: 'rest' })).members).toHaveLength(10_000)
  })
})
