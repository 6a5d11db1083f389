import { describe, expect, it } from 'vitest'
import type { CellTable, GroupValue } from '../cells.ts'
import { assessGroups } from './assess.ts'

const cell = (group: GroupValue, tp: number, fp: number, fn: number, tn: number) => ({ key: [group], tp, fp, fn, tn })
const table = (...cells: CellTable['cells']): CellTable => ({ columns: ['g'], cells })
const big = cell('big', 500, 100, 100, 300)
const small = cell('small', 40, 10, 20, 30)

describe('the reference group', () => {
  it.each([
    { what: 'the largest when none is declared', cells: [cell('a', 1, 1, 1, 1), big], group: ['big'], rule: 'largest' },
    { what: 'the declared one', cells: [big, small], declared: ['small'], group: ['small'], rule: 'declared' },
    {
      what: 'said to be one of equals, so that a plan declares it',
      cells: [cell('b', 1, 1, 1, 1), cell('a', 4, 0, 0, 0)],
      group: ['a'],
      rule: 'largest-of-equals',
    },
  ])('is $what', ({ cells, declared, group, rule }) => {
    const assessed = assessGroups(table(...cells), { replicates: 0, ...(declared && { reference: declared }) })
    expect(assessed.reference).toEqual({ group, rule })
    expect(assessed.comparisons.every((it) => JSON.stringify(it.reference) === JSON.stringify(group))).toBe(true)
    expect(assessed.comparisons.some((it) => JSON.stringify(it.group) === JSON.stringify(group))).toBe(false)
  })

  it('that is not in the data is refused with what is', () => {
    expect(() => assessGroups(table(big), { reference: ['huge'] })).toThrow(
      'the group ["huge"] is not among the groups of g: ["big"]',
    )
  })
})

describe('groups that are hard to measure', () => {
  const hard: { what: string; cells: CellTable['cells'] }[] = [
    { what: 'no rows at all', cells: [] },
    { what: 'a single row', cells: [cell('a', 1, 0, 0, 0)] },
    { what: 'only positives', cells: [cell('a', 5, 0, 3, 0), cell('b', 2, 0, 0, 0)] },
    { what: 'nobody selected', cells: [cell('a', 0, 0, 5, 6), cell('b', 0, 0, 1, 2)] },
    { what: 'everybody selected and right', cells: [cell('a', 5, 0, 0, 0), cell('b', 9, 0, 0, 0)] },
    { what: 'a group without rows', cells: [big, cell('empty', 0, 0, 0, 0)] },
    {
      what: 'hostile names',
      cells: [cell('__proto__', 3, 1, 2, 4), cell("'; drop table", 1, 5, 2, 2), cell('constructor', 1, 1, 1, 1)],
    },
    { what: 'the unknown group', cells: [big, cell(null, 3, 4, 5, 6)] },
  ]

  it.each(hard)('are all shown, without NaN or Infinity anywhere: $what', ({ cells }) => {
    const assessed = assessGroups(table(...cells), { also: ['largest', 'rest'] })
    expect(new Set(assessed.groups.map(({ group }) => group[0]))).toEqual(new Set(cells.map(({ key }) => key[0])))
    expect(notFinite(assessed)).toEqual([])
    for (const { p, difference, ratio } of assessed.comparisons) {
      if (p === null) expect(difference.reason).toBeTruthy()
      if (ratio.value === null) expect(ratio.reason).toBeTruthy()
    }
  })

  it('never turn a rate that cannot be estimated into a gap of 0', () => {
    const assessed = assessGroups(table(big, cell('no positives', 0, 4, 0, 9)), { replicates: 100 })
    const tpr = assessed.comparisons.find(({ metric }) => metric === 'tpr')
    expect(tpr).toMatchObject({
      p: null,
      pAdjusted: null,
      test: null,
      difference: { value: null, low: null, high: null },
    })
    expect(tpr?.difference.reason).toBe('no row of the group has the favourable label')
    expect(assessed.summary.equal_opportunity_difference).toBeNull()
    expect(assessed.summary.equalized_odds_difference).toBeNull()
    expect(assessed.family).toMatchObject({ tests: 3, undefinedTests: 1 })
    expect(assessed.averageOdds[0]?.difference).toMatchObject({ value: null, low: null })
  })

  it('keep the unknown group last, as a group of its own that everybody else includes', () => {
    const assessed = assessGroups(table(cell(null, 1, 2, 3, 4), big, small), { replicates: 0 })
    expect(assessed.groups.map(({ group }) => group)).toEqual([['big'], ['small'], [null]])
    const rest = (40 + 10 + 1 + 2) / 110
    expect(assessed.summary.statistical_parity_difference).toBeCloseTo(rest - 0.6, 12)
  })

  it('may be ten thousand: without bootstrap intervals, and it says so', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => cell(`g${at}`, at % 3, at % 5, at % 2, 1))
    const assessed = assessGroups(table(...many))
    expect(assessed.groups).toHaveLength(10_000)
    expect(assessed.comparisons).toHaveLength(9999 * 4)
    expect(assessed.groups[1]?.composites.f1.reason).toMatch(
      /10000 groups; bootstrap intervals are made for at most 200|no row/,
    )
    expect(notFinite(assessed)).toEqual([])
  })
})

describe('the measurement of an attribute', () => {
  const cells: CellTable = {
    columns: ['sex', 'race'],
    cells: [
      { key: ['f', 'x'], tp: 30, fp: 10, fn: 20, tn: 40 },
      { key: ['f', 'y'], tp: 3, fp: 4, fn: 5, tn: 6 },
      { key: ['m', 'x'], tp: 50, fp: 20, fn: 10, tn: 40 },
      { key: ['m', 'y'], tp: 20, fp: 9, fn: 8, tn: 7 },
    ],
  }

  it('adds up the cells of the columns that it leaves out', () => {
    const [female, male] = assessGroups(cells, { columns: ['sex'], replicates: 0 }).groups
    expect(female).toMatchObject({ group: ['f'], n: 118, tp: 33, fp: 14, fn: 25, tn: 46 })
    expect(male).toMatchObject({ group: ['m'], n: 164, tp: 70, fp: 29, fn: 18, tn: 47 })
  })

  it('is the same to the last byte for the same seed and in whatever order the cells were counted', () => {
    const turned = { ...cells, cells: cells.cells.toReversed() }
    const once = JSON.stringify(assessGroups(cells, { seed: 5, replicates: 300 }))
    expect(JSON.stringify(assessGroups(turned, { seed: 5, replicates: 300 }))).toBe(once)
    expect(JSON.stringify(assessGroups(cells, { seed: 6, replicates: 300 }))).not.toBe(once)
  })

  it('adjusts the p-values of all metrics and groups as one family', () => {
    const { comparisons, family } = assessGroups(cells, { replicates: 0 })
    expect(family).toEqual({
      metrics: ['selection_rate', 'tpr', 'fpr', 'ppv'],
      adjustment: 'holm',
      tests: 12,
      undefinedTests: 0,
    })
    const smallest = comparisons.toSorted((a, b) => (a.p ?? 1) - (b.p ?? 1))[0]
    expect(smallest?.pAdjusted).toBeCloseTo((smallest?.p ?? 0) * 12, 12)
  })

  it('names the test, and takes the exact one where an expected count is below 5', () => {
    const { comparisons } = assessGroups(table(big, cell('tiny', 1, 1, 1, 1)), {
      replicates: 0,
      metrics: ['selection_rate'],
    })
    expect(comparisons[0]?.test).toBe('fisher-exact')
    expect(assessGroups(table(big, small), { replicates: 0 }).comparisons[0]?.test).toBe('two-proportion-z')
  })

  it('takes the score interval for a ratio that a log cannot hold, and says so', () => {
    const { comparisons } = assessGroups(table(big, cell('none', 0, 0, 10, 30)), {
      replicates: 0,
      metrics: ['selection_rate'],
    })
    expect(comparisons[0]?.ratio).toMatchObject({ value: 0, low: 0, method: 'score-ratio' })
  })

  it('is not certain of a rate because 3 out of 3 have it', () => {
    const [it] = assessGroups(table(big, cell('few', 3, 0, 0, 0)), {
      replicates: 0,
      metrics: ['selection_rate'],
    }).comparisons
    expect(it?.ratio).toMatchObject({ value: 1 / 0.6, method: 'score-ratio' })
    expect(it?.ratio.low).toBeLessThan(1)
  })

  it('gives the composites and the signed average odds gap bootstrap intervals', () => {
    const { groups, averageOdds } = assessGroups(table(big, small))
    for (const id of ['balanced_accuracy', 'f1', 'mcc', 'treatment_equality'] as const) {
      const { value, low, high, method } = groups[1]?.composites[id] ?? {}
      expect(method, id).toBe('bootstrap')
      expect((low ?? 1) < (value ?? 0) && (value ?? 1) < (high ?? 0), id).toBe(true)
    }
    expect(averageOdds).toHaveLength(1)
    expect(averageOdds[0]?.difference.value).toBeCloseTo((40 / 60 - 500 / 600 + (10 / 40 - 100 / 400)) / 2, 12)
    expect(averageOdds[0]?.difference.low).toBeLessThan(averageOdds[0]?.difference.value ?? -1)
  })
})

function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`]
  if (typeof value !== 'object' || value === null) return value === undefined ? [`${path} is undefined`] : []
  return Object.entries(value).flatMap(([name, inner]) => notFinite(inner, `${path}/${name}`))
}
