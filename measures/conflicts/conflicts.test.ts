import mt19937 from '@stdlib/random-base-mt19937'
import { describe, expect, it } from 'vitest'
import type { Confusion } from '../cells.ts'
import { conflictsBetween } from './conflicts.ts'
import { identityOf, impliedFpr, priceOfEquality } from './identity.ts'

// ProPublica's published counts of two-year recidivism, "Medium or High" as positive, all 7,214 people (2016).
const black = { tn: 990, fp: 805, fn: 532, tp: 1369 }
const white = { tn: 1139, fp: 349, fn: 461, tp: 505 }
const groups = [
  { group: ['African-American'], table: black },
  { group: ['Caucasian'], table: white },
]

describe('the impossibility identity', () => {
  it("holds in each group's own numbers", () => {
    for (const table of [black, white]) {
      const identity = identityOf(table)
      expect(identity.implied).toBeCloseTo(identity.fpr ?? -1, 14)
    }
    expect(identityOf(black).ppv).toBeCloseTo(0.6297, 4)
    expect(identityOf(white).ppv).toBeCloseTo(0.5913, 4)
    expect(identityOf(black).baseRate).toBeCloseTo(0.51434, 5)
    expect(identityOf(white).baseRate).toBeCloseTo(0.39364, 5)
  })

  it('holds for any table that defines it', () => {
    const random = mt19937.factory({ seed: 2017 })
    const count = (): number => random() % 50
    let defined = 0
    for (let i = 0; i < 2_000; i++) {
      const identity = identityOf({ tp: count(), fp: count(), fn: count(), tn: count() })
      if (identity.implied === null) expect(identity.reason).toBeTruthy()
      else {
        defined++
        expect(identity.implied).toBeCloseTo(identity.fpr ?? -1, 12)
      }
    }
    expect(defined).toBeGreaterThan(1_800)
  })

  it.each([
    ['nobody', { tp: 0, fp: 0, fn: 0, tn: 0 }, 'nobody was counted'],
    ['one person selected rightly', { tp: 1, fp: 0, fn: 0, tn: 0 }, 'nobody is negative'],
    ['nobody selected', { tp: 0, fp: 0, fn: 3, tn: 3 }, 'nobody was selected'],
    ['nobody positive', { tp: 0, fp: 2, fn: 0, tn: 3 }, 'nobody is positive'],
    ['nobody selected rightly', { tp: 0, fp: 2, fn: 2, tn: 3 }, 'nobody was selected rightly'],
  ])('is undefined with the reason for %s', (_, table, reason) => {
    const identity = identityOf(table)
    expect(identity.implied).toBeNull()
    expect(identity.reason).toContain(reason)
    expect(JSON.stringify(identity)).not.toMatch(/NaN|Infinity/)
    expect(priceOfEquality(table, white).wouldBe === null || identity.fpr !== null).toBe(true)
  })

  it('tells what PPV and FNR of the reference would cost', () => {
    const price = priceOfEquality(black, white)
    const expected = impliedFpr({ baseRate: 1901 / 3696, ppv: 505 / 854, fnr: 461 / 966 })
    expect(price.wouldBe).toBe(expected)
    expect(price.wouldBe).toBeCloseTo(0.3826, 4)
    expect(price.text).toContain(
      'forces a false positive rate of 38.3 %; it has 44.8 % now and the reference has 23.5 %',
    )
  })

  it('says when the price is no rate at all', () => {
    const price = priceOfEquality({ tp: 80, fp: 10, fn: 5, tn: 5 }, { tp: 5, fp: 15, fn: 5, tn: 75 })
    expect(price.wouldBe).toBeNull()
    expect(price.text).toContain('no possible false positive rate')
  })
})

describe('conflicts between chosen metrics', () => {
  it.each([
    [['equalized_odds_difference', 'ppv'], [['equalized_odds_difference', 'ppv']]],
    [
      ['demographic_parity_difference', 'equalized_odds_difference'],
      [['demographic_parity_difference', 'equalized_odds_difference']],
    ],
    [['selection_rate', 'calibration_within_groups'], [['selection_rate', 'calibration_within_groups']]],
    [['tpr', 'fpr', 'ppv'], [['tpr', 'fpr', 'ppv']]],
    [['tpr', 'fpr'], []],
    [['selection_rate', 'tpr'], []],
    [['tpr', 'fnr'], []],
    [['selection_rate', 'disparate_impact', 'demographic_parity_ratio'], []],
    // The pair is told, the triples that hold it are not.
    [
      ['equalized_odds_difference', 'ppv', 'selection_rate'],
      [
        ['equalized_odds_difference', 'ppv'],
        ['equalized_odds_difference', 'selection_rate'],
      ],
    ],
    [['ppv', 'ppv'], []],
    [[], []],
  ])('%j conflict as %j', (metrics, expected) => {
    expect(conflictsBetween(metrics, groups).conflicts.map((conflict) => conflict.metrics)).toEqual(expected)
  })

  it('says in words what stands against what, and when it would not', () => {
    const [conflict] = conflictsBetween(['equalized_odds_difference', 'ppv'], groups).conflicts
    expect(conflict?.text).toBe(
      'equalized_odds_difference and ppv cannot both be equal between these groups: equal tpr, fpr and ppv would need equal base rates, and they have base rates from 39.4 % to 51.4 %, unless nobody is selected wrongly (FPR 0) or nobody rightly (TPR 0).',
    )
    const doubted = conflictsBetween(['equalized_odds_difference', 'ppv'], groups, { shownToDiffer: false })
    expect(doubted.conflicts[0]?.text).toContain('do not rule out that the base rates are the same')
  })

  it('finds none when base rates are equal, when one group is left, and for a group of nobody', () => {
    const alike = [
      { group: ['a'], table: { tp: 10, fp: 5, fn: 10, tn: 15 } },
      { group: ['b'], table: { tp: 20, fp: 1, fn: 0, tn: 19 } },
    ]
    expect(conflictsBetween(['tpr', 'fpr', 'ppv'], alike)).toMatchObject({ differ: 0, conflicts: [] })
    const alone = [
      { group: ['__proto__'], table: black },
      { group: [null], table: { tp: 0, fp: 0, fn: 0, tn: 0 } },
    ]
    const found = conflictsBetween(['tpr', 'fpr', 'ppv'], alone)
    expect(found).toMatchObject({ differ: null, conflicts: [] })
    expect(found.baseRates.map(({ group, rate }) => [group[0], rate])).toEqual([
      ['__proto__', 1901 / 3696],
      [null, null],
    ])
  })

  it('names what it cannot judge', () => {
    const found = conflictsBetween(['accuracy', 'toString', '__proto__', 'ppv'], groups)
    expect(found.notJudged).toEqual(['accuracy', 'toString', '__proto__'])
  })
})

/** Each triple of rates, solved for the base rate: why groups in which all three are equal have the same base rate. */
const solved: Record<string, (r: Record<'sr' | 'tpr' | 'fpr' | 'ppv' | 'npv', number>) => number> = {
  'selection_rate, tpr, fpr': ({ sr, tpr, fpr }) => (sr - fpr) / (tpr - fpr),
  'selection_rate, tpr, ppv': ({ sr, tpr, ppv }) => (sr * ppv) / tpr,
  'selection_rate, tpr, npv': ({ sr, tpr, npv }) => ((1 - sr) * (1 - npv)) / (1 - tpr),
  'selection_rate, fpr, ppv': ({ sr, fpr, ppv }) => 1 - (sr * (1 - ppv)) / fpr,
  'selection_rate, fpr, npv': ({ sr, fpr, npv }) => 1 - ((1 - sr) * npv) / (1 - fpr),
  'selection_rate, ppv, npv': ({ sr, ppv, npv }) => sr * ppv + (1 - sr) * (1 - npv),
  'tpr, fpr, ppv': ({ tpr, fpr, ppv }) => (ppv * fpr) / (ppv * fpr + (1 - ppv) * tpr),
  'tpr, fpr, npv': ({ tpr, fpr, npv }) => ((1 - npv) * (1 - fpr)) / (npv * (1 - tpr) + (1 - npv) * (1 - fpr)),
  'tpr, ppv, npv': ({ tpr, ppv, npv }) => ((1 - npv) * ppv) / (ppv - tpr * (ppv - (1 - npv))),
  'fpr, ppv, npv': ({ fpr, ppv, npv }) => 1 - ((1 - ppv) * npv) / (npv - (1 - fpr) * (npv - (1 - ppv))),
}

it.each(Object.entries(solved))('%s settle the base rate, so that they are a conflict', (held, baseRate) => {
  const random = mt19937.factory({ seed: 7 })
  for (let i = 0; i < 200; i++) {
    const table: Confusion = {
      tp: 1 + (random() % 40),
      fp: 1 + (random() % 40),
      fn: 1 + (random() % 40),
      tn: 1 + (random() % 40),
    }
    const { tp, fp, fn, tn } = table
    const n = tp + fp + fn + tn
    if (tp * tn === fp * fn) continue
    const rates = {
      sr: (tp + fp) / n,
      tpr: tp / (tp + fn),
      fpr: fp / (fp + tn),
      ppv: tp / (tp + fp),
      npv: tn / (fn + tn),
    }
    expect(baseRate(rates)).toBeCloseTo((tp + fn) / n, 9)
  }
  const found = conflictsBetween(held.split(', '), groups).conflicts
  expect(found.map((conflict) => conflict.held.join(', '))).toEqual([held])
})
