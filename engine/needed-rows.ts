import {
  noiseOfCategories,
  noiseOfNumbers,
  sizeForArea,
  sizeForErrorByChance,
  sizeForExpectedToObserved,
  sizeForHalfWidth,
  sizeForNoChange,
  sizeForVerdict,
  sizeWithoutFailure,
} from '@assay/measures'
import { rateIds } from '@assay/measures/rates'
import { type Counted, countedOf } from './counted-of.ts'
import type { CalibrationPlan, DriftPlan, LlmPlan, PerformancePlan, Plan, QualityPlan } from './plan.ts'

/** What a size is about, in what it is counted, and what was taken for granted. */
export type NeededRows = {
  about: 'limit' | 'error-by-chance' | 'bins' | 'no-change' | 'no-failure'
  /** the metric, the name of a check, or a distance */
  measure: string
  columns: readonly string[]
  /** what it has to hold; of bins and errors by chance, how sure it is to be known */
  bound: { least: number | null; most: number | null }
  counted: Counted | 'window rows'
  expected: Record<string, number>
  /** null where no size is enough, since what is expected does not hold the limit */
  needed: number | null
  method: 'score-interval' | 'hanley-mcneil' | 'expected-observed' | 'normal-error' | 'noise' | 'zero-failures'
}

/**
 * How many rows a plan needs before anything is measured, of every kind but fairness, which `plannedSizes` sizes: of limits that say what
 * they expect, and what follows from limits alone. `reference`: rows of the reference of drift, any number without.
 */
export function neededRows(
  plan: Exclude<Plan, { kind: 'fairness' }>,
  reference = Number.POSITIVE_INFINITY,
): NeededRows[] {
  switch (plan.kind) {
    case 'performance':
      return plan.thresholds.flatMap((it) => ofPerformance(it, plan))
    case 'calibration':
      return [...plan.thresholds.flatMap((it) => ofCalibration(it, plan)), ...ofBins(plan)]
    case 'drift':
      return ofDrift(plan, reference)
    case 'quality':
    case 'llm':
      return ofChecks(plan)
    default:
      return plan satisfies never
  }
}

function boundOf({ atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined }) {
  return { least: atLeast ?? null, most: atMost ?? null }
}

function ofPerformance(threshold: PerformancePlan['thresholds'][number], plan: PerformancePlan): NeededRows[] {
  const { metric, expected } = threshold
  if (expected === undefined) return []
  const { rate, base, power } = expected
  const bound = boundOf(threshold)
  const known = { about: 'limit', measure: metric, columns: [], bound } as const
  const { confidence, minimumSize } = plan
  const id = rateIds.find((it) => it === metric)
  if (id !== undefined) {
    const needed = sizeForVerdict({
      compare: 'rate',
      margin: bound,
      rate,
      confidence,
      power,
      minimum: minimumSize.verdict,
    })
    return [{ ...known, counted: countedOf(id), expected: { rate, power }, needed, method: 'score-interval' }]
  }
  if (metric !== 'auc' || base === undefined) return []
  const side = bound.least === null ? { most: bound.most ?? 1 } : { least: bound.least }
  const needed = sizeForArea({ area: rate, share: base, bound: side, confidence, power })
  return [{ ...known, counted: 'rows', expected: { rate, base, power }, needed, method: 'hanley-mcneil' }]
}

function ofCalibration(threshold: CalibrationPlan['thresholds'][number], plan: CalibrationPlan): NeededRows[] {
  const { metric, expected } = threshold
  if (expected?.base === undefined || metric !== 'expected_observed_ratio') return []
  const { rate, base, power } = expected
  const bound = boundOf(threshold)
  const { confidence, minimumSize } = plan
  const needed = sizeForExpectedToObserved({
    ratio: rate,
    base,
    bound,
    confidence,
    power,
    minimum: minimumSize.verdict,
  })
  const known = { about: 'limit', measure: metric, columns: [], bound, counted: 'rows' } as const
  return [{ ...known, expected: { rate, base, power }, needed, method: 'expected-observed' }]
}

const [smallError, smallWidth] = [0.02, 0.1]

/** What the bins of a calibration curve need, whatever limits there are: errors of bins are no ground for a decision, and yet are read. */
function ofBins({ bins, confidence }: CalibrationPlan): NeededRows[] {
  const known = { columns: [], counted: 'rows' } as const
  const perBin = sizeForHalfWidth({ halfWidth: smallWidth, confidence })
  return [
    {
      ...known,
      about: 'error-by-chance',
      measure: 'ece',
      bound: { least: null, most: smallError },
      expected: { bins },
      needed: sizeForErrorByChance({ error: smallError, bins }),
      method: 'normal-error',
    },
    {
      ...known,
      about: 'bins',
      measure: 'ece',
      bound: { least: null, most: smallWidth },
      expected: { bins, perBin },
      needed: perBin * bins,
      method: 'normal-error',
    },
  ]
}

const usualCategories = 10

/** Window rows at which a column that has not changed passes. */
function ofDrift({ margins }: DriftPlan, reference: number): NeededRows[] {
  const of = (measure: string, most: number, more: Record<string, number>, needed: number | null): NeededRows => ({
    about: 'no-change',
    measure,
    columns: [],
    bound: { least: null, most },
    counted: 'window rows',
    expected: { ...more, ...(Number.isFinite(reference) ? { reference } : {}) },
    needed,
    method: 'noise',
  })
  const categories = usualCategories
  const { wassersteinNormalised, totalVariation } = margins
  return [
    of(
      'wasserstein_normalised',
      wassersteinNormalised,
      {},
      sizeForNoChange(noiseOfNumbers, wassersteinNormalised, reference),
    ),
    of(
      'total_variation',
      totalVariation,
      { categories },
      sizeForNoChange((sides) => noiseOfCategories(categories, sides), totalVariation, reference),
    ),
  ]
}

/** Fewer rows cannot show that a share holds its limit, even without a single failure; asked only where rows stand for more than themselves. */
function ofChecks(plan: QualityPlan | LlmPlan): NeededRows[] {
  return plan.checks.flatMap((check): NeededRows[] => {
    const { asked } = check
    if (asked === undefined || (asked.basis ?? (plan.kind === 'llm' ? 'population' : 'file')) === 'file') return []
    const { least, most } = boundOf(asked)
    const share = most ?? (least === null ? null : 1 - least)
    if (share === null || !(share > 0 && share < 1)) return []
    // Both ends of the interval are asked about, so one end has half of what is left.
    const needed = sizeWithoutFailure({ most: share, confidence: (1 + plan.confidence) / 2 })
    const columns = 'column' in check && typeof check.column === 'string' ? [check.column] : []
    const known = { about: 'no-failure', measure: check.check, columns, bound: { least, most } } as const
    return [{ ...known, counted: 'rows', expected: {}, needed, method: 'zero-failures' }]
  })
}
