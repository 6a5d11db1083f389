import { type LossModel, simulateTogether } from '../measures/index.ts'
import type { Row } from './trial.ts'

const [risks, trials] = [200, 100_000] as const

/**
 * The loss of a year of two hundred risks, each before and after treatment, beside the same done the way one writes it first: a random
 * number here, a logarithm there, and a plain sort.
 */
export function benchSimulation(): Promise<Row[]> {
  const models = Array.from({ length: risks }, (_, at) => modelOf(at))
  const one = timed(() => simulateTogether([riskOf(modelOf(1), 0)], { trials })).seconds
  const ours = timed(() => simulateTogether(models.map(riskOf), { trials }))
  const naive = timed(() => naively(models))
  const apart = Math.abs(ours.value.inherent.mean.value / naive.value - 1)
  const times = (naive.processor / ours.processor).toFixed(1)
  return Promise.resolve([
    {
      name: '1 risk × 100,000 years, before and after',
      value: one,
      unit: 's',
      aim: '< 1 s',
      note: 'one thread',
    },
    {
      name: '200 risks × 100,000 years, before and after',
      value: ours.seconds,
      unit: 's',
      aim: '',
      note: `one thread, the same bytes each time; a plain loop takes ${times} times its processor time`,
    },
    {
      name: '200 risks × 100,000 years, plain loop',
      value: naive.seconds,
      unit: 's',
      aim: '',
      note: `Math.random, no errors, no shares; its mean is ${(100 * apart).toFixed(2)} % from ours`,
    },
  ])
}

/** Seconds on the wall and, for comparing on a machine that does something else too, of the processor. */
function timed<Value>(work: () => Value): { value: Value; seconds: number; processor: number } {
  const [began, used] = [performance.now(), process.cpuUsage()]
  const value = work()
  return { value, seconds: (performance.now() - began) / 1000, processor: process.cpuUsage(used).user / 1e6 }
}

/** Half of the risks in each shape, from once in decades to several times a year. */
function modelOf(at: number): LossModel {
  const often = 0.05 + (at % 20) / 6
  const loss = 1_000 * (1 + (at % 7))
  return at % 2 === 0
    ? {
        frequency: { kind: 'rate', range: { shape: 'lognormal', low: often / 3, high: often } },
        loss: { shape: 'lognormal', low: loss, high: loss * 30 },
      }
    : {
        frequency: { kind: 'rate', range: { shape: 'pert', low: 0, likely: often / 2, high: often } },
        loss: { shape: 'pert', low: 0, likely: loss, high: loss * 12 },
      }
}

function riskOf(inherent: LossModel, at: number) {
  return { id: String(at), seed: at + 1, inherent, residual: inherent }
}

/** What a plain loop does for the same: two stages, sorted for their quantiles, summed over the risks. Gives the mean of a year. */
function naively(models: readonly LossModel[]): number {
  let mean = 0
  for (let stage = 0; stage < 2; stage += 1) {
    const sums = Array.from({ length: trials }, () => 0)
    for (const { frequency, loss } of models) {
      const years = Array.from({ length: trials }, () => {
        let year = 0
        for (let left = poisson(drawn(frequency.range)); left > 0; left -= 1) year += drawn(loss)
        return year
      })
      for (const [at, year] of years.entries()) sums[at] = (sums[at] ?? 0) + year
      years.sort((a, b) => a - b)
    }
    sums.sort((a, b) => a - b)
    mean = sums.reduce((sum, it) => sum + it, 0) / trials
  }
  return mean
}

function drawn(range: LossModel['loss']): number {
  if (range.shape === 'lognormal') {
    const location = (Math.log(range.low) + Math.log(range.high)) / 2
    const scale = (Math.log(range.high) - Math.log(range.low)) / (2 * 1.6448536269514722)
    return Math.exp(location + scale * normal())
  }
  const { low, likely, high } = range
  const rise = gamma(1 + (4 * (likely - low)) / (high - low))
  return low + ((high - low) * rise) / (rise + gamma(1 + (4 * (high - likely)) / (high - low)))
}

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random())
}

function poisson(rate: number): number {
  const bound = Math.exp(-rate)
  let [events, product] = [0, Math.random()]
  while (product > bound) {
    events += 1
    product *= Math.random()
  }
  return events
}

function gamma(shape: number): number {
  const d = shape - 1 / 3
  for (;;) {
    const z = normal()
    const v = (1 + z / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(Math.random()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}
