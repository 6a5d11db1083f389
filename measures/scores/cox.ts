import type { Estimate } from '../estimate.ts'
import { checkProbabilities, type ScoreCount, type ScoreTable } from './score-table.ts'
import { chiSquareTail, criticalValue } from '../distributions.ts'

/** Scores are pulled in to [1e-6, 1 − 1e-6] before their logit is taken: a certain score has none. */
export const logitClip = 1e-6

/** Cox's calibration: `intercept` is 0 and `slope` is 1 for calibrated scores; a slope below 1 means scores that are too extreme. */
export type CoxCalibration = {
  intercept: Estimate
  slope: Estimate
  standardErrors: { intercept: number; slope: number } | null
  /** How many rows had a score outside of the clip. */
  clippedRows: number
}

/** The test that all groups share a calibration line; `statistic` is null where a group has no line of its own. */
export type LikelihoodRatio = { statistic: number | null; df: number; p: number | null; reason?: string }

/** One distinct logit, with its rows by label. */
type Point = { x: number; positive: number; rows: number }

type Line = { intercept: number; slope: number; covariance: [number, number, number]; logLikelihood: number }

/**
 * Cox's calibration intercept and slope: logistic regression of the label on logit(score) by Newton's method, with Wald intervals from
 * the observed information. Undefined (with the reason) for one label, for a single score and where the scores separate the labels.
 *
 * @throws RangeError for malformed scores or scores outside of [0, 1].
 * @see Cox (1958), Biometrika 45: Two further applications of a model for binary regression.
 */
export function coxCalibration(
  scores: readonly ScoreCount[],
  { confidence = 0.95 }: { confidence?: number } = {},
): CoxCalibration {
  checkProbabilities(scores)
  const z = criticalValue(confidence)
  const clippedRows = scores.reduce(
    (sum, { score, positive, negative }) =>
      score < logitClip || score > 1 - logitClip ? sum + positive + negative : sum,
    0,
  )
  const line = fitLine(pointsOf(scores))
  if (typeof line === 'string') {
    const none: Estimate = { value: null, low: null, high: null, method: null, reason: line }
    return { intercept: none, slope: none, standardErrors: null, clippedRows }
  }
  const [varianceOfIntercept, , varianceOfSlope] = line.covariance
  const standardErrors = { intercept: Math.sqrt(varianceOfIntercept), slope: Math.sqrt(varianceOfSlope) }
  const wald = (value: number, error: number): Estimate => {
    return { value, low: value - z * error, high: value + z * error, method: 'wald' }
  }
  return {
    intercept: wald(line.intercept, standardErrors.intercept),
    slope: wald(line.slope, standardErrors.slope),
    standardErrors,
    clippedRows,
  }
}

/**
 * Whether the groups share one calibration line: likelihood ratio of a line for each group against one line for all, chi-square with
 * 2(G − 1) degrees of freedom (interaction of group with intercept and slope at once).
 *
 * @throws RangeError for malformed scores or fewer than two groups.
 */
export function groupCalibrationTest(tables: readonly ScoreTable[]): LikelihoodRatio {
  if (tables.length < 2) throw new RangeError('Calibration is compared between at least two groups.')
  const df = 2 * (tables.length - 1)
  for (const { scores } of tables) checkProbabilities(scores)
  const points = tables.map(({ scores }) => pointsOf(scores))
  const common = fitLine(points.flat())
  if (typeof common === 'string') return { statistic: null, df, p: null, reason: `over all groups ${common}` }
  let own = 0
  for (const [index, group] of points.entries()) {
    const line = fitLine(group)
    if (typeof line === 'string') {
      const name = JSON.stringify(tables[index]?.key ?? [])
      return { statistic: null, df, p: null, reason: `in group ${name} ${line}` }
    }
    own += line.logLikelihood
  }
  const statistic = Math.max(0, 2 * (own - common.logLikelihood))
  return { statistic, df, p: chiSquareTail(statistic, df) }
}

function pointsOf(scores: readonly ScoreCount[]): Point[] {
  return scores.flatMap(({ score, positive, negative }) => {
    const rows = positive + negative
    if (rows === 0) return []
    const clipped = Math.min(1 - logitClip, Math.max(logitClip, score))
    return [{ x: Math.log(clipped / (1 - clipped)), positive, rows }]
  })
}

/** Newton's method with halved steps, so that the likelihood never falls; a text says why there is no line. */
function fitLine(points: readonly Point[]): Line | string {
  const reason = noLine(points)
  if (reason !== null) return reason
  let [intercept, slope] = [0, 1]
  let logLikelihood = likelihood(points, intercept, slope)
  for (let round = 0; round < 100; round += 1) {
    const { gradient, information } = derivatives(points, intercept, slope)
    const covariance = inverse(information)
    if (covariance === null) return separated
    const stepIntercept = covariance[0] * gradient[0] + covariance[1] * gradient[1]
    const stepSlope = covariance[1] * gradient[0] + covariance[2] * gradient[1]
    let scale = 1
    let next = likelihood(points, intercept + stepIntercept, slope + stepSlope)
    while (next < logLikelihood - 1e-9 * Math.abs(logLikelihood) && scale > 1e-6) {
      scale /= 2
      next = likelihood(points, intercept + scale * stepIntercept, slope + scale * stepSlope)
    }
    intercept += scale * stepIntercept
    slope += scale * stepSlope
    logLikelihood = next
    if (Math.abs(intercept) + Math.abs(slope) > 1e4) return separated
    // Steps shrink quadratically: after one this small, what is left lies below the last bit.
    if (Math.abs(stepIntercept) + Math.abs(stepSlope) < 1e-8 * (1 + Math.abs(intercept) + Math.abs(slope))) {
      return { intercept, slope, covariance, logLikelihood }
    }
  }
  return separated
}

const separated = 'the scores separate the labels, so that no finite line fits'

/** There is a finite line exactly where both labels and two scores occur and the labels overlap on the axis of scores. */
function noLine(points: readonly Point[]): string | null {
  const xs = (rowsOf: (point: Point) => number) => points.filter((point) => rowsOf(point) > 0).map(({ x }) => x)
  const ofPositive = xs(({ positive }) => positive)
  const ofNegative = xs(({ positive, rows }) => rows - positive)
  if (ofPositive.length === 0 || ofNegative.length === 0) return 'there are rows of one label only'
  const [lowest, highest] = range(points.map(({ x }) => x))
  if (lowest === highest) return 'all rows have the same score'
  const [positiveLow, positiveHigh] = range(ofPositive)
  const [negativeLow, negativeHigh] = range(ofNegative)
  return positiveLow >= negativeHigh || negativeLow >= positiveHigh ? separated : null
}

function range(values: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return [low, high]
}

function likelihood(points: readonly Point[], intercept: number, slope: number): number {
  let sum = 0
  for (const { x, positive, rows } of points) {
    const eta = intercept + slope * x
    sum += positive * eta - rows * (Math.max(0, eta) + Math.log1p(Math.exp(-Math.abs(eta))))
  }
  return sum
}

function derivatives(points: readonly Point[], intercept: number, slope: number) {
  const gradient: [number, number] = [0, 0]
  const information: [number, number, number] = [0, 0, 0]
  for (const { x, positive, rows } of points) {
    const mean = 1 / (1 + Math.exp(-(intercept + slope * x)))
    const residual = positive - rows * mean
    const weight = rows * mean * (1 - mean)
    gradient[0] += residual
    gradient[1] += residual * x
    information[0] += weight
    information[1] += weight * x
    information[2] += weight * x * x
  }
  return { gradient, information }
}

function inverse([a, b, c]: [number, number, number]): [number, number, number] | null {
  const determinant = a * c - b * b
  return determinant > 1e-12 * a * c ? [c / determinant, -b / determinant, a / determinant] : null
}
