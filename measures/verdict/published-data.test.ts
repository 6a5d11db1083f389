import { describe, expect, it } from 'vitest'
import { countCells, readRows, referencePresent } from '../../test/measures/reference-files.ts'
import type { CellTable } from '../cells.ts'
import { judgeFamily } from './family.ts'
import { fourFifths, within } from './margin.ts'

/** ProPublica's table: all 7,214 people, a re-offence as the label and "Medium or High" as its prediction. */
function compas(): CellTable {
  const rows = readRows('compas_two_years.csv')
  const reoffended = (row: Map<string, string>): boolean => row.get('two_year_recid') === '1'
  const high = (row: Map<string, string>): boolean => Number(row.get('decile_score')) >= 5
  return countCells(rows, ['race'], reoffended, high)
}

describe.skipIf(!referencePresent)('the verdict on published data', () => {
  const table = referencePresent ? compas() : { columns: ['race'], cells: [] }

  it('fails the false positive rate of ProPublica’s table and names the numbers', () => {
    const family = judgeFamily(table, {
      attribute: ['race'],
      metrics: [{ rate: 'fpr', compare: 'difference', margin: within(0.1) }],
      reference: { group: ['Caucasian'] },
    })
    const black = family.members.find(({ group }) => group[0] === 'African-American')
    expect(family.verdict).toBe('fail')
    expect(black?.estimate.value).toBeCloseTo(805 / 1795 - 349 / 1488, 12)
    expect(black?.judgement.verdict).toBe('fail')
    expect(family.homogeneity[0]?.text).toContain('is shown to differ')
  })

  it('speaks no verdict on a group with ten positives, whatever its rate', () => {
    const family = judgeFamily(table, {
      attribute: ['race'],
      metrics: [{ rate: 'tpr', compare: 'difference', margin: within(0.1) }],
      reference: { group: ['Caucasian'] },
    })
    const native = family.members.find(({ group }) => group[0] === 'Native American')
    expect(native?.judgement).toMatchObject({ verdict: 'not-enough-data', because: { kind: 'too-few' } })
    expect(native?.judgement.text).toContain('Native American has 10 positives; a verdict asks for 30')
  })

  it('leaves predictive parity of the same table open at a tight margin and passes it at a wide one', () => {
    const judged = (margin: number) =>
      judgeFamily(
        {
          ...table,
          cells: table.cells.filter(({ key }) => ['African-American', 'Caucasian'].includes(String(key[0]))),
        },
        {
          attribute: ['race'],
          metrics: [{ rate: 'ppv', compare: 'difference', margin: within(margin) }],
          reference: { group: ['Caucasian'] },
        },
      ).verdict
    expect([judged(0.05), judged(0.1)]).toEqual(['not-enough-data', 'pass'])
  })

  it('leaves four-fifths of German Credit open by sex, since its interval reaches over 0.8', () => {
    const rows = readRows('german_scored.csv')
    const good = (row: Map<string, string>): boolean => row.get('y_true') === '1'
    const granted = (row: Map<string, string>): boolean => row.get('y_pred') === '1'
    const verdict = (column: string, reference: string) =>
      judgeFamily(countCells(rows, [column], good, granted), {
        attribute: [column],
        metrics: [{ rate: 'selection_rate', compare: 'ratio', margin: fourFifths }],
        reference: { group: [reference] },
      })
    const sex = verdict('sex', 'male')
    expect(sex.members[0]?.estimate.value).toBeCloseTo(0.864701786958, 9)
    expect([sex.verdict, sex.members[0]?.judgement.because.kind]).toEqual(['not-enough-data', 'straddles'])
  })
})
