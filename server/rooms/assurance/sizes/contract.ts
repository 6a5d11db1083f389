import { z } from 'zod'

/** How many people each of so many groups needs for the limits of a plan to pass, if the rates are as it expects. */
export const SizesQuery = z.object({
  groups: z.coerce.number().int().min(2).max(1000).default(2),
  reference: z.coerce
    .number()
    .int()
    .min(1)
    .max(1e12)
    .optional()
    .meta({ description: 'Rows of the reference of a drift plan; without, as many as one likes' }),
})
export type SizesQuery = z.infer<typeof SizesQuery>
export const SizesView = z.object({
  groups: z.number().int(),
  /** how many comparisons share the joint confidence */
  comparisons: z.number().int(),
  /** empty where no limit says what it expects */
  sizes: z.array(
    z.object({
      metric: z.string(),
      comparison: z.enum(['difference', 'ratio']),
      margin: z.number(),
      expected: z.object({ rate: z.number(), reference: z.number(), power: z.number() }),
      /** in the denominator of the metric; null where no number is enough */
      needed: z.number().int().nullable(),
    }),
  ),
  /** of every other kind than fairness: of limits that say what they expect, and what follows from limits alone */
  rows: z.array(
    z.object({
      about: z.enum(['limit', 'error-by-chance', 'bins', 'no-change', 'no-failure']),
      measure: z.string(),
      columns: z.array(z.string()),
      bound: z.object({ least: z.number().nullable(), most: z.number().nullable() }),
      counted: z.enum([
        'rows',
        'favourable labels',
        'unfavourable labels',
        'favourable decisions',
        'unfavourable decisions',
        'window rows',
      ]),
      expected: z.record(z.string(), z.number()),
      needed: z.number().int().nullable(),
      method: z.enum([
        'score-interval',
        'hanley-mcneil',
        'expected-observed',
        'normal-error',
        'noise',
        'zero-failures',
      ]),
    }),
  ),
})
export type SizesView = z.infer<typeof SizesView>
