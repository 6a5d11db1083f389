import { seededUniform } from '@assay/measures'
import { describe, expect, test } from 'vitest'
import { ascending } from './sorted.ts'

const size = 100_000
const shapes: [string, (share: number, at: number) => number][] = [
  ['spread evenly', (share) => share * 2 - 1],
  ['of a few whole numbers', (share) => Math.floor(share * 7) - 3],
  ['of one number', () => 4.25],
  ['crowded beside one far away', (share, at) => (at === 7 ? 1e300 : share)],
  ['too far apart to be subtracted', (share, at) => (at % 2 === 0 ? 1 : -1) * share * Number.MAX_VALUE],
  ['too near for any bucket', (share) => Math.floor(share * 5) * Number.MIN_VALUE],
  ['falling', (_, at) => -at / 3],
]

describe('values in ascending order', () => {
  test.each(shapes)('are those of a plain sort, %s', (_, shape) => {
    const next = seededUniform(11)
    const values = Float64Array.from({ length: size }, (_value, at) => shape(next(), at) + 0)
    expect(ascending(values)).toEqual(values.toSorted())
  })

  test('hold no negative zero, whatever its place', () => {
    const values = Float64Array.from({ length: size }, (_, at) => (at % 2 === 0 ? -0 : 0) + (at % 5 === 0 ? at : 0))
    expect(ascending(values).some((it) => Object.is(it, -0))).toBe(false)
    expect(ascending(new Float64Array([-0])).some((it) => Object.is(it, -0))).toBe(false)
  })

  test('may be none', () => {
    expect(ascending(new Float64Array(0))).toHaveLength(0)
  })
})
