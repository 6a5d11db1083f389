import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import erfc from '@stdlib/math-base-special-erfc'
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import gammaln from '@stdlib/math-base-special-gammaln'
import { seededUniform } from '../bootstrap/random.ts'
import { normalQuantile } from '../distributions.ts'
import { drawPoisson, drawsOf } from './draws.ts'
import { exponential, logarithm } from './elementary.ts'
import { type Exceedance, type Figure, figuresOf, type LossFigures, quantileOfYears } from './figures.ts'
import {
  endOfNinety,
  logScale,
  type LossModel,
  momentsOfRange,
  momentsOfYear,
  problemsOfModel,
  type Range,
} from './model.ts'
import { simulateTogether } from './together.ts'
import { simulateYears } from './years.ts'

const trials = 100_000
const pert = (low: number, likely: number, high: number) => ({ shape: 'pert', low, likely, high }) as const
const ninety = (low: number, high: number) => ({ shape: 'lognormal', low, high }) as const
const exactly = (value: number) => pert(value, value, value)
const rate = (range: Range) => ({ kind: 'rate', range }) as const
const chance = (low: number, likely: number, high: number) =>
  ({ kind: 'chance', range: pert(low, likely, high) }) as const

/** How many of its standard errors a figure lies from the true value; four would be one seed in 16,000. */
function expectWithin(found: Figure, truth: number, errors = 4) {
  expect(Math.abs(found.value - truth), `${found.value} ± ${found.error} for ${truth}`).toBeLessThan(
    errors * found.error,
  )
}

function figures(model: LossModel, at: number[] = [], seed = 17): LossFigures {
  return figuresOf(simulateYears(model, { trials, seed }), at)
}

const quantile = (found: LossFigures, share: number): Figure => {
  const at = found.quantiles.find((it) => it.share === share)
  if (!at) throw new Error(`no quantile of ${share}`)
  return at.loss
}

/** One event every year, so that the year shows the distribution of one loss. */
const once = (loss: Range): LossModel => ({ frequency: chance(1, 1, 1), loss })

describe('the size of a loss', () => {
  it.each([
    { range: pert(0, 10, 100) },
    { range: pert(10, 10, 60) },
    { range: pert(5, 80, 80) },
    { range: pert(100, 105, 110) },
  ])('from $range has the mean, variance and quantiles of its beta distribution', ({ range }) => {
    const { low, likely, high } = range
    const found = figures(once(range))
    const mean = (low + 4 * likely + high) / 6
    expectWithin(found.mean, mean)
    expect(found.deviation ** 2).toBeCloseTo(((mean - low) * (high - mean)) / 7, -Math.log10(0.05 * (high - low) ** 2))
    const [alpha, beta] = [1 + (4 * (likely - low)) / (high - low), 1 + (4 * (high - likely)) / (high - low)]
    for (const share of [0.05, 0.5, 0.95])
      expectWithin(quantile(found, share), low + (high - low) * betaQuantile(share, alpha, beta))
  })

  it('from a 90 % range leaves one value in twenty below and one above, and has the mean of a lognormal', () => {
    const found = figures(once(ninety(1_000, 50_000)), [1_000, 50_000])
    const { location, scale } = logScale(ninety(1_000, 50_000))
    expectWithin(found.exceeding[0]?.chance ?? nothing, 0.95)
    expectWithin(found.exceeding[1]?.chance ?? nothing, 0.05)
    expectWithin(found.mean, Math.exp(location + scale ** 2 / 2))
    for (const share of [0.1, 0.25, 0.5, 0.75, 0.99])
      expectWithin(quantile(found, share), Math.exp(location + scale * normalQuantile(share)))
    // mean beyond the 95 % quantile of a lognormal: e^(μ + σ²/2)·Φ(σ − z)/0.05
    const z = normalQuantile(0.95)
    expectWithin(found.worst, (Math.exp(location + scale ** 2 / 2) * erfc((z - scale) / Math.SQRT2)) / 2 / 0.05)
  })

  it('that is known is the same in every year', () => {
    const found = figures(once(exactly(250)))
    expect(found).toMatchObject({ mean: { value: 250, error: 0 }, deviation: 0, largest: 250 })
    expect(found.curve).toEqual([{ loss: 250, chance: { value: 0, error: 1 / trials } }])
    const known = new Float64Array(3)
    drawsOf(ninety(250, 250), seededUniform(1))(known, 2)
    expect([...known]).toEqual([250, 250, 0])
  })
})

const nothing: Figure = { value: Number.NaN, error: 0 }

describe('how often it happens', () => {
  it.each([0.02, 0.8, 7, 40, 99])('at a rate of %d a year is Poisson: mean and variance are the rate', (of) => {
    const uniform = seededUniform(5)
    const counts = Float64Array.from({ length: trials }, () => drawPoisson(of, uniform))
    const { mean, deviation } = figuresOf(counts)
    expectWithin(mean, of)
    // Var of the sample variance of a Poisson: λ/n + 2λ²/n
    expect(Math.abs(deviation ** 2 - of)).toBeLessThan(4 * Math.sqrt((of + 2 * of * of) / trials))
  })

  it('comes count by count as often as the Poisson distribution says', () => {
    const uniform = seededUniform(6)
    const seen = new Map<number, number>()
    for (let at = 0; at < trials; at += 1) {
      const events = drawPoisson(1.5, uniform)
      seen.set(events, (seen.get(events) ?? 0) + 1)
    }
    let share = Math.exp(-1.5)
    for (let events = 0; events <= 6; events += 1) {
      const found = (seen.get(events) ?? 0) / trials
      expectWithin({ value: found, error: Math.sqrt((share * (1 - share)) / trials) }, share)
      share *= 1.5 / (events + 1)
    }
  })

  it('by a chance is at most once a year, as often as the mean of the chance', () => {
    const found = figures({ frequency: chance(0.1, 0.2, 0.6), loss: exactly(100) })
    expectWithin(found.anyLoss, 0.25)
    expect(found.largest).toBe(100)
  })

  it('of never loses nothing, in figures that are all 0', () => {
    const found = figures({ frequency: rate(exactly(0)), loss: pert(1, 2, 3) }, [0])
    expect(found).toMatchObject({ mean: { value: 0, error: 0 }, anyLoss: { value: 0 }, curve: [], largest: 0 })
    expect(found.worst).toEqual({ value: 0, error: 0 })
  })
})

describe('the loss of a year', () => {
  it.each<{ what: string; model: LossModel }>([
    { what: 'a known rate', model: { frequency: rate(exactly(2.5)), loss: pert(0, 20, 200) } },
    { what: 'an uncertain rate', model: { frequency: rate(pert(0, 1, 8)), loss: pert(10, 20, 60) } },
    { what: 'a rate in a 90 % range', model: { frequency: rate(ninety(0.2, 3)), loss: ninety(100, 900) } },
    { what: 'a chance', model: { frequency: chance(0.02, 0.05, 0.2), loss: ninety(1_000, 20_000) } },
  ])('with $what has the mean and variance of the compound distribution', ({ model }) => {
    const years = simulateYears(model, { trials, seed: 23 })
    const found = figuresOf(years)
    const truth = momentsOfYear(model)
    expectWithin(found.mean, truth.mean)
    let fourth = 0
    for (const year of years) fourth += (year - found.mean.value) ** 4 / trials
    const errorOfVariance = Math.sqrt((fourth - found.deviation ** 4) / trials)
    expectWithin({ value: found.deviation ** 2, error: errorOfVariance }, truth.variance)
  })

  it('has the errors that repeated seeds show, for every figure', () => {
    const model: LossModel = { frequency: rate(pert(0.2, 1, 4)), loss: ninety(1_000, 20_000) }
    const seeds = Array.from({ length: 120 }, (_, at) =>
      figuresOf(simulateYears(model, { trials: 2_000, seed: at + 1 }), [15_000]),
    )
    const figure: Record<string, (of: LossFigures) => Figure> = {
      mean: ({ mean }) => mean,
      'years with a loss': ({ anyLoss }) => anyLoss,
      median: (of) => quantile(of, 0.5),
      'one year in ten': (of) => quantile(of, 0.9),
      'one year in twenty': (of) => quantile(of, 0.95),
      'the worst twentieth': ({ worst }) => worst,
      'beyond 15,000': ({ exceeding }) => exceeding[0]?.chance ?? nothing,
    }
    for (const [name, of] of Object.entries(figure)) {
      const found = seeds.map(of)
      const shown = figuresOf(Float64Array.from(found, ({ value }) => value)).deviation
      const stated = found.reduce((sum, { error }) => sum + error, 0) / found.length
      // the deviation of 120 numbers is itself known to about 6.5 %, and the tail has fewer years to tell from
      expect(shown / stated, name).toBeGreaterThan(0.75)
      expect(shown / stated, name).toBeLessThan(1.3)
    }
  })

  it('falls along the curve, which agrees with the losses asked about', () => {
    const model: LossModel = { frequency: rate(pert(0, 1, 4)), loss: ninety(5_000, 80_000) }
    const years = simulateYears(model, { trials: 5_000, seed: 3 })
    const { curve, largest } = figuresOf(years)
    expect(curve.length).toBeLessThanOrEqual(200)
    const [losses, chances] = [curve.map((it) => it.loss), curve.map((it) => it.chance.value)]
    expect(losses).toEqual(losses.toSorted((a, b) => a - b))
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(curve.at(-1)).toMatchObject({ loss: largest, chance: { value: 0 } })
    const factors = losses.slice(1, -1).map((loss, at) => loss / (losses[at] ?? 1))
    expect(Math.max(...factors) / Math.min(...factors)).toBeCloseTo(1, 9)
    const counted = (it: Exceedance) => years.filter((year) => year > it.loss).length / years.length
    expect(curve.every((it) => counted(it) === it.chance.value)).toBe(true)
  })
})

describe('exponential and logarithm', () => {
  it('agree with those of the machine to fifteen digits, and end where nothing is simulated', () => {
    for (let x = -699; x < 700; x += 0.317) {
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-15)
      const y = Math.exp(x / 10)
      expect(Math.abs(logarithm(y) - Math.log(y))).toBeLessThanOrEqual(4.5e-16 * Math.max(1, Math.abs(Math.log(y))))
    }
    expect([exponential(0), exponential(-701), logarithm(1), logarithm(0)]).toEqual([1, 0, 0, -Infinity])
    for (const nothing of [701, Number.NaN]) expect(() => exponential(nothing)).toThrow('more than')
    for (const nothing of [-1, Number.NaN, Infinity]) expect(() => logarithm(nothing)).toThrow('no logarithm')
  })

  it('and the end of a 90 % range are those of the library', () => {
    expect(endOfNinety).toBeCloseTo(normalQuantile(0.95), 14)
    expect(logarithm(120)).toBeCloseTo(gammaln(6), 14)
  })
})

describe('a quantile without sorting', () => {
  it.each([0.05, 0.5, 0.95, 0.99])('of %d is the one of the sorted years', (share) => {
    const years = simulateYears({ frequency: rate(pert(0, 1, 3)), loss: ninety(10, 90) }, { trials: 3_001, seed: 4 })
    expect(quantileOfYears(years, share)).toEqual(quantile(figuresOf(years), share))
  })
})

describe('the same seed', () => {
  const model: LossModel = { frequency: rate(ninety(0.5, 4)), loss: pert(10, 200, 9_000) }

  it('gives the same bytes, and another seed others', () => {
    const bytes = (seed: number) => Buffer.from(simulateYears(model, { trials: 2_000, seed }).buffer).toString('base64')
    expect(bytes(8)).toBe(bytes(8))
    expect(bytes(8)).not.toBe(bytes(9))
  })

  it.each<{ what: string; model: LossModel; hash: string }>([
    {
      what: '90 % ranges',
      model: { frequency: rate(ninety(0.2, 30)), loss: ninety(10_000, 4_000_000) },
      hash: '26fd9c388c207cff',
    },
    {
      what: 'three points',
      model: { frequency: rate(pert(0, 1, 2)), loss: pert(1_000, 50_000, 400_000) },
      hash: '16d8337405dc2343',
    },
  ])('gives of $what the bytes that a second program gave, written in Python for this', ({ model, hash }) => {
    const years = simulateYears(model, { trials: 20_000, seed: 99 })
    expect(createHash('sha256').update(new Uint8Array(years.buffer)).digest('hex').slice(0, 16)).toBe(hash)
  })

  it('gives the very numbers that are written here, on whatever machine this runs', () => {
    const { mean, quantiles, worst } = figuresOf(simulateYears(model, { trials: 1_000, seed: 42 }))
    expect({ mean, median: quantiles[3], worst }).toMatchInlineSnapshot(`
      {
        "mean": {
          "error": 108.58061254400336,
          "value": 2848.3166532058453,
        },
        "median": {
          "loss": {
            "error": 135.0418165518522,
            "value": 1739.7189367357978,
          },
          "share": 0.5,
        },
        "worst": {
          "error": 646.5123420631854,
          "value": 12899.022740829421,
        },
      }
    `)
  })
})

describe('risks together', () => {
  const [small, great]: [LossModel, LossModel] = [
    { frequency: chance(0.5, 0.5, 0.5), loss: exactly(100) },
    { frequency: rate(exactly(1)), loss: pert(0, 300, 600) },
  ]
  const halved: LossModel = { frequency: rate(exactly(0.5)), loss: pert(0, 300, 600) }
  const risks = [
    { id: 'small', seed: 1, inherent: small, residual: null },
    { id: 'great', seed: 2, inherent: great, residual: halved },
  ]

  it('are the sum of independent risks, before and after treatment', () => {
    const done: number[] = []
    const found = simulateTogether(risks, { trials, onProgress: (it) => done.push(it) })
    expect(done).toEqual([1, 2])
    expectWithin(found.inherent.mean, 350)
    expectWithin(found.residual?.mean ?? nothing, 200)
    const variance = momentsOfYear(small).variance + momentsOfYear(great).variance
    expect(found.inherent.deviation / Math.sqrt(variance)).toBeCloseTo(1, 2)
  })

  it('have shares that add up to one, with the error that repeated seeds show', () => {
    const { risks: parts } = simulateTogether(risks, { trials })
    expectWithin(parts[0]?.inherent.share ?? nothing, 50 / 350)
    expectWithin(parts[0]?.residual.share ?? nothing, 50 / 200)
    expect(parts.reduce((sum, it) => sum + it.inherent.share.value, 0)).toBeCloseTo(1, 12)
    const shares = Array.from({ length: 100 }, (_, at) =>
      simulateTogether(
        risks.map((risk) => ({ ...risk, seed: risk.seed + 2 * at })),
        { trials: 500 },
      ).risks.map(({ inherent }) => inherent.share),
    ).map(([first]) => first ?? nothing)
    const mean = shares.reduce((sum, it) => sum + it.value, 0) / 100
    const seen = Math.sqrt(shares.reduce((sum, it) => sum + (it.value - mean) ** 2, 0) / 99)
    expect(seen / (shares[0]?.error ?? 0)).toBeGreaterThan(0.75)
    expect(seen / (shares[0]?.error ?? 0)).toBeLessThan(1.3)
  })

  it('keep their own figures whatever company they are in', () => {
    const alone = simulateTogether(risks.slice(1), { trials: 5_000 })
    const both = simulateTogether(risks, { trials: 5_000 })
    expect(alone.risks[0]?.inherent.mean).toEqual(both.risks[1]?.inherent.mean)
    expect(simulateTogether(risks.slice(0, 1), { trials: 5_000 }).residual).toBeNull()
    expect(() => simulateTogether([], { trials })).toThrow('no risk')
  })
})

describe('what cannot be simulated', () => {
  const fine: LossModel = { frequency: rate(pert(0, 1, 2)), loss: pert(1, 2, 3) }
  it.each<{ model: LossModel; path: string; says: string }>([
    { model: { ...fine, loss: pert(1, 2, Number.POSITIVE_INFINITY) }, path: 'loss', says: 'without an end' },
    { model: { ...fine, loss: pert(-1, 2, 3) }, path: 'loss', says: '0 or more' },
    { model: { ...fine, loss: pert(3, 3, 2) }, path: 'loss.high', says: 'below the low end' },
    { model: { ...fine, loss: pert(1, 4, 3) }, path: 'loss.likely', says: 'between' },
    { model: { ...fine, loss: pert(0, 0, 0) }, path: 'loss.high', says: 'no loss' },
    { model: { ...fine, loss: ninety(0, 5) }, path: 'loss.low', says: 'above 0' },
    { model: { ...fine, loss: ninety(1, 20_000) }, path: 'loss.high', says: 'wild years' },
    { model: { ...fine, loss: pert(1, 2, 2e15) }, path: 'loss.high', says: 'at most' },
    { model: { ...fine, frequency: rate(pert(1, 2, 300)) }, path: 'frequency.range.high', says: 'running cost' },
    { model: { ...fine, frequency: chance(0, 0.5, 1.5) }, path: 'frequency.range.high', says: 'at most 1' },
    { model: { ...fine, frequency: rate(ninety(0.001, 50)) }, path: 'frequency.range.high', says: 'wild years' },
  ])('is refused at $path in words: $says', ({ model, path, says }) => {
    const problems = problemsOfModel(model)
    expect(problems).toMatchObject([{ path, message: expect.stringContaining(says) }])
    expect(() => simulateYears(model, { trials, seed: 1 })).toThrow(path)
  })

  it('is also a seed that is none and too few trials', () => {
    expect(problemsOfModel(fine)).toEqual([])
    expect(() => simulateYears(fine, { trials, seed: 0 })).toThrow('seed')
    expect(() => simulateYears(fine, { trials: 99, seed: 1 })).toThrow('trials')
    expect(momentsOfRange(exactly(3))).toEqual({ mean: 3, variance: 0 })
  })
})
