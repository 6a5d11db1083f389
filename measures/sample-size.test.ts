import { describe, expect, it } from 'vitest'
import { sizeForHalfWidth, sizeToFindGap, sizeToShowRatio, sizeToShowWithin } from './sample-size.ts'

describe('people needed for an interval of a wanted width', () => {
  it.each([
    [0.05, 0.5, 0.95, 385],
    [0.03, 0.5, 0.95, 1068],
    [0.1, 0.5, 0.95, 97],
    [0.05, 0.5, 0.99, 664],
    [0.05, 0.2, 0.95, 246],
  ])('±%s at rate %s and confidence %s', (halfWidth, rate, confidence, size) => {
    expect(sizeForHalfWidth({ halfWidth, rate, confidence })).toBe(size)
  })

  it('takes the worst rate and 95 % when nothing is said', () => {
    expect(sizeForHalfWidth({ halfWidth: 0.05 })).toBe(385)
  })
})

describe('people needed in each group to find a gap', () => {
  it.each([
    // 0.30 against 0.24 is four-fifths of 0.30: "about 860".
    [{ rate: 0.24, reference: 0.3 }, 859],
    // The example of power.prop.test in R: 76.7.
    [{ rate: 0.5, reference: 0.75, power: 0.9 }, 77],
    // Zar, Biostatistical Analysis, 4th ed. 1999, example 24.26, with continuity correction: 127.2.
    [{ rate: 0.45, reference: 0.25, power: 0.9, corrected: true }, 128],
    [{ rate: 0, reference: 0.1 }, 74],
  ])('%j asks for %s', (plan, size) => {
    expect(sizeToFindGap(plan)).toBe(size)
  })

  it('has no answer when there is no gap', () => {
    expect(sizeToFindGap({ rate: 0.3, reference: 0.3 })).toBeNull()
  })
})

describe('people needed in each group to show that rates are alike', () => {
  it('equals the closed form (z + z)² · 2pq/m² when the rates are the same', () => {
    // (1.64485 + 1.64485)² · 0.32 / 0.075² = 615.7: one-sided 5 %, power 90 %.
    expect(sizeToShowWithin({ rate: 0.8, reference: 0.8, power: 0.9, alpha: 0.1, margin: 0.075 })).toBe(616)
  })

  it('stays below the cautious form of Chow, Shao and Wang (2003), example 4.2.4, which spends power on both sides', () => {
    const size = sizeToShowWithin({ rate: 0.75, reference: 0.8, power: 0.8, alpha: 0.1, margin: 0.2 })
    // Their form asks for 133; the near side alone for (1.645 + 0.842)² · 0.3475 / 0.15² = 95.5, the far side costs two people more.
    expect(size).toBe(98)
  })

  it.each([
    [0.3, 0.2, 0.1],
    [0.2, 0.4, 0.1],
  ])('has no answer when the gap of %s and %s is not inside %s', (rate, reference, margin) => {
    expect(sizeToShowWithin({ rate, reference, margin })).toBeNull()
  })

  it('needs one person each when both rates are certain', () => {
    expect(sizeToShowWithin({ rate: 1, reference: 1, margin: 0.1 })).toBe(1)
  })

  it('asks for more the nearer the gap comes to the margin', () => {
    const sizes = [0.3, 0.28, 0.26, 0.22].map((rate) => sizeToShowWithin({ rate, reference: 0.3, margin: 0.1 }) ?? 0)
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    expect(new Set(sizes).size).toBe(sizes.length)
  })
})

describe('people needed in each group to show four-fifths', () => {
  it('follows the interval of the logarithm', () => {
    // (1.95996 + 0.84162)² · 2 · 0.7/0.3 / ln(1.25)² = 735.6
    expect(sizeToShowRatio({ rate: 0.3, reference: 0.3, least: 0.8 })).toBe(736)
  })

  it.each([
    [{ rate: 0.24, reference: 0.3, least: 0.8 }],
    [{ rate: 0.1, reference: 0.3, least: 0.8 }],
    [{ rate: 0, reference: 0.3, least: 0.8 }],
    [{ rate: 0.3, reference: 0, least: 0.8 }],
  ])('has no answer for %j', (plan) => {
    expect(sizeToShowRatio(plan)).toBeNull()
  })
})

it.each([
  ['a rate above 1', () => sizeToFindGap({ rate: 1.2, reference: 0.3 }), 'rate must be a rate from 0 to 1; it is 1.2'],
  ['a power of 1', () => sizeToFindGap({ rate: 0.2, reference: 0.3, power: 1 }), 'power must lie between 0 and 1'],
  ['no number', () => sizeToFindGap({ rate: Number.NaN, reference: 0.3 }), 'rate must be a rate'],
  ['a margin of 0', () => sizeToShowWithin({ rate: 0.2, reference: 0.3, margin: 0 }), 'margin must lie between'],
  ['a ratio of 0', () => sizeToShowRatio({ rate: 0.2, reference: 0.3, least: 0 }), 'least must be a ratio above 0'],
  ['a width of 0', () => sizeForHalfWidth({ halfWidth: 0 }), 'halfWidth must lie between 0 and 1'],
])('refuses %s', (_, ask, words) => {
  expect(ask).toThrow(RangeError)
  expect(ask).toThrow(words)
})
