import { describe, expect, it } from 'vitest'
import { expectNear } from '../../test/measures/near.ts'
import { readReference, referencePresent } from '../../test/measures/reference-files.ts'
import { miettinenNurminen } from './miettinen-nurminen.ts'
import { scoreRatio } from './score-ratio.ts'

type Ends = [number | null, number | null]
type Counts = { k1: number; n1: number; k0: number; n0: number }
type Two = Counts & {
  diff_miettinen_nurminen_score: Ends | null
  diff_miettinen_nurminen_by_test_inversion: Ends
  ratio_score?: Ends
}

const proportions = ({ k1, n1, k0, n0 }: Counts) => ({
  group: { successes: k1, trials: n1 },
  reference: { successes: k0, trials: n0 },
})

const tables = [1, 3, 10, 11, 40].flatMap((n1) =>
  [1, 4, 10, 97].flatMap((n0) =>
    [0, 1, Math.floor(n1 / 2), n1].flatMap((k1) => [0, 1, Math.floor(n0 / 3), n0].map((k0) => ({ k1, n1, k0, n0 }))),
  ),
)

describe('the Miettinen–Nurminen interval of a difference', () => {
  // R. G. Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 6.
  it.each([
    { k1: 56, n1: 70, k0: 48, n0: 80, low: 0.0528, high: 0.3382 },
    { k1: 9, n1: 10, k0: 3, n0: 10, low: 0.17, high: 0.8406 },
    { k1: 6, n1: 7, k0: 2, n0: 7, low: 0.0342, high: 0.8534 },
    { k1: 5, n1: 56, k0: 0, n0: 29, low: -0.0326, high: 0.1933 },
    { k1: 0, n1: 10, k0: 0, n0: 20, low: -0.1658, high: 0.2844 },
    { k1: 10, n1: 10, k0: 0, n0: 20, low: 0.7156, high: 1 },
  ])('is what Newcombe printed in 1998 for $k1/$n1 against $k0/$n0', (it) => {
    const { low, high } = miettinenNurminen(proportions(it))
    expect(low).toBeCloseTo(it.low, 4)
    expect(high).toBeCloseTo(it.high, 4)
  })

  it('holds the observed difference and stays within −1 and 1, for nothing of n and all of n too', () => {
    for (const table of tables) {
      const difference = table.k1 / table.n1 - table.k0 / table.n0
      const { low, high } = miettinenNurminen(proportions(table))
      expect(low >= -1 && low <= difference && difference <= high && high <= 1, JSON.stringify(table)).toBe(true)
    }
  })

  it('turns round when the groups change places', () => {
    for (const { k1, n1, k0, n0 } of tables) {
      const there = miettinenNurminen(proportions({ k1, n1, k0, n0 }))
      const back = miettinenNurminen(proportions({ k1: k0, n1: n0, k0: k1, n0: n1 }))
      expect(back.low).toBeCloseTo(-there.high, 9)
    }
  })
})

describe('the score interval of a ratio', () => {
  it('holds the observed ratio, is open above where the reference has no success and begins at 0 where the group has none', () => {
    for (const table of tables) {
      const { low, high } = scoreRatio(proportions(table))
      expect(low === 0, JSON.stringify(table)).toBe(table.k1 === 0)
      expect(high === null, JSON.stringify(table)).toBe(table.k0 === 0)
      if (table.k0 === 0) continue
      const ratio = table.k1 / table.n1 / (table.k0 / table.n0)
      expect(low <= ratio && ratio <= (high ?? 0), JSON.stringify(table)).toBe(true)
    }
  })

  it('becomes its own inverse when the groups change places', () => {
    for (const { k1, n1, k0, n0 } of tables) {
      if (k1 === 0 || k0 === 0) continue
      const there = scoreRatio(proportions({ k1, n1, k0, n0 }))
      const back = scoreRatio(proportions({ k1: k0, n1: n0, k0: k1, n0: n1 }))
      expect((there.high ?? 0) * back.low).toBeCloseTo(1, 7)
    }
  })

  // P. A. R. Koopman (1984), Biometrics 40, 513–517: 36 of 40 against 16 of 80.
  it('without the factor N/(N − 1) is the one that Koopman printed in 1984', () => {
    const { low, high } = scoreRatio({ ...proportions({ k1: 36, n1: 40, k0: 16, n0: 80 }), variance: 'koopman' })
    expect(low).toBeCloseTo(2.94, 2)
    expect(high).toBeCloseTo(7.15, 2)
  })
})

describe.skipIf(!referencePresent)('the score intervals of the reference file', () => {
  const vectors = referencePresent ? readReference<{ two: Two[] }>('intervals').two : []

  it.each(vectors)('are met, under the name of the tool whose cubic is another: $k1/$n1 against $k0/$n0', (vector) => {
    const counts = proportions(vector)
    const theirs = miettinenNurminen({ ...counts, as: 'statsmodels-0.14' })
    const inverted = vector.diff_miettinen_nurminen_by_test_inversion
    if (inverted[0] !== null) expectNear(theirs.low, inverted[0], 5e-9, 'low by test inversion, to its 9 digits')
    if (inverted[1] !== null) expectNear(theirs.high, inverted[1], 5e-9, 'high by test inversion, to its 9 digits')
    expectNear(theirs.low, vector.diff_miettinen_nurminen_score?.[0] ?? theirs.low, 1e-9, 'low')
    expectNear(theirs.high, vector.diff_miettinen_nurminen_score?.[1] ?? theirs.high, 1e-9, 'high')
  })

  // Where the group has nothing but successes the reference's own search stopped at a false lower end.
  it.each(vectors.filter((it) => it.ratio_score && it.k1 < it.n1))(
    'are met as ratios: $k1/$n1 against $k0/$n0',
    (it) => {
      const { low, high } = scoreRatio(proportions(it))
      expectNear(low, it.ratio_score?.[0], 1e-9, 'low')
      expectNear(high, it.ratio_score?.[1], 1e-9, 'high')
    },
  )
})
