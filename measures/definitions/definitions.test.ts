import { describe, expect, it } from 'vitest'
import { fairnessSummary } from '../comparisons/summary.ts'
import { compositeIds, compositeValue } from '../rates/composites.ts'
import type { DriftColumn } from '../drift/column.ts'
import { compareColumn } from '../drift/compare.ts'
import { freezeColumn } from '../drift/reference.ts'
import { rateIds, rateValue } from '../rates/counted.ts'
import { metricDefinition, metricDefinitions } from './index.ts'

const small = [0, 1, 2, 5]
const confusions = small.flatMap((tp) =>
  small.flatMap((fp) => small.flatMap((fn) => small.map((tn) => ({ tp, fp, fn, tn })))),
)

describe('the definitions', () => {
  it('name everything that is computed from cells', () => {
    const summary = Object.keys(fairnessSummary({ columns: [], cells: [] }, null))
    const computed = [...rateIds, ...compositeIds, ...summary]
    expect(computed.filter((id) => metricDefinition(id)?.id !== id)).toEqual([])
  })

  it('name every distance of drift', () => {
    const numbers = { mode: 'exact' as const, values: [1, 2, 3], counts: [4, 5, 6] }
    const categories = [
      { value: 'a', count: 9 },
      { value: 'b', count: 6 },
    ]
    const columns: DriftColumn[] = [
      { column: 'n', kind: 'number', rows: 15, nulls: 0, values: numbers },
      { column: 'c', kind: 'category', rows: 15, nulls: 0, counts: categories },
    ]
    const found = columns.flatMap((it) => Object.entries(compareColumn(freezeColumn(it), it, { seed: 1, at: 0 })))
    const distances = found
      .filter(([name, value]) => typeof value === 'number' && name !== 'ks_p')
      .map(([name]) => name)
    expect(distances).toContain('wasserstein_normalised_at_least_0_001')
    expect(distances.filter((id) => metricDefinition(id)?.id !== id)).toEqual([])
  })

  it('have no name that means two things', () => {
    const names = metricDefinitions.flatMap((it) => [...new Set([it.id, it.name, ...it.aliases].map(plain))])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each([
    { said: 'Recall', id: 'tpr' },
    { said: 'false-alarm rate', id: 'fpr' },
    { said: 'Impact Ratio', id: 'disparate_impact' },
    { said: 'precision', id: 'ppv' },
    { said: 'theil', id: 'theil_index' },
    { said: 'area under the ROC curve', id: 'auc' },
    { said: 'Population Stability Index', id: 'psi' },
  ])('are found by what the field says: $said', ({ said, id }) => expect(metricDefinition(said)?.id).toBe(id))

  it('are null for a name that nobody knows', () => expect(metricDefinition('fairness')).toBeNull())

  it('have a range that no value leaves, whatever the counts', () => {
    const group = { key: ['a'], tp: 3, fp: 2, fn: 1, tn: 4 }
    for (const confusion of confusions) {
      const table = { columns: ['g'], cells: [group, { key: ['b'], ...confusion }] }
      const values: [string, number | null][] = [
        ...rateIds.map((id): [string, number | null] => [id, rateValue(id, confusion)]),
        ...compositeIds.map((id): [string, number | null] => [id, compositeValue(id, confusion)]),
        ...Object.entries(fairnessSummary(table, { group: ['a'], rule: 'declared' })),
      ]
      for (const [id, value] of values) {
        if (value === null) continue
        const [least, most] = metricDefinition(id)?.range ?? [null, null]
        const inside = value >= (least ?? value) - 1e-15 && value <= (most ?? value) + 1e-15
        expect(inside, `${id} of ${JSON.stringify(confusion)} is ${value}`).toBe(true)
      }
    }
  })

  it('say what is best only where a direction says it', () => {
    for (const { id, direction, ideal } of metricDefinitions) expect(ideal === null, id).toBe(direction === 'none')
  })
})

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, ' ')
}
