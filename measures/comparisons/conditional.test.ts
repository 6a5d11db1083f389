import { describe, expect, it } from 'vitest'
import type { CellTable } from '../cells.ts'
import { compareGroups } from './comparisons.ts'
import { conditionalParity } from './conditional.ts'

// Admissions to Berkeley by department: P. J. Bickel, E. A. Hammel, J. W. O'Connell (1975), Science 187, 398–404.
const admissions: CellTable = {
  columns: ['sex', 'department'],
  cells: [
    ['A', 512, 313, 89, 19],
    ['B', 353, 207, 17, 8],
    ['C', 120, 205, 202, 391],
    ['D', 138, 279, 131, 244],
    ['E', 53, 138, 94, 299],
    ['F', 22, 351, 24, 317],
  ].flatMap(([department, men, menNot, women, womenNot]) => [
    { key: ['men', String(department)], tp: Number(men), fp: 0, fn: 0, tn: Number(menNot) },
    { key: ['women', String(department)], tp: Number(women), fp: 0, fn: 0, tn: Number(womenNot) },
  ]),
}

describe('parity within strata', () => {
  it('turns the gap of the Berkeley admissions round, and says so', () => {
    const [women] = conditionalParity(admissions, { columns: ['sex'], strata: ['department'] })
    expect(women).toMatchObject({ group: ['women'], reference: ['men'], strata: 6, reversed: true })
    expect(women?.crude.difference.value).toBeCloseTo(557 / 1835 - 1198 / 2691, 12)
    expect(women?.oddsRatio.value).toBeCloseTo(1 / 0.9046968, 6)
    expect(women?.oddsRatio.low).toBeCloseTo(1 / 1.0603298, 6)
    expect(women?.stratum.find(({ key }) => key[0] === 'A')?.group).toEqual({ numerator: 89, denominator: 108 })
  })

  it('leaves the gap as it is when there is one stratum', () => {
    const alone = { ...admissions, cells: admissions.cells.filter(({ key }) => key[1] === 'A') }
    const [women] = conditionalParity(alone, { columns: ['sex'], strata: ['department'], reference: ['men'] })
    expect(women?.oddsRatio.value).toBeCloseTo((89 * 313) / (19 * 512), 12)
    expect(women?.reversed).toBe(false)
  })

  it('refuses a column that is both the attribute and a stratum', () => {
    expect(() => conditionalParity(admissions, { columns: ['sex'], strata: ['sex'] })).toThrow('named twice')
  })

  it('of an empty table is empty', () => {
    expect(conditionalParity({ columns: ['a', 'b'], cells: [] }, { columns: ['a'], strata: ['b'] })).toEqual([])
  })
})

describe('comparisons with somebody else than the reference', () => {
  const cell = (group: string, tp: number, tn: number) => ({ key: [group], tp, fp: 0, fn: 0, tn })
  const table = { columns: ['g'], cells: [cell('a', 10, 10), cell('b', 40, 60), cell('c', 1, 9)] }
  const metrics = ['selection_rate' as const]

  it('set each group against everybody else, itself left out', () => {
    const rest = compareGroups(table, 'rest', { metrics })
    expect(rest.map(({ group, reference, counts }) => [group[0], reference, counts.reference])).toEqual([
      ['a', null, { numerator: 41, denominator: 110 }],
      ['b', null, { numerator: 11, denominator: 30 }],
      ['c', null, { numerator: 50, denominator: 120 }],
    ])
  })

  it('set each other group against the largest, whatever the declared reference is', () => {
    const largest = compareGroups(table, 'largest', { metrics, reference: ['c'] })
    expect(largest.map(({ group, reference }) => [group[0], reference?.[0]])).toEqual([
      ['a', 'b'],
      ['c', 'b'],
    ])
  })
})
