import { actLabels } from '@assay/server/rooms/obligations/model.ts'
import { expect, test } from 'vitest'
import { german } from '../../messages/de.ts'
import { toBody, unanswered, valuesFrom } from './answers.ts'
import { placeInAct } from './words.ts'

type Labels = Record<string, string | { text: string }>

test('every answer and reason of the EU AI Act has its German', () => {
  const texts = Object.values<Labels>(actLabels).flatMap((labels) =>
    Object.values(labels).map((label) => (typeof label === 'string' ? label : label.text)),
  )
  expect(texts.length).toBeGreaterThan(70)
  expect(texts.filter((text) => german[text] === undefined)).toEqual([])
})

test('every duty of the EU AI Act has its German title', () => {
  const [catalogue = ''] = Object.values(
    import.meta.glob<string>('../../../frameworks/data/eu-ai-act.yaml', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  )
  const titles = [...catalogue.matchAll(/id: AIA-.*? title: (?:"([^"]+)"|([^,]+)),/g)].map(([, a, b]) => a ?? b ?? '')
  expect(titles.length).toBeGreaterThan(40)
  expect(titles.filter((title) => german[title] === undefined)).toEqual([])
})

test('nothing that was passed over is taken for a no, and exceptions are asked about where there can be one', () => {
  const blank = valuesFrom({})
  expect(unanswered(blank)).toEqual([
    'exclusions',
    'supply',
    'practices',
    'annexIii',
    'transparency',
    'reach',
    'annexI',
    'profiling',
    'gpai',
  ])
  const answered = valuesFrom({
    reach: 'in-union',
    exclusions: [],
    supply: ['uses'],
    practices: [],
    annexI: null,
    annexIii: ['4(a)'],
    profiling: 'no',
    transparency: ['talks-to-people'],
    gpai: 'none',
  })
  expect(unanswered(answered)).toEqual(['exceptions', 'transparencyExceptions'])
  expect(unanswered({ ...answered, profiling: 'yes', transparency: ['none-of-them'] })).toEqual([])
  expect(toBody({ ...answered, profiling: 'yes', exceptions: ['6(3)(a)'] })).toMatchObject({
    exclusions: [],
    practices: [],
    annexI: null,
    annexIii: ['4(a)'],
    exceptions: [],
    placedOn: null,
  })
})

test('a place in the Act is cited as it is written', () => {
  expect(placeInAct('Annex III point 5(b)')).toBe('Annex III point 5(b)')
  for (const word of ['Annex', 'Chapter', 'section', 'point', 'last subparagraph']) expect(german[word]).toBeDefined()
})
