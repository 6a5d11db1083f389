import type { Uniform } from '../bootstrap/seeded-uniform.ts'
import { type Frequency, logScale, momentsOfRange, type PertRange, type Range } from './model.ts'
import { drawTable, fillFrom } from './table.ts'
import { exponential, logarithm } from './elementary.ts'

/** Writes so many draws to the beginning of `out`: many at once, since a call a draw costs more than the draw. */
export type Fill = (out: Float64Array, count: number) => void

/** Beyond 8.3 deviations lies less of the normal distribution than one uniform number of 53 bits can tell from nothing. */
const normal = drawTable((z) => exponential((-z * z) / 2), { low: -8.3, peak: 0, high: 8.3 })

/** Draws from a range: PERT through its beta distribution, lognormal as the exponential of a normal value. */
export function drawsOf(range: Range, uniform: Uniform): Fill {
  if (range.low === range.high) return (out, count) => out.fill(range.low, 0, count)
  if (range.shape === 'pert') return pertDraws(range, uniform)
  const { location, scale } = logScale(range)
  return (out, count) => {
    fillFrom(normal, uniform, out, count)
    for (let at = 0; at < count; at += 1) out[at] = exponential(location + scale * (out[at] ?? 0))
  }
}

function pertDraws({ low, likely, high }: PertRange, uniform: Uniform): Fill {
  const width = high - low
  const peak = (likely - low) / width
  const [rise, fall] = [4 * peak, 4 * (1 - peak)]
  const log = (x: number) => (rise === 0 ? 0 : rise * logarithm(x)) + (fall === 0 ? 0 : fall * logarithm(1 - x))
  const atPeak = log(peak)
  const table = drawTable((x) => exponential(log(x) - atPeak), { low: 0, peak, high: 1 })
  return (out, count) => {
    fillFrom(table, uniform, out, count)
    for (let at = 0; at < count; at += 1) out[at] = low + width * (out[at] ?? 0)
  }
}

/** How many events each of so many years has. */
export function drawEvents(frequency: Frequency, uniform: Uniform, years: number): Float64Array {
  const events = new Float64Array(years)
  if (frequency.kind === 'chance') {
    // One event at most: an uncertain chance comes true as often as its mean.
    const { mean } = momentsOfRange(frequency.range)
    for (let year = 0; year < years; year += 1) events[year] = uniform() < mean ? 1 : 0
    return events
  }
  drawsOf(frequency.range, uniform)(events, years)
  for (let year = 0; year < years; year += 1) events[year] = drawPoisson(events[year] ?? 0, uniform)
  return events
}

/** Above this rate a year is drawn in parts, since e^−rate would lose its digits. */
const part = 16

/** A draw from Poisson(rate), walking up from 0; a sum of Poisson numbers is one. */
export function drawPoisson(rate: number, uniform: Uniform): number {
  if (rate <= part) return walkUp(rate, uniform())
  const parts = Math.ceil(rate / part)
  let events = 0
  for (let at = 0; at < parts; at += 1) events += walkUp(rate / parts, uniform())
  return events
}

function walkUp(rate: number, share: number): number {
  let term = exponential(-rate)
  let [events, left] = [0, share]
  while (left >= term && term > 0) {
    left -= term
    events += 1
    term *= rate / events
  }
  return events
}
