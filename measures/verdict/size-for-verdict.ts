import { checkCount, checkRate, checkShare } from '../checked.ts'
import { normalCdf, criticalValue } from '../distributions.ts'
import { smallest } from '../sample-size.ts'
import { usualMinimum } from './judge.ts'
import { checkMargin, type Margin, type Scale } from './margin.ts'

/**
 * What a plan expects: the rate of a group and (for a difference or a ratio) of its reference, and how many comparisons share the joint
 * confidence, so that the plan can be sized before anything is measured.
 */
export type ExpectedComparison = {
  compare: Scale
  margin: Margin
  rate: number
  reference?: number
  comparisons?: number
  confidence?: number
  power?: number
  minimum?: number
}

/**
 * A threshold on the scale that is judged, as its distance from the truth, and the variance (of one person's worth of data) that the interval
 * has where it just reaches the threshold.
 */
type Edge = { room: number; variance: number }

type Truth = { variance: number; edges: Edge[] }

function edges(value: number, { least, most }: Margin, varianceAt: (bound: number) => number): Edge[] {
  const below = least === null ? [] : [{ room: value - least, variance: varianceAt(least) }]
  return most === null ? below : [...below, { room: most - value, variance: varianceAt(most) }]
}

function truthOf({ compare, margin, rate, reference }: ExpectedComparison): Truth | null {
  const own = rate * (1 - rate)
  // A score interval reaches a threshold with the variance of the threshold, not with that of the rate.
  if (compare === 'rate') return { variance: own, edges: edges(rate, margin, (p) => Math.max(0, p * (1 - p))) }
  if (reference === undefined) throw new RangeError(`a ${compare} needs the expected rate of the reference`)
  checkRate('reference', reference)
  const both = own + reference * (1 - reference)
  if (compare === 'difference') return { variance: both, edges: edges(rate - reference, margin, () => both) }
  if (rate === 0 || reference === 0) return null
  const variance = (1 - rate) / rate + (1 - reference) / reference
  const logs = {
    least: margin.least === null ? null : Math.log(margin.least),
    most: margin.most === null ? null : Math.log(margin.most),
  }
  return { variance, edges: edges(Math.log(rate / reference), logs, () => variance) }
}

/** The chance that the interval clears every threshold with so many people. */
function chance({ variance, edges: sides }: Truth, size: number, z: number): number {
  const missed = sides.map((edge) => {
    const left = edge.room - z * Math.sqrt(edge.variance / size)
    return variance === 0 ? (left >= 0 ? 0 : 1) : normalCdf(-left / Math.sqrt(variance / size))
  })
  return 1 - missed.reduce((sum, part) => sum + part, 0)
}

/**
 * People each group needs in the rate's own denominator so that the verdict passes with the given power (80 % unless said), if the rates are
 * as expected: the smallest n whose joint interval (confidence 1 − α/comparisons) lies wholly inside the margin often enough. Never below
 * the minimum size of a verdict. Null when the expected value is not strictly inside the margin: no size passes that.
 * Normal approximation, on the logarithm for ratios: Julious, Statistics in Medicine 2004.
 * @throws RangeError for a margin that judges nothing, a missing reference, or numbers out of range.
 */
export function sizeForVerdict(expected: ExpectedComparison): number | null {
  const { comparisons = 1, confidence = 0.95, power = 0.8, minimum = usualMinimum } = expected
  checkMargin(expected.margin, expected.compare)
  checkRate('rate', expected.rate)
  checkCount('comparisons', comparisons)
  checkShare('confidence', confidence)
  checkShare('power', power)
  const truth = truthOf(expected)
  if (truth === null || truth.edges.some(({ room }) => room <= 0)) return null
  const z = criticalValue(1 - (1 - confidence) / Math.max(1, comparisons))
  const size = smallest((n) => chance(truth, n, z), power)
  return size === null ? null : Math.max(size, minimum)
}
