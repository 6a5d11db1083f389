import { describe, expect, it } from 'vitest'
import { type Category, impactTable } from './four-fifths.ts'
import { oneInstead, shortfall } from './shortfall.ts'

const category = (name: string | null, selected: number, n: number): Category => ({ key: [name], n, selected })
const row = (table: ReturnType<typeof impactTable>, name: string) => table.rows.find(({ key }) => key[0] === name)

describe('impact ratios of selection', () => {
  it('reads the example of the agencies’ questions and answers, where 80 % itself is not below four-fifths', () => {
    // Hiring rates of 60, 45, 48 and 51 %: impact ratios of 75, 80 and 85 % (questions and answers on the Uniform Guidelines, 1979).
    const table = impactTable([
      category('whites other than Hispanics', 60, 100),
      category('American Indians', 45, 100),
      category('Hispanics', 48, 100),
      category('Blacks', 51, 100),
    ])
    const told = table.rows.map((it) => [it.toHighest?.ratio.value?.toFixed(2), it.oneInstead?.below])
    expect(told).toEqual([
      [undefined, undefined],
      ['0.75', true],
      ['0.80', false],
      ['0.85', false],
    ])
  })

  it('tells ratio, test, shortfall and the other references of 12 of 40 against 48 of 80', () => {
    const table = impactTable([category('White', 48, 80), category('Black', 12, 40)])
    expect(table).toMatchObject({ highest: ['White'], largest: ['White'], known: 120, unknown: 0 })
    expect(row(table, 'Black')?.toHighest).toMatchObject({ reference: ['White'], test: 'two-proportion-z' })
    expect(row(table, 'Black')?.toHighest?.ratio.value).toBeCloseTo(0.5, 12)
    expect(row(table, 'Black')?.shortfall).toEqual({ toParity: 12, toFourFifths: 8 })
    expect(row(table, 'White')).toMatchObject({ toHighest: null, toLargest: null, judgement: null, shortfall: null })
    expect(row(table, 'White')?.toRest?.ratio.value).toBeCloseTo(2, 12)
  })

  it('gives the ratio to the highest, to the largest and to the rest, and Fisher’s test where counts are small', () => {
    const table = impactTable([category('a', 9, 10), category('b', 50, 100), category('c', 20, 50)])
    expect(table).toMatchObject({ highest: ['a'], largest: ['b'] })
    const c = row(table, 'c')
    expect(c?.toHighest).toMatchObject({ test: 'fisher-exact', reference: ['a'] })
    expect(c?.toLargest?.ratio.value).toBeCloseTo(0.8, 12)
    expect(c?.toRest?.ratio.value).toBeCloseTo(0.4 / (59 / 110), 12)
    expect(c?.judgement?.because.kind).toBe('too-few')
  })

  it('finds the highest rate without rounding and names all that share it', () => {
    const table = impactTable([category('a', 1, 3), category('b', 333_333_333, 1_000_000_000), category('c', 2, 6)])
    expect(table.highest).toEqual(['a'])
    expect(table.tiedHighest).toEqual([['a'], ['c']])
    expect(row(table, 'c')?.toHighest?.ratio.value).toBe(1)
  })

  it('keeps a small category out of the ratios only with a justification, and still shows its count and rate', () => {
    const categories = [category('a', 300, 500), category('b', 250, 500), category('tiny', 9, 9)]
    const all = impactTable(categories)
    expect(all.highest).toEqual(['tiny'])
    expect(row(all, 'tiny')?.mayBeExcluded).toBe(true)
    const without = impactTable(categories, { exclude: [{ key: ['tiny'], justification: 'nine people' }] })
    expect(without.highest).toEqual(['a'])
    expect(row(without, 'tiny')).toMatchObject({
      n: 9,
      selected: 9,
      excluded: 'nine people',
      toHighest: null,
      toRest: null,
    })
    expect(row(without, 'tiny')?.rate.value).toBe(1)
    expect(row(without, 'b')?.toRest?.ratio.value).toBeCloseTo(5 / 6, 12)
  })

  it.each([
    ['a category of 2 % or more', { key: ['b'], justification: 'why' }, 'not under 2 % of the data (500 of 1009)'],
    ['no justification', { key: ['tiny'], justification: ' ' }, 'the exclusion of tiny needs a justification'],
    ['a category that is not there', { key: ['__proto__'], justification: 'why' }, 'is not among the categories'],
  ])('refuses to exclude for %s', (_, exclusion, words) => {
    const categories = [category('a', 300, 500), category('b', 250, 500), category('tiny', 9, 9)]
    expect(() => impactTable(categories, { exclude: [exclusion] })).toThrow(words)
  })

  it('counts people of unknown category and puts them into no ratio', () => {
    const table = impactTable([category('a', 30, 60), category(null, 40, 40), category('b', 20, 60)])
    expect(table).toMatchObject({ unknown: 40, known: 120, highest: ['a'] })
    expect(table.rows.map(({ key }) => key[0])).toEqual(['a', 'b'])
  })

  it.each([
    ['nobody', []],
    ['an empty category', [category('a', 0, 0), category('b', 3, 10)]],
    ['one person', [category('a', 1, 1)]],
    ['nobody selected', [category('a', 0, 40), category('b', 0, 40)]],
    ['everybody selected', [category('a', 40, 40), category('b', 40, 40)]],
    ['hostile names', [category('__proto__', 4, 40), category("'; drop", 30, 40)]],
  ])('holds no NaN for %s', (_, categories) => {
    const table = impactTable(categories)
    expect(JSON.stringify(table)).not.toMatch(/NaN|Infinity/)
    expect(table.rows).toHaveLength(categories.length)
  })

  it('gives the reason instead of a ratio when nobody was selected', () => {
    const table = impactTable([category('a', 0, 40), category('b', 0, 40)])
    expect(row(table, 'b')?.toHighest?.ratio).toMatchObject({ value: null, reason: expect.stringContaining('is 0') })
    expect(row(table, 'b')?.judgement?.verdict).toBe('not-enough-data')
  })

  it('judges the ratio by its interval and not by the point', () => {
    const point = impactTable([category('a', 30, 100), category('b', 23, 100)])
    expect(row(point, 'b')?.oneInstead?.below).toBe(true)
    expect(row(point, 'b')?.judgement?.verdict).toBe('not-enough-data')
    const clear = impactTable([category('a', 3_000, 10_000), category('b', 2_000, 10_000)])
    expect(row(clear, 'b')?.judgement?.verdict).toBe('fail')
    const alike = impactTable([category('a', 3_000, 10_000), category('b', 2_900, 10_000)])
    expect(row(alike, 'b')?.judgement?.verdict).toBe('pass')
  })

  it('refuses more selected than there are, and a category named twice', () => {
    expect(() => impactTable([category('a', 4, 3)])).toThrow('a has 4 selected of 3')
    expect(() => impactTable([category('a', 1, 3), category('a', 1, 3)])).toThrow('there twice')
  })

  it('manages 10,000 categories', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => category(`g${i}`, 10 + (i % 20), 50))
    expect(impactTable(many).rows).toHaveLength(10_000)
  })
})

describe('shortfall and the test of one person', () => {
  it.each([
    [
      { n: 40, selected: 12 },
      { n: 80, selected: 48 },
      { toParity: 12, toFourFifths: 8 },
    ],
    [
      { n: 10, selected: 3 },
      { n: 3, selected: 1 },
      { toParity: 1, toFourFifths: 0 },
    ],
    [
      { n: 10, selected: 8 },
      { n: 10, selected: 10 },
      { toParity: 2, toFourFifths: 0 },
    ],
    [
      { n: 10, selected: 10 },
      { n: 10, selected: 10 },
      { toParity: 0, toFourFifths: 0 },
    ],
    [
      { n: 90_000_000, selected: 1 },
      { n: 90_000_001, selected: 90_000_000 },
      { toParity: 89_999_999, toFourFifths: 71_999_999 },
    ],
  ])('of %j against %j is %j', (own, reference, expected) => {
    expect(shortfall(own, reference)).toEqual(expected)
    const lifted = { ...own, selected: own.selected + expected.toFourFifths }
    expect(oneInstead(lifted, reference).below).toBe(false)
  })

  it.each([
    // 7 of 20 against 9 of 20 is 0.778; 8 against 8 is 1.
    [
      { n: 20, selected: 7 },
      { n: 20, selected: 9 },
      { below: true, turns: true },
    ],
    // 3 of 10 against 8 of 20 is 0.75; 4 of 10 against 7 of 20 is more.
    [
      { n: 10, selected: 3 },
      { n: 20, selected: 8 },
      { below: true, turns: true, overtakes: true },
    ],
    [
      { n: 200, selected: 60 },
      { n: 200, selected: 100 },
      { below: true, turns: false },
    ],
    [
      { n: 20, selected: 9 },
      { n: 20, selected: 9 },
      { below: false, turns: false },
    ],
    [
      { n: 5, selected: 4 },
      { n: 1, selected: 1 },
      { below: false, turns: false },
    ],
    [
      { n: 20, selected: 0 },
      { n: 20, selected: 0 },
      { below: false, turns: false, oneMore: null },
    ],
    [
      { n: 3, selected: 3 },
      { n: 3, selected: 3 },
      { below: false, oneMore: null, oneInstead: null },
    ],
  ])('%j against %j: %j', (own, reference, expected) => {
    expect(oneInstead(own, reference)).toMatchObject(expected)
  })
})
