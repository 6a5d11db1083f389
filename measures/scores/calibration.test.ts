import { describe, expect, it } from 'vitest'
import { datasetRows, datasetsPresent, referenceValues } from '../../test/datasets.ts'
import { calibrationError } from './calibration-error.ts'
import { calibrationByGroup, calibrationOf } from './calibration.ts'
import { coxCalibration, groupCalibrationTest } from './cox.ts'
import { logLoss } from './probability-scores.ts'
import { quantilesOf } from './quantiles.ts'
import { reliabilityTable, scoreBins } from './reliability.ts'
import { poolScores, type ScoreCount } from './score-table.ts'

const table = (...rows: [score: number, positive: number, negative: number][]): ScoreCount[] =>
  rows.map(([score, positive, negative]) => ({ score, positive, negative }))

const some = table([0.05, 1, 9], [0.1, 2, 8], [0.29, 3, 7], [0.3, 3, 7], [0.55, 6, 4], [0.999, 9, 1], [1, 5, 0])

describe('reliability bins', () => {
  it('hold [low, high), the last one closed, and keep empty bins in place', () => {
    const bins = reliabilityTable(scoreBins(some, 'equal-width'))
    expect(bins.map(({ rows }) => rows)).toEqual([10, 10, 10, 10, 0, 10, 0, 0, 0, 15])
    expect(bins[4]).toMatchObject({ meanScore: null, gap: null, observed: { value: null, reason: 'the bin is empty' } })
  })

  it('put every score of a hundredth grid where its decimal says, whatever binary rounding does', () => {
    const grid = table(...Array.from({ length: 101 }, (_, i): [number, number, number] => [i / 100, 1, 0]))
    expect(scoreBins(grid, 'equal-width', 100).map(({ scores }) => scores.length)).toEqual([...Array(99).fill(1), 2])
  })

  it('at quantiles merge where ties leave no room', () => {
    const bins = scoreBins(table([0.2, 50, 50], [0.4, 1, 1], [0.9, 3, 5]), 'quantile')
    expect(bins.length).toBeLessThan(10)
    expect(bins.flatMap(({ scores }) => scores)).toHaveLength(3)
  })

  it.each([
    [
      [1, 2, 3, 4],
      [1, 1, 1, 1],
      [0.25, 0.5, 0.75],
      [1.75, 2.5, 3.25],
    ],
    [
      [1, 5],
      [3, 1],
      [0.5, 0.9],
      [1, 3.8],
    ],
    [[7], [9], [0.1, 0.9], [7, 7]],
    [
      [0, 1],
      [1, 1],
      [0.1, 0.2, 0.9],
      [0.1, 0.2, 0.9],
    ],
  ])('quantiles of %j with counts %j at %j are %j', (values, counts, shares, wanted) => {
    for (const [index, quantile] of quantilesOf(values, counts, shares).entries()) {
      expect(quantile).toBeCloseTo(wanted[index] ?? Number.NaN, 14)
    }
  })
})

describe('calibration', () => {
  it('splits the Brier score into parts that add up to it', () => {
    const { brier, equalWidth } = calibrationOf({ key: [], scores: some }, { seed: 1 })
    const split = equalWidth.brierSplit ?? { reliability: 9, resolution: 0, uncertainty: 0, withinBins: 0 }
    expect(split.reliability - split.resolution + split.uncertainty + split.withinBins).toBeCloseTo(brier ?? -1, 14)
  })

  it('leaves nothing within bins where each holds one score', () => {
    const scores = table([0.15, 3, 7], [0.45, 4, 6], [0.85, 8, 2])
    expect(calibrationOf({ key: [], scores }, { seed: 1 }).equalWidth.brierSplit?.withinBins).toBeCloseTo(0, 14)
  })

  it('says how much error a perfectly calibrated model would show on so few rows', () => {
    const few = calibrationError(scoreBins(table([0.25, 5, 15], [0.75, 15, 5]), 'equal-width'), { seed: 7 })
    expect(few).toMatchObject({ value: 0, corrected: 0, p: 1 })
    // E|X − 5| of a binomial (20, 1/4) is 1.5205…; two such bins over 40 rows.
    expect(few?.expected).toBeGreaterThan(0.065)
    expect(few?.expected).toBeLessThan(0.085)
  })

  it('gives the same bytes for the same seed and others for another', () => {
    const once = (seed: number) => JSON.stringify(calibrationOf({ key: [], scores: some }, { seed }))
    expect(once(3)).toBe(once(3))
    expect(once(3)).not.toBe(once(4))
  })

  it('alarms at most as often as its p says where scores are perfectly calibrated', () => {
    const random = linear(99)
    let alarms = 0
    for (let trial = 0; trial < 100; trial += 1) {
      const scores = table(...Array.from({ length: 40 }, (_, i) => drawn((i + 0.5) / 40, 10, random)))
      const error = calibrationError(scoreBins(scores, 'equal-width'), { seed: trial, replicates: 99 })
      if ((error?.p ?? 1) <= 0.05) alarms += 1
    }
    expect(alarms).toBeLessThanOrEqual(11)
    expect(alarms).toBeGreaterThan(0)
  })

  it.each([
    ['no rows', table()],
    ['one row', table([0.3, 1, 0])],
    ['one label', table([0.2, 4, 0], [0.9, 3, 0])],
    ['one score', table([0.4, 4, 6])],
    ['scores that separate the labels', table([0.1, 0, 5], [0.9, 5, 0])],
    ['certain scores that are wrong', table([0, 3, 1], [1, 1, 3])],
  ])('puts no NaN and no Infinity into JSON for %s', (_, scores) => {
    const result = calibrationByGroup(
      [
        { key: ['a'], scores },
        { key: [null], scores: some },
      ],
      { seed: 1 },
    )
    visit(result)
  })

  it('refuses scores that are no probabilities', () => {
    expect(() => calibrationOf({ key: [], scores: table([0.5, 1, 1], [3, 1, 1]) }, { seed: 1 })).toThrow(/from 0 to 1/)
  })

  it('counts the rows whose certain score is cut for the log loss', () => {
    expect(logLoss(table([0, 1, 2], [0.5, 1, 1], [1, 4, 0]))).toMatchObject({ clippedRows: 7 })
  })
})

describe('the calibration line of Cox', () => {
  it('is (0, 1) for scores that are the observed shares', () => {
    const cox = coxCalibration(table([0.2, 2, 8], [0.5, 5, 5], [0.9, 9, 1]))
    expect(cox.intercept.value).toBeCloseTo(0, 10)
    expect(cox.slope.value).toBeCloseTo(1, 10)
  })

  it.each([
    ['rows of one label only', table([0.2, 4, 0], [0.9, 3, 0])],
    ['the same score', table([0.4, 4, 6])],
    ['separate the labels', table([0.1, 0, 5], [0.9, 5, 0])],
    ['separate the labels', table([0.1, 5, 0], [0.5, 3, 3], [0.9, 0, 5])],
  ])('has no value and says why: %s', (reason, scores) => {
    const cox = coxCalibration(scores)
    expect(cox.slope.value).toBeNull()
    expect(cox.slope.reason).toContain(reason)
  })

  it('is shared by groups that are drawn from one line, and not by others', () => {
    const random = linear(5)
    const group = (bend: number) =>
      table(...Array.from({ length: 50 }, (_, i) => drawn((i + 0.5) / 50, 40, random, bend)))
    const of = (...bends: number[]) =>
      groupCalibrationTest(bends.map((bend, i) => ({ key: [`${i}`], scores: group(bend) })))
    expect(of(0, 0, 0)).toMatchObject({ df: 4 })
    expect(of(0, 0, 0).p).toBeGreaterThan(0.01)
    expect(of(0, 0.5).p).toBeLessThan(1e-6)
  })
})

type Block = {
  brier: number
  log_loss: number
  mean_score: number
  base_rate: number
  equal_width_10: {
    bins: { n: number; mean_score: number; observed: number; observed_wilson_95: number[] }[]
    ece: number
    mce: number
  }
  quantile_10?: { ece: number; mce: number }
  cox_calibration_intercept: number
  cox_calibration_slope: number
  cox_se: [number, number]
}

describe.skipIf(!datasetsPresent)('calibration of the shared datasets', () => {
  const files = [
    ['adult', 'adult_scored.csv.gz'],
    ['german', 'german_scored.csv'],
    ['bank', 'bank_scored.csv.gz'],
  ]

  it.each(files)('agrees with the reference on %s', (name = '', file = '') => {
    const wanted = (referenceValues(`${name}.json`) as { calibration_overall: Block }).calibration_overall
    agree(tableOf(datasetRows(file)), wanted)
  })

  it.each(files)('agrees with the reference for each group of %s', (name = '', file = '') => {
    const values = referenceValues(`${name}.json`) as {
      sensitive: Record<string, { calibration_by_group?: Record<string, Block> }>
    }
    const rows = datasetRows(file)
    let compared = 0
    for (const [attribute, { calibration_by_group: groups }] of Object.entries(values.sensitive)) {
      if (attribute.includes(' x ')) continue
      for (const [group, wanted] of Object.entries(groups ?? {})) {
        agree(tableOf(rows.filter((row) => row[attribute] === group)), wanted)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(1)
  })
})

function agree(scores: ScoreCount[], wanted: Block): void {
  const found = calibrationOf({ key: [], scores }, { seed: 1, replicates: 20 })
  const near = (value: number | null | undefined, reference: number, tolerance = 1e-9) =>
    expect(Math.abs((value ?? Number.NaN) - reference)).toBeLessThanOrEqual(
      tolerance * Math.max(1e-3, Math.abs(reference)),
    )
  near(found.brier, wanted.brier)
  near(found.logLoss.value, wanted.log_loss)
  near(found.meanScore, wanted.mean_score)
  near(found.equalWidth.error?.value, wanted.equal_width_10.ece)
  near(found.equalWidth.error?.maximum, wanted.equal_width_10.mce)
  const filled = found.equalWidth.bins.filter(({ rows }) => rows > 0)
  for (const [index, bin] of wanted.equal_width_10.bins.filter(({ n }) => n > 0).entries()) {
    expect(filled[index]?.rows).toBe(bin.n)
    near(filled[index]?.meanScore, bin.mean_score)
    near(filled[index]?.observed.value, bin.observed)
    near(filled[index]?.observed.low, bin.observed_wilson_95[0] ?? Number.NaN)
  }
  if (wanted.quantile_10 !== undefined) near(found.quantile.error?.value, wanted.quantile_10.ece)
  if (wanted.cox_calibration_slope === null) return
  near(found.cox.slope.value, wanted.cox_calibration_slope, 1e-6)
  expect(Math.abs((found.cox.intercept.value ?? 9) - wanted.cox_calibration_intercept)).toBeLessThan(1e-6)
  near(found.cox.standardErrors?.intercept, wanted.cox_se[0], 1e-6)
  near(found.cox.standardErrors?.slope, wanted.cox_se[1], 1e-6)
}

function tableOf(rows: Record<string, string>[]): ScoreCount[] {
  return poolScores(
    rows.map((row) => ({
      scores: [{ score: Number(row.score), positive: Number(row.y_true), negative: 1 - Number(row.y_true) }],
    })),
  ).scores
}

/** Rows at one score whose labels are drawn with a chance that a bend pulls away from the score. */
function drawn(score: number, rows: number, random: () => number, bend = 0): [number, number, number] {
  const chance = Math.min(1, Math.max(0, score + bend * (0.5 - score)))
  const positives = Array.from({ length: rows }, () => (random() < chance ? 1 : 0)).reduce<number>((a, b) => a + b, 0)
  return [score, positives, rows - positives]
}

/** A small generator for drawing test data: Park and Miller's. */
function linear(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

function visit(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) visit(inner)
}
