import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { findingOf, patternsIn, personalPatterns, type QualityCheck, type QualityCounts } from '@assay/measures'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countsOf } from './count-check.ts'
import { numbered } from './expressions.ts'
import { pairs } from './pairs.ts'
import { quoted } from './parameters.ts'

let instance: DuckDBInstance
let connection: DuckDBConnection
let tables = 0

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  connection = await instance.connect()
})
afterAll(() => instance.closeSync())

/** A table of texts, as a CSV file is read when nothing is guessed. */
async function aTable(columns: string[], rows: (string | null)[][]): Promise<string> {
  const name = `table_${++tables}`
  await connection.run(`create table ${name} (${columns.map((it) => `${quoted(it)} varchar`).join(', ')})`)
  for (const row of rows) {
    await connection.run(`insert into ${name} values (${row.map((_, i) => `$${i + 1}`).join(', ')})`, row)
  }
  return name
}

async function counted(columns: string[], rows: (string | null)[][], check: QualityCheck): Promise<QualityCounts> {
  return countsOf(connection, check, { data: numbered(await aTable(columns, rows)) })
}

const one = (values: (string | null)[]) => values.map((it) => [it])

describe('a check counts', () => {
  it.each<[string, string[], (string | null)[][], QualityCheck, [number, number], number[]]>([
    [
      'null, blank and sentinels as missing, the same number in any spelling',
      ['x'],
      one([null, '', ' \u00a0', 'N/A', ' N/A ', '-1', '-1.0', '0', 'n']),
      { check: 'missing-values', column: 'x', sentinels: ['N/A', '-1'] },
      [7, 9],
      [1, 2, 3, 4, 5, 6, 7],
    ],
    [
      'rows that lack any of the values',
      ['x', 'y'],
      [
        ['1', '2'],
        [null, '2'],
        ['1', ' '],
        [null, null],
      ],
      { check: 'incomplete-rows', columns: ['x', 'y'] },
      [3, 4],
      [2, 3, 4],
    ],
    [
      'values of another kind than most',
      ['x'],
      one(['1', '2.5', '-3e4', 'seven', 'true', '2024-01-01', null]),
      { check: 'type-mix', column: 'x' },
      [3, 6],
      [4, 5, 6],
    ],
    [
      'values outside of a list, as they stand',
      ['x'],
      one(['a', 'b', 'A', null]),
      { check: 'allowed-values', column: 'x', values: ['a', 'b'] },
      [1, 3],
      [3],
    ],
    [
      'rows that break a rule, and asks only those with the values it compares',
      ['age', 'job', 'start', 'end'],
      [
        ['12', 'clerk', '2020-01-02', '2020-01-01'],
        ['12', null, '2020-01-01', '2020-01-02'],
        ['40', 'clerk', '2020-01-01', '2020-01-02'],
        [null, 'clerk', '2020-01-01', '2020-01-02'],
      ],
      {
        check: 'cross-field-rule',
        name: 'children have no job',
        when: [{ column: 'age', is: '<', value: 15 }],
        must: [{ column: 'job', is: 'missing' }],
      },
      [1, 2],
      [1],
    ],
    [
      'an end before its start, as days and as numbers',
      ['start', 'end'],
      [
        ['2020-01-02', '2020-01-01'],
        ['9', '10'],
        ['10', '9'],
        ['2020-01-01', null],
      ],
      {
        check: 'cross-field-rule',
        name: 'ends later',
        when: [],
        must: [{ column: 'end', is: '>=', otherColumn: 'start' }],
      },
      [2, 3],
      [1, 3],
    ],
    [
      'rows that are the same but for case and blanks',
      ['x', 'y'],
      [
        ['Ann ', 'b'],
        ['ann', 'B'],
        ['ann', 'c'],
        ['ANN', ' b'],
      ],
      { check: 'near-duplicate-rows', columns: ['x', 'y'] },
      [2, 4],
      [2, 4],
    ],
    [
      'nulls as the same in copies, and not at all in ids',
      ['x'],
      one([null, null, 'a', 'a', 'a']),
      { check: 'duplicate-ids', columns: ['x'] },
      [2, 3],
      [4, 5],
    ],
    [
      'labels that differ from the checked ones',
      ['label', 'gold'],
      [
        ['1', '1'],
        ['1', '0'],
        ['0', null],
        [' 1', '1'],
      ],
      { check: 'gold-label-errors', label: 'label', gold: 'gold' },
      [1, 3],
      [2],
    ],
    [
      'old records, and tells dates that are none',
      ['on'],
      one(['2020-01-01', '2026-01-01', '2026-02-30', 'soon', '2025-12-31T23:59:59', null]),
      { check: 'record-age', column: 'on', asOf: '2026-01-10', maximumDays: 30 },
      [1, 3],
      [1],
    ],
    [
      'records that were late, or made before their event',
      ['event', 'recorded'],
      [
        ['2026-01-01', '2026-01-02'],
        ['2026-01-01', '2026-03-01'],
        ['2026-01-02', '2026-01-01'],
        [null, '2026-01-01'],
      ],
      { check: 'recording-delay', event: 'event', recorded: 'recorded', maximumDays: 7 },
      [2, 3],
      [2, 3],
    ],
    [
      'numbers far from the median, by the median deviation',
      ['x'],
      one(['1', '2', '3', '4', '5', '100', 'word', null]),
      { check: 'outliers-mad', column: 'x' },
      [1, 6],
      [6],
    ],
    [
      'numbers outside of the fences of the quartiles',
      ['x'],
      one(['1', '2', '3', '4', '5', '100', 'NaN', 'Infinity']),
      { check: 'outliers-iqr', column: 'x' },
      [1, 6],
      [6],
    ],
    [
      'values out of range, negative bounds included, and words among numbers',
      ['x'],
      one(['-5', '-3', '0', 'ten', 'nan', '-3.5']),
      { check: 'range', column: 'x', low: -4, high: -1 },
      [4, 6],
      [1, 3, 4, 5],
    ],
  ])('%s', async (_, columns, rows, check, [numerator, denominator], worst) => {
    expect(await counted(columns, rows, check)).toMatchObject({ kind: 'share', numerator, denominator, worst })
  })

  it('an overlap of test with training rows, null with null', async () => {
    const test = numbered(
      await aTable(
        ['x', 'y'],
        [
          ['a', null],
          ['b', '1'],
          ['c', '2'],
        ],
      ),
    )
    const train = numbered(
      await aTable(
        ['y', 'x'],
        [
          [null, 'a'],
          [null, 'a'],
          ['1', 'c'],
        ],
      ),
    )
    const counts = await countsOf(
      connection,
      { check: 'train-test-overlap', columns: ['x', 'y'] },
      { data: test, train },
    )
    expect(counts).toMatchObject({ numerator: 1, denominator: 3, worst: [1] })
  })

  it('groups of any name, and those without one', async () => {
    const rows = [
      ['__proto__', null],
      ["'; drop table x; --", '1'],
      [null, null],
      ['__proto__', '2'],
    ]
    const counts = await counted(['g', 'x'], rows, { check: 'missing-by-group', column: 'x', by: ['g'] })
    expect(counts).toMatchObject({
      groups: [
        { key: ["'; drop table x; --"], numerator: 0, denominator: 1 },
        { key: ['__proto__'], numerator: 1, denominator: 2 },
        { key: [null], numerator: 1, denominator: 1 },
      ],
      worst: [1, 3],
    })
  })

  it('label rates of groups by the written label', async () => {
    const rows = [
      ['a', '1'],
      ['a', '1.0'],
      ['a', '0'],
      ['b', null],
      ['b', '0'],
    ]
    const check: QualityCheck = { check: 'label-rate-by-group', label: 'y', positive: '1', by: ['g'] }
    expect(await counted(['g', 'y'], rows, check)).toMatchObject({
      groups: [
        { key: ['a'], numerator: 2, denominator: 3 },
        { key: ['b'], numerator: 0, denominator: 1 },
      ],
    })
  })

  it('how few rows share their quasi-identifiers, and how few sensitive values they have', async () => {
    const rows = [
      ['8', 'f', 'flu'],
      ['8', 'f', 'flu'],
      ['8', 'f', 'flu'],
      ['9', 'm', 'flu'],
      ['9', 'm', 'cold'],
    ]
    const k = findingOf(
      { check: 'k-anonymity', columns: ['zip', 'sex'], k: 3 },
      await counted(['zip', 'sex', 'ill'], rows, { check: 'k-anonymity', columns: ['zip', 'sex'], k: 3 }),
    )
    expect(k.measures.slice(0, 2)).toMatchObject([
      { name: 'k', value: 2 },
      { numerator: 2, denominator: 5 },
    ])
    expect(k.worst).toEqual([4, 5])
    const check: QualityCheck = { check: 'l-diversity', columns: ['zip', 'sex'], sensitive: 'ill', l: 2 }
    const l = findingOf(check, await counted(['zip', 'sex', 'ill'], rows, check))
    expect(l.measures.slice(0, 2)).toMatchObject([
      { name: 'l', value: 1 },
      { numerator: 3, denominator: 5 },
    ])
    expect(l.worst).toEqual([1, 2, 3])
  })

  it('patterns of ratings, and the units where raters differ', async () => {
    const rows = [
      ['a', 'a', null],
      ['a', 'b', 'a'],
      [null, 'b', 'b'],
    ]
    const counts = await counted(['r1', 'r2', 'r3'], rows, { check: 'label-agreement', raters: ['r1', 'r2', 'r3'] })
    expect(counts).toMatchObject({ patterns: [{ ratings: ['a', 'a', null] }, {}, {}], worst: [2] })
  })

  it('values held by few rows without their names', async () => {
    const rows = one([...Array.from({ length: 6 }, () => 'usual'), 'Ada Lovelace', 'Alan Turing'])
    const counts = await counted(['name'], rows, { check: 'diversity', column: 'name' })
    expect(JSON.stringify(counts)).not.toContain('Ada')
    expect(findingOf({ check: 'diversity', column: 'name' }, counts).measures[0]).toMatchObject({ value: 3 })
  })
})

describe('more pairs than are handed out', () => {
  it('give the same shares and area as all of them do', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => [
      String(((i * 37) % 90) - 40),
      String((i * i + i) % 3 > 0 || i % 90 > 60 ? 1 : 0),
    ])
    const data = numbered(await aTable(['x', 'y'], rows))
    const check: QualityCheck = { check: 'single-predictor', column: 'x', label: 'y' }
    const all = findingOf(check, await countsOf(connection, check, { data }))
    const { sql, params, read } = pairs(data, 'x', 'y', 50)
    const folded = findingOf(check, read((await connection.runAndReadAll(sql, params)).getRowObjectsJS()))
    for (const name of ['determined_share', 'majority_share', 'separation_auc']) {
      const [one, other] = [all, folded].map((it) => it.measures.find((measure) => measure.name === name)?.value)
      expect(one).not.toBeNull()
      expect(other).toBeCloseTo(one ?? Number.NaN, 12)
    }
    expect(folded.measures.find((it) => it.name === 'cramers_v')).toMatchObject({
      value: null,
      reason: expect.stringContaining('50'),
    })
    expect(folded.worst).toEqual(all.worst)
  })
})

describe('outliers', () => {
  it('have no measure where half of the numbers are equal, and say so', async () => {
    const rows = one(['1', '1', '1', '1', '50'])
    for (const check of ['outliers-mad', 'outliers-iqr'] as const) {
      const definition: QualityCheck = { check, column: 'x' }
      const found = findingOf(definition, await counted(['x'], rows, definition))
      expect(found.measures[0]).toMatchObject({ value: null, reason: expect.stringContaining('equal') })
    }
  })
})

describe('personal data in SQL', () => {
  const texts = [
    'write to ann.b+c@mail.example.org',
    'card 4111 1111 1111 1111',
    'card 4111 1111 1111 1112',
    'GB82 WEST 1234 5698 7654 32',
    'GB82 WEST 1234 5698 7654 33',
    'DE89370400440532013000',
    'ssn 123-45-6789',
    'ssn 666-45-6789',
    '12345678Z',
    '12345678A',
    'call +44 20 7946 0958',
    'ten green bottles',
  ]

  it('is found as the plain functions find it', async () => {
    const counts = await counted(['t'], one(texts), { check: 'personal-data', column: 't' })
    if (counts.kind !== 'share') throw new Error('personal data is counted as a share')
    for (const { id } of personalPatterns) {
      const expected = texts.filter((it) => patternsIn(it, personalPatterns).some((found) => found.id === id)).length
      expect([id, counts.parts.find((it) => it.name === id)?.rows]).toEqual([id, expected])
    }
    expect(counts.worst).toEqual([1, 2, 4, 6, 7, 9, 11])
  })
})

describe('every check', () => {
  const columns = ['a', 'b "quoted"; --', '__proto__']
  const [a = '', b = '', c = ''] = columns
  const checks: QualityCheck[] = [
    { check: 'missing-values', column: b, sentinels: ["'; drop"] },
    { check: 'missing-labels', column: c },
    { check: 'missing-by-group', column: a, by: [b, c] },
    { check: 'incomplete-rows', columns },
    { check: 'format', column: b, pattern: '[0-9]+' },
    { check: 'type-mix', column: b },
    { check: 'domain-variants', column: b },
    { check: 'allowed-values', column: b, values: [] },
    {
      check: 'cross-field-rule',
      name: 'rule',
      when: [{ column: b, is: 'filled' }],
      must: [{ column: c, is: 'in', values: [] }],
    },
    { check: 'label-conflicts', columns: [a, b], label: c },
    { check: 'duplicate-rows', columns },
    { check: 'duplicate-ids', columns: [b] },
    { check: 'range', column: b, low: -5 },
    { check: 'outliers-mad', column: b },
    { check: 'outliers-iqr', column: b },
    { check: 'gold-label-errors', label: a, gold: b },
    { check: 'label-agreement', raters: [a, b] },
    { check: 'record-age', column: b, asOf: '2026-01-01', maximumDays: 3 },
    { check: 'future-dates', column: b, asOf: '2026-01-01' },
    { check: 'recording-delay', event: a, recorded: b, maximumDays: 3 },
    { check: 'class-balance', column: b },
    { check: 'group-balance', columns: [a, b] },
    { check: 'label-rate-by-group', label: a, positive: '1', by: [b] },
    { check: 'diversity', column: b },
    { check: 'grid-coverage', columns },
    { check: 'population-shares', columns: [b], population: [{ key: ['x'], share: 1 }] },
    { check: 'near-duplicate-rows', columns },
    { check: 'near-duplicate-texts', column: b },
    { check: 'constant-column', column: b },
    { check: 'single-predictor', column: a, label: b },
    { check: 'sensitive-proxy', column: a, sensitive: b },
    { check: 'k-anonymity', columns, k: 5 },
    { check: 'l-diversity', columns: [a], sensitive: b, l: 2 },
    { check: 'personal-data', column: b },
    { check: 'provenance', recorded: { sha256: 'ab', rows: 0 } },
  ]
  const contents: [string, (string | null)[][]][] = [
    ['no row', []],
    ['one row', [['1', 'x', '0']]],
    [
      'nothing but null',
      [
        [null, null, null],
        [null, null, null],
      ],
    ],
    ['one value', Array.from({ length: 6 }, () => ['1', '1', '1'])],
    [
      'words as numbers',
      [
        ['nan', 'Infinity', '-1e400'],
        ["'; drop", '\u0000', '🙂'],
        ['01', '1', '１'],
      ],
    ],
  ]

  it.each(contents)('answers with finite numbers or none on %s, twice the same', async (_, rows) => {
    const data = numbered(await aTable(columns, rows))
    for (const check of checks) {
      const [first, again] = [await countsOf(connection, check, { data }), await countsOf(connection, check, { data })]
      expect(again).toEqual(first)
      const found = findingOf(check, first)
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      expect(found.measures.length).toBeGreaterThan(0)
    }
  })
})
