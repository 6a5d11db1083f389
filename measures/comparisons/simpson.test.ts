import { describe, expect, it } from 'vitest'
import type { Cell, CellTable } from '../cells.ts'
import { findReversals, mantelHaenszelDifference, stratifiedGap } from './simpson.ts'

const admitted = (key: (string | null)[], yes: number, of: number): Cell => ({
  key,
  tp: yes,
  fp: 0,
  fn: of - yes,
  tn: 0,
})

// Admissions to six departments, Berkeley 1973: Bickel, Hammel and O'Connell, Science 1975 (counts as in Freedman, Pisani and Purves).
const berkeley: CellTable = {
  columns: ['sex', 'department'],
  cells: [
    ['A', 512, 825, 89, 108],
    ['B', 353, 560, 17, 25],
    ['C', 120, 325, 202, 593],
    ['D', 138, 417, 131, 375],
    ['E', 53, 191, 94, 393],
    ['F', 22, 373, 24, 341],
  ].flatMap(([department, men, ofMen, women, ofWomen]) => [
    admitted(['men', String(department)], Number(men), Number(ofMen)),
    admitted(['women', String(department)], Number(women), Number(ofWomen)),
  ]),
}

// Kidney stones by size, open surgery against the other: Charig et al., BMJ 1986.
const stones: CellTable = {
  columns: ['treatment', 'size'],
  cells: [
    admitted(['A', 'small'], 81, 87),
    admitted(['A', 'large'], 192, 263),
    admitted(['B', 'small'], 234, 270),
    admitted(['B', 'large'], 55, 80),
  ],
}

const sexes = {
  rate: 'selection_rate',
  attribute: ['sex'],
  group: ['women'],
  reference: ['men'],
  strata: ['department'],
} as const
const asked = (over: object = {}) => ({ ...sexes, attribute: ['sex'], group: ['women'], reference: ['men'], ...over })

describe('a gap within strata', () => {
  it('turns round at Berkeley once departments are held alike', () => {
    const gap = stratifiedGap(berkeley, asked())
    expect(gap.overall.value).toBeCloseTo(557 / 1835 - 1198 / 2691, 12)
    expect(gap.adjusted.value).toBeGreaterThan(0)
    expect(gap.byStratum.filter((it) => (it.gap ?? 0) > 0).map(({ key }) => key[0])).toEqual(['A', 'B', 'D', 'F'])
    expect(gap.reversal).toEqual({ kind: 'adjusted', shown: false })
    expect(gap.text).toContain('with strata held alike the gap turns round (Simpson')
  })

  it('turns round in every stratum for the kidney stones', () => {
    const options = { rate: 'tpr' as const, attribute: ['treatment'], group: ['A'], reference: ['B'], strata: ['size'] }
    const gap = stratifiedGap(stones, options)
    expect(gap.overall.value).toBeCloseTo(273 / 350 - 289 / 350, 12)
    expect(gap.byStratum.map((it) => it.gap)).toEqual([192 / 263 - 55 / 80, 81 / 87 - 234 / 270])
    expect(gap.reversal?.kind).toBe('full')
    expect(stratifiedGap(stones, { ...options, minimum: 100 }).reversal?.kind).toBe('adjusted')
  })

  it('knows a reversal that chance does not explain', () => {
    const tenfold = { ...stones, cells: stones.cells.map((it) => ({ ...it, tp: 10 * it.tp, fn: 10 * it.fn })) }
    const gap = stratifiedGap(tenfold, {
      rate: 'tpr',
      attribute: ['treatment'],
      group: ['A'],
      reference: ['B'],
      strata: ['size'],
    })
    expect(gap.reversal).toEqual({ kind: 'full', shown: true })
    expect(gap.text).toContain('more than chance explains')
  })

  it('finds none where strata and the whole agree', () => {
    const even = {
      columns: ['g', 's'],
      cells: [
        admitted(['a', 'x'], 5, 10),
        admitted(['b', 'x'], 8, 10),
        admitted(['a', 'y'], 2, 10),
        admitted(['b', 'y'], 3, 10),
      ],
    }
    const gap = stratifiedGap(even, { rate: 'tpr', attribute: ['g'], group: ['a'], reference: ['b'], strata: ['s'] })
    expect(gap.reversal).toBeNull()
    expect(gap.adjusted.value).toBeCloseTo(-0.2, 12)
    expect(gap.text).toContain('no reversal')
  })

  it('is looked for with every other column, for every group', () => {
    const found = findReversals(stones, { rate: 'tpr', attribute: 'treatment', reference: 'B' })
    expect(found).toMatchObject({ looked: 1, reversals: [{ group: ['A'], strata: ['size'] }] })
    expect(findReversals(berkeley, { rate: 'fpr', attribute: 'sex', reference: 'men' })).toMatchObject({
      looked: 1,
      reversals: [],
    })
  })

  it.each([
    ['no cells', []],
    ['one group alone', [admitted(['women', 'A'], 3, 4)]],
    ['groups in different strata', [admitted(['women', 'A'], 3, 4), admitted(['men', 'B'], 3, 4)]],
    [
      'unknown values',
      [admitted(['women', null], 3, 4), admitted(['men', null], 3, 4), admitted([null, '__proto__'], 3, 4)],
    ],
  ])('gives a result without NaN for %s', (_, cells) => {
    const gap = stratifiedGap({ columns: ['sex', 'department'], cells }, asked())
    expect(gap.reversal).toBeNull()
    expect(JSON.stringify(gap)).not.toMatch(/NaN|Infinity/)
  })

  it.each([
    ['no stratifier', { strata: [] }, 'at least one column'],
    ['the attribute itself', { strata: ['sex'] }, 'named twice'],
    ['a column that is not there', { strata: ['age'] }, 'no column'],
    ['a confidence of 95', { confidence: 95 }, 'confidence'],
  ])('refuses %s', (_, over, words) => {
    expect(() => stratifiedGap(berkeley, asked(over))).toThrow(words)
  })
})

describe('the Mantel–Haenszel difference', () => {
  it('is the plain difference with its Wald interval in one stratum', () => {
    const one = mantelHaenszelDifference([
      { own: { numerator: 56, denominator: 70 }, reference: { numerator: 48, denominator: 80 } },
    ])
    const half = 1.959963984540054 * Math.sqrt((0.8 * 0.2) / 70 + (0.6 * 0.4) / 80)
    expect(one.value).toBeCloseTo(0.2, 12)
    expect(one.low).toBeCloseTo(0.2 - half, 9)
  })

  it('is undefined where no stratum has both', () => {
    expect(mantelHaenszelDifference([]).reason).toContain('no stratum')
  })
})
