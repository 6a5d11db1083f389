/** Which change is looked for: a rise of the mean, a fall, or either. */
export type ChangeDirection = 'rise' | 'fall' | 'either'

/**
 * `tolerance` is how far the mean may wander without counting (in the unit of the values), `threshold` how much beyond that must add up for
 * an alarm, `warmUp` how many values must have come first.
 */
export type PageHinkleyOptions = { tolerance: number; threshold: number; warmUp?: number; direction?: ChangeDirection }

/** All that is known of the stream: plain JSON, so that it outlives a restart. */
export type PageHinkleyState = {
  seen: number
  mean: number
  rise: number
  fall: number
  alarms: { at: number; direction: 'rise' | 'fall' }[]
  total: number
}

/** The state before the first value. */
export function pageHinkleyStart(): PageHinkleyState {
  return { seen: 0, mean: 0, rise: 0, fall: 0, alarms: [], total: 0 }
}

/**
 * Takes one more value into the Page–Hinkley test: the sums of (x − mean − tolerance) and of (mean − x − tolerance), never below 0; an alarm
 * where one passes the threshold, after which the test starts anew with the next value. `at` counts all values from 1.
 *
 * @throws RangeError for a value that is not finite, a negative tolerance or a threshold that is not positive.
 * @see Page (1954), Biometrika 41; Hinkley (1971), Biometrika 58.
 */
export function pageHinkley(state: PageHinkleyState, value: number, options: PageHinkleyOptions): PageHinkleyState {
  const { tolerance, threshold, warmUp = 30, direction = 'either' } = options
  if (!Number.isFinite(value)) throw new RangeError(`A stream holds finite values, not ${value}.`)
  if (!(tolerance >= 0) || !(threshold > 0)) throw new RangeError('Tolerance is at least 0 and the threshold above it.')
  const seen = state.seen + 1
  const total = state.total + 1
  const mean = state.mean + (value - state.mean) / seen
  const rise = Math.max(0, state.rise + value - mean - tolerance)
  const fall = Math.max(0, state.fall + mean - value - tolerance)
  const alarm = seen < warmUp ? null : alarmOf(rise, fall, threshold, direction)
  if (alarm === null) return { ...state, seen, total, mean, rise, fall }
  return { ...pageHinkleyStart(), total, alarms: [...state.alarms, { at: total, direction: alarm }] }
}

function alarmOf(rise: number, fall: number, threshold: number, direction: ChangeDirection): 'rise' | 'fall' | null {
  if (direction !== 'fall' && rise > threshold) return 'rise'
  return direction !== 'rise' && fall > threshold ? 'fall' : null
}
