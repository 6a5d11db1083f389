import { describe, expect, it } from 'vitest'
import { expectNear } from '../../test/measures/near.ts'
import { readReference, referencePresent } from '../../test/measures/reference-files.ts'
import { katzLog } from './katz.ts'
import { moverDifference } from './mover.ts'
import { newcombe } from './newcombe.ts'
import { wilson } from './proportion.ts'

type Pair = [number, number]
type Two = { k1: number; n1: number; k0: number; n0: number; diff_newcombe: Pair; ratio_log_katz?: Pair }

const proportions = ({ k1, n1, k0, n0 }: { k1: number; n1: number; k0: number; n0: number }) => ({
  group: { successes: k1, trials: n1 },
  reference: { successes: k0, trials: n0 },
})

describe('the interval of a difference of two proportions', () => {
  it('is what Newcombe printed in 1998 for 56 of 70 and 48 of 80', () => {
    const { low, high } = newcombe(proportions({ k1: 56, n1: 70, k0: 48, n0: 80 }))
    expect(low).toBeCloseTo(0.0524, 4)
    expect(high).toBeCloseTo(0.3339, 4)
  })

  it('turns round when the two groups change places', () => {
    const there = newcombe(proportions({ k1: 3, n1: 9, k0: 20, n0: 31 }))
    const back = newcombe(proportions({ k1: 20, n1: 31, k0: 3, n0: 9 }))
    expect(back.low).toBeCloseTo(-there.high, 12)
    expect(back.high).toBeCloseTo(-there.low, 12)
  })
})

describe('the interval of a difference of two estimates, from their own intervals', () => {
  it('is that of Newcombe where both are proportions with Wilson intervals', () => {
    const [one, other] = [wilson({ successes: 56, trials: 70 }), wilson({ successes: 48, trials: 80 })]
    const found = moverDifference({ value: 56 / 70, ...one }, { value: 48 / 80, ...other })
    const { low, high } = newcombe(proportions({ k1: 56, n1: 70, k0: 48, n0: 80 }))
    expectNear(found.low, low, 1e-12, 'low')
    expectNear(found.high, high, 1e-12, 'high')
  })

  it('is that of a normal difference where both are symmetric: standard errors add as squares', () => {
    const { low, high } = moverDifference({ value: 10, low: 7, high: 13 }, { value: 4, low: 0, high: 8 })
    expect([low, high]).toEqual([1, 11])
  })

  it('refuses a number outside of its own interval', () => {
    expect(() => moverDifference({ value: 2, low: 0, high: 1 }, { value: 0, low: 0, high: 0 })).toThrow(RangeError)
  })
})

describe('the log interval of a ratio of two proportions', () => {
  it('adds a half to each cell where nobody was selected, and says so', () => {
    const interval = katzLog(proportions({ k1: 0, n1: 10, k0: 6, n0: 20 }))
    const se = Math.sqrt(1 / 0.5 - 1 / 11 + 1 / 6.5 - 1 / 21)
    expect(interval.corrected).toBe(true)
    expectNear(interval.high, (0.5 / 11 / (6.5 / 21)) * Math.exp(1.959963984540054 * se), 1e-12, 'high')
  })

  it('has a width even where everybody was selected in both groups', () => {
    const { low, high, corrected } = katzLog(proportions({ k1: 5, n1: 5, k0: 9, n0: 9 }))
    expect(corrected).toBe(true)
    expect(low).toBeLessThan(1)
    expect(high).toBeGreaterThan(1)
  })

  it('leaves ordinary counts as they are', () => {
    expect(katzLog(proportions({ k1: 10, n1: 10, k0: 10, n0: 20 })).corrected).toBe(false)
  })
})

describe.skipIf(!referencePresent)('the intervals of two proportions in the reference file', () => {
  const vectors = referencePresent ? readReference<{ two: Two[] }>('intervals').two : []

  it.each(vectors)('are met for $k1/$n1 against $k0/$n0', (vector) => {
    const difference = newcombe(proportions(vector))
    expectNear(difference.low, vector.diff_newcombe[0], 1e-9, 'Newcombe low')
    expectNear(difference.high, vector.diff_newcombe[1], 1e-9, 'Newcombe high')
    if (!vector.ratio_log_katz) return
    const ratio = katzLog(proportions(vector))
    expectNear(ratio.low, vector.ratio_log_katz[0], 1e-9, 'Katz low')
    expectNear(ratio.high, vector.ratio_log_katz[1], 1e-9, 'Katz high')
  })
})
