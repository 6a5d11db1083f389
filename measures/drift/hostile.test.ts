import { describe, expect, it } from 'vitest'
import type { DriftColumn, NumberColumn } from './column.ts'
import { compareDrift } from './compare.ts'
import { freezeReference } from './reference.ts'

const numbers = (values: number[], counts = values.map(() => 1), nulls = 0): NumberColumn => {
  const rows = counts.reduce((sum, count) => sum + count, nulls)
  return { column: 'x', kind: 'number', rows, nulls, values: { mode: 'exact', values, counts } }
}

const texts = (counts: Record<string, number>, nulls = 0): DriftColumn => {
  const listed = Object.entries(counts).map(([value, count]) => ({ value, count }))
  return {
    column: 'x',
    kind: 'category',
    rows: listed.reduce((sum, { count }) => sum + count, nulls),
    nulls,
    counts: listed,
  }
}

const some = numbers(Array.from({ length: 200 }, (_, index) => index / 7))
const constant = numbers([3], [500])
const compare = (before: DriftColumn, now: DriftColumn) => compareDrift(freezeReference([before]), [now], { seed: 1 })

describe('a comparison', () => {
  it.each<[string, DriftColumn, DriftColumn]>([
    ['an empty window', some, numbers([])],
    ['an empty reference', numbers([]), some],
    ['nothing on either side', numbers([]), numbers([])],
    ['one row', some, numbers([4])],
    ['one row on either side', numbers([4]), numbers([5])],
    ['nulls alone', some, numbers([], [], 500)],
    ['nulls alone, in categories', texts({ a: 100 }), texts({}, 100)],
    ['a constant that stays', constant, constant],
    ['a constant that leaves', constant, some],
    ['a constant that appears', some, constant],
    ['values far apart', numbers([-1e300, 1e300], [50, 50]), numbers([-1e-300, 1e-300], [50, 50])],
    ['no category', texts({}), texts({})],
    ['categories that are all new', texts({ a: 100 }), texts({ b: 100 })],
  ])('of %s gives no NaN, no Infinity and no crash', (_, before, now) => {
    noNonsense(compare(before, now))
  })

  it('of values of any size knows their deviation', () => {
    const wide = (factor: number) => numbers([-3 * factor, -factor, factor, 3 * factor], [40, 60, 60, 40])
    const of = (factor: number) => compare(wide(factor), wide(factor * 2)).columns[0]
    for (const factor of [1e300, 1e-300]) {
      const [usual, extreme] = [of(1), of(factor)]
      if (usual === undefined || extreme === undefined || !('mode' in usual) || !('mode' in extreme))
        throw new Error('The columns hold numbers.')
      expect(extreme.wasserstein_normalised).toBeCloseTo(usual.wasserstein_normalised ?? Number.NaN, 9)
    }
  })

  it('of nothing gives no verdict', () => {
    expect(compare(some, numbers([])).verdict).toBe('not-enough-data')
    expect(compare(numbers([]), some).verdict).toBe('not-enough-data')
  })

  it('of values that have all become null fails on the nulls', () => {
    const [column] = compare(some, numbers([], [], 500)).columns
    expect(column?.checks.filter(({ verdict }) => verdict === 'fail').map(({ aspect }) => aspect)).toEqual(['nulls'])
  })

  it('of a constant that leaves fails, and has no distance in deviations that do not exist', () => {
    const [column] = compare(constant, some).columns
    expect(column).not.toHaveProperty('wasserstein_normalised')
    expect(column).toMatchObject({ verdict: 'fail', ks: expect.any(Number) })
  })

  it('keeps categories apart that are named like parts of the language', () => {
    const before = texts({ toString: 60, constructor: 40, "'; drop": 100 })
    const now: DriftColumn = {
      column: 'x',
      kind: 'category',
      rows: 200,
      nulls: 0,
      counts: [{ value: '__proto__', count: 200 }],
    }
    const [column] = compare(before, now).columns
    expect(column).toMatchObject({
      verdict: 'fail',
      unseen: { share: 1, categories: ['__proto__'] },
      total_variation: 1,
    })
  })

  it('of NaN and Infinity, counted apart, fails when they appear', () => {
    const now: NumberColumn = { ...some, rows: 260, notFinite: 60 }
    const [column] = compare(some, now).columns
    expect(column?.checks.find(({ aspect }) => aspect === 'not-finite')?.verdict).toBe('fail')
  })

  it('fails for a column that is lost, added or of another kind, and says which', () => {
    const reference = freezeReference([some, { ...some, column: 'gone' }, { ...some, column: 'turned' }])
    const window: DriftColumn[] = [some, { ...texts({ a: 5 }), column: 'turned' }, { ...some, column: 'new' }]
    const { columns, verdict } = compareDrift(reference, window, { seed: 1 })
    expect(verdict).toBe('fail')
    expect(columns.map(({ column, checks }) => [column, checks[0]?.reason])).toEqual([
      ['x', expect.stringContaining('the change lies')],
      ['gone', 'the window lacks this column'],
      ['turned', 'the column held values of kind number and now holds values of kind category'],
      ['new', 'the reference lacks this column'],
    ])
  })

  it('tells who the people are that have changed, those without a value among them', () => {
    const before: DriftColumn = { ...texts({ f: 500, m: 480 }, 20), column: 'sex' }
    const now: DriftColumn = { ...texts({ f: 300, m: 600 }, 100), column: 'sex' }
    const result = compareDrift(freezeReference([before]), [now], {
      seed: 1,
      roles: [{ column: 'sex', role: 'group' }],
    })
    expect(result.byRole).toEqual([{ role: 'group', verdict: 'fail' }])
    expect(result.groupMix[0]?.groups.map(({ value }) => value)).toEqual(['f', 'm', null])
    const [women, , unknown] = result.groupMix[0]?.groups ?? []
    expect(women?.difference.high).toBeLessThan(0)
    expect(unknown?.difference.low).toBeGreaterThan(0)
    expect(unknown?.difference.value).toBeCloseTo(0.08, 12)
  })

  it('of a prediction names its verdict apart', () => {
    const reference = freezeReference([some, { ...some, column: 'score' }])
    const moved = { ...numbers(Array.from({ length: 200 }, (_, index) => index / 7 + 20)), column: 'score' }
    const { byRole } = compareDrift(reference, [some, moved], {
      seed: 1,
      roles: [{ column: 'score', role: 'prediction' }],
    })
    expect(byRole).toContainEqual({ role: 'prediction', verdict: 'fail' })
    expect(byRole).not.toContainEqual({ role: 'covariate', verdict: 'fail' })
  })
})

describe('malformed columns are refused', () => {
  const grid = { mode: 'binned' as const, low: 0, high: 1, counts: [5, 5], below: 0, above: 0, min: 0, max: 1 }
  it.each<[string, DriftColumn, RegExp]>([
    ['infinite values', numbers([1, Number.POSITIVE_INFINITY]), /not a finite number/],
    ['NaN', numbers([Number.NaN]), /not a finite number/],
    ['values too far apart', numbers([-1.7e308, 1.7e308]), /too far apart/],
    ['values that do not ascend', numbers([2, 1]), /ascend/],
    ['counts that are none', numbers([1], [1.5]), /not a count/],
    ['rows that do not add up', { ...some, rows: 3 }, /add up to 200/],
    [
      'a category listed twice',
      {
        column: 'x',
        kind: 'category',
        rows: 2,
        nulls: 0,
        counts: [
          { value: 'a', count: 1 },
          { value: 'a', count: 1 },
        ],
      },
      /twice/,
    ],
    ['a grid without an end', { ...some, rows: 10, values: { ...grid, high: Number.POSITIVE_INFINITY } }, /finite/],
    ['rows outside without bounds', { ...some, rows: 12, values: { ...grid, above: 2 } }, /greatest/],
  ])('%s', (_, column, words) => {
    expect(() => freezeReference([column])).toThrow(words)
    expect(() => freezeReference([column])).toThrow(RangeError)
  })

  it('names that occur twice, roles of nobody, and windows on another grid', () => {
    expect(() => freezeReference([some, some])).toThrow(/twice/)
    expect(() => compareDrift(freezeReference([some]), [some, some], { seed: 1 })).toThrow(/twice/)
    expect(() =>
      compareDrift(freezeReference([some]), [some], { seed: 1, roles: [{ column: 'y', role: 'group' }] }),
    ).toThrow(/no column/)
    const binned: NumberColumn = { ...some, rows: 10, values: grid }
    const other: NumberColumn = { ...some, rows: 10, values: { ...grid, high: 2, max: 2 } }
    expect(() => compare(binned, other)).toThrow(/another grid/)
  })
})

function noNonsense(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) noNonsense(inner)
}
