import { rateIds } from '@assay/measures/rates'
import { z } from 'zod'
import { DriftStream } from './drift-streams.ts'
import { ConditionalParity, ExpectedValue, FairnessThreshold, SubgroupSearchPlan } from './fairness-checks.ts'
import { LlmCheckPlan } from './llm-checks.ts'
import { QualityCheckPlan } from './quality-checks.ts'

/**
 * What is to be measured, written down before anybody has seen a result. Unknown keys are refused, since a misspelt threshold would
 * otherwise never be applied. The file that is measured is not part of a plan: the same plan is run again on next month's file.
 */

/** A column by its exact name or, where no column has that name, a condition in the words of filters: `decile_score >= 5`. */
const columnOrCondition = z.string().min(1).max(2_000)
const column = z.string().min(1).max(500)
const words = z.string().max(4_000)

const everyKind = {
  title: z.string().max(200).optional(),
  /** Why this measure was chosen, and not another that would answer differently. */
  reason: words.optional(),
  /** Who is counted: `age >= 18 and status in ('open', 'closed')`. */
  filter: z.string().min(1).max(10_000).optional(),
  /** Values that stand for "no value" beside the empty field, such as `N/A` or `?`. */
  missing: z.array(z.string().max(200)).max(100).default([]),
  /** Of each interval, two-sided. */
  confidence: z.number().min(0.5).max(0.9999).default(0.95),
  /** Bootstrap replicates over the counted cells. */
  replicates: z.int().min(100).max(100_000).default(2_000),
  seed: z.int().min(0).max(4_294_967_295).default(42),
  /** `verdict`: below this denominator nothing is decided. `show`: below it a group's numbers are marked as too small to show. */
  minimumSize: z
    .strictObject({ verdict: z.int().min(1).default(30), show: z.int().min(1).default(5) })
    .default({ verdict: 30, show: 5 }),
}

const groups = {
  /** Grouping columns; each is a table of its own. */
  by: z.array(column).max(20).default([]),
  /** Combinations of grouping columns; each is a table of its own. */
  intersect: z.array(z.array(column).min(2).max(6)).max(20).default([]),
}

const labelled = {
  label: columnOrCondition,
  prediction: columnOrCondition,
  /** The value of label and prediction that is the favourable decision; "1" without. Conditions need none. */
  positive: z.string().max(500).default('1'),
  /** A probability in [0, 1] of the positive label, or any score that ranks. */
  score: column.optional(),
}

export const FairnessPlan = z.strictObject({
  kind: z.literal('fairness'),
  ...everyKind,
  ...labelled,
  ...groups,
  by: z.array(column).max(20).min(1, 'names at least one grouping column'),
  /** Without labels only the selection rate is defined. */
  label: columnOrCondition.optional(),
  /** Attribute ("race", "race,sex") → the value that the others are compared with; the largest group without. */
  reference: z.record(z.string().max(3_000), z.union([z.string().max(500), z.array(z.string().max(500))])).default({}),
  compareWith: z.enum(['reference', 'rest', 'largest']).default('reference'),
  thresholds: z.array(FairnessThreshold).max(50).default([]),
  adjustment: z.enum(['holm', 'bonferroni']).default('holm'),
  /** Tables of named rules, beside the measures. */
  tables: z.array(z.enum(['four-fifths', 'subgroups', 'inequality', 'conflicts'])).default([]),
  conditional: z.array(ConditionalParity).min(1).max(20).optional(),
  subgroups: SubgroupSearchPlan.optional(),
  /** Which columns the tables of New York City's Local Law 144 are about; `score` for scoring rates beside selection rates. */
  localLaw144: z.strictObject({ sex: column, raceEthnicity: column, score: column.optional() }).optional(),
})
export type FairnessPlan = z.infer<typeof FairnessPlan>

/** The whole interval has to lie on the right side of the bound to pass. */
const bound = {
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
}
const oneBound = (it: { atLeast?: number | undefined; atMost?: number | undefined }) =>
  (it.atLeast === undefined) !== (it.atMost === undefined)
const needsOneBound = { message: 'takes exactly one of atLeast and atMost' }

export const PerformanceThreshold = z
  .strictObject({
    /** The last two are of a regression. */
    metric: z.enum([...rateIds, 'balanced_accuracy', 'f1', 'mcc', 'auc', 'mae', 'mean_residual']),
    ...bound,
    /** Each group has to hold it too, not only the whole. */
    perGroup: z.boolean().default(false),
    /** Of rates and of the AUC: says how many rows are needed. */
    expected: ExpectedValue.optional(),
  })
  .refine(oneBound, needsOneBound)
  .refine(({ metric, expected }) => expected === undefined || metric === 'auc' || rateIds.some((it) => it === metric), {
    path: ['expected'],
    message: 'only rates and the AUC are sized beforehand; leave it out',
  })
  .refine(({ metric, expected }) => expected === undefined || metric !== 'auc' || expected.base !== undefined, {
    path: ['expected', 'base'],
    message: 'of an AUC is needed: the share of favourable labels',
  })
export type PerformanceThreshold = z.infer<typeof PerformanceThreshold>

/** Metrics of a regression; all others are about decisions. */
export const errorMetrics: string[] = ['mae', 'mean_residual']

export const PerformancePlan = z
  .strictObject({
    kind: z.literal('performance'),
    ...everyKind,
    /** `regression`: label and prediction are columns of numbers, and how far they lie apart is measured; decisions without. */
    task: z.enum(['classification', 'regression']).optional(),
    ...labelled,
    ...groups,
    thresholds: z.array(PerformanceThreshold).max(50).default([]),
  })
  .superRefine(({ task, thresholds }, { addIssue }) => {
    const ofNumbers = task === 'regression'
    for (const [index, { metric }] of thresholds.entries()) {
      if (errorMetrics.includes(metric) === ofNumbers) continue
      const message = ofNumbers
        ? `"${metric}" is about decisions; a regression is judged by ${errorMetrics.join(' or ')}`
        : `"${metric}" is about numbers; write task: regression for it`
      addIssue({ code: 'custom', path: ['thresholds', index, 'metric'], message })
    }
  })
export type PerformancePlan = z.infer<typeof PerformancePlan>

export const CalibrationThreshold = z
  .strictObject({
    /** Those that have an interval; errors of bins are shown, and are no ground for a decision. */
    metric: z.enum(['slope', 'intercept', 'expected_observed_ratio']),
    ...bound,
    perGroup: z.boolean().default(false),
    /** Of expected over observed: says how many rows are needed. */
    expected: ExpectedValue.optional(),
  })
  .refine(oneBound, needsOneBound)
  .refine(({ metric, expected }) => expected === undefined || metric === 'expected_observed_ratio', {
    path: ['expected'],
    message: 'only expected over observed is sized beforehand; leave it out',
  })
  .refine(({ expected }) => expected === undefined || expected.base !== undefined, {
    path: ['expected', 'base'],
    message: 'is needed: the share of favourable labels',
  })
export type CalibrationThreshold = z.infer<typeof CalibrationThreshold>

export const CalibrationPlan = z.strictObject({
  kind: z.literal('calibration'),
  ...everyKind,
  ...groups,
  label: columnOrCondition,
  positive: labelled.positive,
  score: column,
  bins: z.int().min(2).max(1_000).default(10),
  thresholds: z.array(CalibrationThreshold).max(50).default([]),
})
export type CalibrationPlan = z.infer<typeof CalibrationPlan>

/** How much change is tolerated; a distance or share beyond doubt above its margin is drift. */
export const DriftMargins = z.strictObject({
  /** Wasserstein distance of numbers, in standard deviations of the reference. */
  wassersteinNormalised: z.number().gt(0).default(0.1),
  /** Share of rows that would have to change their category. */
  totalVariation: z.number().gt(0).lt(1).default(0.05),
  /** Difference of the shares of nulls. */
  nullRate: z.number().gt(0).lt(1).default(0.02),
  /** Share of rows with a category, or outside of the range, that the reference never showed. */
  unseen: z.number().gt(0).lt(1).default(0.02),
})
export type DriftMargins = z.infer<typeof DriftMargins>

export const DriftPlan = z.strictObject({
  kind: z.literal('drift'),
  ...everyKind,
  /** All columns that reference and current have without. */
  columns: z.array(column).max(2_000).optional(),
  /** Columns that are categories though they look like numbers (codes), and the other way round. */
  categories: z.array(column).max(2_000).default([]),
  numbers: z.array(column).max(2_000).default([]),
  /** Grouping columns whose shares are watched: the mix of groups. */
  by: z.array(column).max(20).default([]),
  mode: z.enum(['binned', 'exact']).default('exact'),
  bins: z.int().min(16).max(65_536).default(2_048),
  /** Cuts the current file into windows: by rows in file order, or by a column of dates. */
  windows: z
    .union([
      z.strictObject({ rows: z.int().min(10) }),
      z.strictObject({ column: column, period: z.enum(['day', 'week', 'month', 'quarter', 'year']) }),
    ])
    .optional(),
  /** For performance without labels, and realised performance where the current file has labels. */
  score: column.optional(),
  prediction: columnOrCondition.optional(),
  label: columnOrCondition.optional(),
  positive: labelled.positive,
  margins: DriftMargins.prefault({}),
  /** Values of the current file that are watched one by one for a lasting change. */
  streams: z.array(DriftStream).min(1).max(20).optional(),
})
export type DriftPlan = z.infer<typeof DriftPlan>

export const QualityPlan = z.strictObject({
  kind: z.literal('quality'),
  ...everyKind,
  columns: z.array(column).max(2_000).optional(),
  label: column.optional(),
  positive: labelled.positive,
  by: z.array(column).max(20).default([]),
  /** Columns that name a row. */
  keys: z.array(column).max(20).default([]),
  /** Columns that together may point at one person. */
  quasiIdentifiers: z.array(column).max(20).default([]),
  sensitive: z.array(column).max(20).default([]),
  /** The day that "future" and "age" are counted from; a run has no clock of its own. */
  asOf: z.iso.date().optional(),
  /** What is checked; without any, what can be checked of columns, label, groups, keys and quasi-identifiers without being told more. */
  checks: z.array(QualityCheckPlan).max(2_000).default([]),
})
export type QualityPlan = z.infer<typeof QualityPlan>

export const LlmPlan = z.strictObject({
  kind: z.literal('llm'),
  ...everyKind,
  /** Which column holds what; `output` is what the model wrote. */
  columns: z.strictObject({
    output: column,
    prompt: column.optional(),
    expected: column.optional(),
    context: column.optional(),
    group: z.union([column, z.array(column).min(1).max(6)]).optional(),
    /** Rows that belong together: the two prompts of a counterfactual pair, samples of one prompt. */
    pair: column.optional(),
    variant: column.optional(),
    /** The variant that this one was compared with in a duel; `judge` then names the winner. */
    opponent: column.optional(),
    judge: column.optional(),
    judgeReference: column.optional(),
    latency: column.optional(),
    cost: column.optional(),
  }),
  /** Without any, those that the named columns allow. */
  checks: z.array(LlmCheckPlan).max(100).default([]),
})
export type LlmPlan = z.infer<typeof LlmPlan>

export const Plan = z.discriminatedUnion('kind', [
  FairnessPlan,
  PerformancePlan,
  CalibrationPlan,
  DriftPlan,
  QualityPlan,
  LlmPlan,
])
/** A plan with every default filled in: what was run is what is recorded. */
export type Plan = z.infer<typeof Plan>
/** A plan as somebody writes it. */
export type PlanInput = z.input<typeof Plan>
export type MeasurementKind = Plan['kind']

export const planSchemas = {
  fairness: FairnessPlan,
  performance: PerformancePlan,
  calibration: CalibrationPlan,
  drift: DriftPlan,
  quality: QualityPlan,
  llm: LlmPlan,
}
export const measurementKinds: MeasurementKind[] = ['fairness', 'performance', 'calibration', 'drift', 'quality', 'llm']
