import type { Cell, CellTable, Confusion, GroupValue } from '../cells.ts'
import { type CountedRate, countsOf, type RateId, whyUndefined } from '../rates/counted.ts'
import { nameOf, totalOf, withoutConfusion } from '../tables.ts'
import { type Adjustment, adjust } from '../tests/multiplicity.ts'
import { comparePair, type PairOptions, type PairResult } from './pair.ts'
import { findGroup, referenceGroup } from './reference-group.ts'

/** What a group is set against: the reference group, the largest group, or everybody who is not in the group. */
export type Against = 'reference' | 'largest' | 'rest'

/**
 * One rate of one group beside that of what it is compared with (`reference` is null for everybody else). `p` is the raw p-value,
 * `pAdjusted` the one for the whole family.
 */
export type Comparison = PairResult & {
  metric: RateId
  group: GroupValue[]
  against: Against
  reference: GroupValue[] | null
  counts: { group: CountedRate; reference: CountedRate }
  pAdjusted: number | null
}

/** Which rates are compared: they and the groups make up the family, so they are named before anybody looks. */
export type ComparisonOptions = PairOptions & { metrics?: RateId[]; adjustment?: Adjustment }

/** Selection rate, true and false positive rate, and precision: the parities that a plan is usually about. */
export const usualMetrics: RateId[] = ['selection_rate', 'tpr', 'fpr', 'ppv']

/**
 * Compares every group of a table (its cells, as they are keyed) with what `against` names. p-values are adjusted over all groups and
 * metrics together, by Holm's rule unless said; a test that is undefined stays null and does not count.
 * Throws a RangeError when the reference is not in the table.
 */
export function compareGroups(
  table: CellTable,
  against: Against,
  options: ComparisonOptions & { reference?: GroupValue[] } = {},
): Comparison[] {
  const { metrics = usualMetrics, adjustment = 'holm' } = options
  const opponents = opponentsOf(table, against, options.reference)
  const found = opponents.flatMap(({ cell, key, confusion }) =>
    metrics.map((metric) => {
      const counts = { group: countsOf(metric, cell), reference: countsOf(metric, confusion) }
      const result = comparePair({ ...counts, without: whyUndefined(metric) }, options)
      return { metric, group: cell.key, against, reference: key, counts, ...result }
    }),
  )
  const adjusted = adjust(
    found.map(({ p }) => p),
    adjustment,
  )
  return found.map((comparison, at) => ({ ...comparison, pAdjusted: adjusted[at] ?? null }))
}

type Opponents = { cell: Cell; key: GroupValue[] | null; confusion: Confusion }[]

function opponentsOf(table: CellTable, against: Against, declared: GroupValue[] | undefined): Opponents {
  if (against === 'rest') {
    const everybody = totalOf(table)
    return table.cells.map((cell) => ({ cell, key: null, confusion: withoutConfusion(everybody, cell) }))
  }
  const chosen = referenceGroup(table, against === 'reference' ? declared : undefined)
  if (!chosen) return []
  const opponent = findGroup(table, chosen.group)
  const name = nameOf(opponent.key)
  return table.cells
    .filter((cell) => nameOf(cell.key) !== name)
    .map((cell) => ({ cell, key: opponent.key, confusion: opponent }))
}
