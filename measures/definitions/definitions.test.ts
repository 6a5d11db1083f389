import { describe, expect, it } from 'vitest'
import { fairnessSummary } from '../comparisons/summary.ts'
import { compositeIds, compositeValue } from '../rates/composites.ts'
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
