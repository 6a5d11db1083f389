import { expect, test } from 'vitest'
import { asHtml } from './as-html.ts'
import { asMarkdown } from './as-markdown.ts'
import { asText } from './as-text.ts'
import type { Document } from './document.ts'
import { askedSections } from './sections-fairness.ts'
import { regressionSections } from './sections-regression.ts'
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
  streams: [
    {
      method: 'cusum',
      value: 'error',
      order: 'day',
      seen: 400,
      alarms: [{ at: 210, since: 200, direction: 'rise' }],
      alarmsFound: 1,
      expectedByChance: 0.4,
      judged: { verdict: 'fail' },
    },
  ],
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

test('factors held alike, confirmed findings and needed sizes are told', () => {
  const sections = askedSections({
    conditional: [
      {
        attribute: ['sex'],
        strata: ['department'],
        metric: 'tpr',
        comparisons: [
          {
            group: ['f'],
            reference: ['m'],
            crude: { difference: between(-0.2) },
            difference: between(0.01),
            pAdjusted: 0.4,
            reversed: true,
            judged: { verdict: 'pass' },
          },
        ],
      },
    ],
    subgroups: {
      ...asked.subgroups,
      confirmation: {
        on: 'test-file',
        rows: { searched: 100, confirming: 50 },
        findings: [
          { columns: ['sex'], key: ['f'], rate: 'tpr', gap: between(-0.2), outcome: 'confirmed', pAdjusted: 0.01 },
        ],
      },
    },
    plannedSizes: [
      {
        attribute: ['sex'],
        sizes: [
          {
            metric: 'tpr',
            comparison: 'ratio',
            margin: 0.8,
            expected: { rate: 0.5, reference: 0.9, power: 0.8 },
            needed: null,
          },
        ],
      },
      { attribute: ['region'], sizes: [] },
    ],
  })
  expect(sections.map(({ title, table }) => [title, table?.rows[0]?.at(-1)])).toEqual([
    ['tpr by sex with department held alike', 'pass, reversed'],
    ['Search over groups', 'yes'],
    ['Findings on people who were not searched', 'confirmed'],
    ['How many are needed by sex', 'no number is enough'],
  ])
})

test('errors of predicted numbers are told by group', () => {
  const group = (name: string[]) => ({
    group: name,
    rows: 40,
    mae: between(2),
    meanResidual: between(-1),
    rmse: whole(3),
    r2: whole(null),
  })
  const regression = {
    overall: { attribute: [], groups: [group([])], differences: [] },
    attributes: [
      {
        attribute: ['sex'],
        groups: [group(['f']), group(['m'])],
        differences: [{ measure: 'mae', group: ['f'], reference: ['m'], pAdjusted: 0.5, ...between(0.1) }],
      },
    ],
  }
  const sections = regressionSections({ regression })
  expect(sections.map(({ title }) => title)).toEqual([
    'Errors of everybody',
    'Errors by sex',
    'Differences of errors by sex',
  ])
  expect(sections[0]?.table?.rows[0]).toEqual([
    'everybody',
    '40',
    '2.000 [1.900, 2.100]',
    '-1.000 [-1.100, -0.900]',
    '3.000',
    '–',
  ])
})

test('what a plan does not ask for is not told', () => {
  expect(askedSections({})).toEqual([])
  expect(watchedSections({ columns: [] })).toEqual([])
})

test('the mix of groups, expected performance and what came true are told', () => {
  const sections = watchedSections(watched)
  expect(sections.map(({ title }) => title)).toEqual([
    'Streams',
    'Mix of sex',
    'Expected performance, without labels',
    'Expected differences between groups, without labels',
    'What came true',
  ])
  expect(sections[0]?.table?.rows[0]).toEqual([
    'error by day',
    'cusum',
    '400',
    '1',
    '0.4',
    'rise at 210 (since 200)',
    'fail',
  ])
  expect(sections[2]?.table?.rows.map(([group]) => group)).toEqual(['everybody', 'f'])
  expect(sections[4]?.table?.rows[0]?.at(-1)).toBe('no')
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
