import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'

/** One group's share: successes of trials, with at least one trial. */
export type Counted = { numerator: number; denominator: number }

/**
 * What all groups together say about any one of them: a Beta distribution with this mean and as much weight as `strength` people. Null
 * strength: the groups differ no more than chance makes them, so each is best guessed by the mean.
 */
export type Prior = { mean: number; strength: number | null; groups: number }

/**
 * The prior by moments: ρ = (MSB − MSW)/(MSB + (n₀ − 1)·MSW) is how far groups differ beyond chance (analysis of variance of 0/1 data),
 * and strength = 1/ρ − 1. Null for fewer than two groups.
 * Ridout, Demétrio and Firth, Biometrics 1999 (the estimator); Robbins 1956 (the idea).
 */
export function priorOf(groups: readonly Counted[]): Prior | null {
  const used = groups.filter(({ denominator }) => denominator > 0)
  if (used.length < 2) return null
  let [n, k, squares] = [0, 0, 0]
  for (const { numerator, denominator } of used) {
    n += denominator
    k += numerator
    squares += denominator * denominator
  }
  const mean = k / n
  let [between, within] = [0, 0]
  for (const { numerator, denominator } of used) {
    const rate = numerator / denominator
    between += denominator * (rate - mean) ** 2
    within += denominator * rate * (1 - rate)
  }
  const msb = between / (used.length - 1)
  const msw = n > used.length ? within / (n - used.length) : 0
  const typical = (n - squares / n) / (used.length - 1)
  const correlation = msb > msw ? (msb - msw) / (msb + (typical - 1) * msw) : 0
  const strength = correlation > 0 ? 1 / correlation - 1 : null
  return { mean, strength: strength !== null && strength > 0 ? strength : null, groups: used.length }
}

/** A rate drawn towards what the other groups are like, with the equal-tailed interval of its posterior. */
export type Shrunk = { rate: number; low: number; high: number }

/**
 * (k + strength·mean)/(n + strength): a small group moves far towards the mean, a large one hardly. Interval: quantiles of
 * Beta(k + strength·mean, n − k + strength·(1 − mean)); without strength it is the mean alone.
 */
export function shrink({ numerator, denominator }: Counted, prior: Prior, confidence: number): Shrunk {
  const { mean, strength } = prior
  if (strength === null || mean === 0 || mean === 1) return { rate: mean, low: mean, high: mean }
  const a = numerator + strength * mean
  const b = denominator - numerator + strength * (1 - mean)
  const tail = (1 - confidence) / 2
  return { rate: a / (a + b), low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) }
}
