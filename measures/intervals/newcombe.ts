import { assertTwoProportions, type Interval, type TwoProportions, usualConfidence } from './counts.ts'
import { wilson } from './proportion.ts'

/**
 * Newcombe's hybrid score interval (his method 10) of the difference p(group) − p(reference) of two independent proportions: the
 * distances from each proportion to the ends of its own Wilson interval, joined by Pythagoras. Closed, inside [−1, 1], and good from
 * small groups on; the default of this package.
 * Throws a RangeError for counts that are no proportion.
 * Source: R. G. Newcombe (1998), Statistics in Medicine 17, 873–890.
 */
export function newcombe(asked: TwoProportions & { confidence?: number }): Interval {
  const { group, reference, confidence = usualConfidence } = asked
  assertTwoProportions(asked)
  const p = group.successes / group.trials
  const p0 = reference.successes / reference.trials
  const own = wilson({ ...group, confidence })
  const other = wilson({ ...reference, confidence })
  return {
    low: Math.max(-1, p - p0 - Math.hypot(p - own.low, other.high - p0)),
    high: Math.min(1, p - p0 + Math.hypot(own.high - p, p0 - other.low)),
  }
}
