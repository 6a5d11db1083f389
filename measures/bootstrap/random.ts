import gammaln from '@stdlib/math-base-special-gammaln'
import type { Uniform } from './seeded-uniform.ts'

export { seededUniform, type Uniform } from './seeded-uniform.ts'

/** Draws from Binomial(trials, p). */
export type Binomial = (trials: number, p: number) => number

/**
 * Binomial draws in a time that does not grow with the trials: below ten expected successes by inversion, walking up from 0; above by
 * transformed rejection. (The library's generator takes one step a trial for rare successes, and its mean is off by up to half a
 * success: 20.47 for Binomial(1000, 0.02), measured over 200,000 draws of its 0.2.2.)
 * Source: W. Hörmann (1993), Journal of Statistical Computation and Simulation 46, 101–110, algorithm BTRS.
 */
export function binomialDraws(uniform: Uniform): Binomial {
  const draw: Binomial = (trials, p) => {
    if (trials === 0 || p <= 0) return 0
    if (p >= 1) return trials
    if (p > 0.5) return trials - draw(trials, 1 - p)
    return trials * p < 10 ? walkUp(uniform(), trials, p) : rejectTransformed(uniform, trials, p)
  }
  return draw
}

/** A hat of the form (2a/(1/2 − |u|) + b)u + c over the distribution; most draws are accepted without looking at a probability. */
function rejectTransformed(uniform: Uniform, trials: number, p: number): number {
  const deviation = Math.sqrt(trials * p * (1 - p))
  const b = 1.15 + 2.53 * deviation
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const surely = 0.92 - 4.2 / b
  const mode = Math.floor((trials + 1) * p)
  for (;;) {
    const v = uniform()
    const u = uniform() - 0.5
    const edge = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / edge + b) * u + trials * p + 0.5)
    if (edge >= 0.07 && v <= surely) return k
    if (k < 0 || k > trials) continue
    const height = Math.log((v * (2.83 + 5.1 / b) * deviation) / (a / (edge * edge) + b))
    if (height <= logBinomialToMode(trials, p, k, mode)) return k
  }
}

/**
 * ln P(k)/P(mode) of Binomial(trials, p), by Stirling's formula for each factorial with its remainder: two logarithms a call, and no
 * difference of large numbers.
 */
function logBinomialToMode(trials: number, p: number, k: number, mode: number): number {
  const odds = p / (1 - p)
  return (
    (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
    stirlingRest(mode) +
    stirlingRest(trials - mode) +
    (trials + 1) * Math.log((trials - mode + 1) / (trials - k + 1)) +
    (k + 0.5) * Math.log((odds * (trials - k + 1)) / (k + 1)) -
    stirlingRest(k) -
    stirlingRest(trials - k)
  )
}

/** What ln k! is more than (k + 1/2) ln(k + 1) − (k + 1) + ln √(2π): exact for small k, else the first terms of its series. */
function stirlingRest(k: number): number {
  const small = smallRests[k]
  if (small !== undefined) return small
  const square = (k + 1) * (k + 1)
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1)
}

const smallRests = Array.from({ length: 20 }, (_, k) => {
  return gammaln(k + 1) - ((k + 0.5) * Math.log(k + 1) - (k + 1) + Math.log(2 * Math.PI) / 2)
})

function walkUp(share: number, trials: number, p: number): number {
  const odds = p / (1 - p)
  let [k, term, left] = [0, Math.exp(trials * Math.log1p(-p)), share]
  while (left >= term && k < trials) {
    left -= term
    k += 1
    term *= ((trials - k + 1) / k) * odds
    if (term === 0) break
  }
  return k
}

/**
 * A draw from the hypergeometric distribution: how many of `size` rows, taken without putting back from `total` rows, are among the
 * `successes`.
 */
export function drawHypergeometric(uniform: Uniform, total: number, successes: number, size: number): number {
  // At most half of the rows are marked and drawn: who is not drawn or not marked is counted instead, and turned round at the end.
  const marked = Math.min(successes, total - successes)
  const drawn = Math.min(size, total - size)
  const fewer = Math.min(marked, drawn)
  const more = Math.max(marked, drawn)
  const hits = fewer <= 100 ? takeOneByOne(uniform, total, fewer, more) : ratioOfUniforms(uniform, total, fewer, more)
  const found = marked === successes ? hits : drawn - hits
  return drawn === size ? found : successes - found
}

function takeOneByOne(uniform: Uniform, total: number, draws: number, marked: number): number {
  let hits = 0
  for (let drawn = 0; drawn < draws; drawn += 1) if (uniform() * (total - drawn) < marked - hits) hits += 1
  return hits
}

/**
 * Stadlober's ratio of uniforms: a point in a box is accepted when it lies below the root of the distribution. Costs the same however
 * wide the distribution is. `draws` and `marked` are at most half of `total`.
 * Source: E. Stadlober (1990), Journal of Computational and Applied Mathematics 31, 181–189, algorithm HRUA.
 */
function ratioOfUniforms(uniform: Uniform, total: number, draws: number, marked: number): number {
  const share = marked / total
  const centre = draws * share + 0.5
  const deviation = Math.sqrt(((total - draws) * draws * share * (1 - share)) / (total - 1) + 0.5)
  const width = 2 * Math.sqrt(2 / Math.E) * deviation + 3 - 2 * Math.sqrt(3 / Math.E)
  const mode = Math.floor(((draws + 1) * (marked + 1)) / (total + 2))
  const atMode = logWays(total, draws, marked, mode)
  const end = Math.min(draws, marked, Math.floor(centre + 16 * deviation)) + 1
  for (;;) {
    const height = uniform()
    const place = centre + (width * (uniform() - 0.5)) / height
    if (!(place >= 0 && place < end)) continue
    const k = Math.floor(place)
    if (2 * Math.log(height) <= logWays(total, draws, marked, k) - atMode) return k
  }
}

/** The logarithm of a hypergeometric probability, up to a constant. */
function logWays(total: number, draws: number, marked: number, k: number): number {
  return logChoose(marked, k) + logChoose(total - marked, draws - k)
}

function logChoose(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
}
