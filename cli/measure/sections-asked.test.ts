import { expect, test } from 'vitest'
import { asHtml } from './as-html.ts'
import { asMarkdown } from './as-markdown.ts'
import { asText } from './as-text.ts'
import type { Document } from './document.ts'
import { askedSections } from './sections-fairness.ts'
import { watchedSections } from './sections-without-labels.ts'

const whole = (value: number | null) => ({ value, low: null, high: null })
const between = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 })

const asked = {
  subgroups: {
    text: '33 rates of groups were searched.',
    top: [
      {
        rate: 'tpr',
        columns: ['sex', 'region'],
        key: ['f', null],
        n: 40,
        value: 0.25,
        own: { numerator: 10, denominator: 40 },
        gap: between(-0.25),
        gapAdjusted: between(-0.3),
        shrunk: { rate: 0.28, low: 0.2, high: 0.36 },
        pAdjusted: 0.0002,
        finding: true,
      },
      {
        rate: 'fpr',
        columns: ['sex'],
        key: ['m'],
        n: 400,
        value: 0.2,
        own: { numerator: 20, denominator: 100 },
        gap: between(0.01),
        gapAdjusted: null,
        shrunk: null,
        pAdjusted: null,
        finding: false,
      },
    ],
  },
  conflicts: [
    {
      attribute: ['sex'],
      baseRates: [{ group: ['f'], rate: 0.5, numerator: 5, denominator: 10 }],
      conflicts: [{ metrics: ['tpr', 'ppv'], text: 'Both cannot be equal.', unless: 'prediction is perfect' }],
    },
    { attribute: ['region'], baseRates: [], conflicts: [] },
  ],
  inequality: {
    theil: whole(0.12),
    generalisedEntropy2: whole(null),
    coefficientOfVariation: whole(0.5),
    byAttribute: [{ attribute: ['sex'], theil: { total: whole(0.12), within: whole(0.1), between: whole(0.02) } }],
  },
}

const watched = {
  groupMix: [
    {
      column: 'sex',
      groups: [
        {
          value: 'f',
          reference: { count: 40, share: 0.4 },
          current: { count: 60, share: 0.6 },
          difference: between(0.2),
        },
      ],
    },
  ],
  withoutLabels: {
    assumption: 'Holds only while scores mean what they meant.',
    overall: { key: [], rows: 100, metrics: { accuracy: between(0.8) } },
    groups: [{ key: ['f'], rows: 60, metrics: { accuracy: between(0.7) } }],
    differences: [{ metric: 'tpr', group: ['f'], reference: ['m'], ...between(-0.2) }],
  },
  realised: [
    { key: ['f'], metric: 'accuracy', expected: between(0.7), realised: between(0.5), error: 0.2, within: false },
  ],
}

test('the search, the conflicts and the inequality that a plan asks for are told', () => {
  const sections = askedSections(asked)
  expect(sections.map(({ title }) => title)).toEqual([
    'Search over groups',
    'What cannot be equal at once, by sex',
    'Inequality of benefits',
  ])
  expect(sections[0]?.table?.rows[0]).toEqual([
    'sex = f, region = (no value)',
    'tpr',
    '10 of 40',
    '0.250',
    '-0.300 [-0.400, -0.200]',
    '0.280',
    '< 0.001',
    'yes',
  ])
  expect(sections[0]?.table?.rows[1]?.slice(4)).toEqual(['0.010 [-0.090, 0.110]', '–', '–', ''])
  expect(sections[2]?.table?.rows.map((row) => row[1])).toEqual(['0.120000', '–', '0.500000', '0.120000'])
})

test('what a plan does not ask for is not told', () => {
  expect(askedSections({})).toEqual([])
  expect(watchedSections({ columns: [] })).toEqual([])
})

test('the mix of groups, expected performance and what came true are told', () => {
  const sections = watchedSections(watched)
  expect(sections.map(({ title }) => title)).toEqual([
    'Mix of sex',
    'Expected performance, without labels',
    'Expected differences between groups, without labels',
    'What came true',
  ])
  expect(sections[1]?.table?.rows.map(([group]) => group)).toEqual(['everybody', 'f'])
  expect(sections[3]?.table?.rows[0]?.at(-1)).toBe('no')
})

test.each([
  ['HTML', asHtml],
  ['Markdown', asMarkdown],
  ['text', (document: Document) => asText(document, { width: 120, colours: false, plots: true })],
])('every one of them is part of the %s', (_, written) => {
  const sections = [...askedSections(asked), ...watchedSections(watched)]
  const page = written({ title: 'T', verdict: 'pass', reasons: [], warnings: [], facts: [['a', 'b']], sections })
  const plain = page.replaceAll(/&[a-z#0-9]+;|\\/g, '')
  for (const { title } of sections) expect(plain).toContain(title)
})
