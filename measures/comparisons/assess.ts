import type { CellTable, Confusion, GroupValue } from '../cells.ts'
import { sizeOf } from '../cells.ts'
import type { Estimate, Rate } from '../estimate.ts'
import { usualConfidence } from '../intervals/counts.ts'
import type { CompositeId } from '../rates/composites.ts'
import { countsOf, type RateId, rateIds } from '../rates/counted.ts'
import { type ProportionMethod, ratesOf } from '../rates/rates.ts'
import { marginal, totalOf } from '../tables.ts'
import { homogeneity, type Homogeneity } from '../tests/homogeneity.ts'
import { type AverageOdds, bootstrapGroups } from './by-bootstrap.ts'
import { type Against, type Comparison, type ComparisonOptions, compareGroups, usualMetrics } from './comparisons.ts'
import { type ReferenceGroup, referenceGroup } from './reference-group.ts'
import { type Spread, spreadOf } from './spread.ts'
import { type FairnessSummary, fairnessSummary } from './summary.ts'

/** One group: its counts, its rates, and the measures that are no rates. */
export type GroupResult = Confusion & {
  group: GroupValue[]
  n: number
  rates: Record<RateId, Rate>
  composites: Record<CompositeId, Estimate>
}

/** How many tests the adjusted p-values allow for, and how many comparisons had none. */
export type Family = { metrics: RateId[]; adjustment: string; tests: number; undefinedTests: number }

/** One attribute, or one intersection of several, measured. Other comparisons than with the reference stand under their own names. */
export type Assessment = {
  attribute: string[]
  reference: ReferenceGroup | null
  overall: Omit<GroupResult, 'group' | 'composites'>
  groups: GroupResult[]
  comparisons: Comparison[]
  comparisonsToLargest?: Comparison[]
  comparisonsToRest?: Comparison[]
  averageOdds: AverageOdds[]
  family: Family
  homogeneity: ({ metric: RateId } & Homogeneity)[]
  spread: Spread[]
  summary: FairnessSummary
}

/**
 * `columns`: the attribute, all columns of the table unless said. `reference`: the declared reference group, else the largest. `also`:
 * comparisons beside those with the reference. `replicates`: 2,000 unless said; 0 for none. The rest as its own functions say.
 */
export type AssessOptions = ComparisonOptions & {
  columns?: string[]
  reference?: GroupValue[]
  also?: Exclude<Against, 'reference'>[]
  rateMethod?: ProportionMethod
  replicates?: number
  seed?: number
}

/**
 * Measures the groups of one attribute or intersection: rates with intervals, signed comparisons with the reference under one
 * family-wise correction, a test of homogeneity for each metric, and the summary numbers. Groups come in the order of their names, the
 * unknown group (null) last; none is dropped, however small. No verdict: that is for thresholds that were set before.
 * Throws a RangeError for a column or reference that is not there, or counts that are none.
 */
export function assessGroups(table: CellTable, options: AssessOptions = {}): Assessment {
  const { metrics = usualMetrics, adjustment = 'holm', also = [], confidence = usualConfidence } = options
  const groups = marginal(table, options.columns ?? table.columns)
  const reference = referenceGroup(groups, options.reference)
  const rateOptions = { confidence, ...(options.rateMethod && { method: options.rateMethod }) }
  const everybody = totalOf(groups)
  const comparisons = compareGroups(groups, 'reference', options)
  const { composites, averageOdds } = bootstrapGroups(groups, reference, options)
  const tests = comparisons.filter(({ p }) => p !== null).length
  return {
    attribute: groups.columns,
    reference,
    overall: { n: sizeOf(everybody), ...everybody, rates: ratesOf(everybody, rateOptions) },
    groups: composites.map(({ cell, composites: own }) => ({
      group: cell.key,
      n: sizeOf(cell),
      ...confusionOf(cell),
      rates: ratesOf(cell, rateOptions),
      composites: own,
    })),
    comparisons,
    ...(also.includes('largest') && { comparisonsToLargest: compareGroups(groups, 'largest', options) }),
    ...(also.includes('rest') && { comparisonsToRest: compareGroups(groups, 'rest', options) }),
    averageOdds,
    family: { metrics, adjustment, tests, undefinedTests: comparisons.length - tests },
    homogeneity: metrics.map((metric) => ({ metric, ...homogeneityOf(metric, groups, options) })),
    spread: rateIds.map((metric) => spreadOf(metric, groups)),
    summary: fairnessSummary(groups, reference),
  }
}

function confusionOf({ tp, fp, fn, tn }: Confusion): Confusion {
  return { tp, fp, fn, tn }
}

function homogeneityOf(metric: RateId, table: CellTable, { seed = 1 }: AssessOptions): Homogeneity {
  const defined = table.cells.map((cell) => countsOf(metric, cell)).filter(({ denominator }) => denominator > 0)
  return homogeneity(
    defined.map(({ numerator, denominator }) => ({ successes: numerator, trials: denominator })),
    { seed },
  )
}
