import { z } from 'zod'

const column = z.string().min(1).max(500)

const everyStream = {
  /** A column of numbers, or a condition that holds (1) or not (0); without, whether prediction and label disagree. */
  value: z.string().min(1).max(2_000).optional(),
  /** Rows are read in the order of this column; in the order of the file without. */
  order: column.optional(),
  direction: z.enum(['rise', 'fall', 'either']).optional(),
  /** More alarms than this fail; without it alarms are shown and decide nothing. */
  atMostAlarms: z.int().min(0).optional(),
}

/**
 * A stream of values that is watched for a lasting change. `cusum` adds deviations from a target: the mean and standard deviation of the
 * reference, unless they are given. `page-hinkley` adds deviations from the stream's own mean so far, in the unit of the values.
 */
export const DriftStream = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('cusum'),
    ...everyStream,
    target: z.number().optional(),
    deviation: z.number().gt(0).optional(),
    /** Half the shift that matters, and the sum that alarms, both in deviations; 0.5 and 5 without. */
    slack: z.number().min(0).optional(),
    limit: z.number().gt(0).optional(),
  }),
  z.strictObject({
    method: z.literal('page-hinkley'),
    ...everyStream,
    tolerance: z.number().min(0),
    threshold: z.number().gt(0),
    warmUp: z.int().min(1).optional(),
  }),
])
export type DriftStream = z.infer<typeof DriftStream>
