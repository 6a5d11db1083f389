import type { ChangeDirection } from './page-hinkley.ts'

/**
 * `target` and `deviation` are mean and standard deviation while all is well, taken from the reference and not from the stream; `slack` (half
 * the shift that matters) and `limit` count in deviations: 0.5 and 5 alarm about once in 465 values (ARL₀, two-sided) without any shift and
 * within about ten after one of a whole deviation, if the values are normal and independent.
 */
export type CusumOptions = {
  target: number
  deviation: number
  slack?: number
  limit?: number
  direction?: ChangeDirection
}

/** All that is known of the stream: plain JSON. `since` is the first value of the run that each sum comes from, 0 where it is empty. */
export type CusumState = {
  seen: number
  high: number
  low: number
  since: { high: number; low: number }
  alarms: { at: number; since: number; direction: 'rise' | 'fall' }[]
}

/** The state before the first value. */
export function cusumStart(): CusumState {
  return { seen: 0, high: 0, low: 0, since: { high: 0, low: 0 }, alarms: [] }
}

/**
 * Takes one more value into a tabular CUSUM: C⁺ = max(0, C⁺ + z − slack), C⁻ = max(0, C⁻ − z − slack) with z = (x − target)/deviation;
 * an alarm where one passes the limit, after which that sum starts anew. `since` dates the change: the first value of the run that led to the alarm.
 *
 * @throws RangeError for a value that is not finite, a deviation or a limit that is not positive, or a negative slack.
 * @see Page (1954), Biometrika 41; Montgomery, Statistical Quality Control, for the average run lengths.
 */
export function cusum(state: CusumState, value: number, options: CusumOptions): CusumState {
  const { target, deviation, slack = 0.5, limit = 5, direction = 'either' } = options
  if (!Number.isFinite(value) || !Number.isFinite(target)) throw new RangeError('A stream and its target are finite.')
  if (!(deviation > 0) || !(limit > 0) || !(slack >= 0)) {
    throw new RangeError('Deviation and limit must be positive and the slack not negative.')
  }
  const seen = state.seen + 1
  const z = (value - target) / deviation
  const next = {
    high: direction === 'fall' ? 0 : Math.max(0, state.high + z - slack),
    low: direction === 'rise' ? 0 : Math.max(0, state.low - z - slack),
  }
  const since = {
    high: next.high === 0 ? 0 : state.since.high || seen,
    low: next.low === 0 ? 0 : state.since.low || seen,
  }
  const alarms = [...state.alarms]
  if (next.high > limit) {
    alarms.push({ at: seen, since: since.high, direction: 'rise' })
    next.high = since.high = 0
  }
  if (next.low > limit) {
    alarms.push({ at: seen, since: since.low, direction: 'fall' })
    next.low = since.low = 0
  }
  return { seen, ...next, since, alarms }
}
