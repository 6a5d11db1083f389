import { describe, expect, it } from 'vitest'
import type { Verdict } from '../estimate.ts'
import type { CategoryColumn, DriftColumn, NumberColumn } from './column.ts'
import { compareDrift } from './compare.ts'
import { freezeReference } from './reference.ts'

/** Park and Miller's generator, apart from the one that the measures draw from. */
function source(seed: number) {
  let state = seed
  const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647
  return { uniform, normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()) }
}

function numbers(values: readonly number[]): NumberColumn {
  const counted = new Map<number, number>()
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1)
  const distinct = [...counted.keys()].toSorted((a, b) => a - b)
  const counts = distinct.map((value) => counted.get(value) ?? 0)
  return {
    column: 'x',
    kind: 'number',
    rows: values.length,
    nulls: 0,
    values: { mode: 'exact', values: distinct, counts },
  }
}

function categories(values: readonly string[]): CategoryColumn {
  const counted = new Map<string, number>()
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1)
  const counts = [...counted].map(([value, count]) => ({ value, count }))
  return { column: 'x', kind: 'category', rows: values.length, nulls: 0, counts }
}

type Draw = (rows: number, random: ReturnType<typeof source>, shift: number) => DriftColumn
const many = (rows: number, one: () => number) => numbers(Array.from({ length: rows }, one))

const draws: Record<string, Draw> = {
  'a normal column': (rows, { normal }, shift) => many(rows, () => normal() + shift),
  'a skewed column': (rows, { uniform }, shift) => many(rows, () => -Math.log(uniform()) + shift),
  'a column of counts': (rows, { uniform }) => many(rows, () => Math.floor(4 * uniform() ** 2)),
  'a column of five categories': (rows, { uniform }) =>
    categories(Array.from({ length: rows }, () => 'abcde'[Math.floor(5 * uniform() ** 2)] ?? 'a')),
  'a column of many rare categories': (rows, { uniform }) =>
    categories(Array.from({ length: rows }, () => `v${Math.floor(2000 * uniform())}`)),
}

function verdicts(draw: Draw, sizes: { n: number; m: number; trials: number; shift?: number }): Verdict[] {
  const random = source(2024)
  return Array.from({ length: sizes.trials }, (_, trial) => {
    const frozen = freezeReference([draw(sizes.n, random, 0)])
    const window = draw(sizes.m, random, sizes.shift ?? 0)
    return compareDrift(frozen, [window], { seed: trial, replicates: 40 }).verdict
  })
}

const share = (found: readonly Verdict[], verdict: Verdict) =>
  found.filter((one) => one === verdict).length / found.length

describe('where nothing has drifted', () => {
  const sizes = [
    { n: 200, m: 30, trials: 50 },
    { n: 500, m: 50, trials: 33 },
    { n: 1000, m: 300, trials: 18 },
    { n: 2000, m: 2000, trials: 10 },
  ]
  const cases = Object.entries(draws).flatMap(([name, draw]) => sizes.map((size) => ({ name, draw, ...size })))

  it.each(cases)('$name with $n and $m rows fails in at most 6 % of trials', ({ draw, ...size }) => {
    expect(share(verdicts(draw, size), 'fail')).toBeLessThanOrEqual(0.06)
  })

  it.each(Object.keys(draws))('%s of five rows gets no verdict, whatever it holds', (name) => {
    const draw = draws[name]
    if (draw === undefined) throw new Error('There is no such column.')
    expect(share(verdicts(draw, { n: 500, m: 5, trials: 10, shift: 9 }), 'not-enough-data')).toBe(1)
  })

  it('a normal column of 20,000 rows passes', () => {
    const found = verdicts(many20000, { n: 20_000, m: 20_000, trials: 3 })
    expect(found).toEqual(['pass', 'pass', 'pass'])
  })
})

describe('where a column has drifted by exactly its margin', () => {
  it.each([
    { n: 2000, m: 400, trials: 34 },
    { n: 4000, m: 2000, trials: 17 },
  ])('neither fails nor passes wrongly in more than 6 % of trials ($n and $m rows)', (size) => {
    const found = verdicts(draws['a normal column'] ?? many20000, { ...size, shift: 0.1 })
    expect(share(found, 'fail')).toBeLessThanOrEqual(0.06)
    expect(share(found, 'pass')).toBeLessThanOrEqual(0.06)
  })
})

describe('where a column has drifted by far', () => {
  it('half a deviation fails with 1,000 rows', () => {
    const found = verdicts(draws['a normal column'] ?? many20000, { n: 1000, m: 1000, trials: 10, shift: 0.5 })
    expect(share(found, 'fail')).toBe(1)
  })
})

/** Rounded to a hundredth, so that there are few distinct values. */
function many20000(rows: number, { normal }: ReturnType<typeof source>, shift: number): DriftColumn {
  return many(rows, () => Math.round((normal() + shift) * 100) / 100)
}
