import { rateIds } from '@assay/measures/rates'
import { z } from 'zod'

const column = z.string().min(1).max(500)
const share = z.number().min(0).max(1)

/**
 * What the planner expects of the rate: of a compared group and, where groups have another than that, of the reference. Says how many people a
 * group needs before anything is measured.
 */
export const ExpectedRates = z.strictObject({
  rate: share,
  reference: share.optional(),
  /** The chance that the verdict passes if the rates are as expected. */
  power: z.number().min(0.5).max(0.999).default(0.8),
})
export type ExpectedRates = z.infer<typeof ExpectedRates>

/** What the planner expects of one number, and of the share of favourable labels where the size rests on that. */
export const ExpectedValue = z.strictObject({
  rate: z.number().min(0).max(100),
  base: z.number().gt(0).lt(1).optional(),
  /** The chance that the verdict passes if it is as expected. */
  power: z.number().min(0.5).max(0.999).default(0.8),
})
export type ExpectedValue = z.infer<typeof ExpectedValue>

/**
 * `difference`: every compared group stays within ± margin of the group it is compared with. `ratio`: within [margin, 1/margin].
 * Exactly what is decided on; other comparisons are shown and decide nothing.
 */
export const FairnessThreshold = z
  .strictObject({
    metric: z.enum(rateIds),
    comparison: z.enum(['difference', 'ratio']).default('difference'),
    margin: z.number().gt(0).lte(1),
    /** Only these attributes ("race" or "race,sex"); all of the plan without. */
    attributes: z.array(z.string().max(1_000)).optional(),
    expected: ExpectedRates.optional(),
  })
  .refine(({ comparison, margin }) => comparison === 'difference' || margin < 1, {
    path: ['margin'],
    message: 'of a ratio lies below 1, for instance 0.8 for "between four fifths and five fourths"',
  })
export type FairnessThreshold = z.infer<typeof FairnessThreshold>

/**
 * Conditional parity: groups are compared among rows that are alike in `strata`, the factors that may legitimately matter, such as the
 * department that was applied to. With a margin it decides: the pooled difference of every group stays within ± margin.
 */
export const ConditionalParity = z.strictObject({
  strata: z.array(column).min(1).max(5),
  metric: z.enum(rateIds).optional(),
  margin: z.number().gt(0).lte(1).optional(),
  /** Only these attributes ("race" or "race,sex"); all of the plan without. */
  attributes: z.array(z.string().max(1_000)).optional(),
})
export type ConditionalParity = z.infer<typeof ConditionalParity>

/**
 * How findings of the table "subgroups" are confirmed: on a share of the rows that is held back from the search. Where a test file is
 * given, all rows are searched and the test file confirms.
 */
export const SubgroupSearchPlan = z.strictObject({ holdBack: z.number().min(0.1).max(0.9) })
export type SubgroupSearchPlan = z.infer<typeof SubgroupSearchPlan>
