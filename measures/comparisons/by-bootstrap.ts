import { bootstrapAll, type BootstrapOptions, type Statistic } from '../bootstrap/bootstrap.ts'
import type { Cell, CellTable, GroupValue } from '../cells.ts'
import { type Estimate, undefinedEstimate } from '../estimate.ts'
import { usualConfidence } from '../intervals/counts.ts'
import { type CompositeId, compositeIds, compositeValue, whyCompositeUndefined } from '../rates/composites.ts'
import type { ReferenceGroup } from './reference-group.ts'
import { averageOddsDifference } from './summary.ts'

/** The signed average odds gap of one group to the reference, with its bootstrap interval. */
export type AverageOdds = { group: GroupValue[]; reference: GroupValue[]; difference: Estimate }

/** More groups than these have no bootstrap intervals: each costs its share of two thousand replicates. */
const mostBootstrapped = 200

/** Of each group in its order, and of each other group against the reference. */
export type ByBootstrap = {
  composites: { cell: Cell; composites: Record<CompositeId, Estimate> }[]
  averageOdds: AverageOdds[]
}

/**
 * Everything about groups that has no closed interval, from one set of replicates: the composites of each group and its signed average
 * odds gap to the reference. Without replicates, or for too many groups, the values stand without intervals and say why.
 */
export function bootstrapGroups(
  table: CellTable,
  reference: ReferenceGroup | null,
  options: BootstrapOptions,
): ByBootstrap {
  const { replicates = 2000, seed = 1, confidence = usualConfidence } = options
  const referenceAt = reference ? table.cells.findIndex((cell) => cell.key === reference.group) : -1
  const others = table.cells.flatMap((cell, at) => (at === referenceAt ? [] : [{ group: cell.key, at }]))
  const ofGroups = table.cells.flatMap((_, at) => compositeIds.map((id) => compositeOf(id, at)))
  const ofPairs = others.map(({ at }) => averageOddsOf(at, referenceAt))
  const statistics = [...ofGroups, ...ofPairs]
  const skipped = whySkipped(table, replicates)
  const estimates = skipped
    ? statistics.map((statistic) => without(statistic(table), skipped))
    : bootstrapAll(table, statistics, { replicates, seed, confidence })
  const composites = table.cells.map((cell, at) => {
    const own = compositeIds.map((id, which): [CompositeId, Estimate] => {
      const estimate = estimates[at * compositeIds.length + which] ?? undefinedEstimate('not computed')
      return [id, estimate.value === null ? { ...estimate, reason: whyCompositeUndefined(id) } : estimate]
    })
    return { cell, composites: completeComposites(Object.fromEntries(own)) }
  })
  const averageOdds = others.map(({ group }, at) => ({
    group,
    reference: reference?.group ?? [],
    difference: namedReason(estimates[ofGroups.length + at] ?? undefinedEstimate('not computed')),
  }))
  return { composites, averageOdds }
}

function whySkipped(table: CellTable, replicates: number): string | null {
  if (replicates === 0) return 'no replicates were asked for, so there is no interval'
  if (table.cells.length <= mostBootstrapped) return null
  return `there are ${table.cells.length} groups; bootstrap intervals are made for at most ${mostBootstrapped}`
}

function namedReason(estimate: Estimate): Estimate {
  if (estimate.value !== null) return estimate
  return { ...estimate, reason: 'the group or the reference lacks rows with one of the labels' }
}

function compositeOf(id: CompositeId, at: number): Statistic {
  return ({ cells }) => {
    const cell = cells[at]
    return cell ? compositeValue(id, cell) : null
  }
}

function averageOddsOf(at: number, referenceAt: number): Statistic {
  return ({ cells }) => {
    const [cell, reference] = [cells[at], cells[referenceAt]]
    return cell && reference ? averageOddsDifference(cell, reference) : null
  }
}

function without(value: number | null, reason: string): Estimate {
  return { value, low: null, high: null, method: null, reason }
}

/** `Object.fromEntries` forgets that every name is there; it is, since the list of names is the type. */
function completeComposites(estimates: Record<string, Estimate>): Record<CompositeId, Estimate> {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  return estimates as Record<CompositeId, Estimate>
}
