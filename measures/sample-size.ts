import { checkRate, checkShare } from './checked.ts'
import { normalCdf, normalQuantile, criticalValue } from './distributions.ts'

const MOST = 1e15

/** Always whole people, rounded up; a hair of rounding error is not a person. */
function people(size: number): number {
  return Math.max(1, Math.ceil(size - 1e-9))
}

/**
 * People needed so that the interval of a rate is about ±`halfWidth`: n = z² p(1−p)/h², rounded up (p = 0.5 is the safe guess: 385 for
 * ±0.05 at 95 %). Cochran, Sampling Techniques, 1977, section 4.4.
 * @throws RangeError unless halfWidth and confidence lie between 0 and 1 and the rate is one.
 */
export function sizeForHalfWidth(wanted: { halfWidth: number; rate?: number; confidence?: number }): number {
  const { halfWidth, rate = 0.5, confidence = 0.95 } = wanted
  checkShare('halfWidth', halfWidth)
  checkRate('rate', rate)
  const z = criticalValue(confidence)
  return people((z * z * rate * (1 - rate)) / (halfWidth * halfWidth))
}

/** What a comparison of two rates is planned with: `alpha` is two-sided (0.05 for a 95 % interval). */
export type Planned = { rate: number; reference: number; power?: number; alpha?: number }

function planned({ rate, reference, power = 0.8, alpha = 0.05 }: Planned): Required<Planned> {
  checkRate('rate', rate)
  checkRate('reference', reference)
  checkShare('power', power)
  checkShare('alpha', alpha)
  return { rate, reference, power, alpha }
}

/**
 * People needed in each group to find (two-sided) that the rates differ, when they do as stated:
 * n = [z(1−α/2) √(2 p̄ q̄) + z(power) √(p₁q₁ + p₂q₂)]² / (p₁ − p₂)². 0.30 against 0.24 at 80 % asks for 859.
 * Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed. 2003, formula 4.14. `corrected` adds the continuity
 * correction that Fisher's exact test asks for: Casagrande, Pike and Smith, Biometrics 1978. Null when the rates are the same.
 * @throws RangeError when a rate, the power or alpha is out of range.
 */
export function sizeToFindGap(plan: Planned & { corrected?: boolean }): number | null {
  const { rate, reference, power, alpha } = planned(plan)
  if (rate === reference) return null
  const gap = Math.abs(rate - reference)
  const mean = (rate + reference) / 2
  const underNull = criticalValue(1 - alpha) * Math.sqrt(2 * mean * (1 - mean))
  const underGap = normalQuantile(power) * Math.sqrt(rate * (1 - rate) + reference * (1 - reference))
  const size = ((underNull + underGap) / gap) ** 2
  return people(plan.corrected ? (size / 4) * (1 + Math.sqrt(1 + 4 / (size * gap))) ** 2 : size)
}

/** The smallest size in [1, most] for which a growing power reaches what is wanted; null when none does. */
export function smallest(power: (size: number) => number, wanted: number): number | null {
  let high = 1
  while (power(high) < wanted) {
    high *= 2
    if (high > MOST) return null
  }
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (power(middle) < wanted) low = middle
    else high = middle
  }
  return high
}

/** Chance that an interval of standard error `error` around `truth` lies wholly inside [least, most]. */
function chanceInside(truth: number, error: number, inside: { least: number; most: number; z: number }): number {
  if (error === 0) return truth >= inside.least && truth <= inside.most ? 1 : 0
  const upper = normalCdf((inside.most - truth) / error - inside.z)
  const lower = normalCdf((truth - inside.least) / error - inside.z)
  return Math.max(0, upper + lower - 1)
}

/**
 * People needed in each group to show that two rates differ by less than `margin` (two one-sided tests, each at α/2, as the verdict reads a
 * 1 − α interval): the smallest n whose power Φ((m−Δ)/se − z) + Φ((m+Δ)/se − z) − 1 suffices, with Δ the stated gap and
 * se² = (p₁q₁ + p₂q₂)/n. Julious, Statistics in Medicine 2004. Null when the stated gap is not inside the margin.
 */
export function sizeToShowWithin(plan: Planned & { margin: number }): number | null {
  const { rate, reference, power, alpha } = planned(plan)
  checkShare('margin', plan.margin)
  const gap = rate - reference
  if (Math.abs(gap) >= plan.margin) return null
  const spread = Math.sqrt(rate * (1 - rate) + reference * (1 - reference))
  const inside = { least: -plan.margin, most: plan.margin, z: criticalValue(1 - alpha) }
  return smallest((size) => chanceInside(gap, spread / Math.sqrt(size), inside), power)
}

/**
 * People needed in each group to show that rate/reference is at least `least` (0.8 for four-fifths), by the interval of the logarithm:
 * n = (z(1−α/2) + z(power))² · (q₁/p₁ + q₂/p₂) / ln(ratio/least)². Katz et al., Biometrics 1978, turned round.
 * Null when a rate is 0 or the stated ratio is not above `least`.
 * @throws RangeError unless least is a positive number.
 */
export function sizeToShowRatio(plan: Planned & { least: number }): number | null {
  const { rate, reference, power, alpha } = planned(plan)
  if (!(plan.least > 0 && plan.least < Number.POSITIVE_INFINITY))
    throw new RangeError(`least must be a ratio above 0; it is ${String(plan.least)}`)
  if (rate === 0 || reference === 0 || rate / reference <= plan.least) return null
  const z = criticalValue(1 - alpha) + normalQuantile(power)
  const spread = (1 - rate) / rate + (1 - reference) / reference
  return people((z * z * spread) / Math.log(rate / reference / plan.least) ** 2)
}
