import { exponential, logarithm } from './elementary.ts'

/**
 * What somebody holds possible for a number. `pert`: the least and the most that it can be, and the likeliest. `lognormal`: a calibrated
 * 90 % range; one value in twenty lies below `low`, one in twenty above `high`. Equal ends mean a number that is known.
 */
export type PertRange = { shape: 'pert'; low: number; likely: number; high: number }
export type LognormalRange = { shape: 'lognormal'; low: number; high: number }
export type Range = PertRange | LognormalRange

/**
 * How often it happens. `chance`: at most once a year, with a probability between the ends. `rate`: events per year; each year has a rate
 * from the range, and a number of events that is Poisson with it.
 */
export type Frequency = { kind: 'chance'; range: PertRange } | { kind: 'rate'; range: Range }

/** How often in a year, and how much each time, in any one unit. */
export type LossModel = { frequency: Frequency; loss: Range }

export type ModelProblem = { path: string; message: string }

/** Version of the draws, formulas and shapes of results here: the same version, seed and input give the same bytes. */
export const simulationRules = 'assay-simulation/1'

const most = { rate: 100, loss: 1e15, rateSpan: 1_000, lossSpan: 10_000 } as const

/** What cannot be simulated, as words beside the member that they are about; nothing where all is well. */
export function problemsOfModel({ frequency, loss }: LossModel): ModelProblem[] {
  const problems = [...problemsOfRange('frequency.range', frequency.range), ...problemsOfRange('loss', loss)]
  if (problems.length > 0) return problems
  const often = frequency.range.high
  if (frequency.kind === 'chance' && often > 1)
    problems.push({ path: 'frequency.range.high', message: 'a chance is at most 1 (100 %)' })
  if (frequency.kind === 'rate' && often > most.rate)
    problems.push({
      path: 'frequency.range.high',
      message: `what happens more than ${most.rate} times a year is a running cost: estimate the whole year as one event with a chance of 100 %`,
    })
  if (loss.high > most.loss) problems.push({ path: 'loss.high', message: `must be at most ${most.loss}` })
  if (loss.high === 0) problems.push({ path: 'loss.high', message: 'must be above 0: what costs nothing is no loss' })
  problems.push(...problemsOfSpan('frequency.range', frequency.range, most.rateSpan))
  problems.push(...problemsOfSpan('loss', loss, most.lossSpan))
  return problems
}

function problemsOfRange(path: string, range: Range): ModelProblem[] {
  const numbers = range.shape === 'pert' ? [range.low, range.likely, range.high] : [range.low, range.high]
  if (!numbers.every((it) => Number.isFinite(it) && it >= 0))
    return [{ path, message: 'needs ends that are numbers of 0 or more; a range without an end cannot be simulated' }]
  const problems: ModelProblem[] = []
  if (range.low > range.high) problems.push({ path: `${path}.high`, message: 'must not be below the low end' })
  else if (range.shape === 'pert' && (range.likely < range.low || range.likely > range.high))
    problems.push({ path: `${path}.likely`, message: 'must lie between the low and the high end' })
  if (range.shape === 'lognormal' && range.low === 0)
    problems.push({
      path: `${path}.low`,
      message: 'must be above 0 in a 90 % range; use least, likeliest and most where it can be 0',
    })
  return problems
}

function problemsOfSpan(path: string, range: Range, widest: number): ModelProblem[] {
  if (range.shape === 'pert' || range.low <= 0 || range.high / range.low <= widest) return []
  const message = `must be at most ${widest} times the low end: wider than that, hardly anything is known and the mean rests on a few wild years. Look for figures, or split the risk`
  return [{ path: `${path}.high`, message }]
}

/** @throws RangeError in words for a model that cannot be simulated */
export function checkModel(model: LossModel): void {
  const [first] = problemsOfModel(model)
  if (first) throw new RangeError(`${first.path}: ${first.message}`)
}

export type Moments = { mean: number; variance: number }

/** z with P(Z ≤ z) = 0.95 of the standard normal distribution: the end of a 90 % range. */
export const endOfNinety = 1.6448536269514722

/** Location and scale of ln X for X with these quantiles of 5 % and 95 %. */
export function logScale({ low, high }: LognormalRange): { location: number; scale: number } {
  const [below, above] = [logarithm(low), logarithm(high)]
  return { location: (below + above) / 2, scale: (above - below) / (2 * endOfNinety) }
}

/**
 * PERT: mean (a + 4m + b)/6 and variance (mean − a)(b − mean)/7, of Beta(1 + 4(m − a)/(b − a), 1 + 4(b − m)/(b − a)) between a and b
 * (D. G. Malcolm and others 1959; D. Vose 2008). Lognormal: e^(μ + σ²/2) and mean²·(e^σ² − 1).
 */
export function momentsOfRange(range: Range): Moments {
  if (range.shape === 'pert') {
    const { low, likely, high } = range
    const mean = (low + 4 * likely + high) / 6
    return { mean, variance: ((mean - low) * (high - mean)) / 7 }
  }
  const { location, scale } = logScale(range)
  const mean = exponential(location + (scale * scale) / 2)
  return { mean, variance: mean * mean * (exponential(scale * scale) - 1) }
}

/**
 * Mean and variance of the loss of a year in closed form. With N events of size X: E S = E N · E X, Var S = E N · Var X + Var N · (E X)²;
 * Var N is p(1 − p) for a chance and E λ + Var λ for a rate.
 */
export function momentsOfYear({ frequency, loss }: LossModel): Moments {
  const often = momentsOfRange(frequency.range)
  const size = momentsOfRange(loss)
  const spread = frequency.kind === 'chance' ? often.mean * (1 - often.mean) : often.mean + often.variance
  return {
    mean: often.mean * size.mean,
    variance: often.mean * size.variance + spread * size.mean * size.mean,
  }
}
