import { describe, expect, it } from 'vitest'
import { expectNear } from '../../test/measures/near.ts'
import { readReference, referencePresent } from '../../test/measures/reference-files.ts'
import { chiSquareTail } from '../distributions.ts'
import { chiSquareTwoSample } from './chi-square.ts'
import { homogeneity } from './homogeneity.ts'
import { mantelHaenszel } from './mantel-haenszel.ts'
import { mcNemar } from './mcnemar.ts'

describe('the chi-square tail', () => {
  it.each([
    { statistic: 0, df: 4, p: 1 },
    { statistic: 3.841458820694124, df: 1, p: 0.05 },
    { statistic: 2, df: 2, p: Math.exp(-1) },
    { statistic: 600, df: 2, p: Math.exp(-300) },
    { statistic: 100_000, df: 3, p: 0 },
  ])('keeps its digits: $statistic with $df', ({ statistic, df, p }) =>
    expectNear(chiSquareTail(statistic, df), p, 1e-11, 'p'),
  )
})

describe('the two-sample chi-square test', () => {
  it('leaves out a category that neither sample has', () => {
    expect(chiSquareTwoSample([10, 0, 20], [20, 0, 20])).toEqual(chiSquareTwoSample([10, 20], [20, 20]))
  })

  it.each([
    { reference: [], current: [], reason: 'one of the samples is empty' },
    { reference: [4, 5], current: [0, 0], reason: 'one of the samples is empty' },
    { reference: [4, 0], current: [7, 0], reason: 'all rows of both samples are of one category' },
  ])('says why it does not exist: $reason', ({ reference, current, reason }) => {
    expect(chiSquareTwoSample(reference, current)).toMatchObject({ statistic: null, p: null, reason })
  })

  type Counted = { reference_counts: number[]; current_counts: number[]; chi2: number; chi2_p: number; chi2_df: number }
  const columns = referencePresent
    ? readReference<{ columns: Record<string, { scipy: Partial<Counted> }> }>('drift_pair').columns
    : {}

  it.skipIf(!referencePresent).each(['cat_same', 'cat_shift', 'cat_new', 'flag'])('meets the reference: %s', (name) => {
    const column = columns[name]?.scipy
    const { statistic, df, p } = chiSquareTwoSample(column?.reference_counts ?? [], column?.current_counts ?? [])
    expectNear(statistic, column?.chi2, 1e-9, 'statistic')
    expectNear(p, column?.chi2_p, 1e-9, 'p')
    expect(df).toBe(column?.chi2_df)
  })
})

describe('homogeneity of several groups', () => {
  const groups = (...counts: [number, number][]) => counts.map(([successes, trials]) => ({ successes, trials }))

  it('of two large groups is the square of z', () => {
    const { statistic, p, method } = homogeneity(groups([30, 100], [45, 100]))
    expect(method).toBe('chi-square')
    expectNear(statistic, 4.8, 1e-12, 'statistic')
    expectNear(p, 0.0284597369163, 1e-9, 'p')
  })

  it('of two small groups is exact', () => {
    const { p, method } = homogeneity(groups([9, 10], [3, 10]))
    expect(method).toBe('fisher-exact')
    expectNear(p, 0.0197666110979, 1e-9, 'p')
  })

  it('of several small groups is a permutation that a complete count confirms, the same for the same seed', () => {
    const small = groups([4, 5], [1, 5], [2, 6])
    const drawn = homogeneity(small, { replicates: 20_000, seed: 7, stopAfter: Number.POSITIVE_INFINITY })
    expect(drawn).toMatchObject({ method: 'permutation', replicates: 20_000, df: 2 })
    expect(Math.abs((drawn.p ?? 0) - exactP(small))).toBeLessThan(4 * Math.sqrt(0.25 / 20_000))
    expect(homogeneity(small, { replicates: 20_000, seed: 7, stopAfter: Number.POSITIVE_INFINITY })).toEqual(drawn)
  })

  it('finds nothing where nobody was selected', () => {
    expect(homogeneity(groups([0, 30], [0, 40], [0, 50])).p).toBe(1)
  })

  it('stops when p is known to be large, and says after how many tables', () => {
    const { p, replicates } = homogeneity(groups([3, 9], [2, 9], [3, 8]))
    expect(replicates).toBeLessThan(300)
    expect(p).toBeGreaterThan(0.5)
  })

  it('draws fewer tables for ten thousand groups, and says so', () => {
    const uneven = Array.from({ length: 10_000 }, (_, at) => ({ successes: at % 2 === 0 ? 8 : 1, trials: 9 }))
    expect(homogeneity(uneven)).toMatchObject({ method: 'permutation', replicates: 200, p: 1 / 201 })
  })

  it('is undefined for fewer than two groups', () =>
    expect(homogeneity(groups([1, 2]))).toMatchObject({ p: null, df: 0 }))
})

describe("McNemar's test", () => {
  it.each([
    { onlyFirst: 0, onlySecond: 0, exact: 1, midP: 1 },
    { onlyFirst: 5, onlySecond: 5, exact: 1, midP: 1 - 252 / 2048 },
    { onlyFirst: 0, onlySecond: 6, exact: 2 / 64, midP: 1 / 64 },
    { onlyFirst: 8, onlySecond: 1, exact: 20 / 512, midP: 11 / 512 },
  ])('is exact over the discordant pairs: $onlyFirst and $onlySecond', ({ exact, midP, ...pairs }) => {
    expectNear(mcNemar(pairs).exact, exact, 1e-13, 'p')
    expectNear(mcNemar(pairs).midP, midP, 1e-12, 'mid-p')
  })

  // A. Agresti (1990), Categorical Data Analysis, table 10.1: approval of the prime minister, 150 and 86 changed their minds.
  it('with the continuity correction is as published for 150 and 86', () => {
    expect(mcNemar({ onlyFirst: 150, onlySecond: 86 }).corrected?.statistic).toBeCloseTo(16.8178, 3)
    expect(mcNemar({ onlyFirst: 150, onlySecond: 86 }).corrected?.p).toBeCloseTo(4.115e-5, 7)
  })
})

describe('the pooled odds ratio within strata', () => {
  // Admissions to Berkeley by department, men against women: P. J. Bickel, E. A. Hammel, J. W. O'Connell (1975), Science 187, 398–404.
  const departments = [
    [512, 313, 89, 19],
    [353, 207, 17, 8],
    [120, 205, 202, 391],
    [138, 279, 131, 244],
    [53, 138, 94, 299],
    [22, 351, 24, 317],
  ].map(([men = 0, menNot = 0, women = 0, womenNot = 0]) => ({
    group: { successes: men, trials: men + menNot },
    reference: { successes: women, trials: women + womenNot },
  }))

  it('of the Berkeley admissions is what R prints for them', () => {
    const { oddsRatio, statistic, p, strata } = mantelHaenszel(departments, { continuity: true })
    expect(strata).toBe(6)
    expect(oddsRatio.value).toBeCloseTo(0.9046968, 6)
    expect(oddsRatio.low).toBeCloseTo(0.7719074, 6)
    expect(oddsRatio.high).toBeCloseTo(1.0603298, 6)
    expect(statistic).toBeCloseTo(1.4269, 4)
    expect(p).toBeCloseTo(0.2323, 4)
  })

  it('turns a gap round that the whole table shows (Simpson)', () => {
    const whole = mantelHaenszel([
      {
        group: { successes: 1198, trials: 2691 },
        reference: { successes: 557, trials: 1835 },
      },
    ])
    expect(whole.oddsRatio.low).toBeGreaterThan(1)
    expect(mantelHaenszel(departments).oddsRatio.value).toBeLessThan(1)
  })

  it('leaves out a stratum without rows of one side, and is undefined with none left', () => {
    const half = { group: { successes: 1, trials: 2 }, reference: { successes: 0, trials: 0 } }
    expect(mantelHaenszel([...departments, half]).strata).toBe(6)
    expect(mantelHaenszel([half])).toMatchObject({
      strata: 0,
      p: null,
      oddsRatio: { value: null, reason: 'no stratum has rows of both' },
    })
  })
})

function exactP(groups: { successes: number; trials: number }[]): number {
  const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
  const [a, b, c] = groups
  if (!a || !b || !c) throw new Error('three groups are needed')
  const total = a.successes + b.successes + c.successes
  const rate = total / (a.trials + b.trials + c.trials)
  const far = (counts: number[]) =>
    counts.reduce((sum, k, at) => sum + (k - (groups[at]?.trials ?? 0) * rate) ** 2 / (groups[at]?.trials ?? 1), 0)
  const observed = far(groups.map((group) => group.successes))
  let [tail, whole] = [0, 0]
  for (let i = 0; i <= a.trials; i += 1) {
    for (let j = 0; j <= b.trials; j += 1) {
      const weight = choose(a.trials, i) * choose(b.trials, j) * choose(c.trials, total - i - j)
      whole += weight
      if (far([i, j, total - i - j]) >= observed * (1 - 1e-12)) tail += weight
    }
  }
  return tail / whole
}
