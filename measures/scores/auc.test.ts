import { describe, expect, it } from 'vitest'
import { datasetRows, datasetsPresent, referenceValues } from '../../test/datasets.ts'
import type { ScoreHistogram } from '../cells.ts'
import { aucDifference, aucOf, aucOfHistogram, hanleyMcNeil } from './auc.ts'
import { averagePrecision, ksOfScores } from './curves.ts'
import { poolScores, type ScoreCount, tableOfHistogram } from './score-table.ts'

const scoresOf = (rows: readonly (readonly [score: number, label: number])[]): ScoreCount[] =>
  poolScores(rows.map(([score, label]) => ({ scores: [{ score, positive: label, negative: 1 - label }] }))).scores

/** The definition itself: every pair of rows. */
function byPairs(rows: readonly (readonly [number, number])[]): number {
  const positives = rows.filter(([, label]) => label === 1)
  const negatives = rows.filter(([, label]) => label === 0)
  const won = positives.flatMap(([p]) => negatives.map(([n]): number => (p > n ? 1 : p === n ? 0.5 : 0)))
  return won.reduce((sum, one) => sum + one, 0) / won.length
}

const small = [
  [0.1, 0],
  [0.4, 0],
  [0.35, 1],
  [0.8, 1],
  [0.4, 1],
  [0.8, 0],
] as const

describe('the area under the ROC curve', () => {
  it('is the share of pairs that are ranked right, ties counting half', () => {
    expect(aucOf(scoresOf(small)).value).toBeCloseTo(byPairs(small), 14)
  })

  it('carries the interval of DeLong', () => {
    // Placement values of the positives are 1/3, 5/6, 1/2 and of the negatives 1, 1/2, 1/6: both vary by 7/108·… about their mean 5/9.
    const variance = (values: number[]) => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length
      return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1) / values.length
    }
    const auc = aucOf(scoresOf(small))
    const error = Math.sqrt(variance([1 / 3, 5 / 6, 1 / 2]) + variance([1, 1 / 2, 1 / 6]))
    expect(auc).toMatchObject({ method: 'delong', positives: 3, negatives: 3 })
    expect(auc.standardError).toBeCloseTo(error, 14)
    expect(auc.low).toBeCloseTo(Math.max(0, 5 / 9 - 1.959963984540054 * error), 12)
  })

  it('is null with the reason where a label has no rows', () => {
    expect(aucOf([{ score: 0.5, positive: 3, negative: 0 }])).toMatchObject({ value: null, low: null, method: null })
    expect(aucOf([])).toMatchObject({ value: null, reason: 'there is no row with label 1' })
  })

  it('never calls a perfect ranking of a few rows certain', () => {
    const auc = aucOf(
      scoresOf([
        [0.1, 0],
        [0.2, 0],
        [0.9, 1],
        [0.95, 1],
      ]),
    )
    expect(auc).toMatchObject({ value: 1, high: 1, method: 'hanley-mcneil' })
    expect(auc.low).toBeGreaterThan(0.3)
    expect(auc.low).toBeLessThan(0.8)
  })

  it('refuses scores that do not ascend, are not finite or are counted wrongly', () => {
    const one = { positive: 1, negative: 1 }
    expect(() =>
      aucOf([
        { score: 1, ...one },
        { score: 1, ...one },
      ]),
    ).toThrow(RangeError)
    expect(() => aucOf([{ score: Number.NaN, ...one }])).toThrow(RangeError)
    expect(() => aucOf([{ score: 0, positive: -1, negative: 0 }])).toThrow(RangeError)
    expect(() => aucOf(scoresOf(small), { confidence: 95 })).toThrow(/95/)
  })
})

describe('the interval of DeLong', () => {
  it('covers the true area in 93 to 97 % of seeded samples', () => {
    let state = 12
    const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
    // Two normal distributions one deviation apart: Φ(1/√2).
    const truth = 0.7602499389065233
    const covered = Array.from({ length: 1000 }, () => {
      const rows = Array.from({ length: 160 }, (_, i) => [normal() + (i % 2), i % 2] as const)
      const { low, high } = aucOf(scoresOf(rows))
      return (low ?? 1) <= truth && truth <= (high ?? 0)
    }).filter(Boolean).length
    expect(covered).toBeGreaterThanOrEqual(930)
    expect(covered).toBeLessThanOrEqual(970)
  })
})

describe('the inverted interval of Hanley and McNeil', () => {
  it('ends where the distance is z standard errors of the end', () => {
    const [low, high] = hanleyMcNeil(0.8, 30, 50, 1.96)
    const error = (t: number) => Math.sqrt((t * (1 - t) * (1 + (39 * (1 - t)) / (2 - t) + (39 * t) / (1 + t))) / 1500)
    expect(0.8 - low).toBeCloseTo(1.96 * error(low), 9)
    expect(high - 0.8).toBeCloseTo(1.96 * error(high), 9)
  })
})

describe('the binned area', () => {
  it('holds the exact one within its stated error', () => {
    const rows = Array.from({ length: 400 }, (_, i): [number, number] => {
      return [((i * 7919) % 1000) / 1000, (i * 31 + ((i * 7919) % 1000)) % 1500 > 700 ? 1 : 0]
    })
    const exact = aucOf(scoresOf(rows)).value ?? 0
    const histogram: ScoreHistogram = {
      key: [],
      bins: 20,
      positive: Array(20).fill(0),
      negative: Array(20).fill(0),
      sums: Array(20).fill(0n),
    }
    for (const [score, label] of rows) {
      const bin = Math.min(19, Math.floor(score * 20 + 1e-9))
      const side = label === 1 ? histogram.positive : histogram.negative
      side[bin] = (side[bin] ?? 0) + 1
      histogram.sums[bin] = (histogram.sums[bin] ?? 0n) + BigInt(Math.round(score * 1e9))
    }
    const binned = aucOfHistogram(histogram)
    expect(binned.binError).toBeGreaterThan(0)
    expect(Math.abs((binned.value ?? 0) - exact)).toBeLessThanOrEqual(binned.binError ?? 0)
  })
})

describe('a histogram read as a table', () => {
  it('keeps bins apart whose rounded means meet at their edge', () => {
    const sums = [BigInt(500_000_000), BigInt(500_000_000)]
    const { scores } = tableOfHistogram({ key: [], bins: 2, positive: [1, 0], negative: [0, 1], sums })
    expect(scores[0]?.score).toBeLessThan(scores[1]?.score ?? 0)
    expect(aucOf(scores).value).toBe(0)
  })

  it('keeps the mean of each bin and leaves empty bins out', () => {
    const sums = [BigInt(300_000_000), 0n, 0n, BigInt(1_800_000_000)]
    const { scores } = tableOfHistogram({ key: ['a'], bins: 4, positive: [1, 0, 0, 2], negative: [1, 0, 0, 0], sums })
    expect(scores).toEqual([
      { score: 0.15, positive: 1, negative: 1 },
      { score: 0.9, positive: 2, negative: 0 },
    ])
  })

  it('refuses arrays that are not as long as its bins', () => {
    expect(() => tableOfHistogram({ key: [], bins: 3, positive: [1], negative: [1], sums: [0n] })).toThrow(/3 bins/)
  })
})

describe.skipIf(!datasetsPresent)('areas of the shared datasets', () => {
  type Overall = { roc_auc: number; average_precision: number; ks_score_by_class: number }
  it.each([
    ['adult', 'adult_scored.csv.gz'],
    ['german', 'german_scored.csv'],
    ['bank', 'bank_scored.csv.gz'],
  ])('agree with scikit-learn on %s', (name, file) => {
    const wanted = (referenceValues(`${name}.json`) as { calibration_overall: Overall }).calibration_overall
    const scores = tableOf(datasetRows(file), 'score', 'y_true')
    expect(aucOf(scores).value).toBeCloseTo(wanted.roc_auc, 11)
    expect(averagePrecision(scores)).toBeCloseTo(wanted.average_precision, 11)
    expect(ksOfScores(scores)?.value).toBeCloseTo(wanted.ks_score_by_class, 11)
  })

  it('agree on the decile score of COMPAS, over all and for each race', () => {
    const all = datasetRows('compas_two_years.csv')
    const values = referenceValues('compas.json') as { all_7214_no_filter: { roc_auc_decile: Record<string, number> } }
    for (const [race, wanted] of Object.entries(values.all_7214_no_filter.roc_auc_decile)) {
      const rows = all.filter((row) => race === 'ALL' || row.race === race)
      expect(aucOf(tableOf(rows, 'decile_score', 'two_year_recid')).value).toBeCloseTo(wanted, 11)
    }
  })

  it('tell the difference between two races with its interval', () => {
    const all = datasetRows('compas_two_years.csv')
    const of = (race: string) =>
      tableOf(
        all.filter((row) => row.race === race),
        'decile_score',
        'two_year_recid',
      )
    const difference = aucDifference(of('African-American'), of('Caucasian'))
    expect(difference.value).toBeCloseTo(0.69183438126 - 0.693146274405, 11)
    expect(difference.low).toBeLessThan(0)
    expect(difference.high).toBeGreaterThan(0)
    expect(difference.p).toBeGreaterThan(0.5)
  })
})

function tableOf(rows: Record<string, string>[], score: string, label: string): ScoreCount[] {
  return scoresOf(rows.map((row) => [Number(row[score]), Number(row[label])] as const))
}
