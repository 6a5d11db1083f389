import type { ScoreHistogram } from '../cells.ts'
import type { Estimate } from '../estimate.ts'
import { checkScores, tableOfHistogram, type ScoreCount } from './score-table.ts'
import { criticalValue, twoSidedNormalTail } from '../distributions.ts'

/** The area under the ROC curve of one group, with how many rows of each label it rests on. */
export type Auc = Estimate & { positives: number; negatives: number; standardError: number | null }

/** An area from a histogram: the exact one lies within `value` ± `binError`, and the interval is widened by that. */
export type BinnedAuc = Auc & { binError: number | null }

/** The difference of two areas on different rows. */
export type AucDifference = Estimate & { z: number | null; p: number | null }

/**
 * The area under the ROC curve: the chance that a row with label 1 has a higher score than one with label 0, ties counting half
 * (the Mann–Whitney statistic divided by P·N), exact over distinct scores.
 *
 * The interval is DeLong's, ± z·√(S₁₀/P + S₀₁/N) from the variances of the placement values, cut to [0, 1]. Where it has no width or cannot
 * be had (areas of 0 and 1, a single row of a label) Hanley and McNeil's variance is inverted as a score interval instead, so that a
 * perfect ranking of three rows is not shown as certain.
 *
 * @throws RangeError for malformed scores or a confidence that is none.
 * @see DeLong, DeLong, Clarke-Pearson (1988), Biometrics 44; Hanley, McNeil (1982), Radiology 143; Newcombe (2006), Statist. Med. 25, method 5.
 */
export function aucOf(scores: readonly ScoreCount[], { confidence = 0.95 }: { confidence?: number } = {}): Auc {
  checkScores(scores)
  const z = criticalValue(confidence)
  const { positives, negatives } = labelsOf(scores)
  if (positives === 0 || negatives === 0) {
    const reason = `there is no row with label ${positives === 0 ? 1 : 0}`
    return { value: null, low: null, high: null, method: null, reason, positives, negatives, standardError: null }
  }
  const { area, variance } = placements(scores, positives, negatives)
  if (variance === null || variance <= 0) {
    const [low, high] = hanleyMcNeil(area, positives, negatives, z)
    return { value: area, low, high, method: 'hanley-mcneil', positives, negatives, standardError: null }
  }
  const standardError = Math.sqrt(variance)
  const low = Math.max(0, area - z * standardError)
  const high = Math.min(1, area + z * standardError)
  return { value: area, low, high, method: 'delong', positives, negatives, standardError }
}

/**
 * The area from a histogram. Rows of one bin count as tied, so the exact area differs by at most half of the pairs that share a bin:
 * `binError` = ½ Σ pᵢnᵢ / (P·N).
 *
 * @throws RangeError for a malformed histogram.
 */
export function aucOfHistogram(histogram: ScoreHistogram, options: { confidence?: number } = {}): BinnedAuc {
  const { scores } = tableOfHistogram(histogram)
  const auc = aucOf(scores, options)
  if (auc.value === null || auc.low === null || auc.high === null) return { ...auc, binError: null }
  const shared = scores.reduce((sum, { positive, negative }) => sum + positive * negative, 0)
  const binError = (0.5 * shared) / auc.positives / auc.negatives
  return { ...auc, low: Math.max(0, auc.low - binError), high: Math.min(1, auc.high + binError), binError }
}

/**
 * The difference `a` − `b` of the areas of two groups that share no rows, by DeLong's variances: ± z·√(var a + var b), and the z test of no
 * difference. Undefined where an area is, or where one of them has no DeLong variance.
 *
 * @throws RangeError for malformed scores.
 */
export function aucDifference(
  a: readonly ScoreCount[],
  b: readonly ScoreCount[],
  { confidence = 0.95 }: { confidence?: number } = {},
): AucDifference {
  const [first, second] = [aucOf(a, { confidence }), aucOf(b, { confidence })]
  const undefinedFor = (reason: string, value: number | null): AucDifference => {
    return { value, low: null, high: null, method: null, reason, z: null, p: null }
  }
  if (first.value === null) return undefinedFor(`of the first group: ${first.reason}`, null)
  if (second.value === null) return undefinedFor(`of the second group: ${second.reason}`, null)
  const value = first.value - second.value
  if (first.standardError === null || second.standardError === null) {
    return undefinedFor('a group is too small or ranked perfectly, so the variance of its area is unknown', value)
  }
  const error = Math.hypot(first.standardError, second.standardError)
  const width = criticalValue(confidence) * error
  const z = value / error
  return {
    value,
    low: Math.max(-1, value - width),
    high: Math.min(1, value + width),
    method: 'delong',
    z,
    p: twoSidedNormalTail(z),
  }
}

/**
 * Hanley and McNeil's interval inverted: all areas θ with |area − θ| ≤ z·√V(θ), V(θ) = θ(1−θ)(1 + m(1−θ)/(2−θ) + mθ/(1+θ)) / (P·N) and
 * m = (P+N)/2 − 1. Inside of [0, 1] and never of no width.
 */
export function hanleyMcNeil(area: number, positives: number, negatives: number, z: number): [number, number] {
  const mean = (positives + negatives) / 2 - 1
  const inside = (theta: number) => {
    const spread = 1 + (mean * (1 - theta)) / (2 - theta) + (mean * theta) / (1 + theta)
    return (area - theta) ** 2 <= (z * z * theta * (1 - theta) * spread) / (positives * negatives)
  }
  return [bound(inside, area, 0), bound(inside, area, 1)]
}

/** The end of the interval between `area`, which lies inside, and `end`; 60 halvings reach the last bit. */
function bound(inside: (theta: number) => boolean, area: number, end: number): number {
  let [within, beyond] = [area, end]
  if (within === beyond) return end
  for (let step = 0; step < 60; step += 1) {
    const middle = (within + beyond) / 2
    if (inside(middle)) within = middle
    else beyond = middle
  }
  return within
}

/** How many rows have each label. */
export function labelsOf(scores: readonly ScoreCount[]): { positives: number; negatives: number } {
  let positives = 0
  let negatives = 0
  for (const { positive, negative } of scores) {
    positives += positive
    negatives += negative
  }
  return { positives, negatives }
}

/** Placement values are (rows of the other label that are beaten + half of the tied) / (rows of the other label): one for each distinct score. */
function placements(
  scores: readonly ScoreCount[],
  positives: number,
  negatives: number,
): { area: number; variance: number | null } {
  let below = 0
  let pairs = 0
  for (const { positive, negative } of scores) {
    pairs += positive * (below + negative / 2)
    below += negative
  }
  const area = pairs / positives / negatives
  if (positives < 2 || negatives < 2) return { area, variance: null }
  let [negativesBelow, positivesAbove, ofPositives, ofNegatives] = [0, positives, 0, 0]
  for (const { positive, negative } of scores) {
    positivesAbove -= positive
    ofPositives += positive * ((negativesBelow + negative / 2) / negatives - area) ** 2
    ofNegatives += negative * ((positivesAbove + positive / 2) / positives - area) ** 2
    negativesBelow += negative
  }
  return { area, variance: ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives }
}
