import { describe, expect, it, test } from 'vitest'
import { seededUniform } from '../bootstrap/seeded-uniform.ts'
import { calibrationError } from '../scores/calibration-error.ts'
import { scoreBins } from '../scores/reliability.ts'
import { areaError, sizeForArea } from './area.ts'
import { errorByChance, sizeForErrorByChance, sizeForExpectedToObserved } from './calibration.ts'
import { noiseOfCategories, noiseOfNumbers, sizeForNoChange, smallestSeen } from './drift.ts'
import { sizeWithoutFailure } from './failures.ts'
import { sizeForPairs, sizeForPrevalence } from './pairs.ts'

describe('rows needed for an area under the curve', () => {
  it('rest on a standard error that is Mann and Whitney’s, √((P+N+1)/(12PN)), where scores rank nothing', () => {
    expect(areaError(0.5, 51, 58)).toBeCloseTo(Math.sqrt(110 / (12 * 51 * 58)), 12)
    expect(areaError(0.893, 51, 58)).toBeCloseTo(0.0325, 4)
  })

  it('are those at which the interval clears the bound by the power asked for, and no fewer', () => {
    const rows = sizeForArea({ area: 0.8, share: 0.3, bound: { least: 0.7 } }) ?? 0
    const reaches = (n: number) => 0.1 / areaError(0.8, Math.round(0.3 * n), n - Math.round(0.3 * n))
    expect(reaches(rows)).toBeGreaterThan(1.96 + 0.8415)
    expect(reaches(rows - 4)).toBeLessThan(1.96 + 0.8417)
  })

  it('do not exist for an area below its bound', () => {
    expect(sizeForArea({ area: 0.65, share: 0.3, bound: { least: 0.7 } })).toBeNull()
    expect(sizeForArea({ area: 0.65, share: 0.3, bound: { most: 0.7 } })).toBeGreaterThan(0)
  })
})

describe('rows needed for calibration', () => {
  it('the error of bins by chance is what simulated perfect calibration shows', () => {
    const draw = seededUniform(7)
    const scores = Array.from({ length: 2000 }, (_, index) => {
      const score = (index + 0.5) / 2000
      const positive = draw() < score ? 1 : 0
      return { score, positive, negative: 1 - positive }
    })
    const simulated = calibrationError(scoreBins(scores, 'equal-width', 10), { seed: 1 })?.expected ?? 0
    expect(errorByChance({ rows: 2000, bins: 10 }) / simulated).toBeCloseTo(1, 1)
  })

  it('four times the rows halve it', () => {
    const rows = sizeForErrorByChance({ error: 0.02, bins: 10 })
    expect(errorByChance({ rows, bins: 10 })).toBeLessThanOrEqual(0.02)
    expect(sizeForErrorByChance({ error: 0.01, bins: 10 }) / rows).toBeCloseTo(4, 1)
  })

  it('expected over observed needs the more rows, the rarer the label', () => {
    const size = (base: number) => sizeForExpectedToObserved({ ratio: 1, base, bound: { least: 0.8, most: 1.25 } }) ?? 0
    // ln(1.25) is reached with z(0.975) + z(0.8) standard errors √((1−φ)/(nφ)): about 1,400 at φ = 0.1, by Riley's form.
    expect(size(0.1)).toBeGreaterThan(1400 * 0.8)
    expect(size(0.1)).toBeLessThan(1400 * 1.6)
    expect(size(0.02)).toBeGreaterThan(4 * size(0.1))
    expect(sizeForExpectedToObserved({ ratio: 1.3, base: 0.1, bound: { least: 0.8, most: 1.25 } })).toBeNull()
  })
})

describe('window rows needed for drift', () => {
  it('the noise of two categories is that of one share', () => {
    const scale = Math.sqrt(0.25) * Math.sqrt(2 / 500)
    const { mean } = noiseOfCategories(2, { reference: 500, window: 500 })
    expect(mean).toBeCloseTo(Math.sqrt(2 / Math.PI) * scale, 12)
  })

  it('the noise of ten categories is what seeded samples show', () => {
    const draw = seededUniform(3)
    const shares = () => {
      const counts = Array.from({ length: 10 }, () => 0)
      for (let row = 0; row < 400; row += 1) {
        const at = Math.floor(draw() * 10)
        counts[at] = (counts[at] ?? 0) + 1 / 400
      }
      return counts
    }
    const distances = Array.from({ length: 400 }, () => {
      const [p, q] = [shares(), shares()]
      return p.reduce((sum, it, at) => sum + Math.abs(it - (q[at] ?? 0)) / 2, 0)
    }).toSorted((a, b) => a - b)
    const { mean, floor } = noiseOfCategories(10, { reference: 400, window: 400 })
    expect(distances.reduce((sum, it) => sum + it, 0) / 400 / mean).toBeCloseTo(1, 1)
    expect((distances[380] ?? 0) / floor).toBeCloseTo(1, 1)
  })

  it('shrinks with the root of the rows, and a small reference leaves no window enough', () => {
    const at = (window: number) => noiseOfNumbers({ reference: Number.POSITIVE_INFINITY, window }).floor
    expect(at(100) / at(400)).toBeCloseTo(2, 9)
    expect(smallestSeen(noiseOfNumbers({ reference: 1000, window: 1000 }), 0.1).beyondMargin).toBeCloseTo(0.1957, 3)
    expect(sizeForNoChange(noiseOfNumbers, 0.1, 100)).toBeNull()
    const rows = sizeForNoChange(noiseOfNumbers, 0.1, Number.POSITIVE_INFINITY) ?? 0
    expect(rows).toBe(Math.ceil(((1.2884 + 2.1407) / 0.1) ** 2))
  })
})

test.each([
  [0.01, 299],
  [0.05, 59],
  [0.1, 29],
])('no failure among n rows shows at most %s at 95 %: n = %s', (most, rows) => {
  expect(sizeWithoutFailure({ most })).toBe(rows)
})

describe('pairs needed for McNemar', () => {
  it('are those of the closed form: (1.96·√0.3 + 0.8416·√0.29)² / 0.01', () => {
    expect(sizeForPairs({ onlyFirst: 0.2, onlySecond: 0.1 })).toBe(234)
    expect(sizeForPairs({ onlyFirst: 0.1, onlySecond: 0.2 })).toBe(234)
  })

  it('do not exist where both answers are as frequent', () => {
    expect(sizeForPairs({ onlyFirst: 0.1, onlySecond: 0.1 })).toBeNull()
  })
})

describe('outputs needed behind a judge', () => {
  it('are those of a plain share where the judge never errs', () => {
    const perfect = { sensitivity: 1, specificity: 1, halfWidth: 0.05 }
    expect(sizeForPrevalence({ share: 0.5, ...perfect })).toBe(385)
  })

  it('grow with its errors: 0.1 with 0.9 and 0.95 needs z²·0.135·0.865/(0.05·0.85)²', () => {
    expect(sizeForPrevalence({ share: 0.1, sensitivity: 0.9, specificity: 0.95, halfWidth: 0.05 })).toBe(249)
    expect(sizeForPrevalence({ share: 0.1, sensitivity: 0.4, specificity: 0.5, halfWidth: 0.05 })).toBeNull()
  })
})

test.each([
  () => areaError(1.2, 5, 5),
  () => areaError(0.8, 0, 5),
  () => sizeWithoutFailure({ most: 0 }),
  () => sizeForPairs({ onlyFirst: 0.7, onlySecond: 0.7 }),
  () => noiseOfCategories(1, { reference: 5, window: 5 }),
  () => sizeForNoChange(noiseOfNumbers, 0, 100),
  () => errorByChance({ rows: 0, bins: 10 }),
])('refuses arguments that mean nothing (%#)', (call) => {
  expect(call).toThrow(RangeError)
})
