import { seededUniform } from '../bootstrap/seeded-uniform.ts'
import { drawEvents, drawsOf } from './draws.ts'
import { checkModel, type LossModel } from './model.ts'

/** A seed is a whole number from 1 to 2³² − 1; trials are simulated years. */
export type Trials = { trials: number; seed: number }

/**
 * The loss of each simulated year, in the order drawn. The draws use additions, multiplications, divisions and square roots alone, and
 * logarithms and exponentials made of those, so the same seed gives the same bytes on every machine and in every engine of JavaScript.
 * Throws a RangeError for a model that cannot be simulated, fewer than 100 trials, or a seed that is none.
 */
export function simulateYears(model: LossModel, { trials, seed }: Trials): Float64Array {
  checkModel(model)
  checkTrials(trials)
  const uniform = seededUniform(seed)
  const events = drawEvents(model.frequency, uniform, trials)
  const fill = drawsOf(model.loss, uniform)
  let left = 0
  for (const happened of events) left += happened
  const losses = new Float64Array(Math.min(left, atOnce))
  const years = new Float64Array(trials)
  let next = losses.length
  for (let year = 0; year < trials; year += 1) {
    let sum = 0
    for (let happens = events[year] ?? 0; happens > 0; happens -= 1) {
      if (next === losses.length) {
        fill(losses, Math.min(left, losses.length))
        next = 0
      }
      sum += losses[next] ?? 0
      next += 1
      left -= 1
    }
    years[year] = sum
  }
  return years
}

/** How many losses are drawn at a time: few enough to stay near the processor. */
const atOnce = 16_384

/** @throws RangeError unless there are 100 trials or more */
export function checkTrials(trials: number): void {
  if (!Number.isSafeInteger(trials) || trials < 100)
    throw new RangeError(`trials must be a whole number of at least 100, not ${trials}`)
}
