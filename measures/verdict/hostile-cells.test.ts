import { describe, expect, it } from 'vitest'
import { seededUniform } from '../bootstrap/random.ts'
import type { CellTable, Confusion } from '../cells.ts'
import { conflictsBetween } from '../conflicts/conflicts.ts'
import { priceOfEquality } from '../conflicts/identity.ts'
import { decomposeEntropy } from '../inequality/inequality.ts'
import { candidatesOf, localLaw144 } from '../impact/local-law-144.ts'
import { rateIds } from '../rates/counted.ts'
import { findReversals, stratifiedGap } from '../comparisons/simpson.ts'
import { searchSubgroups } from '../subgroups/search.ts'
import { unknownBoundsOf } from '../unknown-bounds.ts'
import { judgeFamily } from './family.ts'
import { atLeast, fourFifthsBothWays, within } from './margin.ts'

const uniform = seededUniform(77)
const upTo = (most: number): number => Math.floor(uniform() * (most + 1))
const names = ['a', 'b', null, '__proto__', "'; drop"]

/** Tables with many zeros, few or thousands of people, unknown values and names that are traps. */
function tables(): { table: CellTable; one: Confusion; other: Confusion } {
  const scale = [1, 3, 40, 3_000][upTo(3)] ?? 1
  const count = (): number => upTo(scale) * upTo(1)
  const confusion = (): Confusion => ({ tp: count(), fp: count(), fn: count(), tn: count() })
  const keys = names.flatMap((name) => ['p', 'q', null].map((part) => [name, part])).filter(() => upTo(2) > 0)
  return {
    table: { columns: ['g', 'h'], cells: keys.map((key) => ({ key, ...confusion() })) },
    one: confusion(),
    other: confusion(),
  }
}

/** Where in a value a number is that JSON cannot hold; null when there is none. */
function notFinite(value: unknown, path = ''): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path
  if (typeof value !== 'object' || value === null) return null
  for (const [name, part] of Object.entries(value)) {
    const found = notFinite(part, `${path}.${name}`)
    if (found !== null) return found
  }
  return null
}

/** The result, or that it was refused in words; anything else thrown is a bug and fails the test. */
function resultOrRefusal(compute: () => unknown): unknown {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RangeError) return error.message
    throw error
  }
}

describe('every measure of this folder on hostile cells', () => {
  it('gives a result without NaN and Infinity, or refuses in words', () => {
    for (let i = 0; i < 60; i++) {
      const { table, one, other } = tables()
      const rate = rateIds[i % rateIds.length] ?? 'tpr'
      const metrics = [
        { rate, compare: 'ratio', margin: fourFifthsBothWays },
        { rate, compare: 'difference', margin: within(0.1) },
        { rate, compare: 'rate', margin: atLeast(0.5) },
      ] as const
      const family = { attribute: ['g'], metrics, minimum: upTo(30), judgeUnknown: upTo(1) === 1 }
      const strata = { rate, attribute: ['g'], group: ['a'], reference: ['b'], strata: ['h'], minimum: upTo(5) }
      const computed: [string, () => unknown][] = [
        ['family', () => judgeFamily(table, { ...family, reference: 'largest' })],
        ['family to the rest', () => judgeFamily(table, { ...family, reference: 'rest' })],
        ['family to a group', () => judgeFamily(table, { ...family, reference: { group: ['__proto__'] } })],
        ['search', () => searchSubgroups(table, { metrics: [{ rate }], minimum: upTo(30) })],
        ['strata', () => stratifiedGap(table, strata)],
        ['reversals', () => findReversals(table, { rate, attribute: 'g', reference: 'a' })],
        ['unknown', () => unknownBoundsOf(table, { rate, attribute: ['g', 'h'], reference: ['a', 'p'] })],
        ['law', () => localLaw144({ selected: candidatesOf(table, { sex: 'g', raceEthnicity: 'h' }) })],
        [
          'conflicts',
          () =>
            conflictsBetween(
              rateIds,
              table.cells.map((cell) => ({ group: cell.key, table: cell })),
            ),
        ],
        ['price', () => priceOfEquality(one, other)],
        ['inequality', () => [-1, 0, 0.5, 1, 2].map((alpha) => decomposeEntropy(table.cells, alpha))],
      ]
      for (const [name, compute] of computed) {
        expect(notFinite(resultOrRefusal(compute)), `${name} of ${JSON.stringify(table)}`).toBeNull()
      }
    }
  })

  it('knows a number that JSON cannot hold', () => {
    expect(notFinite({ a: [1, { b: Number.NaN }] })).toBe('.a.1.b')
  })
})
