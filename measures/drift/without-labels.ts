import type { Cell, Confusion, GroupValue } from '../cells.ts'
import { type Estimate, type Rate, undefinedEstimate } from '../estimate.ts'
import { rateOf } from '../rates/rates.ts'
import {
  type DecidedScore,
  type DecidedScores,
  poolScores,
  type ScoreCount,
  type ScoreTable,
} from '../scores/score-table.ts'
import {
  type ExpectedMetric,
  expectedMetrics,
  type ExpectedPerformance,
  expectedPerformance,
} from './expected-performance.ts'
import { type Recalibration, recalibration } from './isotonic.ts'

/** Said in every result: what the numbers rest on, and what breaks them without a sign. */
export const withoutLabelsAssumption =
  'Holds only while scores mean what they meant on the reference: the people may change, the chance of the label at a given score may not. ' +
  'If that chance has changed (concept drift), these numbers are wrong and nothing in them shows it. Compare with labels when they come.'

/** Performance and fairness that a window's scores lead to expect before its labels are known. */
export type PerformanceWithoutLabels = {
  assumption: string
  calibration: Recalibration
  overall: ExpectedPerformance
  groups: ExpectedPerformance[]
  /** Each group minus the reference group, ± 3 standard errors: expected fairness. */
  differences: ExpectedDifference[]
}

export type ExpectedDifference = Estimate & { metric: ExpectedMetric; group: GroupValue[]; reference: GroupValue[] }

/**
 * Performance without labels (confidence-based estimation) from the window's decided scores, over all and for each group. Scores are mapped to
 * chances by isotonic regression on the labelled reference where that lowers their cross-validated calibration error.
 *
 * @param reference labelled scores by group; `window` unlabelled ones. Groups share no rows.
 * @param referenceGroup the key that groups are compared with; the largest group of the window unless told.
 * @throws RangeError for malformed scores or a reference group that the window lacks.
 */
export function performanceWithoutLabels(
  reference: readonly ScoreTable[],
  window: readonly DecidedScores[],
  options: { seed: number; folds?: number; referenceGroup?: GroupValue[] },
): PerformanceWithoutLabels {
  const calibration = recalibration(poolScores(reference).scores, options)
  const groups = window.map((group) => expectedPerformance(group, calibration.map))
  const overall = expectedPerformance(pooled(window), calibration.map)
  return {
    assumption: withoutLabelsAssumption,
    calibration,
    overall,
    groups,
    differences: differencesOf(groups, options.referenceGroup),
  }
}

const realisable = ['selection_rate', 'base_rate', 'accuracy', 'tpr', 'fpr', 'ppv', 'npv'] as const
type RealisableMetric = (typeof realisable)[number]

/**
 * An expected measure beside the realised one; `within` tells whether the realised value lies inside of the expected interval. It is null
 * where either is undefined, and for what needs no label and so was never uncertain (the selection rate).
 */
export type BesideRealised = {
  key: GroupValue[]
  metric: RealisableMetric
  expected: Estimate
  realised: Rate
  error: number | null
  within: boolean | null
}

/**
 * Puts what was expected beside what the labels then showed, group by group; the empty key stands for all rows. A group of which no label
 * has come yet is realised as null, with that reason.
 */
export function besideRealised(estimated: PerformanceWithoutLabels, cells: readonly Cell[]): BesideRealised[] {
  const name = (key: readonly GroupValue[]) => JSON.stringify(key)
  const byGroup = new Map(cells.map((cell) => [name(cell.key), cell]))
  const all = [{ ...estimated.overall, key: [] }, ...estimated.groups.filter(({ key }) => key.length > 0)]
  return all.flatMap(({ key, metrics }) => {
    const table = key.length === 0 ? summed(cells) : byGroup.get(name(key))
    return realisable.map((metric) => {
      const rate = table === undefined ? notYetKnown : rateOf(metric, table)
      const expected = metrics[metric]
      const [value, low, high] = [rate.value, expected.low, expected.high]
      const known = value !== null && expected.value !== null && low !== null && high !== null
      return {
        key,
        metric,
        expected,
        realised: rate,
        error: known ? (expected.value ?? 0) - value : null,
        within: known && low < high ? value >= low && value <= high : null,
      }
    })
  })
}

const notYetKnown: Rate = {
  ...undefinedEstimate('no label of this group has come yet'),
  numerator: 0,
  denominator: 0,
}

function differencesOf(
  groups: readonly ExpectedPerformance[],
  referenceGroup: GroupValue[] | undefined,
): ExpectedDifference[] {
  if (groups.length < 2) return []
  const wanted = JSON.stringify(referenceGroup)
  const reference =
    referenceGroup === undefined
      ? groups.reduce((largest, group) => (group.rows > largest.rows ? group : largest))
      : groups.find(({ key }) => JSON.stringify(key) === wanted)
  if (reference === undefined) throw new RangeError(`The window has no group ${wanted} to compare with.`)
  return groups.flatMap((group) =>
    group === reference ? [] : expectedMetrics.map((metric) => differenceOf(metric, group, reference)),
  )
}

function differenceOf(
  metric: ExpectedMetric,
  group: ExpectedPerformance,
  reference: ExpectedPerformance,
): ExpectedDifference {
  const named = { metric, group: group.key, reference: reference.key }
  const [own, other] = [group.metrics[metric], reference.metrics[metric]]
  if (own.value === null || other.value === null) {
    const reason = own.value === null ? 'undefined in the group' : 'undefined in the reference group'
    return { ...named, value: null, low: null, high: null, method: null, reason }
  }
  const value = own.value - other.value
  const width = 3 * Math.hypot(own.standardError ?? 0, other.standardError ?? 0)
  return { ...named, value, low: Math.max(-1, value - width), high: Math.min(1, value + width), method: 'wald' }
}

/** A decided score table has the shape of a labelled one with other names. */
function pooled(window: readonly DecidedScores[]): DecidedScores {
  const tables = window.map(({ scores }) => ({ scores: scores.map(asLabelled) }))
  return {
    key: [],
    scores: poolScores(tables).scores.map(({ score, positive, negative }) => {
      return { score, selected: positive, notSelected: negative }
    }),
  }
}

function asLabelled({ score, selected, notSelected }: DecidedScore): ScoreCount {
  return { score, positive: selected, negative: notSelected }
}

function summed(cells: readonly Cell[]): Confusion {
  const sum = { tp: 0, fp: 0, fn: 0, tn: 0 }
  for (const { tp, fp, fn, tn } of cells) {
    sum.tp += tp
    sum.fp += fp
    sum.fn += fn
    sum.tn += tn
  }
  return sum
}
