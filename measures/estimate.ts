/** How an interval was made; shown beside every interval. */
export type IntervalMethod =
  | 'wilson'
  | 'clopper-pearson'
  | 'jeffreys'
  | 'agresti-coull'
  | 'newcombe'
  | 'miettinen-nurminen'
  | 'katz-log'
  | 'score-ratio'
  | 'robins-breslow-greenland'
  | 'bootstrap'
  | 'delong'
  | 'hanley-mcneil'
  | 'jackknife'
  | 'newcombe-paired'
  | 'lang-reiczigel'
  | 'order-statistics'
  | 'wald'

/**
 * A number with its uncertainty. `value` is null where the measure is undefined (its denominator is 0), and `reason` then says why:
 * undefined is never 0 and never NaN.
 */
export type Estimate = {
  value: number | null
  low: number | null
  high: number | null
  method: IntervalMethod | null
  reason?: string
}

/** A rate with the two counts that it is made of. */
export type Rate = Estimate & { numerator: number; denominator: number }

/** The answer to a threshold that was set before the run. */
export type Verdict = 'pass' | 'fail' | 'not-enough-data'

/** A measure that cannot be computed here, with the reason in words. */
export function undefinedEstimate(reason: string): Estimate {
  return { value: null, low: null, high: null, method: null, reason }
}
