import { describe, expect, it } from 'vitest'
import { binomialDraws, seededUniform } from '../bootstrap/random.ts'
import { bradleyTerry, type Duel } from './bradley-terry.ts'
import { judgeCorrected } from './judge-corrected.ts'
import { comparePaired, pairedDifference } from './paired.ts'
import { quantileOf, summaryOfNumbers } from './summary.ts'

describe('paired answers', () => {
  it.each([
    // Newcombe (1998), Statistics in Medicine 17, 2635–2650, table II, method 10.
    [{ both: 36, onlyFirst: 12, onlySecond: 2, neither: 0 }, 0.2, 0.0569, 0.3404],
    [{ both: 20, onlyFirst: 12, onlySecond: 2, neither: 16 }, 0.2, 0.0562, 0.3292],
  ])('differ with the interval that Newcombe printed', (table, difference, low, high) => {
    const found = pairedDifference(table)
    // Printed as first less second.
    expect([found.value, found.low, found.high].map((it) => Number((-(it ?? 0)).toFixed(4)))).toEqual([
      difference,
      high,
      low,
    ])
  })

  it('are tested exactly while few differ', () => {
    expect(comparePaired({ both: 10, onlyFirst: 1, onlySecond: 9, neither: 5 })).toMatchObject({
      test: 'mcnemar-exact',
      p: expect.closeTo(22 / 1024, 12),
      flips: { numerator: 10, denominator: 25 },
    })
    expect(comparePaired({ both: 0, onlyFirst: 20, onlySecond: 40, neither: 0 }).test).toBe('mcnemar-corrected')
  })

  it('have no comparison without pairs, and refuse counts that are none', () => {
    expect(comparePaired({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toMatchObject({ p: null, test: null })
    expect(() => comparePaired({ both: -1, onlyFirst: 0, onlySecond: 0, neither: 0 })).toThrow(RangeError)
  })
})

describe('the share behind a judge', () => {
  const counts = {
    positive: 40,
    judged: 200,
    truePositives: 45,
    trulyPositive: 50,
    trueNegatives: 90,
    trulyNegative: 100,
  }

  it('takes the errors of the judge out (Rogan and Gladen 1978)', () => {
    const found = judgeCorrected(counts)
    expect(found.value).toBeCloseTo((0.2 - 0.1) / 0.8, 12)
    expect(found.asJudged).toMatchObject({ value: 0.2 })
  })

  it('widens with a smaller calibration sample', () => {
    const width = (it: { low: number | null; high: number | null }) => (it.high ?? 0) - (it.low ?? 0)
    const small = judgeCorrected({
      ...counts,
      truePositives: 9,
      trulyPositive: 10,
      trueNegatives: 18,
      trulyNegative: 20,
    })
    expect(width(small)).toBeGreaterThan(width(judgeCorrected(counts)) * 1.3)
  })

  it.each([
    [{ ...counts, truePositives: 5, trueNegatives: 50 }, 'no better than chance'],
    [{ ...counts, truePositives: 0, trulyPositive: 0 }, 'both kinds'],
    [{ ...counts, positive: 0, judged: 0 }, 'no output was judged'],
  ])('is unknown, with the reason, where it cannot be known', (its, reason) => {
    expect(judgeCorrected(its)).toMatchObject({
      value: null,
      low: null,
      high: null,
      reason: expect.stringContaining(reason),
    })
  })

  it.each([
    [0.3, 0.85, 0.9],
    [0.05, 0.9, 0.95],
    [0.6, 0.7, 0.8],
  ])('is covered by its interval in 93 % of draws or more (prevalence %s, Se %s, Sp %s)', (prevalence, se, sp) => {
    const draw = binomialDraws(seededUniform(20_140))
    let covered = 0
    const trials = 2_000
    for (let i = 0; i < trials; i++) {
      const { low, high } = judgeCorrected({
        positive: draw(400, prevalence * se + (1 - prevalence) * (1 - sp)),
        judged: 400,
        truePositives: draw(100, se),
        trulyPositive: 100,
        trueNegatives: draw(100, sp),
        trulyNegative: 100,
      })
      if (low !== null && high !== null && low <= prevalence && prevalence <= high) covered += 1
    }
    expect(covered / trials).toBeGreaterThan(0.93)
  })
})

describe('strengths from duels', () => {
  // Agresti (1990), Categorical Data Analysis, table 10.10: American League 1987, eastern division; wins of the row over the column.
  const teams = ['Milwaukee', 'Detroit', 'Toronto', 'New York', 'Boston', 'Cleveland', 'Baltimore']
  const wins = [
    [0, 7, 9, 7, 7, 9, 11],
    [6, 0, 7, 5, 11, 9, 9],
    [4, 6, 0, 7, 7, 8, 12],
    [6, 8, 6, 0, 6, 7, 10],
    [6, 2, 6, 7, 0, 7, 12],
    [4, 4, 5, 6, 6, 0, 6],
    [2, 4, 1, 3, 1, 7, 0],
  ]
  const season: Duel[] = teams.flatMap((first, i) =>
    teams.slice(i + 1).map((second, d) => ({
      first,
      second,
      firstWins: wins[i]?.[i + 1 + d] ?? 0,
      secondWins: wins[i + 1 + d]?.[i] ?? 0,
      ties: 0,
    })),
  )

  it('are those printed by Agresti, to the team of the last place', () => {
    const found = bradleyTerry(season, { replicates: 10 })
    if (!found.ok) throw new Error(found.reason)
    const last = found.standings.find((it) => it.name === 'Baltimore')?.strength ?? 0
    const shown = Object.fromEntries(found.standings.map((it) => [it.name, Number((it.strength - last).toFixed(2))]))
    expect(shown).toEqual({
      Milwaukee: 1.58,
      Detroit: 1.44,
      Toronto: 1.29,
      'New York': 1.25,
      Boston: 1.11,
      Cleveland: 0.68,
      Baltimore: 0,
    })
  })

  it('have the same interval for the same seed, around the strength', () => {
    const [a, b] = [
      bradleyTerry(season, { replicates: 200, seed: 7 }),
      bradleyTerry(season, { replicates: 200, seed: 7 }),
    ]
    expect(a).toEqual(b)
    if (!a.ok) throw new Error(a.reason)
    for (const { low, high, strength } of a.standings) {
      expect(low ?? 9).toBeLessThan(strength)
      expect(high ?? -9).toBeGreaterThan(strength)
    }
  })

  it('are without bound where a side never won, and say so', () => {
    const duel = { first: 'a', second: 'b', firstWins: 5, secondWins: 0, ties: 0 }
    expect(bradleyTerry([duel])).toMatchObject({ ok: false, reason: expect.stringContaining('never won') })
    expect(bradleyTerry([{ ...duel, ties: 2 }], { replicates: 5 }).ok).toBe(true)
    expect(() => bradleyTerry([{ ...duel, second: 'a' }])).toThrow(RangeError)
  })
})

describe('a summary of times or costs', () => {
  it('has mean, median and 95th percentile with intervals', () => {
    const found = summaryOfNumbers(Array.from({ length: 100 }, (_, i) => 100 - i))
    expect(found).toMatchObject({ count: 100, total: 5050, least: 1, most: 100 })
    expect(found.mean.value).toBe(50.5)
    // David and Nagaraja (2003): ranks 40 to 60 or a neighbour of them hold the median of 100 with 95 %.
    expect([found.median.value, found.median.low, found.median.high]).toEqual([50, 40, 60])
    expect(found.p95).toMatchObject({ value: 95, method: 'order-statistics' })
  })
  it('leaves an end open that the sample is too small for, and is undefined for nothing', () => {
    expect(quantileOf(Float64Array.of(1, 2, 3), 0.95)).toMatchObject({ value: 3, high: null })
    expect(summaryOfNumbers([])).toMatchObject({ count: 0, mean: { value: null }, least: null })
    expect(() => summaryOfNumbers([Number.NaN])).toThrow(RangeError)
  })
})
