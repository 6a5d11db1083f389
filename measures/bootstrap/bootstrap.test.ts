import mt19937 from '@stdlib/random-base-mt19937'
import { describe, expect, it } from 'vitest'
import type { CellTable } from '../cells.ts'
import { rateValue } from '../rates/counted.ts'
import { wilson } from '../intervals/proportion.ts'
import { bootstrapAll, bootstrapCells } from './bootstrap.ts'
import { mersenneTwister } from './mersenne-twister.ts'
import { binomialDraws, drawHypergeometric, seededUniform } from './random.ts'

const table: CellTable = {
  columns: ['g'],
  cells: [
    { key: ['a'], tp: 300, fp: 100, fn: 100, tn: 500 },
    { key: ['b'], tp: 30, fp: 30, fn: 20, tn: 120 },
  ],
}
const selected = (at: number) => (it: CellTable) => {
  const cell = it.cells[at]
  return cell ? rateValue('selection_rate', cell) : null
}

describe('the Mersenne Twister', () => {
  it('draws the numbers that its authors and the C++ standard publish for seed 5489', () => {
    const next = mersenneTwister(5489)
    const draws = Array.from({ length: 10_000 }, next)
    expect(draws.slice(0, 3)).toEqual([3_499_211_612, 581_869_302, 3_890_346_734])
    expect(draws.at(-1)).toBe(4_123_659_995)
  })

  it.each([1, 42, 4_294_967_295])('draws what the library draws for seed %i', (seed) => {
    const [ours, theirs] = [mersenneTwister(seed), mt19937.factory({ seed })]
    for (let draw = 0; draw < 2_000; draw += 1) expect(ours()).toBe(theirs())
  })
})

describe('seeded draws', () => {
  it.each([
    { trials: 7, p: 0.3 },
    { trials: 10_000_000, p: 5e-7 },
    { trials: 1_000_000, p: 0.5 },
    { trials: 400, p: 0.97 },
    { trials: 1000, p: 0.02 },
  ])('of Binomial($trials, $p) have its mean and variance', ({ trials, p }) => {
    const draw = binomialDraws(seededUniform(11))
    const draws = Array.from({ length: 20_000 }, () => draw(trials, p))
    expectMoments(draws, trials * p, trials * p * (1 - p))
    expect(draws.every((k) => Number.isInteger(k) && k >= 0 && k <= trials)).toBe(true)
  })

  it('of Binomial(60, 0.3) come as often as the distribution says, count by count', () => {
    const draw = binomialDraws(seededUniform(13))
    const seen = new Map<number, number>()
    const draws = 100_000
    for (let at = 0; at < draws; at += 1) {
      const k = draw(60, 0.3)
      seen.set(k, (seen.get(k) ?? 0) + 1)
    }
    let probability = 0.7 ** 60
    for (let k = 0; k <= 60; k += 1) {
      const off = Math.abs((seen.get(k) ?? 0) - draws * probability)
      if (draws * probability > 20) expect(off, `${k}`).toBeLessThan(4.5 * Math.sqrt(draws * probability))
      probability *= ((60 - k) / (k + 1)) * (0.3 / 0.7)
    }
  })

  it.each([
    { total: 20, successes: 7, size: 5 },
    { total: 20, successes: 18, size: 15 },
    { total: 10_000, successes: 4000, size: 900 },
    { total: 1_000_000, successes: 700_000, size: 600_000 },
    { total: 10_000_000, successes: 30, size: 9_000_000 },
  ])('of $size among $total with $successes marked have the hypergeometric mean and variance', (it) => {
    const { total, successes, size } = it
    const uniform = seededUniform(12)
    const draws = Array.from({ length: 20_000 }, () => drawHypergeometric(uniform, total, successes, size))
    const share = successes / total
    expectMoments(draws, size * share, (size * share * (1 - share) * (total - size)) / (total - 1))
    const [least, most] = [Math.max(0, size + successes - total), Math.min(size, successes)]
    expect(draws.every((k) => Number.isInteger(k) && k >= least && k <= most)).toBe(true)
  })

  it.each([0, -1, 1.5, 2 ** 32, Number.NaN])('refuse the seed %s', (seed) => {
    expect(() => seededUniform(seed)).toThrow('a seed must be a whole number from 1 to 4294967295')
  })
})

describe('the bootstrap over cells', () => {
  it('is close to the closed interval where there is one', () => {
    const { value, low, high, method } = bootstrapCells(table, selected(0), { replicates: 4000, seed: 3 })
    const closed = wilson({ successes: 400, trials: 1000 })
    expect(value).toBe(0.4)
    expect(method).toBe('bootstrap')
    expect(low).toBeCloseTo(closed.low, 2)
    expect(high).toBeCloseTo(closed.high, 2)
  })

  it('redraws as many rows as there are, and keeps what was never counted at 0', () => {
    const none: CellTable = { columns: [], cells: [{ key: [], tp: 5, fp: 0, fn: 7, tn: 0 }] }
    const sizes = new Set<number>()
    bootstrapCells(none, ({ cells: [cell] }) => {
      sizes.add((cell?.tp ?? 0) + (cell?.fn ?? 0))
      return (cell?.fp ?? 1) + (cell?.tn ?? 1)
    })
    expect([...sizes]).toEqual([12])
    expect(bootstrapCells(none, ({ cells: [cell] }) => cell?.fp ?? null)).toMatchObject({
      value: 0,
      undefinedReplicates: 0,
    })
  })

  it('gives the same numbers for the same seed, alone or with others, and leaves the counts as they were', () => {
    const before = JSON.stringify(table)
    const alone = bootstrapCells(table, selected(1), { seed: 9 })
    expect(bootstrapAll(table, [selected(0), selected(1)], { seed: 9 })[1]).toEqual(alone)
    expect(bootstrapCells(table, selected(1), { seed: 10 })).not.toEqual(alone)
    expect(JSON.stringify(table)).toBe(before)
  })

  it('has no interval where more than one replicate in twenty is undefined, and counts them', () => {
    const rare: CellTable = { columns: [], cells: [{ key: [], tp: 1, fp: 0, fn: 0, tn: 50 }] }
    const tpr = bootstrapCells(rare, ({ cells: [cell] }) => (cell ? rateValue('tpr', cell) : null))
    expect(tpr).toMatchObject({ value: 1, low: null, high: null, method: null, replicates: 2000 })
    expect(tpr.undefinedReplicates).toBeGreaterThan(600)
    expect(tpr.reason).toMatch(/^undefined in \d+ of 2000 replicates/)
  })

  it('claims no certainty from rows that are all alike', () => {
    const perfect: CellTable = { columns: [], cells: [{ key: [], tp: 3, fp: 0, fn: 0, tn: 0 }] }
    const accuracy = bootstrapCells(perfect, ({ cells: [cell] }) => (cell ? rateValue('accuracy', cell) : null))
    expect(accuracy).toMatchObject({ value: 1, low: null, high: null, method: null })
    expect(accuracy.reason).toMatch(/^every replicate gives the same value/)
  })

  it('turns what is not finite into undefined', () => {
    const result = bootstrapCells(table, () => Number.POSITIVE_INFINITY)
    expect(result).toMatchObject({ value: null, low: null, high: null, undefinedReplicates: 2000 })
  })

  it('of no rows is undefined', () => {
    expect(bootstrapCells({ columns: [], cells: [] }, () => null)).toMatchObject({ value: null, low: null })
  })

  it('refuses fewer than two replicates', () => {
    expect(() => bootstrapCells(table, selected(0), { replicates: 1 })).toThrow('at least 2, not 1')
  })
})

function expectMoments(draws: number[], mean: number, variance: number): void {
  const n = draws.length
  const average = draws.reduce((a, b) => a + b, 0) / n
  const spread = draws.reduce((a, b) => a + (b - average) ** 2, 0) / (n - 1)
  expect(Math.abs(average - mean), `mean ${average} of ${mean}`).toBeLessThan(4.5 * Math.sqrt(variance / n))
  const kurtosis = draws.reduce((a, b) => a + (b - average) ** 4, 0) / n / spread ** 2
  const off = 4.5 * variance * Math.sqrt((Math.max(3, kurtosis) - 1) / n)
  expect(Math.abs(spread - variance), `variance ${spread} of ${variance}`).toBeLessThan(off)
}
