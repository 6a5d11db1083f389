import { describe, expect, it } from 'vitest'
import { expectNear } from '../../test/measures/near.ts'
import { readReference, referencePresent } from '../../test/measures/reference-files.ts'
import { fisherExact, twoProportionZ } from './two-proportions.ts'

type Two = {
  k1: number
  n1: number
  k0: number
  n0: number
  z_pooled: number | null
  p_z_pooled: number | null
  p_fisher: number
}

const proportions = (k1: number, n1: number, k0: number, n0: number) => ({
  group: { successes: k1, trials: n1 },
  reference: { successes: k0, trials: n0 },
})

describe('the two-proportion z test', () => {
  it('keeps its digits where 1 − Φ would be 0', () => {
    const { statistic, p } = twoProportionZ(proportions(3000, 10_000, 1000, 10_000))
    expectNear(statistic, Math.sqrt(1250), 1e-12, 'z')
    expectNear(p, 8.300172571196522e-274, 1e-9, 'p = erfc(25)')
  })

  it('is undefined, not significant, where nobody or everybody was selected', () => {
    expect(twoProportionZ(proportions(0, 10, 0, 20))).toEqual({ statistic: null, p: null })
    expect(twoProportionZ(proportions(10, 10, 20, 20))).toEqual({ statistic: null, p: null })
  })
})

describe("Fisher's exact test", () => {
  it.each([
    { what: "the lady's eight cups, all right but two", counts: proportions(3, 4, 1, 4), p: 34 / 70 },
    { what: 'nobody selected', counts: proportions(0, 10, 0, 20), p: 1 },
    { what: 'one row each', counts: proportions(1, 1, 0, 1), p: 1 },
    { what: 'five of five against none of five', counts: proportions(5, 5, 0, 5), p: 2 / 252 },
  ])('is exact: $what', ({ counts, p }) => expectNear(fisherExact(counts), p, 1e-13, 'p'))

  it('agrees with the sum over all tables, taken by brute force', () => {
    for (const [k1, n1, k0, n0] of [
      [2, 9, 7, 11],
      [0, 6, 5, 30],
      [12, 13, 3, 20],
      [1, 30, 1, 2],
    ] as const) {
      expectNear(
        fisherExact(proportions(k1, n1, k0, n0)),
        byBruteForce(k1, n1, k0, n0),
        1e-12,
        `${k1}/${n1} ${k0}/${n0}`,
      )
    }
  })

  it('survives ten million rows', () => {
    const p = fisherExact(proportions(3_000_000, 5_000_000, 2_990_000, 5_000_000))
    expectNear(p, twoProportionZ(proportions(3_000_000, 5_000_000, 2_990_000, 5_000_000)).p, 0.01, 'p beside z')
  })
})

describe.skipIf(!referencePresent)('the two-sample tests of the reference file', () => {
  const vectors = referencePresent ? readReference<{ two: Two[] }>('intervals').two : []

  it.each(vectors)('are met for $k1/$n1 against $k0/$n0', (it) => {
    const counts = proportions(it.k1, it.n1, it.k0, it.n0)
    expectNear(twoProportionZ(counts).statistic, it.z_pooled, 1e-9, 'z')
    expectNear(twoProportionZ(counts).p, it.p_z_pooled, 1e-9, 'p of z')
    expectNear(fisherExact(counts), it.p_fisher, 1e-9, 'p of Fisher')
  })
})

function byBruteForce(k1: number, n1: number, k0: number, n0: number): number {
  const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)
  const weights = Array.from({ length: n1 + 1 }, (_, k) => choose(n1, k) * choose(n0, k1 + k0 - k))
  const observed = weights[k1] ?? 0
  const asUnlikely = weights.filter((weight) => weight <= observed * (1 + 1e-7))
  return asUnlikely.reduce((a, b) => a + b, 0) / weights.reduce((a, b) => a + b, 0)
}
