import { describe, expect, it } from 'vitest'
import type { CellTable } from './cells.ts'
import { marginal, mergeTables, nameOf, totalOf, withoutConfusion } from './tables.ts'

const table: CellTable = {
  columns: ['sex', 'race'],
  cells: [
    { key: ['m', null], tp: 1, fp: 2, fn: 3, tn: 4 },
    { key: ['m', '__proto__'], tp: 5, fp: 6, fn: 7, tn: 8 },
    { key: ['f', null], tp: 1, fp: 0, fn: 0, tn: 0 },
    { key: ['f', 'null'], tp: 0, fp: 1, fn: 0, tn: 0 },
  ],
}

describe('the margins of a table', () => {
  it('add up what becomes equal, in the order of the names and the unknown last', () => {
    expect(marginal(table, ['race']).cells).toEqual([
      { key: ['__proto__'], tp: 5, fp: 6, fn: 7, tn: 8 },
      { key: ['null'], tp: 0, fp: 1, fn: 0, tn: 0 },
      { key: [null], tp: 2, fp: 2, fn: 3, tn: 4 },
    ])
  })

  it('keep the total, whichever columns they keep', () => {
    for (const columns of [[], ['sex'], ['race'], ['race', 'sex']]) {
      expect(totalOf(marginal(table, columns))).toEqual({ tp: 7, fp: 9, fn: 10, tn: 12 })
    }
  })

  it.each([
    { columns: ['age'], says: 'the table has no column “age”; it has sex, race' },
    { columns: ['sex', 'sex'], says: 'column “sex” is named twice' },
  ])('refuse in words: $says', ({ columns, says }) => expect(() => marginal(table, columns)).toThrow(says))

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuse the count %s', (tp) => {
    expect(() => marginal({ columns: [], cells: [{ key: [], tp, fp: 0, fn: 0, tn: 0 }] }, [])).toThrow('whole number')
  })

  it('refuse a sum that is too large to be exact', () => {
    const half = { key: [], tp: 2 ** 52 + 1, fp: 0, fn: 0, tn: 0 }
    expect(() => marginal({ columns: [], cells: [half, half] }, [])).toThrow('whole number')
  })
})

describe('tables together', () => {
  it('count every row of both, whatever the order', () => {
    const both = mergeTables([table, table])
    expect(totalOf(both)).toEqual({ tp: 14, fp: 18, fn: 20, tn: 24 })
    expect(mergeTables([{ ...table, cells: table.cells.toReversed() }, table])).toEqual(both)
  })

  it('refuse tables of different columns', () => {
    expect(() => mergeTables([table, marginal(table, ['sex'])])).toThrow('cannot be added')
  })
})

describe('names and parts', () => {
  it('tell the unknown group from one that is called null', () => {
    expect(nameOf([null])).not.toBe(nameOf(['null']))
    expect(nameOf(['a', 'b'])).not.toBe(nameOf(['a","b']))
  })

  it('refuse to take more from a table than there is', () => {
    const one = { tp: 1, fp: 0, fn: 0, tn: 0 }
    expect(() => withoutConfusion(one, { ...one, tp: 2 })).toThrow(RangeError)
  })
})
