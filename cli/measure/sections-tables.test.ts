import { expect, test } from 'vitest'
import { tableSections } from './sections-tables.ts'

const whole = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 })
const rows = [
  { key: ['a'], n: 100, selected: 50, rate: whole(0.5), excluded: null, toHighest: null },
  { key: [null], n: 100, selected: 30, rate: whole(0.3), excluded: null, toHighest: { scoreRatio: whole(0.6) } },
]

test('four fifths are told for each attribute, with the ratio to the highest rate', () => {
  const [section] = tableSections({ fourFifths: [{ attribute: ['race', 'sex'], rows, unknown: 100 }] })
  expect(section?.title).toBe('Four fifths by race × sex')
  expect(section?.table?.rows).toEqual([
    ['a', '100', '50', '0.500', '–', ''],
    ['(no value)', '100', '30', '0.300', '0.600 [0.500, 0.700]', ''],
  ])
})

test('the tables of Local Law 144 say what they are not', () => {
  const tables = { sex: { rows, unknown: 0 }, raceEthnicity: { rows, unknown: 0 }, intersection: { rows, unknown: 0 } }
  const sections = tableSections({ localLaw144: { selection: tables, scoring: null, notes: ['No audit.'] } })
  expect(sections).toHaveLength(3)
  expect(sections.every(({ note }) => note?.startsWith('No audit.'))).toBe(true)
})

test('people of unknown group are told with how far they could move what is compared', () => {
  const difference = { value: -0.05, lowest: -0.3, highest: 0.2 }
  const unknown = { numerator: 4, denominator: 9 }
  const bounds = { metric: 'tpr', group: ['a'], reference: ['b'], unknown, difference, withSampling: whole(-0.05) }
  const [section, ...more] = tableSections({ attributes: [{ attribute: ['race'], unknownGroup: [bounds] }] })
  expect(section?.title).toBe('Unknown group in race')
  expect(section?.table?.rows).toEqual([['tpr', 'a', 'b', '9', '-0.050', '-0.300', '0.200', '[-0.150, 0.050]']])
  expect(more).toEqual([])
})
