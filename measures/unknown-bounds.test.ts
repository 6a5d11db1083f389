import { describe, expect, it } from 'vitest'
import { seededUniform } from './bootstrap/random.ts'
import type { Confusion } from './cells.ts'
import { countsOf, type RateId, rateIds } from './rates/counted.ts'
import { unknownBounds, unknownBoundsOf } from './unknown-bounds.ts'

const table = (tp: number, fp: number, fn: number, tn: number): Confusion => ({ tp, fp, fn, tn })

describe('bounds for people of unknown group', () => {
  it('put each unknown person where the gap grows most, and where it shrinks most', () => {
    // 30 of 100 against 40 of 100 selected; 5 selected and 15 others of unknown group.
    const bounds = unknownBounds('selection_rate', {
      group: table(30, 0, 70, 0),
      reference: table(40, 0, 60, 0),
      unknown: table(5, 0, 15, 0),
    })
    expect(bounds.difference.value).toBeCloseTo(-0.1, 12)
    expect(bounds.difference.highest).toBeCloseTo(35 / 105 - 40 / 115, 12)
    expect(bounds.difference.lowest).toBeCloseTo(30 / 115 - 45 / 105, 12)
    expect(bounds.ratio.lowest).toBeCloseTo(30 / 115 / (45 / 105), 12)
    expect(bounds.allToGroup).toBeCloseTo(35 / 120 - 0.4, 12)
    expect(bounds.allToReference).toBeCloseTo(0.3 - 45 / 120, 12)
    expect(bounds.withSampling.low).toBeLessThan(bounds.difference.lowest ?? 1)
    expect(bounds.withSampling.high).toBeGreaterThan(bounds.difference.highest ?? -1)
    expect(bounds.text).toBe(
      'The gap in selection_rate is -10.0 points among people of known group; with the 20 of unknown group it lies between -16.8 and -1.4 points: which side is ahead stays the same.',
    )
  })

  it('are reached and never passed by any way to assign them', () => {
    const uniform = seededUniform(3)
    const upTo = (most: number): number => Math.floor(uniform() * (most + 1))
    for (let i = 0; i < 300; i++) {
      const [group, reference] = [
        table(1 + upTo(9), 1 + upTo(9), 1 + upTo(9), 1 + upTo(9)),
        table(1 + upTo(9), 1 + upTo(9), 1 + upTo(9), 1 + upTo(9)),
      ]
      const unknown = table(upTo(4), upTo(4), upTo(4), upTo(4))
      const rate: RateId = rateIds[upTo(rateIds.length - 1)] ?? 'tpr'
      const { difference } = unknownBounds(rate, { group, reference, unknown })
      const [own, other, lost] = [countsOf(rate, group), countsOf(rate, reference), countsOf(rate, unknown)]
      const [good, bad] = [lost.numerator, lost.denominator - lost.numerator]
      let [least, most] = [1, -1]
      for (let a = 0; a <= good; a++)
        for (let b = 0; a + b <= good; b++)
          for (let c = 0; c <= bad; c++)
            for (let d = 0; c + d <= bad; d++) {
              const gap =
                (own.numerator + a) / (own.denominator + a + c) - (other.numerator + b) / (other.denominator + b + d)
              least = Math.min(least, gap)
              most = Math.max(most, gap)
            }
      expect(difference.lowest).toBeCloseTo(least, 12)
      expect(difference.highest).toBeCloseTo(most, 12)
    }
  })

  it('leave the gap alone when nobody of unknown group counts for the rate', () => {
    const bounds = unknownBounds('tpr', {
      group: table(5, 0, 5, 0),
      reference: table(8, 0, 2, 0),
      unknown: table(0, 9, 0, 9),
    })
    expect([bounds.difference.lowest, bounds.difference.highest]).toEqual([
      bounds.difference.value,
      bounds.difference.value,
    ])
    expect(bounds.text).toContain('stands')
  })

  it('say when which side is ahead is open', () => {
    const bounds = unknownBounds('tpr', {
      group: table(5, 0, 5, 0),
      reference: table(6, 0, 4, 0),
      unknown: table(4, 0, 4, 0),
    })
    expect(bounds.text).toContain('which side is ahead is open')
  })

  it.each([
    ['an empty group', table(0, 0, 0, 0), table(1, 0, 1, 0), 'no row of the group has the favourable label'],
    ['an empty reference', table(1, 0, 1, 0), table(0, 5, 0, 5), 'in the reference, no row'],
    ['no one at all', table(0, 0, 0, 0), table(0, 0, 0, 0), 'no row'],
  ])('are undefined with the reason for %s', (_, group, reference, reason) => {
    const bounds = unknownBounds('tpr', { group, reference, unknown: table(1, 1, 1, 1) })
    expect(bounds.difference).toMatchObject({
      value: null,
      lowest: null,
      highest: null,
      reason: expect.stringContaining(reason),
    })
    expect(JSON.stringify(bounds)).not.toMatch(/NaN|Infinity/)
  })

  it('give the ratio no upper bound where the reference could have nobody', () => {
    const bounds = unknownBounds('tpr', {
      group: table(5, 0, 5, 0),
      reference: table(0, 0, 9, 0),
      unknown: table(1, 0, 1, 0),
    })
    expect(bounds.ratio).toMatchObject({
      value: null,
      highest: null,
      reason: expect.stringContaining('no upper bound'),
    })
    expect(bounds.ratio.lowest).toBeCloseTo(5 / 11 / (1 / 10), 12)
  })

  it('are told for every group of a table, with each unknown person only where they could belong', () => {
    const cells = [
      { key: ['f', 'a'], ...table(10, 0, 30, 0) },
      { key: ['f', 'b'], ...table(20, 0, 20, 0) },
      { key: ['m', 'a'], ...table(30, 0, 10, 0) },
      { key: ['f', null], ...table(4, 0, 0, 0) },
      { key: [null, null], ...table(0, 0, 2, 0) },
    ]
    const found = unknownBoundsOf(
      { columns: ['sex', 'race'], cells },
      { rate: 'tpr', attribute: ['sex', 'race'], reference: ['m', 'a'] },
    )
    expect(found.map(({ group }) => group.join())).toEqual(['f,a', 'f,b'])
    // The four women cannot be men; the two of whom nothing is known can be either.
    expect(found[0]?.difference.highest).toBeCloseTo(14 / 44 - 30 / 42, 12)
    expect(found[0]?.difference.lowest).toBeCloseTo(10 / 42 - 30 / 40, 12)
    expect(found[0]?.unknown).toEqual({ numerator: 4, denominator: 6 })
    const bySex = unknownBoundsOf(
      { columns: ['sex', 'race'], cells },
      { rate: 'tpr', attribute: ['sex'], reference: ['m'] },
    )
    expect(bySex.map(({ group, unknown }) => [group, unknown.denominator])).toEqual([[['f'], 2]])
    expect(() =>
      unknownBoundsOf({ columns: ['sex', 'race'], cells }, { rate: 'tpr', attribute: ['race'], reference: [null] }),
    ).toThrow('the reference unknown is not among the groups that are known')
  })

  it('refuse a confidence of 95', () => {
    const sides = { group: table(5, 0, 5, 0), reference: table(6, 0, 4, 0), unknown: table(0, 0, 0, 0) }
    expect(() => unknownBounds('tpr', sides, { confidence: 95 })).toThrow(RangeError)
  })
})
