import { describe, expect, it } from 'vitest'
import { averagePrecision, ksOfScores, precisionRecallPoints, rocPoints, thinned, thresholdTable } from './curves.ts'

const scores = [
  { score: 0.2, positive: 1, negative: 3 },
  { score: 0.5, positive: 2, negative: 2 },
  { score: 0.9, positive: 3, negative: 1 },
]

describe('the ROC curve', () => {
  it('selects from the highest score down, ties at once, and ends in both corners', () => {
    expect(rocPoints(scores)).toEqual([
      { threshold: null, fpr: 0, tpr: 0 },
      { threshold: 0.9, fpr: 1 / 6, tpr: 3 / 6 },
      { threshold: 0.5, fpr: 3 / 6, tpr: 5 / 6 },
      { threshold: 0.2, fpr: 1, tpr: 1 },
    ])
  })

  it('is empty where a label has no rows', () => {
    expect(rocPoints([{ score: 1, positive: 4, negative: 0 }])).toEqual([])
    expect(ksOfScores([{ score: 1, positive: 4, negative: 0 }])).toBeNull()
  })

  it('thinned for drawing keeps both ends and strays by at most the step', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ score: index, positive: 1 + (index % 3), negative: 2 }))
    const whole = rocPoints(many)
    const kept = thinned(whole, 0.05)
    expect(kept.length).toBeLessThan(60)
    expect([kept[0], kept.at(-1)]).toEqual([whole[0], whole.at(-1)])
    expect(() => thinned(whole, 0)).toThrow(RangeError)
  })
})

describe('precision and recall', () => {
  it('have no point for nobody selected', () => {
    expect(precisionRecallPoints(scores)).toEqual([
      { threshold: 0.9, precision: 3 / 4, recall: 3 / 6 },
      { threshold: 0.5, precision: 5 / 8, recall: 5 / 6 },
      { threshold: 0.2, precision: 6 / 12, recall: 1 },
    ])
  })

  it('average without interpolation', () => {
    expect(averagePrecision(scores)).toBeCloseTo((3 / 6) * (3 / 4) + (2 / 6) * (5 / 8) + (1 / 6) * (1 / 2), 14)
    expect(averagePrecision([])).toBeNull()
  })
})

describe('the distance of the labels', () => {
  it('is the widest gap of the rates, with its threshold', () => {
    expect(ksOfScores(scores)).toEqual({ value: expect.closeTo(1 / 3, 14), threshold: 0.9 })
  })
})

describe('the table of thresholds', () => {
  it('selects a score that ties with the threshold', () => {
    expect(thresholdTable(scores, [0.5, 0.51, 2])).toEqual([
      { threshold: 0.5, tp: 5, fp: 3, fn: 1, tn: 3, selectionRate: 8 / 12 },
      { threshold: 0.51, tp: 3, fp: 1, fn: 3, tn: 5, selectionRate: 4 / 12 },
      { threshold: 2, tp: 0, fp: 0, fn: 6, tn: 6, selectionRate: 0 },
    ])
  })

  it('has no selection rate of nobody, and refuses a threshold that is none', () => {
    expect(thresholdTable([], [0.5])[0]?.selectionRate).toBeNull()
    expect(() => thresholdTable(scores, [Number.NaN])).toThrow(RangeError)
  })
})
