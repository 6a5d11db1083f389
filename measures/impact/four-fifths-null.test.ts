import { describe, expect, it } from 'vitest'
import { binomialDraws, seededUniform } from '../bootstrap/random.ts'
import { impactTable } from './four-fifths.ts'

/** How often a tool with one rate for everybody is flagged, by the point rule of four-fifths and by the verdict on the interval. */
function flagged(minority: number, runs: number): { point: number; verdict: number } {
  const draw = binomialDraws(seededUniform(1_000 + minority))
  let [point, verdict] = [0, 0]
  for (let i = 0; i < runs; i++) {
    const table = impactTable([
      { key: ['majority'], n: 1_000, selected: draw(1_000, 0.3) },
      { key: ['minority'], n: minority, selected: draw(minority, 0.3) },
    ])
    if (table.rows.some((row) => row.oneInstead?.below)) point++
    if (table.rows.some((row) => row.judgement?.verdict === 'fail')) verdict++
  }
  return { point: point / runs, verdict: verdict / runs }
}

describe('a tool that treats everybody alike', () => {
  // Measured with other code: the point rule flags 32 % at 50, 17 % at 100 and 2.7 % at 300 people.
  it.each([
    [50, 0.32],
    [100, 0.17],
    [300, 0.027],
  ])(
    'with a minority of %s is flagged by the point rule about %s of the time, by the verdict hardly ever',
    (minority, rate) => {
      const seen = flagged(minority, 1_000)
      expect(Math.abs(seen.point - rate)).toBeLessThan(0.03)
      expect(seen.verdict).toBeLessThanOrEqual(0.06)
    },
  )

  it('is never judged on 20 people', () => {
    const seen = flagged(20, 400)
    expect(seen.point).toBeGreaterThan(0.3)
    expect(seen.verdict).toBe(0)
  })
})
