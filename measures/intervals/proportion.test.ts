import { describe, expect, it } from 'vitest'
import { expectNear } from '../../test/measures/near.ts'
import { readReference, referencePresent } from '../../test/measures/reference-files.ts'
import { agrestiCoull, clopperPearson, jeffreys, wilson } from './proportion.ts'

type Pair = [number, number]
type Single = { k: number; n: number; wilson: Pair; clopper_pearson: Pair; jeffreys: Pair; agresti_coull: Pair }

const methods = { wilson, clopper_pearson: clopperPearson, jeffreys, agresti_coull: agrestiCoull }

describe('the interval of one proportion', () => {
  it.each([
    { successes: 81, trials: 263, low: 0.2553, high: 0.3662 },
    { successes: 15, trials: 148, low: 0.0624, high: 0.1605 },
    { successes: 0, trials: 20, low: 0, high: 0.1611 },
    { successes: 1, trials: 29, low: 0.0061, high: 0.1718 },
  ])('is the Wilson interval that Newcombe printed in 1998 for $successes of $trials', (it) => {
    const { low, high } = wilson(it)
    expect(low).toBeCloseTo(it.low, 4)
    expect(high).toBeCloseTo(it.high, 4)
  })

  it.each(Object.entries(methods))('reaches no further than 0 and 1 at nothing of n and all of n: %s', (_, method) => {
    for (const trials of [1, 2, 17, 1_000_003]) {
      const none = method({ successes: 0, trials })
      const all = method({ successes: trials, trials })
      expect(none.low).toBeGreaterThanOrEqual(0)
      expect(all.high).toBeLessThanOrEqual(1)
      expect(1 - all.low).toBeCloseTo(none.high, 9)
    }
  })

  it('widens with the confidence that is asked for', () => {
    const [narrow, wide] = [0.9, 0.99].map((confidence) => wilson({ successes: 7, trials: 40, confidence }))
    expect(wide?.low).toBeLessThan(narrow?.low ?? 0)
    expect(wide?.high).toBeGreaterThan(narrow?.high ?? 1)
  })

  it.each([
    { successes: 1, trials: 0, says: 'trials must be a whole number of at least 1, not 0' },
    { successes: 5, trials: 4, says: 'successes must be a whole number from 0 to 4 (trials), not 5' },
    { successes: Number.NaN, trials: 4, says: 'not NaN' },
    { successes: 1, trials: 4, confidence: 95, says: 'confidence must lie between 0 and 1' },
  ])('refuses $successes of $trials in words', ({ says, ...asked }) => {
    for (const method of Object.values(methods)) expect(() => method(asked)).toThrow(says)
  })
})

describe.skipIf(!referencePresent)('the intervals of one proportion in the reference file', () => {
  const vectors = referencePresent ? readReference<{ single: Single[] }>('intervals').single : []

  it.each(vectors)('are met for $k of $n', (vector) => {
    for (const name of ['wilson', 'clopper_pearson', 'jeffreys', 'agresti_coull'] as const) {
      const { low, high } = methods[name]({ successes: vector.k, trials: vector.n })
      expectNear(low, vector[name][0], 1e-9, `${name} low`)
      expectNear(high, vector[name][1], 1e-9, `${name} high`)
    }
  })
})
