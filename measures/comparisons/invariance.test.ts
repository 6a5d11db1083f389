import { describe, expect, it } from 'vitest'
import { expectNear } from '../../test/measures/near.ts'
import { seededUniform } from '../bootstrap/random.ts'
import type { CellTable } from '../cells.ts'
import type { RateId } from '../rates/counted.ts'
import { mergeTables } from '../tables.ts'
import { assessGroups } from './assess.ts'

const uniform = seededUniform(77)
const count = () => 1 + Math.floor(uniform() ** 3 * 500)
const tables: CellTable[] = Array.from({ length: 20 }, () => ({
  columns: ['g'],
  cells: ['a', 'b', null].map((group) => ({ key: [group], tp: count(), fp: count(), fn: count(), tn: count() })),
}))
const options = { reference: ['a'], replicates: 0 }

describe('an assessment', () => {
  it('of shards added up is the assessment of all their rows', () => {
    const [first, ...others] = tables
    if (!first) throw new Error('tables are drawn')
    const whole = mergeTables([first, ...others])
    const inHalves = mergeTables([
      mergeTables([first, ...others.slice(0, 9)]),
      mergeTables([tables[10] ?? first, ...tables.slice(11)]),
    ])
    expect(assessGroups(inHalves, options)).toEqual(assessGroups(whole, options))
  })

  it('with the other label favourable has each rate under the name of its mirror', () => {
    const mirrors: Partial<Record<RateId, RateId>> = {
      tpr: 'tnr',
      fpr: 'fnr',
      ppv: 'npv',
      fdr: 'for',
      accuracy: 'accuracy',
    }
    for (const table of tables) {
      const turned = {
        ...table,
        cells: table.cells.map(({ key, tp, fp, fn, tn }) => ({ key, tp: tn, fp: fn, fn: fp, tn: tp })),
      }
      const [there, back] = [assessGroups(table, options), assessGroups(turned, options)]
      for (const [at, { rates }] of there.groups.entries()) {
        for (const [rate, mirror] of Object.entries(mirrors)) {
          const own = Object.entries(rates).find(([id]) => id === rate)?.[1]
          expect(back.groups[at]?.rates[mirror]).toEqual(own)
        }
      }
      expectNear(
        back.summary.statistical_parity_difference,
        -(there.summary.statistical_parity_difference ?? 0),
        1e-9,
        'parity',
      )
      expectNear(
        back.summary.equalized_odds_difference,
        there.summary.equalized_odds_difference,
        1e-9,
        'equalized odds',
      )
      expectNear(
        back.summary.average_odds_difference,
        -(there.summary.average_odds_difference ?? 0),
        1e-9,
        'average odds',
      )
    }
  })

  it('has rates that are complements of each other, intervals too', () => {
    for (const { groups } of tables.map((table) => assessGroups(table, options))) {
      for (const { rates } of groups) {
        for (const [rate, complement] of [
          [rates.tpr, rates.fnr],
          [rates.fpr, rates.tnr],
          [rates.ppv, rates.fdr],
          [rates.npv, rates.for],
        ]) {
          expectNear(1 - (rate?.value ?? 0), complement?.value, 1e-9, 'value')
          expectNear(1 - (rate?.low ?? 0), complement?.high, 1e-9, 'ends')
        }
      }
    }
  })

  it('has signed comparisons that turn round with the reference, with the same p', () => {
    for (const table of tables) {
      const [there, back] = [['a'], ['b']].map(
        (reference) => assessGroups(table, { ...options, reference }).comparisons,
      )
      for (const it of there?.filter(({ group }) => group[0] === 'b') ?? []) {
        const other = back?.find(({ group, metric }) => group[0] === 'a' && metric === it.metric)
        expectNear(other?.difference.value, -(it.difference.value ?? 0), 1e-9, 'difference')
        expectNear((other?.ratio.value ?? 0) * (it.ratio.value ?? 0), 1, 1e-9, 'ratio')
        expectNear(other?.p, it.p, 1e-9, 'p')
      }
    }
  })
})
