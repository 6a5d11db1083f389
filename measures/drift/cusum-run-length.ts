import type { ChangeDirection } from './page-hinkley.ts'

/**
 * The average number of values between two alarms of a CUSUM while nothing has shifted, if the values are normal and independent: by
 * Siegmund's approximation (e^{2kb} − 2kb − 1)/(2k²) with b = limit + 1.166 for one side, half of it for both; b² where the slack k is 0.
 *
 * @throws RangeError for a negative slack or a limit that is not positive.
 * @see Siegmund (1985), Sequential Analysis; Montgomery, Statistical Quality Control.
 */
export function cusumRunLength({
  slack = 0.5,
  limit = 5,
  direction = 'either',
}: {
  slack?: number
  limit?: number
  direction?: ChangeDirection
}): number {
  if (!(slack >= 0) || !(limit > 0)) throw new RangeError('The slack must not be negative and the limit be positive.')
  const b = limit + 1.166
  const exponent = 2 * slack * b
  const oneSided = slack === 0 ? b ** 2 : (Math.exp(exponent) - exponent - 1) / (2 * slack ** 2)
  return direction === 'either' ? oneSided / 2 : oneSided
}
