import { describe, expect, it } from 'vitest'
import { cramersV, cramersVUncorrected, determination, informationShare, type PairCount } from './association.ts'
import { entropyBits, imbalanceRatio, normalisedEntropy, simpsonIndex } from './entropy.ts'
import { nearDuplicates } from './near-duplicates.ts'
import { populationMeasures } from './population.ts'

const pairsOf = (table: number[][]): PairCount[] =>
  table.flatMap((row, i) => row.map((rows, j) => ({ first: `f${i}`, second: `s${j}`, rows })))

describe('entropy, Simpson and imbalance', () => {
  it.each([
    ['two even classes', [{ rows: 50, times: 2 }], 1, 1, 1, 1 - (2 * 50 * 49) / (100 * 99)],
    [
      'one and three rows',
      [
        { rows: 3, times: 1 },
        { rows: 1, times: 1 },
      ],
      0.8112781244591328,
      0.8112781244591328,
      3,
      0.5,
    ],
    ['a thousand rows alone', [{ rows: 1, times: 1000 }], Math.log2(1000), 1, 1, 1],
  ])('of %s', (_, sizes, bits, even, ratio, simpson) => {
    expect(entropyBits(sizes)).toBeCloseTo(bits, 12)
    expect(normalisedEntropy(sizes)).toBeCloseTo(even, 12)
    expect(imbalanceRatio(sizes)).toBe(ratio)
    expect(simpsonIndex(sizes)).toBeCloseTo(simpson, 12)
  })

  it('are undefined, not 0, for one class or none', () => {
    const one = [{ rows: 7, times: 1 }]
    expect([normalisedEntropy(one), imbalanceRatio(one), simpsonIndex([])]).toEqual([null, null, null])
    expect([entropyBits(one), entropyBits([])]).toEqual([0, null])
  })
})

describe('association', () => {
  it("lowers Cramér's V by what chance gives (Bergsma 2013)", () => {
    // χ² = 20, n = 80: φ² = 1/4 − 1/79, and both levels 2 − 1/79.
    const expected = Math.sqrt((1 / 4 - 1 / 79) / (1 - 1 / 79))
    expect(
      cramersV(
        pairsOf([
          [30, 10],
          [10, 30],
        ]),
      ),
    ).toBeCloseTo(expected, 12)
    expect(
      cramersV(
        pairsOf([
          [25, 25],
          [25, 25],
        ]),
      ),
    ).toBe(0)
    expect(
      cramersV(
        pairsOf([
          [40, 0],
          [0, 40],
        ]),
      ),
    ).toBeCloseTo(1, 12)
    expect(cramersV(pairsOf([[40, 40]]))).toBeNull()
    expect(cramersVUncorrected(pairsOf([[40, 40]]))).toBeNull()
  })

  it('is also given as Cramér gave it, for those who compare with it', () => {
    // χ² = 100·(30·30 − 20·20)²/50⁴ = 4
    const pairs = pairsOf([
      [30, 20],
      [20, 30],
    ])
    expect(cramersVUncorrected(pairs)).toBeCloseTo(0.2, 12)
  })

  it('tells the share of information as scikit-learn 1.9.1 computes mutual information by entropy', () => {
    expect(
      informationShare(
        pairsOf([
          [11, 3, 1],
          [4, 7, 5],
          [1, 6, 12],
        ]),
      ),
    ).toBeCloseTo(0.207486414637, 10)
    expect(
      informationShare(
        pairsOf([
          [40, 0],
          [0, 40],
        ]),
      ),
    ).toBeCloseTo(1, 12)
    expect(informationShare(pairsOf([[3], [4]]))).toBeNull()
  })

  it('says of no value that occurs once that it decides anything', () => {
    const ids = Array.from({ length: 100 }, (_, i) => ({ first: `id ${i}`, second: String(i % 2), rows: 1 }))
    expect(determination(ids)).toEqual({ rows: 100, determined: 0, majority: 100 })
  })
})

describe('a declared population', () => {
  const counts = (rows: number[]) => ({
    kind: 'frequencies' as const,
    columns: ['sex'],
    values: rows.map((it, i) => ({ key: [['f', 'm', 'x'][i] ?? null], rows: it, times: 1 })),
    levels: [rows.length],
    worst: [],
  })
  const even = [
    { key: ['f'], share: 0.5 },
    { key: ['m'], share: 0.5 },
  ]

  it('is compared by total variation, chi-square and ratios', () => {
    const { measures, details } = populationMeasures(counts([30, 70]), even)
    const named = Object.fromEntries(measures.map((it) => [it.name, it.value]))
    expect(named['total_variation']).toBeCloseTo(0.2, 12)
    // χ² = 16 with one degree of freedom.
    expect(named['fit_p']).toBeCloseTo(6.334248366624e-5, 12)
    expect(named['missing_strata']).toBe(0)
    expect(details[0]).toMatchObject({ kind: 'strata', strata: [{ ratio: { value: 0.6 } }, { ratio: { value: 1.4 } }] })
  })

  it('counts strata without rows, and rows of no stratum', () => {
    const { measures } = populationMeasures(counts([0, 60, 40]), even)
    const named = Object.fromEntries(measures.map((it) => [it.name, it.value]))
    expect(named).toMatchObject({ missing_strata: 1, undeclared_share: 0.4, total_variation: 0.5 })
  })

  it('refuses shares that are no population', () => {
    expect(() => populationMeasures(counts([1]), [{ key: ['f'], share: 0.4 }])).toThrow('add up to 1')
    expect(() => populationMeasures(counts([1]), [{ key: ['f'], share: 0 }])).toThrow('(0, 1]')
  })

  it('has no answer without rows', () => {
    const { measures } = populationMeasures(counts([]), even)
    expect(measures[0]).toMatchObject({ value: null, reason: 'there is no row to ask' })
  })
})

describe('near duplicates of texts', () => {
  const sentence = 'the applicant has worked for the same employer for eleven years and owns a house in the suburbs'

  it('finds a changed word, an exact copy, another case, and leaves another text alone', () => {
    const texts = [
      sentence,
      'an entirely different text about the weather of tomorrow',
      sentence.replace('eleven', 'twelve'),
      sentence,
      sentence.toUpperCase(),
    ].map((text, i) => ({ row: i + 1, text }))
    expect(nearDuplicates(texts, 0.7)).toEqual({ rows: [3, 4, 5], compared: 5, exact: 1 })
  })

  it('compares no blank text, takes short and non-Latin ones, and names no text', () => {
    const texts = ['', ' \n', 'ja', 'ja', '機械学習の品質', '__proto__'].map((text, i) => ({ row: i + 1, text }))
    expect(nearDuplicates(texts, 0.8)).toEqual({ rows: [4], compared: 4, exact: 1 })
  })

  it('has no answer for a great many texts of one template, rather than an endless one', () => {
    const template = (i: number) =>
      `dear customer ${i * 7919}, your request of ${i * 104_729} was filed under ${i * 1_299_709}`
    const texts = Array.from({ length: 200 }, (_, i) => ({ row: i + 1, text: template(i) }))
    expect(nearDuplicates(texts, 0.99, 5_000)).toBeNull()
  })

  it('refuses a similarity that is none', () => {
    expect(() => nearDuplicates([], 0)).toThrow(RangeError)
  })
})
