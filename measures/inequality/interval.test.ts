import { describe, expect, it } from 'vitest'
import { inequalityOf } from './interval.ts'

// The cells of Adult by sex, scored out of fold: 48,842 people.
const adult = {
  columns: ['sex'],
  cells: [
    { key: ['Male'], tp: 6113, fp: 2236, fn: 3805, tn: 20496 },
    { key: ['Female'], tp: 908, fp: 307, fn: 861, tn: 14116 },
  ],
}

describe('inequality with intervals', () => {
  it('holds the value between its ends and repeats with the seed', () => {
    const first = inequalityOf(adult, { alphas: [1, 2], replicates: 300, seed: 5 })
    expect(first.theil.value).toBeCloseTo(0.119898183503, 11)
    expect(first.theil.low).toBeLessThan(0.119898183503)
    expect(first.theil.high).toBeGreaterThan(0.119898183503)
    expect((first.theil.high ?? 1) - (first.theil.low ?? 0)).toBeLessThan(0.006)
    expect(first.entropies.map(({ alpha }) => alpha)).toEqual([1, 2])
    expect(first.entropies[0]?.value).toBe(first.theil.value)
    expect(first.betweenGroups.value).toBeCloseTo(2.31622943759e-5, 12)
    expect(inequalityOf(adult, { alphas: [1, 2], replicates: 300, seed: 5 })).toEqual(first)
  })

  it.each([
    ['nobody', []],
    ['only missed outcomes', [{ key: ['a'], tp: 0, fp: 0, fn: 9, tn: 0 }]],
  ])('is null with no NaN for %s', (_, cells) => {
    const none = inequalityOf({ columns: ['sex'], cells }, { replicates: 20 })
    expect(none.theil.value).toBeNull()
    expect(JSON.stringify(none)).not.toMatch(/NaN|Infinity/)
  })

  it('refuses an alpha that is none', () => {
    expect(() => inequalityOf(adult, { alphas: [Number.NaN] })).toThrow('alpha')
  })
})
