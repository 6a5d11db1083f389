import { describe, expect, it } from 'vitest'
import { ratesOf } from './rates.ts'

describe('the rates of a confusion table', () => {
  it('are the ones of section 7, each on its own denominator', () => {
    const counts = Object.entries(ratesOf({ tp: 1, fp: 2, fn: 3, tn: 4 })).map(([id, rate]) => [
      id,
      rate.numerator,
      rate.denominator,
      rate.value,
      rate.method,
    ])
    expect(counts).toEqual([
      ['selection_rate', 3, 10, 0.3, 'wilson'],
      ['base_rate', 4, 10, 0.4, 'wilson'],
      ['tpr', 1, 4, 0.25, 'wilson'],
      ['fpr', 2, 6, 2 / 6, 'wilson'],
      ['fnr', 3, 4, 0.75, 'wilson'],
      ['tnr', 4, 6, 4 / 6, 'wilson'],
      ['ppv', 1, 3, 1 / 3, 'wilson'],
      ['npv', 4, 7, 4 / 7, 'wilson'],
      ['fdr', 2, 3, 2 / 3, 'wilson'],
      ['for', 3, 7, 3 / 7, 'wilson'],
      ['accuracy', 5, 10, 0.5, 'wilson'],
    ])
  })

  it.each([
    { of: 'nobody', confusion: { tp: 0, fp: 0, fn: 0, tn: 0 }, undefinedCount: 11 },
    { of: 'one row', confusion: { tp: 1, fp: 0, fn: 0, tn: 0 }, undefinedCount: 4 },
    { of: 'only positives', confusion: { tp: 8, fp: 0, fn: 2, tn: 0 }, undefinedCount: 2 },
  ])('are null with a reason, never 0 or NaN, where undefined: $of', ({ confusion, undefinedCount }) => {
    const rates = Object.values(ratesOf(confusion))
    const undefinedRates = rates.filter((rate) => rate.denominator === 0)
    expect(undefinedRates).toHaveLength(undefinedCount)
    for (const rate of undefinedRates) {
      expect(rate).toMatchObject({ value: null, low: null, high: null, method: null })
      expect(rate.reason).toMatch(/^(no row of )?the group/)
    }
    for (const rate of rates)
      if (rate.value !== null) expect(Number.isFinite(rate.low) && Number.isFinite(rate.high)).toBe(true)
  })

  it('uses the interval that was asked for', () => {
    const { accuracy } = ratesOf({ tp: 4, fp: 0, fn: 0, tn: 0 }, { method: 'clopper-pearson', confidence: 0.9 })
    expect(accuracy.method).toBe('clopper-pearson')
    expect(accuracy.low).toBeCloseTo(0.05 ** (1 / 4), 12)
  })
})
