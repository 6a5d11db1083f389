import { describe, expect, it } from 'vitest'
import { binomialDraws, seededUniform } from '../bootstrap/random.ts'
import type { Cell, CellTable } from '../cells.ts'
import { confirmSubgroups, splitTable } from './confirm.ts'
import { enumerateSubgroups } from './enumerate.ts'
import { priorOf, shrink } from './shrinkage.ts'
import { searchSubgroups } from './search.ts'
import { totalOf } from '../tables.ts'

const columns = ['sex', 'race', 'age']
const levels = [
  ['f', 'm'],
  ['a', 'b', 'c', 'd', 'e'],
  ['young', 'middle', 'old'],
]

/** People of all combinations with tpr 0.7 and fpr 0.2, but where `tprOf` plants something else. */
function draw(seed: number, each: number, tprOf: (key: string[]) => number = () => 0.7): CellTable {
  const next = binomialDraws(seededUniform(seed))
  const keys = levels.reduce<string[][]>(
    (sofar, values) => sofar.flatMap((key) => values.map((it) => [...key, it])),
    [[]],
  )
  const cells = keys.map((key): Cell => {
    const positives = next(each, 0.4)
    const tp = next(positives, tprOf(key))
    const fp = next(each - positives, 0.2)
    return { key, tp, fp, fn: positives - tp, tn: each - positives - fp }
  })
  return { columns, cells }
}

const cell = (key: (string | null)[], tp: number, fp: number, fn: number, tn: number): Cell => ({ key, tp, fp, fn, tn })

describe('all groups of one to three columns', () => {
  it('are those of GROUPING SETS, with counts that add up to everybody for each choice of columns', () => {
    const table = draw(1, 40)
    const { groups, everybody } = enumerateSubgroups(table, 3)
    // 2 + 5 + 3 of one column, 10 + 6 + 15 of two, 30 of three.
    expect(groups).toHaveLength(71)
    expect(everybody).toEqual(totalOf(table))
    const sums = new Map<string, number>()
    for (const it of groups) sums.set(it.columns.join(), (sums.get(it.columns.join()) ?? 0) + it.n)
    expect([...new Set(sums.values())]).toEqual([1200])
    expect(sums.size).toBe(7)
  })

  it('count a person without a value as a group, whatever values are called', () => {
    const table = {
      columns: ['a', 'b'],
      cells: [cell([null, '__proto__'], 1, 0, 0, 0), cell(['null', "'; drop"], 0, 1, 0, 0)],
    }
    expect(enumerateSubgroups(table, 1).groups.map(({ key }) => key)).toEqual([
      ['null'],
      [null],
      ["'; drop"],
      ['__proto__'],
    ])
  })

  it('do not list the same people again under more columns', () => {
    const table = {
      columns: ['a', 'b'],
      cells: [cell(['x', 'p'], 3, 0, 0, 0), cell(['y', 'p'], 2, 0, 0, 0), cell(['y', 'q'], 4, 0, 0, 0)],
    }
    const found = enumerateSubgroups(table, 2)
    // x is all within p; q is all y: only y with p is new.
    expect(found.groups.filter(({ key }) => key.length === 2).map(({ key }) => key)).toEqual([['y', 'p']])
    expect(found.sameAsSmaller).toBe(2)
  })

  it.each([
    [{ columns: ['a'], cells: [] }, 0, 'depth must be 1, 2 or 3'],
    [{ columns: ['a'], cells: [] }, 4, 'depth must be 1, 2 or 3'],
    [{ columns: ['a', 'a'], cells: [] }, 1, 'must have different names'],
    [{ columns: ['a'], cells: [cell(['x', 'y'], 1, 0, 0, 0)] }, 1, 'a cell has 2 values for 1 columns'],
    [{ columns: ['a'], cells: [cell(['x'], 0.5, 0, 0, 0)] }, 1, 'tp must be a whole number'],
  ])('refuse %j at depth %s', (table, depth, words) => {
    expect(() => enumerateSubgroups(table, depth)).toThrow(words)
  })
})

describe('the search', () => {
  it('has a finding in no more than 6 % of runs where there is nothing to find', () => {
    let runs = 0
    for (let seed = 1; seed <= 400; seed++) {
      if (searchSubgroups(draw(seed, 150), { metrics: [{ rate: 'tpr' }], depth: 3 }).findings.length > 0) runs++
    }
    expect(runs / 400).toBeLessThanOrEqual(0.06)
  })

  it('finds a planted group of two columns, at the top of the ranking, and says how many were searched', () => {
    let first = 0
    for (let seed = 1; seed <= 30; seed++) {
      const planted = draw(seed, 300, ([sex, race]) => (sex === 'f' && race === 'b' ? 0.4 : 0.7))
      const found = searchSubgroups(planted, { metrics: [{ rate: 'tpr', direction: 'lower' }], depth: 2 })
      expect(found.searched).toBe(41)
      expect(found.text).toContain('41 groups were searched')
      if (found.findings[0]?.key.join() === 'f,b') first++
    }
    expect(first).toBeGreaterThanOrEqual(29)
  })

  it('ranks by what a gap is at least, so that a small group of luck does not lead', () => {
    const table = {
      columns: ['g'],
      cells: [cell(['lucky'], 40, 0, 0, 0), cell(['bad'], 300, 0, 700, 0), cell(['rest'], 4_000, 0, 1_000, 0)],
    }
    const found = searchSubgroups(table, { metrics: [{ rate: 'tpr' }], depth: 1 })
    expect(found.top.map(({ key }) => key[0])).toEqual(['bad', 'rest', 'lucky'])
    const lower = searchSubgroups(table, { metrics: [{ rate: 'tpr', direction: 'lower' }], depth: 1 })
    expect(lower.findings.map(({ key }) => key[0])).toEqual(['bad'])
    expect(lower.findings[0]?.text).toBe(
      'tpr of g = bad is 30.0 % (300 of 1000) against 80.2 % of everybody else: at least 47.0 percentage points lower (95 % interval).',
    )
  })

  it('leaves out what is small on the rate’s own denominator, and counts it', () => {
    const table = {
      columns: ['g'],
      cells: [cell(['few positives'], 5, 900, 5, 90), cell(['x'], 300, 300, 300, 300), cell(['y'], 300, 300, 300, 300)],
    }
    const found = searchSubgroups(table, { metrics: [{ rate: 'tpr' }], depth: 1 })
    expect([found.searched, found.tooSmall]).toEqual([2, 1])
    expect(found.text).toContain('1 more are under 30 in the denominator')
    expect(searchSubgroups(table, { metrics: [{ rate: 'fpr' }], depth: 1 }).searched).toBe(3)
  })

  it('tells no group of fewer than five, however low the minimum is set', () => {
    const table = {
      columns: ['g'],
      cells: [cell(['four'], 0, 0, 4, 0), cell(['x'], 300, 0, 300, 0), cell(['y'], 30, 0, 300, 0)],
    }
    const found = searchSubgroups(table, { metrics: [{ rate: 'tpr' }], depth: 1, minimum: 0 })
    expect(found).toMatchObject({ searched: 2, tooSmall: 1, minimum: 5 })
    expect(JSON.stringify(found)).not.toContain('four')
  })

  it('adjusts the tests of several rates together, and widens the interval of what was picked out', () => {
    const planted = draw(3, 300, ([sex, race]) => (sex === 'f' && race === 'b' ? 0.4 : 0.7))
    const found = searchSubgroups(planted, {
      metrics: [
        { rate: 'tpr', direction: 'lower' },
        { rate: 'fpr', direction: 'higher' },
      ],
    })
    expect(found).toMatchObject({ searched: 82, rates: ['tpr', 'fpr'] })
    expect(found.text).toContain('82 rates of groups were searched (tpr, fpr)')
    const [first] = found.findings
    expect(first).toMatchObject({ rate: 'tpr', key: ['f', 'b'] })
    expect(first?.gapAdjusted?.high).toBeGreaterThan(first?.gap.high ?? 1)
    expect(found.top.find(({ finding }) => !finding)?.gapAdjusted).toBeNull()
  })

  it.each([
    [[], 'at least one rate'],
    [[{ rate: 'tpr' }, { rate: 'tpr' }] as const, 'named twice'],
  ])('refuses to search %j', (metrics, words) => {
    expect(() => searchSubgroups(draw(1, 10), { metrics })).toThrow(words)
  })

  it('takes no gap for a finding that is smaller than was agreed to matter', () => {
    const table = { columns: ['g'], cells: [cell(['a'], 52_000, 0, 48_000, 0), cell(['b'], 50_000, 0, 50_000, 0)] }
    expect(searchSubgroups(table, { metrics: [{ rate: 'tpr' }] }).findings).toHaveLength(2)
    expect(searchSubgroups(table, { metrics: [{ rate: 'tpr' }], leastGap: 0.05 }).findings).toHaveLength(0)
  })

  it.each([
    ['no cells', { columns: ['g'], cells: [] }],
    ['no columns', { columns: [], cells: [cell([], 5, 5, 5, 5)] }],
    ['one row', { columns: ['g'], cells: [cell(['a'], 1, 0, 0, 0)] }],
    ['one group', { columns: ['g'], cells: [cell(['a'], 100, 0, 100, 0)] }],
    ['one class', { columns: ['g'], cells: [cell(['a'], 100, 0, 0, 0), cell(['b'], 100, 0, 0, 0)] }],
    [
      'unknown people',
      { columns: ['g', 'h'], cells: [cell([null, null], 100, 0, 50, 0), cell(['b', null], 100, 0, 0, 0)] },
    ],
  ])('gives a result without NaN for %s', (_, table) => {
    for (const rate of ['tpr', 'fpr', 'selection_rate'] as const) {
      const found = searchSubgroups(table, { metrics: [{ rate }], minimum: 0 })
      expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/)
    }
  })

  it('manages 10,000 groups of one column and all pairs of three more', () => {
    const next = binomialDraws(seededUniform(9))
    const cells = Array.from({ length: 10_000 }, (_, i) => {
      const tp = next(60, 0.7)
      return cell([`g${i}`, `a${i % 5}`, `b${i % 7}`, `c${i % 11}`], tp, 20, 60 - tp, 20)
    })
    const found = searchSubgroups({ columns: ['g', 'a', 'b', 'c'], cells }, { metrics: [{ rate: 'tpr' }], depth: 2 })
    expect(found.searched).toBe(10_000 + 5 + 7 + 11 + 35 + 55 + 77)
    expect(found.sameAsSmaller).toBe(30_000)
    expect(found.top).toHaveLength(20)
  })

  it('gives the same bytes for the same cells in any order', () => {
    const table = draw(3, 200)
    const again = { columns, cells: table.cells.toReversed() }
    const search = (it: CellTable): string => JSON.stringify(searchSubgroups(it, { metrics: [{ rate: 'tpr' }] }))
    expect(search(again)).toBe(search(table))
  })
})

describe('shrinkage', () => {
  it('draws a small group far towards its peers and a large one hardly', () => {
    const groups = [
      { numerator: 300, denominator: 1_000 },
      { numerator: 500, denominator: 1_000 },
      { numerator: 700, denominator: 1_000 },
      { numerator: 10, denominator: 10 },
    ]
    const prior = priorOf(groups)
    expect(prior?.strength).toBeGreaterThan(1)
    const [large, small] = [groups[0], groups[3]].map((it) => (it && prior ? shrink(it, prior, 0.95) : null))
    expect(large?.rate).toBeCloseTo(0.3, 2)
    expect(small?.rate).toBeLessThan(0.9)
    expect(small?.high).toBeLessThanOrEqual(1)
    expect(large?.low).toBeGreaterThan(0.26)
  })

  it('gives every group the mean when they differ no more than by chance', () => {
    const groups = [
      { numerator: 30, denominator: 100 },
      { numerator: 31, denominator: 100 },
      { numerator: 29, denominator: 100 },
    ]
    expect(priorOf(groups)).toEqual({ mean: 0.3, strength: null, groups: 3 })
    expect(shrink({ numerator: 1, denominator: 2 }, { mean: 0.3, strength: null, groups: 3 }, 0.95)).toEqual({
      rate: 0.3,
      low: 0.3,
      high: 0.3,
    })
  })

  it('finds about the strength that the groups were drawn with', () => {
    // 400 groups whose rates come from Beta(12, 28), by its mean 0.3 and a standard deviation of √(0.21/41): ρ = 1/41.
    const uniform = seededUniform(4)
    const next = binomialDraws(uniform)
    const groups = Array.from({ length: 400 }, () => {
      // A Beta(12, 28) draw: the 12th smallest of 39 even draws.
      const rate = Array.from({ length: 39 }, uniform).toSorted((a, b) => a - b)[11] ?? 0
      return { numerator: next(80, rate), denominator: 80 }
    })
    const prior = priorOf(groups)
    expect(prior?.mean).toBeCloseTo(0.3, 1)
    expect(prior?.strength).toBeGreaterThan(30)
    expect(prior?.strength).toBeLessThan(52)
  })

  it('says nothing about fewer than two groups', () => {
    expect(priorOf([])).toBeNull()
    expect(
      priorOf([
        { numerator: 1, denominator: 2 },
        { numerator: 0, denominator: 0 },
      ]),
    ).toBeNull()
    expect(
      priorOf([
        { numerator: 1, denominator: 1 },
        { numerator: 0, denominator: 1 },
      ])?.mean,
    ).toBe(0.5)
  })
})

describe('confirming on people held back', () => {
  it('deals everybody into one of two halves, the same way for the same seed', () => {
    const table = draw(5, 100)
    const [first, second] = splitTable(table, { seed: 7 })
    const sum = (key: 'tp' | 'fp' | 'fn' | 'tn') => totalOf(first)[key] + totalOf(second)[key]
    expect([sum('tp'), sum('fp'), sum('fn'), sum('tn')]).toEqual(Object.values(totalOf(table)))
    expect(splitTable(table, { seed: 7 })).toEqual([first, second])
    expect(() => splitTable(table, { seed: 0.5 })).toThrow('seed')
  })

  it('confirms a planted group and not what luck found', () => {
    const [searched, heldBack] = splitTable(
      draw(6, 600, ([sex, race]) => (sex === 'f' && race === 'b' ? 0.4 : 0.7)),
      { seed: 1 },
    )
    const search = searchSubgroups(searched, { metrics: [{ rate: 'tpr', direction: 'lower' }] })
    const planted = confirmSubgroups(search, heldBack).find(({ key }) => key.join() === 'f,b')
    expect(planted).toMatchObject({ outcome: 'confirmed' })
    expect(planted?.text).toContain('tpr of sex = f, race = b: the gap is there again')
    const luck = confirmSubgroups(search, draw(8, 300))
    expect(luck.every(({ outcome }) => outcome === 'not-confirmed')).toBe(true)
    const few = confirmSubgroups(search, draw(8, 2))
    expect(few.find(({ key }) => key.join() === 'f,b')?.outcome).toBe('too-few')
    expect(confirmSubgroups(search, { columns, cells: [] }).every(({ outcome }) => outcome === 'too-few')).toBe(true)
  })

  it('refuses a table without the columns', () => {
    const search = searchSubgroups(
      draw(6, 600, ([sex]) => (sex === 'f' ? 0.4 : 0.7)),
      { metrics: [{ rate: 'tpr' }] },
    )
    expect(() => confirmSubgroups(search, { columns: ['x'], cells: [] })).toThrow('no column')
  })
})
