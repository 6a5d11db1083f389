import { filled, type CategoryColumn } from './column.ts'
import { type DriftMargins, judgeDistance, judgeShareDifference, judgeUnseen } from './judge.ts'
import { type FloorOptions, shareNoise } from './noise-floor.ts'
import type { FrozenCategories } from './reference.ts'
import { type CategoryDrift, notNull } from './result.ts'
import { expectedPsi, shareDistances, twoSampleChiSquare } from './share-distances.ts'

type Options = FloorOptions & { margins: DriftMargins }

/**
 * Compares a window with a frozen column of categories. Nulls are no category: they are tested on their own. Categories that the reference never
 * showed are told apart and count in the distances; what they add to the stability index is `psiOfFilled`.
 */
export function compareCategories(
  frozen: FrozenCategories,
  window: CategoryColumn,
  options: Options,
): Omit<CategoryDrift, 'role'> {
  const { names, reference, current } = aligned(frozen, window)
  const [n, m] = [frozen.rows - frozen.nulls, filled(window)]
  const known = new Set(frozen.counts.map(({ value }) => value))
  const unseen = names.flatMap((value, index) => (known.has(value) ? [] : [{ value, count: current[index] ?? 0 }]))
  const unseenRows = unseen.reduce((sum, { count }) => sum + count, 0)
  const shares = shareDistances(reference, current)
  const noise = shares === null ? null : shareNoise(reference, current, options)
  const { margins, level } = options
  const singletons = frozen.counts.filter(({ count }) => count === 1).length
  const checks = [
    judgeDistance({
      measure: 'total_variation',
      value: shares?.total_variation ?? null,
      width: noise?.margin ?? 0,
      margin: margins.totalVariation,
      n,
      m,
      reason: n === 0 ? 'the reference has no values' : 'the window has no values',
    }),
    judgeShareDifference(
      'nulls',
      { count: frozen.nulls, rows: frozen.rows },
      { count: window.nulls, rows: window.rows },
      margins.nullRate,
      level,
    ),
    // Good and Turing: the share of rows with a category seen once estimates the share of those not seen yet.
    judgeUnseen(
      'unseen',
      { count: unseenRows, rows: m },
      { margin: margins.unseen, expected: n === 0 ? 1 : singletons / n, confidence: level },
    ),
  ]
  return {
    column: frozen.column,
    kind: 'category',
    rows: { reference: frozen.rows, current: window.rows },
    nulls: {
      reference: frozen.rows === 0 ? null : frozen.nulls / frozen.rows,
      current: window.rows === 0 ? null : window.nulls / window.rows,
    },
    unseen: { share: m === 0 ? null : unseenRows / m, categories: unseen.map(({ value }) => value), counts: unseen },
    categories: names.map((value, index) => {
      return { value, reference: reference[index] ?? 0, current: current[index] ?? 0 }
    }),
    ...notNull({
      js_divergence_ln: shares?.js_divergence_ln,
      js_distance_ln: shares?.js_distance_ln,
      js_distance_2: shares?.js_distance_2,
      hellinger: shares?.hellinger,
      total_variation: shares?.total_variation,
      psi: shares?.psi,
      psi_of_filled: shares?.psiOfFilled,
      chi_square: twoSampleChiSquare(reference, current),
    }),
    floor: {
      level,
      replicates: noise?.replicates ?? 0,
      seed: options.seed,
      ...notNull({ ...noise?.floor, expected_psi: expectedPsi(names.length, n, m) }),
    },
    checks,
  }
}

/** The categories of both, those of the reference first, with their counts in each. */
function aligned(frozen: FrozenCategories, window: CategoryColumn) {
  const now = new Map(window.counts.map(({ value, count }) => [value, count]))
  const before = new Map(frozen.counts.map(({ value, count }) => [value, count]))
  const added = [...now.keys()].filter((value) => !before.has(value) && (now.get(value) ?? 0) > 0)
  const names = [...before.keys(), ...added.toSorted((a, b) => (a < b ? -1 : 1))]
  return {
    names,
    reference: names.map((value) => before.get(value) ?? 0),
    current: names.map((value) => now.get(value) ?? 0),
  }
}
