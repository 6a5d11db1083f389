import tCdf from '@stdlib/stats-base-dists-t-cdf'
import type { GroupValue } from '../cells.ts'
import { checkCount } from '../checked.ts'
import type { Estimate } from '../estimate.ts'
import { criticalValue } from '../distributions.ts'

/**
 * What is left of one group's residuals: sums of whole numbers in units of 1/scale (squares of 1/scale²), with e = label − prediction rounded
 * to a unit. They add up over shards in any order. The engine counts them; `scale` must be fine enough for the digits that matter.
 */
export type RegressionSums = {
  key: GroupValue[]
  rows: number
  scale: number
  /** Σe, Σ|e| and Σe² */
  residuals: bigint
  absolute: bigint
  squares: bigint
  /** Σy and Σy² */
  labels: bigint
  labelSquares: bigint
}

/** Errors of a regression in the unit of the label. A positive mean residual means predictions that are too low. */
export type RegressionPerformance = {
  key: GroupValue[]
  rows: number
  mae: Estimate
  rmse: Estimate
  meanResidual: Estimate
  r2: Estimate
}

export type RegressionDifference = Estimate & {
  measure: 'mae' | 'mean_residual'
  group: GroupValue[]
  reference: GroupValue[]
  t: number | null
  df: number | null
  p: number | null
}

/**
 * MAE = Σ|e|/n and mean residual = Σe/n with Student's interval, RMSE = √(Σe²/n), R² = 1 − Σe²/Σ(y − ȳ)².
 *
 * RMSE and R² carry no interval: theirs need fourth powers, which the sums do not hold. R² is undefined where all labels are equal.
 *
 * @throws RangeError for counts that are none, a scale that is not positive, or sums that cannot be of the same rows.
 */
export function regressionPerformance(
  sums: RegressionSums,
  { confidence = 0.95 }: { confidence?: number } = {},
): RegressionPerformance {
  checkSums(sums)
  const { key, rows, scale } = sums
  if (rows === 0) {
    const none: Estimate = { value: null, low: null, high: null, method: null, reason: 'there are no rows' }
    return { key, rows, mae: none, rmse: none, meanResidual: none, r2: none }
  }
  const total = spread(sums.labels, sums.labelSquares, rows)
  const withoutInterval = 'the interval needs sums of fourth powers'
  const alone = (value: number): Estimate => ({ value, low: null, high: null, method: null, reason: withoutInterval })
  return {
    key,
    rows,
    mae: mean(momentsOf(sums.absolute, sums), confidence, 0),
    rmse: alone(Math.sqrt(Number(sums.squares) / rows) / scale),
    meanResidual: mean(momentsOf(sums.residuals, sums), confidence, Number.NEGATIVE_INFINITY),
    r2:
      total === 0n
        ? { value: null, low: null, high: null, method: null, reason: 'all labels are equal' }
        : alone(1 - Number(BigInt(rows) * sums.squares) / Number(total)),
  }
}

/**
 * Group minus reference, for the mean absolute error and the mean residual, by Welch's t with the degrees of freedom of Satterthwaite. The
 * groups must share no rows. Undefined (with the reason) where a group has fewer than two rows.
 *
 * @throws RangeError for malformed sums.
 * @see Welch (1947), Biometrika 34.
 */
export function regressionDifferences(
  group: RegressionSums,
  reference: RegressionSums,
  { confidence = 0.95 }: { confidence?: number } = {},
): RegressionDifference[] {
  checkSums(group)
  checkSums(reference)
  const named = { group: group.key, reference: reference.key }
  return [
    {
      measure: 'mae',
      ...named,
      ...welch(momentsOf(group.absolute, group), momentsOf(reference.absolute, reference), confidence),
    },
    {
      measure: 'mean_residual',
      ...named,
      ...welch(momentsOf(group.residuals, group), momentsOf(reference.residuals, reference), confidence),
    },
  ]
}

type Moments = { rows: number; mean: number; varianceOfMean: number | null }

/** |e|² = e², so that both the errors and their sizes have the same sum of squares. */
function momentsOf(sum: bigint, { rows, scale, squares }: RegressionSums): Moments {
  if (rows === 0) return { rows, mean: 0, varianceOfMean: null }
  const variance = Number(spread(sum, squares, rows)) / rows / (rows - 1) / scale ** 2
  return { rows, mean: Number(sum) / rows / scale, varianceOfMean: rows < 2 ? null : variance / rows }
}

function mean({ rows, mean: value, varianceOfMean }: Moments, confidence: number, least: number): Estimate {
  if (varianceOfMean === null) {
    return { value, low: null, high: null, method: null, reason: 'one row has no spread to make an interval of' }
  }
  const width = studentQuantile(confidence, rows - 1) * Math.sqrt(varianceOfMean)
  return { value, low: Math.max(least, value - width), high: value + width, method: 'wald' }
}

function welch(own: Moments, other: Moments, confidence: number) {
  const none = { low: null, high: null, method: null, t: null, df: null, p: null }
  if (own.rows === 0 || other.rows === 0) return { value: null, ...none, reason: 'a group has no rows' }
  const value = own.mean - other.mean
  if (own.varianceOfMean === null || other.varianceOfMean === null) {
    return { value, ...none, reason: 'a group of one row has no spread' }
  }
  const variance = own.varianceOfMean + other.varianceOfMean
  if (variance === 0) return { value, ...none, reason: 'neither group has any spread' }
  const df = variance ** 2 / (own.varianceOfMean ** 2 / (own.rows - 1) + other.varianceOfMean ** 2 / (other.rows - 1))
  const error = Math.sqrt(variance)
  const width = studentQuantile(confidence, df) * error
  const t = value / error
  return {
    value,
    low: value - width,
    high: value + width,
    method: 'wald' as const,
    t,
    df,
    p: 2 * tCdf(-Math.abs(t), df),
  }
}

/** q with P(|T| ≤ q) = confidence, by halving: the library has the distribution but not its inverse. */
function studentQuantile(confidence: number, df: number): number {
  const tail = (1 - confidence) / 2
  let [low, high] = [0, Math.max(2, criticalValue(confidence))]
  while (tCdf(-high, df) > tail) high *= 2
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2
    if (tCdf(-middle, df) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** n·Σx² − (Σx)², exact. */
function spread(sum: bigint, squares: bigint, rows: number): bigint {
  return BigInt(rows) * squares - sum * sum
}

function checkSums(sums: RegressionSums): void {
  checkCount('rows', sums.rows)
  if (!(sums.scale > 0) || !Number.isFinite(sums.scale)) throw new RangeError(`A scale is positive, not ${sums.scale}.`)
  const possible =
    sums.absolute >= 0n &&
    sums.residuals <= sums.absolute &&
    -sums.residuals <= sums.absolute &&
    spread(sums.absolute, sums.squares, sums.rows) >= 0n &&
    spread(sums.labels, sums.labelSquares, sums.rows) >= 0n
  if (!possible) throw new RangeError('The sums of residuals and labels cannot be of the same rows.')
}
