import { describe, expect, it } from 'vitest'
import { expectNear } from '../../test/measures/near.ts'
import { readReference, readRows, referencePresent } from '../../test/measures/reference-files.ts'
import type { GroupValue } from '../cells.ts'
import type { ImpactRow, ImpactTable } from './four-fifths.ts'
import { candidatesOf, localLaw144, noPassMark, notTheAudit } from './local-law-144.ts'
import { aboveMedian, type ScoreCount } from './above-median.ts'

describe('the median of everybody', () => {
  const scores = (...values: [string | null, number, number][]): ScoreCount[] =>
    values.map(([key, score, count]) => ({ key: [key], score, count }))

  it.each([
    [scores(['a', 1, 1], ['a', 2, 1], ['a', 3, 1]), 2, 1, 1],
    [scores(['a', 1, 1], ['a', 2, 1], ['a', 3, 1], ['a', 4, 1]), 2.5, 0, 2],
    [scores(['a', 1, 1], ['a', 2, 2], ['a', 3, 1]), 2, 2, 1],
    [scores(['a', 5, 7]), 5, 7, 0],
    [scores(['a', 5, 0], ['b', 1, 1]), 1, 1, 0],
    [scores(['a', 0.1, 1], ['a', 0.30000000000000004, 1], ['a', 0.3, 1], ['a', 9, 1]), 0.30000000000000004, 0, 2],
    [scores(['a', -1e308, 1], ['a', 1e308, 1]), 0, 0, 1],
  ])('%j', (counts, median, ties, above) => {
    const found = aboveMedian(counts)
    expect(found.median).toBeCloseTo(median, 12)
    expect([found.ties, found.cells.reduce((sum, cell) => sum + cell.above, 0)]).toEqual([ties, above])
  })

  it('takes people of unknown category into the median', () => {
    const found = aboveMedian(scores(['a', 1, 2], [null, 9, 3], ['b', 8, 1]))
    expect(found.median).toBe(8.5)
    expect(found.cells).toContainEqual({ key: [null], n: 3, above: 3 })
    expect(found.cells).toContainEqual({ key: ['b'], n: 1, above: 0 })
  })

  it('is null for nobody and refuses scores that are none', () => {
    expect(aboveMedian([])).toEqual({ median: null, ties: 0, cells: [] })
    expect(() => aboveMedian(scores(['a', Number.NaN, 1]))).toThrow('a score must be a finite number')
    expect(() => aboveMedian(scores(['a', 1, -1]))).toThrow('must be a whole number')
  })
})

describe('the tables of Local Law 144', () => {
  it('says what they are not', () => {
    const law = localLaw144({ selected: [] })
    expect(law.notes.slice(0, 2)).toEqual([notTheAudit, noPassMark])
    expect(law).toMatchObject({ scoring: null, unknown: { sex: 0, raceEthnicity: 0, either: 0 } })
    expect(law.selection?.sex.rows).toEqual([])
    expect(() => localLaw144({})).toThrow('selected people, of scored people, or both')
  })

  it('states people of unknown category and a highest rate that stands on few', () => {
    const people = (sex: string | null, raceEthnicity: string | null, n: number, selected: number) => ({
      sex,
      raceEthnicity,
      n,
      selected,
    })
    const law = localLaw144({
      selected: [
        people('f', 'a', 500, 200),
        people('m', 'a', 500, 220),
        people('m', 'b', 12, 11),
        people(null, 'a', 3, 1),
        people('f', null, 4, 1),
      ],
    })
    expect(law.unknown).toEqual({ sex: 3, raceEthnicity: 4, either: 7 })
    expect(law.notes).toContain(
      'Not in the ratios because their category is unknown: 3 people by sex, 4 by race/ethnicity, 7 by both together.',
    )
    expect(law.notes.filter((note) => note.includes('may be highest by chance'))).toHaveLength(2)
  })

  it('takes candidates from cells of any columns', () => {
    const table = {
      columns: ['dept', 'sex', 'race'],
      cells: [
        { key: ['x', 'Female', 'White'], tp: 1, fp: 2, fn: 3, tn: 4 },
        { key: ['y', 'Female', 'White'], tp: 1, fp: 0, fn: 0, tn: 0 },
        { key: ['y', null, '__proto__'], tp: 0, fp: 0, fn: 0, tn: 5 },
      ],
    }
    expect(candidatesOf(table, { sex: 'sex', raceEthnicity: 'race' })).toEqual([
      { sex: 'Female', raceEthnicity: 'White', n: 11, selected: 4 },
      { sex: null, raceEthnicity: '__proto__', n: 5, selected: 0 },
    ])
  })
})

type Pair = [number, number]
type Expected = {
  n: number
  selected: number
  above: number
  selection_rate: number
  scoring_rate: number
  impact_ratio_selection: number
  impact_ratio_scoring: number
  share_of_known: number
  vs_highest: { diff_newcombe: Pair; ratio_log_katz: Pair; z_pooled: number; p_z_pooled: number } | null
}
type Reference = {
  median_score_full_sample: number
  unknown: { sex: number; race_ethnicity: number; either: number }
  sex: Record<string, Expected>
  race_ethnicity: Record<string, Expected>
  intersectional: Record<string, Expected>
}

function present(value: string | undefined): GroupValue {
  return value === undefined || value === '' || value === 'Unknown' ? null : value
}

function lawOfFile() {
  const rows = readRows('ll144_candidates.csv')
  const counted = rows.map((row) => ({ key: [present(row.get('sex')), present(row.get('race_ethnicity'))], row }))
  const selected = counted.map(({ key, row }) => ({
    sex: key[0] ?? null,
    raceEthnicity: key[1] ?? null,
    n: 1,
    selected: Number(row.get('selected')),
  }))
  const scored = aboveMedian(counted.map(({ key, row }) => ({ key, score: Number(row.get('score')), count: 1 })))
  return localLaw144({ selected, scored })
}

function rowOf(table: ImpactTable, name: string): ImpactRow {
  const row = table.rows.find(({ key }) => key.join('|') === name)
  if (!row) throw new Error(`no category ${name}`)
  return row
}

describe.skipIf(!referencePresent)('the tables of Local Law 144 against the reference values', () => {
  const reference = referencePresent ? readReference<Reference>('ll144') : null
  const law = referencePresent ? lawOfFile() : null

  it('agrees on the median and on people of unknown category', () => {
    expectNear(law?.scoring?.median, reference?.median_score_full_sample, 1e-12, 'median')
    expect(law?.unknown).toEqual({
      sex: reference?.unknown.sex,
      raceEthnicity: reference?.unknown.race_ethnicity,
      either: reference?.unknown.either,
    })
  })

  it.each([
    ['sex', 'sex'],
    ['raceEthnicity', 'race_ethnicity'],
    ['intersection', 'intersectional'],
  ] as const)('agrees on every category by %s', (ours, theirs) => {
    const expected = Object.entries(reference?.[theirs] ?? {})
    const [selection, scoring] = [law?.selection?.[ours], law?.scoring?.[ours]]
    if (!selection || !scoring) throw new Error('no tables')
    expect(selection.rows).toHaveLength(expected.length)
    for (const [name, it] of expected) {
      const [own, score] = [rowOf(selection, name), rowOf(scoring, name)]
      expect([own.n, own.selected, score.selected]).toEqual([it.n, it.selected, it.above])
      expectNear(own.rate.value, it.selection_rate, 1e-9, `${name} selection rate`)
      expectNear(score.rate.value, it.scoring_rate, 1e-9, `${name} scoring rate`)
      expectNear(own.toHighest?.ratio.value ?? 1, it.impact_ratio_selection, 1e-9, `${name} impact ratio`)
      expectNear(score.toHighest?.ratio.value ?? 1, it.impact_ratio_scoring, 1e-9, `${name} impact ratio of scoring`)
      expectNear(own.share, it.share_of_known, 1e-9, `${name} share`)
      const pair = own.toHighest
      expect(pair === null).toBe(it.vs_highest === null)
      if (!pair || !it.vs_highest) continue
      expectNear(pair.ratio.low, it.vs_highest.ratio_log_katz[0], 1e-9, `${name} ratio low`)
      expectNear(pair.ratio.high, it.vs_highest.ratio_log_katz[1], 1e-9, `${name} ratio high`)
      expectNear(pair.difference.low, it.vs_highest.diff_newcombe[0], 1e-9, `${name} difference low`)
      if (pair.test === 'two-proportion-z') expectNear(pair.p, it.vs_highest.p_z_pooled, 1e-9, `${name} p`)
    }
  })

  it('fails the planted group and names its shortfall', () => {
    const table = law?.selection?.raceEthnicity
    if (!table) throw new Error('no table')
    const black = rowOf(table, 'Black or African American')
    expect(black.judgement?.verdict).toBe('fail')
    expect(black.judgement?.text).toContain(
      'is 0.6646 (95 % interval 0.5715 to 0.7733), wholly below the margin (at least 0.8)',
    )
    expectNear(black.toHighest?.scoreRatio.low, 0.571534420401, 1e-6, 'score interval low')
    expectNear(black.toHighest?.scoreRatio.high, 0.773307837915, 1e-6, 'score interval high')
    // 1144 · 243/748 = 371.6 against 247 selected.
    expect(black.shortfall).toEqual({ toParity: 125, toFourFifths: 51 })
    expect(rowOf(table, 'White').judgement?.verdict).toBe('pass')
    expect(rowOf(table, 'American Indian or Alaska Native').mayBeExcluded).toBe(true)
  })
})
