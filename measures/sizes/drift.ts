import { checkCount } from '../checked.ts'
import { smallest } from '../sample-size.ts'

/** Rows on either side; a reference that is as good as the whole population has `Infinity`. */
export type Sides = { reference: number; window: number }

/** What a distance shows by chance alone: its mean, and what 95 % of samples stay within. */
export type ExpectedNoise = { mean: number; floor: number }

/**
 * Noise of the Wasserstein distance of a normal column, in its standard deviations: √(1/n + 1/m) times the mean (1.288) and the 95 % quantile
 * (2.141) of ∫|B(Φ(x))|dx for a Brownian bridge B. The mean is √(2/π)·∫√(Φ(1−Φ))dx; the quantile was found by 40,000 seeded bridges.
 * Long tails show more.
 * @see del Barrio, Giné, Matrán (1999), Annals of Probability 27, 1009–1071, for the limit.
 */
export function noiseOfNumbers(sides: Sides): ExpectedNoise {
  const scale = scaleOf(sides)
  return { mean: 1.2884 * scale, floor: 2.1407 * scale }
}

/**
 * Noise of the total variation over k categories of equal shares, which show more than any others: ½ Σ|dᵢ| with normal dᵢ of variance
 * p(1−p)(1/n + 1/m); its mean is ½k√(2p(1−p)/π)·√(1/n + 1/m), and its 95 % quantile by the normal distribution of a sum.
 * @throws RangeError unless there are at least two categories.
 */
export function noiseOfCategories(categories: number, sides: Sides): ExpectedNoise {
  checkCount('categories', categories)
  if (categories < 2) throw new RangeError('one category alone never changes')
  const p = 1 / categories
  const scale = Math.sqrt(p * (1 - p)) * scaleOf(sides)
  // The last category is what the others leave, so their deviations cancel and one of them is not free.
  const free = categories - 1
  const mean = 0.5 * categories * Math.sqrt(2 / Math.PI) * scale
  const spread = 0.5 * Math.sqrt((categories * categories * (1 - 2 / Math.PI)) / free) * scale
  return { mean, floor: mean + 1.6449 * spread }
}

/**
 * The smallest distance that a window of this size tells from no change, and from its margin: above the floor, and above margin + floor for
 * a verdict of drift.
 */
export function smallestSeen(noise: ExpectedNoise, margin: number): { aboveNoise: number; beyondMargin: number } {
  return { aboveNoise: noise.floor, beyondMargin: margin + noise.floor }
}

/**
 * Window rows needed so that a column that has not changed passes: the mean noise and the width of its interval together stay within the
 * margin. Null where the reference itself is too small for any window.
 * @throws RangeError for a margin that is not above 0.
 */
export function sizeForNoChange(
  noiseAt: (sides: Sides) => ExpectedNoise,
  margin: number,
  reference: number,
): number | null {
  if (!(margin > 0)) throw new RangeError(`a margin lies above 0; it is ${margin}`)
  const fits = (window: number) => {
    const { mean, floor } = noiseAt({ reference, window })
    return mean + floor <= margin ? 1 : 0
  }
  return smallest(fits, 1)
}

function scaleOf({ reference, window }: Sides): number {
  if (!(reference >= 1 && window >= 1)) throw new RangeError('both sides need at least one row')
  return Math.sqrt(1 / reference + 1 / window)
}
