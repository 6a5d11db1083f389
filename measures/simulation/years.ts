import { seededUniform } from '../bootstrap/random.ts'
import { drawsOf, eventDraws } from './draws.ts'
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
  const events = eventDraws(model.frequency, uniform)
  const loss = drawsOf(model.loss, uniform)
  const years = new Float64Array(trials)
  for (let year = 0; year < trials; year += 1) {
    let sum = 0
    for (let left = events(); left > 0; left -= 1) sum += loss()
    years[year] = sum
  }
  return years
}

/** @throws RangeError unless there are 100 trials or more */
export function checkTrials(trials: number): void {
  if (!Number.isSafeInteger(trials) || trials < 100)
    throw new RangeError(`trials must be a whole number of at least 100, not ${trials}`)
}
