import type { Interval } from './counts.ts'

/** A number between the ends of its own interval. */
export type Bounded = { value: number; low: number; high: number }

/**
 * The interval of `one.value − other.value` of two independent estimates, from nothing but their own intervals at one confidence (method
 * of variance estimates recovery): the distances from each number to the ends of its own interval, joined by Pythagoras. Of two
 * proportions with Wilson intervals it is Newcombe's hybrid score interval. Estimates of the same rows are not independent: then it
 * says nothing.
 * Throws a RangeError for a number that is not finite, or does not lie in its interval.
 * Source: G. Y. Zou, A. Donner (2008), Statistics in Medicine 27, 1693–1702.
 */
export function moverDifference(one: Bounded, other: Bounded): Interval {
  for (const { value, low, high } of [one, other]) {
    if (!(Number.isFinite(low) && Number.isFinite(high) && low <= value && value <= high))
      throw new RangeError(`a number lies in its own interval; ${value} does not lie in ${low} to ${high}`)
  }
  const difference = one.value - other.value
  return {
    low: difference - Math.hypot(one.value - one.low, other.high - other.value),
    high: difference + Math.hypot(one.high - one.value, other.value - other.low),
  }
}
