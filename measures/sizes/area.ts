import { checkCount, checkShare } from '../checked.ts'
import { criticalValue, normalCdf } from '../distributions.ts'
import { smallest } from '../sample-size.ts'

/**
 * The standard error of an area under the ROC curve before any score is known:
 * √([A(1−A) + (P−1)(Q₁−A²) + (N−1)(Q₂−A²)] / (P·N)) with Q₁ = A/(2−A), Q₂ = 2A²/(1+A), of P positives and N negatives. Where
 * scores rank nothing it is that of Mann and Whitney, √((P+N+1)/(12PN)).
 * @throws RangeError unless the area lies strictly between 0 and 1 and both counts are 1 or more.
 * @see Hanley, McNeil (1982), Radiology 143, 29–36.
 */
export function areaError(area: number, positives: number, negatives: number): number {
  checkShare('area', area)
  checkCount('positives', positives)
  checkCount('negatives', negatives)
  if (positives === 0 || negatives === 0) throw new RangeError('an area needs rows of either label')
  const [q1, q2] = [area / (2 - area), (2 * area * area) / (1 + area)]
  const spread = area * (1 - area) + (positives - 1) * (q1 - area * area) + (negatives - 1) * (q2 - area * area)
  return Math.sqrt(spread / positives / negatives)
}

/**
 * Rows needed (of both labels together) so that the interval of an expected area lies wholly on the right side of a bound with the given power:
 * the smallest n with Φ(|A − bound|/se − z) ≥ power, se as Hanley and McNeil have it for n·share positives. Null where the area does not
 * lie on the right side.
 * @throws RangeError for an area, a bound, a share of positives, a confidence or a power that is not strictly between 0 and 1.
 */
export function sizeForArea(planned: {
  area: number
  share: number
  bound: { least: number } | { most: number }
  confidence?: number
  power?: number
}): number | null {
  const { area, share, bound, confidence = 0.95, power = 0.8 } = planned
  checkShare('area', area)
  checkShare('share of positives', share)
  checkShare('power', power)
  const room = 'least' in bound ? area - bound.least : bound.most - area
  if (!(room > 0)) return null
  const z = criticalValue(confidence)
  const labels = (rows: number) => {
    const positives = Math.round(rows * share)
    return { positives, negatives: rows - positives }
  }
  const chance = (rows: number) => {
    const { positives, negatives } = labels(rows)
    if (positives < 2 || negatives < 2) return 0
    return normalCdf(room / areaError(area, positives, negatives) - z)
  }
  return smallest(chance, power)
}
