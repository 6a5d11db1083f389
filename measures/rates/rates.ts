import type { Confusion } from '../cells.ts'
import type { Rate } from '../estimate.ts'
import { type Interval, type Proportion, usualConfidence } from '../intervals/counts.ts'
import { agrestiCoull, clopperPearson, jeffreys, wilson } from '../intervals/proportion.ts'
import { countsOf, type RateId, rateIds, whyUndefined } from './counted.ts'

/** How the interval of one proportion is made. */
export type ProportionMethod = 'wilson' | 'clopper-pearson' | 'jeffreys' | 'agresti-coull'

const intervals: Record<ProportionMethod, (it: Proportion & { confidence: number }) => Interval> = {
  wilson,
  'clopper-pearson': clopperPearson,
  jeffreys,
  'agresti-coull': agrestiCoull,
}

/** The confidence of intervals (0.95 unless said) and how they are made (Wilson unless said). */
export type RateOptions = { confidence?: number; method?: ProportionMethod }

/**
 * A proportion with its interval, the counts kept beside it. `without` says in words what it means that there is nobody to count
 * among; it becomes the reason when the denominator is 0, and the value is null.
 * Throws a RangeError when the counts are no proportion or the confidence lies outside (0, 1).
 */
export function rateFrom(
  { numerator, denominator, without }: { numerator: number; denominator: number; without: string },
  { confidence = usualConfidence, method = 'wilson' }: RateOptions = {},
): Rate {
  if (denominator === 0) {
    return { value: null, low: null, high: null, method: null, reason: without, numerator, denominator }
  }
  const { low, high } = intervals[method]({ successes: numerator, trials: denominator, confidence })
  return { value: numerator / denominator, low, high, method, numerator, denominator }
}

/** One rate of a confusion table, with its interval on its own denominator (positives for tpr, not all rows). */
export function rateOf(rate: RateId, confusion: Confusion, options: RateOptions = {}): Rate {
  return rateFrom({ ...countsOf(rate, confusion), without: whyUndefined(rate) }, options)
}

/** All rates of a confusion table by their names. */
export function ratesOf(confusion: Confusion, options: RateOptions = {}): Record<RateId, Rate> {
  const all = rateIds.map((rate): [RateId, Rate] => [rate, rateOf(rate, confusion, options)])
  return completeRates(Object.fromEntries(all))
}

/** `Object.fromEntries` forgets that every name is there; it is, since the list above is the type. */
function completeRates(rates: Record<string, Rate>): Record<RateId, Rate> {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  return rates as Record<RateId, Rate>
}
