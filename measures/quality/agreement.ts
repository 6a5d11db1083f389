import type { GroupValue } from '../cells.ts'
import { type Estimate, undefinedEstimate } from '../estimate.ts'
import { criticalValue } from '../distributions.ts'

/** `units` things that were rated alike: `ratings[i]` is what the i-th rater said, null where they said nothing. */
export type RatingPattern = { ratings: readonly GroupValue[]; units: number }

/** How far apart two ratings are, 0 for the same. Ordinal distance needs all ratings, so it is told by name. */
export type Scale = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha, 1 − D_o/D_e: agreement of any number of raters beyond chance, with missing ratings; units with fewer than two
 * ratings are left out. Nominal ratings are texts; on the other scales they are numbers (ordinal: their order alone counts).
 *
 * Undefined where no unit has two ratings, or all ratings are the same: there is nothing to disagree about. The interval is the normal one
 * with a jackknife over units (Efron and Stein 1981), cut to at most 1.
 *
 * @throws RangeError for a rating that is no number on a numeric scale
 * Source: K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania.
 */
export function krippendorffAlpha(
  patterns: readonly RatingPattern[],
  scale: Scale = 'nominal',
  confidence = 0.95,
): Estimate {
  const counted = patterns
    .map(({ ratings, units }) => ({ ratings: ratings.filter((it) => it !== null), units }))
    .filter(({ ratings, units }) => ratings.length >= 2 && units > 0)
  if (scale !== 'nominal') checkNumbers(counted)
  return jackknifed(counted, (weights) => alphaOf(counted, weights, scale), confidence, {
    none: 'no unit has two ratings',
    constant: 'all ratings are the same',
  })
}

/**
 * Fleiss' kappa (1971) of any number of raters who need not be the same for every unit; every unit counts with as many ratings as
 * any other. Patterns with missing ratings are refused: use Krippendorff's alpha for those. Interval as there.
 *
 * @throws RangeError where units have different numbers of ratings
 */
export function fleissKappa(patterns: readonly RatingPattern[], confidence = 0.95): Estimate {
  const raters = patterns[0]?.ratings.length ?? 0
  if (patterns.some((it) => it.ratings.length !== raters || it.ratings.includes(null)))
    throw new RangeError(
      "every unit needs the same number of ratings for Fleiss' kappa; Krippendorff's alpha takes gaps",
    )
  if (raters < 2) return undefinedEstimate('no unit has two ratings')
  const counted = patterns.filter((it) => it.units > 0)
  return jackknifed(counted, (weights) => fleissOf(counted, weights, raters), confidence, {
    none: 'no unit has two ratings',
    constant: 'all ratings are the same',
  })
}

function checkNumbers(patterns: readonly { ratings: readonly GroupValue[] }[]): void {
  const wrong = patterns
    .flatMap((it) => it.ratings)
    .find((it) => it === null || it.trim() === '' || !Number.isFinite(Number(it)))
  if (wrong !== undefined)
    throw new RangeError(`"${wrong}" is no number: choose the nominal scale, or clean the ratings`)
}

/** The statistic with normal limits from leaving out one unit at a time; units of a pattern are alike, so it costs one pass a pattern. */
function jackknifed(
  patterns: readonly { units: number }[],
  statistic: (units: number[]) => number | null,
  confidence: number,
  reasons: { none: string; constant: string },
): Estimate {
  const units = patterns.map((it) => it.units)
  const n = units.reduce((sum, it) => sum + it, 0)
  if (n === 0) return undefinedEstimate(reasons.none)
  const value = statistic(units)
  if (value === null) return undefinedEstimate(reasons.constant)
  const without = units.map((count, i) => statistic(units.with(i, count - 1)))
  if (n < 2 || without.includes(null)) return { value, low: null, high: null, method: null }
  const left = without.map((it) => it ?? value)
  const mean = left.reduce((sum, it, i) => sum + it * (units[i] ?? 0), 0) / n
  const variance = (left.reduce((sum, it, i) => sum + (it - mean) ** 2 * (units[i] ?? 0), 0) * (n - 1)) / n
  const half = criticalValue(confidence) * Math.sqrt(variance)
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half), method: 'jackknife' }
}

function alphaOf(
  patterns: readonly { ratings: readonly GroupValue[] }[],
  units: number[],
  scale: Scale,
): number | null {
  const totals = new Map<GroupValue, number>()
  patterns.forEach(({ ratings }, i) => {
    for (const it of ratings) totals.set(it, (totals.get(it) ?? 0) + (units[i] ?? 0))
  })
  const distance = distanceOn(scale, totals)
  let observed = 0
  patterns.forEach(({ ratings }, i) => {
    let apart = 0
    for (const a of ratings) for (const b of ratings) apart += distance(a, b)
    observed += ((units[i] ?? 0) * apart) / (ratings.length - 1)
  })
  const n = [...totals.values()].reduce((sum, it) => sum + it, 0)
  let expected = 0
  for (const [a, times] of totals) for (const [b, others] of totals) expected += times * others * distance(a, b)
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : null
}

function distanceOn(scale: Scale, totals: Map<GroupValue, number>): (a: GroupValue, b: GroupValue) => number {
  if (scale === 'nominal') return (a, b) => (a === b ? 0 : 1)
  if (scale === 'interval') return (a, b) => (Number(a) - Number(b)) ** 2
  if (scale === 'ratio') {
    return (a, b) => (Number(a) === Number(b) ? 0 : ((Number(a) - Number(b)) / (Number(a) + Number(b))) ** 2)
  }
  const midRanks = new Map<number, number>()
  let below = 0
  for (const [value, times] of [...totals].map(([it, n]) => [Number(it), n] as const).toSorted(([a], [b]) => a - b)) {
    midRanks.set(value, (midRanks.get(value) ?? below) + times / 2)
    below += times
  }
  return (a, b) => ((midRanks.get(Number(a)) ?? 0) - (midRanks.get(Number(b)) ?? 0)) ** 2
}

function fleissOf(patterns: readonly RatingPattern[], units: number[], raters: number): number | null {
  const totals = new Map<GroupValue, number>()
  let [agreeing, n] = [0, 0]
  patterns.forEach(({ ratings }, i) => {
    const weight = units[i] ?? 0
    const here = new Map<GroupValue, number>()
    for (const it of ratings) here.set(it, (here.get(it) ?? 0) + 1)
    let pairs = 0
    for (const [category, times] of here) {
      pairs += times * (times - 1)
      totals.set(category, (totals.get(category) ?? 0) + times * weight)
    }
    agreeing += (weight * pairs) / (raters * (raters - 1))
    n += weight
  })
  const expected = [...totals.values()].reduce((sum, it) => sum + (it / (n * raters)) ** 2, 0)
  return expected >= 1 || n === 0 ? null : (agreeing / n - expected) / (1 - expected)
}
