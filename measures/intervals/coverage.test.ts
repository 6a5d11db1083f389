import gammaln from '@stdlib/math-base-special-gammaln'
import { describe, expect, it } from 'vitest'
import { binomialDraws, seededUniform } from '../bootstrap/random.ts'
import type { Interval, Proportion, TwoProportions } from './counts.ts'
import { katzLog } from './katz.ts'
import { miettinenNurminen } from './miettinen-nurminen.ts'
import { newcombe } from './newcombe.ts'
import { agrestiCoull, clopperPearson, jeffreys, wilson } from './proportion.ts'
import { scoreRatio } from './score-ratio.ts'

/**
 * How often intervals of 95 % hold the truth. For one proportion every outcome is weighed by its probability: no simulation error. For two, samples are drawn from a seed. From `minimum` trials on, with at least five successes and failures expected, score and
 * hybrid intervals must lie between 93 and 97 %, exact ones at 95 % or above. Below, coverage is measured and printed.
 */
const minimum = 30
const runs = 4000

type One = (it: Proportion) => Interval
type Two = {
  method: (it: TwoProportions) => { low: number; high: number | null }
  truth: (p: number, p0: number) => number
}

const difference = (p: number, p0: number) => p - p0
const ratio = (p: number, p0: number) => p / p0
const ofTwo: Record<string, Two> = {
  Newcombe: { method: newcombe, truth: difference },
  'Miettinen–Nurminen': { method: miettinenNurminen, truth: difference },
  'Katz log': { method: katzLog, truth: ratio },
  'score ratio': { method: scoreRatio, truth: ratio },
}

const large = [
  { n: 30, p: [0.2, 0.3, 0.5, 0.8] },
  { n: 100, p: [0.05, 0.1, 0.3, 0.5, 0.9] },
  { n: 385, p: [0.02, 0.05, 0.3, 0.5, 0.95] },
  { n: 1000, p: [0.01, 0.1, 0.5, 0.99] },
].flatMap(({ n, p }) => p.map((share) => ({ n, p: share })))

describe('the coverage of 95 % intervals of one proportion', () => {
  it.each(large)('lies between 93 and 97 % for Wilson: n = $n, truths around $p', ({ n, p }) => {
    const coverage = mean(around(p).map((truth) => exactCoverage(wilson, n, truth)))
    expect(coverage).toBeGreaterThanOrEqual(0.93)
    expect(coverage).toBeLessThanOrEqual(0.97)
  })

  it('goes up and down with a single truth, since counts are whole, but never far: printed, and from the minimum on above 92 %', () => {
    const lowest = [30, 50, 100, 385].map((n) => {
      const truths = truthsOfOne().filter((p) => n * Math.min(p, 1 - p) >= 5)
      return { n, share: Math.min(...truths.map((p) => exactCoverage(wilson, n, p))) }
    })
    const said = lowest.map(({ n, share }) => `n = ${n}: ${percent(share)}`).join('; ')
    process.stdout.write(`Lowest coverage of Wilson's 95 % interval over single truths with five expected: ${said}\n`)
    for (const { share } of lowest) expect(share).toBeGreaterThan(0.92)
  })

  it('is never below 95 % for Clopper–Pearson, however few the trials', () => {
    for (const n of [1, 2, 5, 10, 30, 100, 385]) {
      for (let p = 0.01; p < 1; p += 0.01)
        expect(exactCoverage(clopperPearson, n, p)).toBeGreaterThanOrEqual(0.95 - 1e-9)
    }
  })

  it('averages 95 % over all truths for Wilson, Jeffreys and Agresti–Coull, from 30 trials on within one per cent', () => {
    for (const method of [wilson, jeffreys, agrestiCoull]) {
      expect(Math.abs(averageCoverage(method, minimum) - 0.95)).toBeLessThan(0.012)
    }
  })

  it('below the minimum is measured', () => {
    const methods = {
      Wilson: wilson,
      'Clopper–Pearson': clopperPearson,
      Jeffreys: jeffreys,
      'Agresti–Coull': agrestiCoull,
    }
    const lines = Object.entries(methods).map(([name, method]) => {
      const of = [2, 5, 10, 20].map(
        (n) => `n = ${n}: ${percent(averageCoverage(method, n))}, at worst ${percent(worst(method, n))}`,
      )
      return `  ${name}: ${of.join('; ')}`
    })
    process.stdout.write(
      `Coverage of 95 % intervals below ${minimum} trials, averaged over p from 0.02 to 0.98:\n${lines.join('\n')}\n`,
    )
    expect(averageCoverage(wilson, 10)).toBeGreaterThan(0.93)
  })
})

describe('the coverage of 95 % intervals of two proportions', () => {
  const truths = [
    { n: 30, n0: 30, p: 0.5, p0: 0.5 },
    { n: 40, n0: 400, p: 0.3, p0: 0.3 },
    { n: 60, n0: 60, p: 0.1, p0: 0.2 },
    { n: 860, n0: 860, p: 0.24, p0: 0.3 },
    { n: 100, n0: 5000, p: 0.9, p0: 0.95 },
    { n: 300, n0: 1000, p: 0.05, p0: 0.05 },
  ]
  const cases = Object.keys(ofTwo).flatMap((name) => truths.map((truth) => ({ name, ...truth })))

  it.each(cases)('lies between 93 and 97 %: $name, $n of $p against $n0 of $p0', ({ name, ...truth }) => {
    const coverage = drawnCoverage(ofTwo[name], truth)
    expect(coverage).toBeGreaterThanOrEqual(0.93)
    expect(coverage).toBeLessThanOrEqual(0.97)
  })

  it('below the minimum is measured', () => {
    const small = [
      { n: 5, n0: 5, p: 0.3, p0: 0.3 },
      { n: 10, n0: 1000, p: 0.3, p0: 0.3 },
      { n: 20, n0: 20, p: 0.1, p0: 0.1 },
    ]
    const lines = Object.entries(ofTwo).map(([name, method]) => {
      const of = small.map((it) => `${it.n} and ${it.n0} of ${it.p}: ${percent(drawnCoverage(method, it))}`)
      return `  ${name}: ${of.join('; ')}`
    })
    process.stdout.write(`Coverage of 95 % intervals of two proportions below the minimum:\n${lines.join('\n')}\n`)
    expect(drawnCoverage(ofTwo['Newcombe'], { n: 10, n0: 1000, p: 0.3, p0: 0.3 })).toBeGreaterThan(0.93)
  })
})

function exactCoverage(method: One, n: number, p: number): number {
  let covered = 0
  for (let k = 0; k <= n; k += 1) {
    const weight = Math.exp(
      gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p),
    )
    if (weight < 1e-12) continue
    const { low, high } = method({ successes: k, trials: n })
    if (low <= p && p <= high) covered += weight
  }
  return covered
}

function truthsOfOne(): number[] {
  return Array.from({ length: 49 }, (_, at) => 0.02 * (at + 1))
}

function averageCoverage(method: One, n: number): number {
  return mean(truthsOfOne().map((p) => exactCoverage(method, n, p)))
}

/** Truths within a tenth of p: no plan knows its truth to the last digit. */
function around(p: number): number[] {
  return Array.from({ length: 21 }, (_, at) => p * (0.9 + 0.01 * at)).filter((truth) => truth < 1)
}

function mean(numbers: number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length
}

function worst(method: One, n: number): number {
  return Math.min(...truthsOfOne().map((p) => exactCoverage(method, n, p)))
}

function drawnCoverage(two: Two | undefined, it: { n: number; n0: number; p: number; p0: number }): number {
  if (!two) throw new Error('no such interval')
  const draw = binomialDraws(seededUniform(20_261_122))
  const truth = two.truth(it.p, it.p0)
  let covered = 0
  for (let run = 0; run < runs; run += 1) {
    const { low, high } = two.method({
      group: { successes: draw(it.n, it.p), trials: it.n },
      reference: { successes: draw(it.n0, it.p0), trials: it.n0 },
    })
    if (low <= truth && (high === null || truth <= high)) covered += 1
  }
  return covered / runs
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
