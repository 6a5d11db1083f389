import { checkShare } from '../checked.ts'
import type { Estimate } from '../estimate.ts'
import { normalCdf, criticalValue } from '../distributions.ts'
import type { Margin, Scale } from './margin.ts'

/** Past this many times nobody will ever have the data. */
const beyond = 1e12

type Ends = { value: number; low: number; high: number }

function distances({ value, low, high }: Ends, margin: Margin, scale: Scale): { half: number; room: number }[] {
  // A ratio's interval is even on the logarithm's scale; where that does not exist the plain one stands in.
  const even = scale === 'ratio' && low > 0 && (margin.least ?? 1) > 0
  const on = (x: number): number => (even ? Math.log(x) : x)
  const below = margin.least !== null && value < margin.least
  const above = margin.most !== null && value > margin.most
  const toLeast = margin.least === null ? [] : [{ end: below ? high : low, bound: margin.least }]
  const toMost = margin.most === null ? [] : [{ end: above ? low : high, bound: margin.most }]
  const sides = below ? toLeast : above ? toMost : [...toLeast, ...toMost]
  return sides.map(({ end, bound }) => ({ half: Math.abs(on(value) - on(end)), room: Math.abs(on(value) - on(bound)) }))
}

/** The chance that all sides are cleared with `times` as much data; the half-widths shrink with its root. */
function chance(sides: readonly { half: number; room: number }[], times: number, z: number): number {
  const missed = sides.map(({ half, room }) => (half === 0 ? 0 : normalCdf(z - (z * room * Math.sqrt(times)) / half)))
  return 1 - missed.reduce((sum, part) => sum + part, 0)
}

/**
 * How many times as much data would settle an undecided verdict with the given power, if the value stays as it was seen and intervals
 * shrink with the root of the size: the smallest t ≥ 1 with Σ Φ(z − z·room·√t/half) ≤ 1 − power over the thresholds in question, where
 * `room` is a threshold's distance from the value. Inside two thresholds both are to be cleared; outside, the one that was crossed. Null
 * when the value lies on the threshold (no size settles that) or has no interval. Julious, Statistics in Medicine 2004, for the normal
 * approximation.
 */
export function timesNeeded(
  { value, low, high }: Estimate,
  { margin, scale, confidence, power = 0.8 }: { margin: Margin; scale: Scale; confidence: number; power?: number },
): number | null {
  if (value === null || low === null || high === null) return null
  const sides = distances({ value, low, high }, margin, scale)
  if (sides.some(({ room }) => !(room > 0))) return null
  checkShare('power', power)
  const z = criticalValue(confidence)
  let most = 1
  while (chance(sides, most, z) < power) {
    most *= 2
    if (most > beyond) return null
  }
  if (most === 1) return 1
  let least = most / 2
  while (most - least > 1e-12 * most) {
    const middle = (least + most) / 2
    if (middle <= least || middle >= most) break
    if (chance(sides, middle, z) < power) least = middle
    else most = middle
  }
  return most
}

/** A size so many times as large, as a whole number of people, more than there are; null past what can be counted. */
export function sizeNeeded(count: number, times: number, minimum: number): number | null {
  const size = Math.max(count + 1, minimum, Math.ceil(count * times - 1e-9))
  return Number.isSafeInteger(size) ? size : null
}
