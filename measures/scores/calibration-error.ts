import { binomialDraws, seededUniform } from '../bootstrap/random.ts'
import { checkCount } from '../checked.ts'
import { type ScoreBin, totalsOf } from './reliability.ts'

/**
 * The expected calibration error with its small-sample bias: a calibrated model on few rows shows an error too. `expected` is the mean of what
 * a perfectly calibrated model would show on these very rows, `corrected` = max(0, value − expected), and `p` the share of
 * simulated errors at least as large, the observed one counted in: (1 + larger) / (1 + replicates).
 */
export type CalibrationError = {
  value: number
  maximum: number
  expected: number
  corrected: number
  p: number
  replicates: number
  seed: number
}

/** Each bin is simulated by at most so many scores: their spread inside of a sixteenth of a bin changes no digit that is shown. */
const cellsOfBin = 16

/**
 * ECE = Σ nₖ/n·|mean scoreₖ − observedₖ| and MCE = the largest gap, over the bins of a reliability table, with the seeded simulation of perfect
 * calibration (labels drawn with the scores as their chances). Null where there are no rows.
 *
 * @throws RangeError for a seed or a number of replicates that is no whole number.
 * @see Naeini, Cooper, Hauskrecht (2015), AAAI; Bröcker, Smith (2007), Weather and Forecasting 22, for the resampling.
 */
export function calibrationError(
  bins: readonly ScoreBin[],
  { seed, replicates = 500 }: { seed: number; replicates?: number },
): CalibrationError | null {
  checkCount('seed', seed)
  checkCount('replicates', replicates)
  const totals = bins.map(({ scores }) => totalsOf(scores)).filter((bin) => bin.rows > 0)
  const rows = totals.reduce((sum, bin) => sum + bin.rows, 0)
  if (rows === 0) return null
  const value = totals.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.positives) / rows, 0)
  const maximum = Math.max(...totals.map((bin) => Math.abs(bin.sum - bin.positives) / bin.rows))
  const draw = binomialDraws(seededUniform((seed % 0xfffffffe) + 1))
  const cells = bins.map(coarseCells)
  let [sum, larger] = [0, 0]
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const simulated = cells.reduce((error, ofBin) => error + Math.abs(deviation(ofBin, draw)) / rows, 0)
    sum += simulated
    // The comparison leaves room for rounding: equal errors must count as equal.
    if (simulated >= value * (1 - 1e-12)) larger += 1
  }
  const expected = replicates === 0 ? 0 : sum / replicates
  const p = (1 + larger) / (1 + replicates)
  return { value, maximum, expected, corrected: Math.max(0, value - expected), p, replicates, seed }
}

type ScoreCell = { rows: number; mean: number }

/** Expected minus drawn positives of one bin. */
function deviation(cells: readonly ScoreCell[], draw: (trials: number, chance: number) => number): number {
  return cells.reduce((sum, { rows, mean }) => sum + rows * mean - draw(rows, mean), 0)
}

function coarseCells({ low, high, scores }: ScoreBin): ScoreCell[] {
  const sums = new Map<number, { rows: number; sum: number }>()
  for (const [index, { score, positive, negative }] of scores.entries()) {
    const place = high > low ? Math.floor(((score - low) / (high - low)) * cellsOfBin) : 0
    const cell = scores.length <= cellsOfBin ? index : Math.min(cellsOfBin - 1, place)
    const known = sums.get(cell) ?? { rows: 0, sum: 0 }
    const rows = positive + negative
    sums.set(cell, { rows: known.rows + rows, sum: known.sum + rows * score })
  }
  return [...sums.values()].map(({ rows, sum }) => ({ rows, mean: Math.min(1, Math.max(0, sum / rows)) }))
}
