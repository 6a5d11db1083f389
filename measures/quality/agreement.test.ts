import { describe, expect, it } from 'vitest'
import { binomialDraws, seededUniform } from '../bootstrap/random.ts'
import { fleissKappa, krippendorffAlpha, type RatingPattern } from './agreement.ts'
import { agreementTable, cohenKappa } from './cohen-kappa.ts'

/** Krippendorff (2011), section C: four observers, twelve units, gaps. */
const observers = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
]
const reliability: RatingPattern[] = Array.from({ length: 12 }, (_, unit) => ({
  ratings: observers.map((it) => it.split(' ')[unit] ?? '.').map((it) => (it === '.' ? null : it)),
  units: 1,
}))

describe("Krippendorff's alpha", () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('is as printed by Krippendorff (2011) on the %s scale', (scale, printed) => {
    expect(krippendorffAlpha(reliability, scale).value).toBeCloseTo(printed, 3)
  })

  it('counts alike units together or one by one with the same answer', () => {
    const folded = [
      { ratings: ['a', 'a'], units: 5 },
      { ratings: ['a', 'b'], units: 2 },
      { ratings: ['b', 'b'], units: 3 },
    ]
    const single = folded.flatMap((it) => Array.from({ length: it.units }, () => ({ ...it, units: 1 })))
    const [one, other] = [krippendorffAlpha(folded), krippendorffAlpha(single)]
    expect(one.value).toBeCloseTo(other.value ?? Number.NaN, 12)
    expect(one.low).toBeCloseTo(other.low ?? Number.NaN, 12)
  })

  it.each([
    [[], 'no unit has two ratings'],
    [[{ ratings: ['a', null], units: 3 }], 'no unit has two ratings'],
    [[{ ratings: ['a', 'a'], units: 9 }], 'all ratings are the same'],
  ])('is undefined where there is nothing to disagree about', (patterns, reason) => {
    expect(krippendorffAlpha(patterns)).toEqual({ value: null, low: null, high: null, method: null, reason })
  })

  it('refuses words on a scale of numbers', () => {
    expect(() => krippendorffAlpha([{ ratings: ['good', '1'], units: 1 }], 'interval')).toThrow(RangeError)
  })
})

describe("Fleiss' kappa", () => {
  const votes = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ].map((row) => ({
    ratings: row.flatMap((n, category) => Array.from({ length: n }, () => String(category))),
    units: 1,
  }))

  it('is 0.210 for fourteen raters, ten subjects and five categories (worked example of the statistics literature)', () => {
    expect(fleissKappa(votes).value).toBeCloseTo(0.21, 3)
  })

  it('refuses gaps and says what takes them', () => {
    expect(() => fleissKappa([{ ratings: ['a', null], units: 1 }])).toThrow('takes gaps')
  })
})

describe("Cohen's kappa", () => {
  it('is 0.676 for two clinicians and three diagnoses (Fleiss, Levin and Paik 2003, table 18.1)', () => {
    const { value, standardError } = cohenKappa([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ])
    expect(value).toBeCloseTo(0.676, 3)
    expect(standardError).toBeCloseTo(0.088, 3)
  })

  it('is 0.4 for 20 and 15 alike of 50', () => {
    expect(
      cohenKappa([
        [20, 5],
        [10, 15],
      ]).value,
    ).toBeCloseTo(0.4, 12)
  })

  it.each([
    ['none', 0.398315282792],
    ['linear', 0.508050089445],
    ['quadratic', 0.615839243499],
  ] as const)('weights %s as scikit-learn 1.9.1 does', (weights, expected) => {
    const table = [
      [11, 3, 1],
      [4, 7, 5],
      [1, 6, 12],
    ]
    expect(cohenKappa(table, weights).value).toBeCloseTo(expected, 11)
  })

  it('is undefined, not 1, where both raters use one category alone', () => {
    expect(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toMatchObject({ value: null, agreement: 1, units: 9 })
    expect(cohenKappa([])).toMatchObject({ value: null, units: 0 })
  })

  it('takes categories with any name', () => {
    const pairs = [
      { first: '__proto__', second: '__proto__', units: 2 },
      { first: "'; drop", second: '__proto__', units: 1 },
    ]
    expect(agreementTable(pairs).table).toEqual([
      [0, 1],
      [0, 2],
    ])
  })
})

describe('intervals of agreement', () => {
  /** Two raters who each tell the truth (positive in 40 of 100) with chance 0.85, and draw one of both otherwise. */
  const truth = 0.85
  const right = truth + (1 - truth) / 2
  const [pp, pn] = [0.4 * right * right + 0.6 * (1 - right) ** 2, right * (1 - right)]
  const nn = 1 - pp - 2 * pn
  const positive = pp + pn
  const chance = positive ** 2 + (1 - positive) ** 2
  const kappa = (pp + nn - chance) / (1 - chance)

  it('cover the true value in 92 to 98 of 100 draws of a hundred units', () => {
    const draw = binomialDraws(seededUniform(1960))
    const covered = { cohen: 0, alpha: 0 }
    const trials = 1_000
    for (let i = 0; i < trials; i++) {
      const both = draw(100, pp)
      const first = draw(100 - both, pn / (1 - pp))
      const second = draw(100 - both - first, pn / (1 - pp - pn))
      const neither = 100 - both - first - second
      const cohen = cohenKappa([
        [both, first],
        [second, neither],
      ])
      const alpha = krippendorffAlpha([
        { ratings: ['1', '1'], units: both },
        { ratings: ['1', '0'], units: first },
        { ratings: ['0', '1'], units: second },
        { ratings: ['0', '0'], units: neither },
      ])
      if ((cohen.low ?? 2) <= kappa && kappa <= (cohen.high ?? -2)) covered.cohen += 1
      if ((alpha.low ?? 2) <= kappa && kappa <= (alpha.high ?? -2)) covered.alpha += 1
    }
    for (const count of Object.values(covered)) {
      expect(count / trials).toBeGreaterThan(0.92)
      expect(count / trials).toBeLessThan(0.98)
    }
  })
})
