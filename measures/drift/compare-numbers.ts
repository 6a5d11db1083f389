import { type ExactValues, filled, type GridCounts, type NumberColumn } from './column.ts'
import { type DriftMargins, judgeDistance, judgeShareDifference, judgeUnseen } from './judge.ts'
import { ksFloor, ksTail } from './kolmogorov.ts'
import { asWholeNumbers, onGrid } from './grid.ts'
import { type LineDistances, lineDistances, lineOfGrids, lineOfValues } from './line.ts'
import { type FloorOptions, shareNoise, wassersteinNoise } from './noise-floor.ts'
import { countsBetween, countsUpTo, decilesOf, type FrozenNumbers } from './reference.ts'
import { notNull, type NumberDrift } from './result.ts'
import { expectedPsi, shareDistances, twoSampleChiSquare } from './share-distances.ts'

type Options = FloorOptions & { margins: DriftMargins }

/**
 * Compares a window with a frozen column of numbers. Both exact: exact. Otherwise both are read on one grid and the result says how far the
 * exact distances may lie from those shown.
 *
 * @throws RangeError where both are counted on different grids.
 */
export function compareNumbers(
  frozen: FrozenNumbers,
  window: NumberColumn,
  options: Options,
): Omit<NumberDrift, 'role'> {
  const [reference, current] = asExactAsMayBe(onOneAxis(frozen, window.values))
  const exact = reference.mode === 'exact' && current.mode === 'exact'
  const line = exact ? lineOfValues(reference, current) : lineOfGrids(asGrid(reference), asGrid(current))
  const distances = lineDistances(line)
  const deciles = decileCounts(frozen, reference, current)
  const shares = shareDistances(deciles.reference, deciles.window)
  const chiSquare = twoSampleChiSquare(deciles.reference, deciles.window)
  const normalised = inDeviations(distances, frozen.deviation)
  const noise = distances === null ? null : wassersteinNoise(line, options)
  const noiseOfShares = shares === null ? null : shareNoise(deciles.reference, deciles.window, options)
  const outside = outsideOf(frozen, window)
  const checks = [
    distributionCheck(frozen, { distances, normalised, margin: noise?.margin ?? 0, n: line.n, m: line.m }, options),
    judgeShareDifference('nulls', nullsOf(frozen), nullsOf(window), options.margins.nullRate, options.level),
    ...notFiniteCheck(frozen, window, options),
    judgeUnseen(
      'out-of-range',
      { count: outside.below + outside.above, rows: line.m },
      { margin: options.margins.unseen, expected: line.n > 0 ? 2 / (line.n + 1) : 1, confidence: options.level },
    ),
  ]
  return {
    column: frozen.column,
    kind: 'number',
    mode: exact ? 'exact' : 'binned',
    rows: { reference: frozen.rows, current: window.rows },
    nulls: { reference: shareOf(nullsOf(frozen)), current: shareOf(nullsOf(window)) },
    notFinite: { reference: frozen.notFinite, current: window.notFinite ?? 0 },
    outOfRange: { share: line.m === 0 ? null : (outside.below + outside.above) / line.m, ...outside },
    ...notNull({
      ks: distances?.ks,
      ks_p: distances === null ? null : ksTail(Math.min(1, distances.ks), line.n, line.m),
      wasserstein: distances?.wasserstein,
      wasserstein_normalised: normalised?.value,
      wasserstein_normalised_at_least_0_001: atLeastThousandth(distances, frozen.deviation),
      psi_reference_deciles: shares?.psi,
      js_divergence_ln: shares?.js_divergence_ln,
      js_distance_ln: shares?.js_distance_ln,
      js_distance_2: shares?.js_distance_2,
      hellinger: shares?.hellinger,
      total_variation: shares?.total_variation,
      chi_square: chiSquare,
    }),
    bins: { edges: deciles.edges, reference: deciles.reference, current: deciles.window },
    binnedError:
      exact || distances === null
        ? null
        : {
            ks: distances.ksRange[1] - distances.ks,
            wasserstein: Math.max(
              distances.wassersteinRange[1] - distances.wasserstein,
              distances.wasserstein - distances.wassersteinRange[0],
            ),
          },
    floor: {
      level: options.level,
      replicates: options.replicates,
      seed: options.seed,
      ...notNull({
        ks: distances === null ? null : ksFloor(line.n, line.m, 1 - options.level),
        wasserstein: noise?.floor,
        wasserstein_normalised: noise === null || !frozen.deviation ? null : noise.floor / frozen.deviation,
        psi_reference_deciles: noiseOfShares?.floor.psi,
        js_divergence_ln: noiseOfShares?.floor.js_divergence_ln,
        js_distance_ln: noiseOfShares?.floor.js_distance_ln,
        js_distance_2: noiseOfShares?.floor.js_distance_2,
        hellinger: noiseOfShares?.floor.hellinger,
        total_variation: noiseOfShares?.floor.total_variation,
        expected_psi: expectedPsi(deciles.reference.length, line.n, line.m),
      }),
    },
    checks,
  }
}

/** The change in standard deviations of the reference; a constant reference has none, and only no change at all is then a number. */
function inDeviations(distances: LineDistances | null, deviation: number | null): { value: number } | null {
  if (distances === null || deviation === null) return null
  if (deviation > 0) return { value: distances.wasserstein / deviation }
  return distances.wasserstein === 0 ? { value: 0 } : null
}

/** How others norm it: a deviation below 0.001 is read as 0.001, whatever the unit. Shown under its own name, judged by nobody. */
function atLeastThousandth(distances: LineDistances | null, deviation: number | null): number | null {
  return distances === null || deviation === null ? null : distances.wasserstein / Math.max(deviation, 0.001)
}

type Measured = {
  distances: LineDistances | null
  normalised: { value: number } | null
  margin: number
  n: number
  m: number
}

function distributionCheck(frozen: FrozenNumbers, measured: Measured, { margins, level }: Options) {
  const { distances, normalised, margin, n, m } = measured
  const { deviation } = frozen
  if (distances !== null && (normalised === null || deviation === 0)) {
    // A constant reference: what is left to measure is how many rows have left the constant.
    const asked = {
      measure: 'ks',
      value: distances.ks,
      width: ksFloor(n, m, 1 - level),
      margin: margins.totalVariation,
    }
    return judgeDistance({ ...asked, n, m })
  }
  const value = normalised?.value ?? null
  // From a grid, the estimate's own range counts as uncertainty too, but never twice over: both are bounds.
  const width = value === null || !deviation ? 0 : (margin + binnedWidth(distances)) / deviation
  const reason = n === 0 ? 'the reference has no values' : 'the window has no values'
  const asked = { measure: 'wasserstein_normalised', value, width, margin: margins.wassersteinNormalised }
  return judgeDistance({ ...asked, n, m, reason })
}

function binnedWidth(distances: LineDistances | null): number {
  if (distances === null) return 0
  const [low, high] = distances.wassersteinRange
  return Math.max(high - distances.wasserstein, distances.wasserstein - low)
}

function notFiniteCheck(frozen: FrozenNumbers, window: NumberColumn, { margins, level }: Options) {
  const [before, now] = [frozen.notFinite, window.notFinite ?? 0]
  if (before + now === 0) return []
  return [
    judgeShareDifference(
      'not-finite',
      { count: before, rows: frozen.rows },
      { count: now, rows: window.rows },
      margins.nullRate,
      level,
    ),
  ]
}

function nullsOf({ nulls, rows }: { nulls: number; rows: number }) {
  return { count: nulls, rows }
}

function shareOf({ count, rows }: { count: number; rows: number }): number | null {
  return rows === 0 ? null : count / rows
}

/** Reads both on one axis: exact where both are, else on the grid of whichever is counted on one. */
function onOneAxis(frozen: FrozenNumbers, window: NumberColumn['values']): Pair {
  const { distribution } = frozen
  const reference =
    distribution.mode === 'exact'
      ? distribution
      : { ...distribution, below: 0, above: 0, min: frozen.min, max: frozen.max }
  if (reference.mode === 'exact' && window.mode === 'exact') return [reference, window]
  if (reference.mode === 'exact' && window.mode === 'binned') return [onGrid(reference, gridOfCounts(window)), window]
  if (reference.mode === 'binned' && window.mode === 'exact')
    return [reference, onGrid(window, gridOfCounts(reference))]
  const [one, other] = [gridOfCounts(asGrid(reference)), gridOfCounts(asGrid(window))]
  if (one.low !== other.low || one.high !== other.high || one.bins !== other.bins) {
    throw new RangeError(
      `Column ${JSON.stringify(frozen.column)}: the window is counted on ${one.bins === other.bins ? 'another grid' : `${other.bins} bins`} ` +
        `than its reference; count it from ${one.low} to ${one.high} on ${one.bins} bins.`,
    )
  }
  return [reference, window]
}

type Pair = [reference: ExactValues | GridCounts, window: ExactValues | GridCounts]

/** Two grids of whole numbers with narrow bins hide nothing. */
function asExactAsMayBe([reference, window]: Pair): Pair {
  if (reference.mode === 'exact' || window.mode === 'exact') return [reference, window]
  const [one, other] = [asWholeNumbers(reference), asWholeNumbers(window)]
  return one === null || other === null ? [reference, window] : [one, other]
}

function gridOfCounts({ low, high, counts }: GridCounts) {
  return { low, high, bins: counts.length }
}

function asGrid(values: ExactValues | GridCounts): GridCounts {
  if (values.mode === 'binned') return values
  throw new Error('An exact column was not put on the grid of the other.')
}

function decileCounts(frozen: FrozenNumbers, reference: ExactValues | GridCounts, window: ExactValues | GridCounts) {
  if (reference.mode === 'exact' && window.mode === 'exact') {
    const { edges, counts } = frozen.deciles
    return { edges, reference: counts, window: countsBetween(window, edges) }
  }
  // An exact reference that meets a binned window has its deciles cut anew, at ends of the window's bins.
  const own = frozen.deciles.ends === undefined ? decilesOf(reference, filledRows(frozen)) : frozen.deciles
  return { edges: own.edges, reference: own.counts, window: countsUpTo(asGrid(window), own.ends ?? []) }
}

function filledRows({ rows, nulls, notFinite }: FrozenNumbers): number {
  return rows - nulls - notFinite
}

function outsideOf(frozen: FrozenNumbers, window: NumberColumn) {
  const { min, max } = frozen
  const { values } = window
  if (min === null || max === null) return { below: filled(window), above: 0, low: null, high: null }
  if (values.mode === 'binned') return { below: values.below, above: values.above, low: min, high: max }
  // Values ascend, so that what is outside lies at both ends.
  const { length } = values.values
  let [below, above] = [0, 0]
  for (let at = 0; at < length && (values.values[at] ?? 0) < min; at += 1) below += values.counts[at] ?? 0
  for (let at = length - 1; at >= 0 && (values.values[at] ?? 0) > max; at -= 1) above += values.counts[at] ?? 0
  return { below, above, low: min, high: max }
}
