import type { GroupValue } from '../cells.ts'
import type { Estimate } from '../estimate.ts'
import { wilson } from '../intervals/proportion.ts'
import { type CalibrationError, calibrationError } from './calibration-error.ts'
import { type CoxCalibration, coxCalibration, groupCalibrationTest, type LikelihoodRatio } from './cox.ts'
import { type BrierSplit, brierScore, brierSplit, type LogLoss, logLoss } from './probability-scores.ts'
import { type Binning, type ReliabilityBin, reliabilityTable, scoreBins, totalsOf } from './reliability.ts'
import { checkProbabilities, poolScores, type ScoreTable } from './score-table.ts'

/** One reliability table with the errors that it shows. */
export type ReliabilityTable = {
  binning: Binning
  bins: ReliabilityBin[]
  error: CalibrationError | null
  brierSplit: BrierSplit | null
}

/** How well the scores of one group stand for chances. Everything is null, with the reason where there is one, without rows. */
export type Calibration = {
  key: GroupValue[]
  rows: number
  positives: number
  meanScore: number | null
  brier: number | null
  logLoss: LogLoss
  cox: CoxCalibration
  expectedToObserved: Estimate
  equalWidth: ReliabilityTable
  quantile: ReliabilityTable
}

/** Calibration over all rows and within each group, with the test that the groups share one calibration line (null for one group). */
export type GroupedCalibration = { overall: Calibration; groups: Calibration[]; interaction: LikelihoodRatio | null }

type Options = { seed: number; bins?: number; confidence?: number; replicates?: number }

/**
 * Calibration of one table of scores: reliability by equal-width and by quantile bins with Wilson intervals, ECE and MCE with what perfect
 * calibration would show, Brier score with its split, log loss, Cox intercept and slope, expected over observed.
 *
 * @throws RangeError for malformed scores or scores outside of [0, 1].
 */
export function calibrationOf({ key, scores }: ScoreTable, options: Options): Calibration {
  checkProbabilities(scores)
  const confidence = options.confidence ?? 0.95
  const { rows, positives, sum } = totalsOf(scores)
  const brier = brierScore(scores)
  const table = (binning: Binning): ReliabilityTable => {
    const bins = scoreBins(scores, binning, options.bins)
    return {
      binning,
      bins: reliabilityTable(bins, confidence),
      error: calibrationError(bins, options),
      brierSplit: brierSplit(brier, bins),
    }
  }
  return {
    key,
    rows,
    positives,
    meanScore: rows === 0 ? null : sum / rows,
    brier,
    logLoss: logLoss(scores),
    cox: coxCalibration(scores, { confidence }),
    expectedToObserved: expectedToObserved(sum, positives, rows, confidence),
    equalWidth: table('equal-width'),
    quantile: table('quantile'),
  }
}

/**
 * Calibration over all rows and within each group. The groups must share no rows.
 *
 * @throws RangeError for malformed scores or scores outside of [0, 1].
 */
export function calibrationByGroup(tables: readonly ScoreTable[], options: Options): GroupedCalibration {
  return {
    overall: calibrationOf(poolScores(tables), options),
    groups: tables.map((table) => calibrationOf(table, options)),
    interaction: tables.length < 2 ? null : groupCalibrationTest(tables),
  }
}

/** E/O = sum of scores / rows with label 1; its interval is that of the observed share by Wilson, turned over. */
function expectedToObserved(expected: number, positives: number, rows: number, confidence: number): Estimate {
  if (positives === 0)
    return { value: null, low: null, high: null, method: null, reason: 'there is no row with label 1' }
  const observed = wilson({ successes: positives, trials: rows, confidence })
  const mean = expected / rows
  return { value: expected / positives, low: mean / observed.high, high: mean / observed.low, method: 'wilson' }
}
