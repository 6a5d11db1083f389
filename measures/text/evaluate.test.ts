import { describe, expect, it } from 'vitest'
import { evaluateTexts } from './evaluate.ts'
import type { TextCheck, TextRow } from './text-check.ts'

const aRow = (row: number, its: Partial<TextRow> = {}): TextRow => ({ row, output: 'Yes.', ...its })

const checks: TextCheck[] = [
  { check: 'exact-match' },
  { check: 'token-f1' },
  { check: 'rouge-l' },
  { check: 'bleu' },
  { check: 'chrf' },
  { check: 'numeric-match' },
  { check: 'schema-valid' },
  { check: 'refusal' },
  { check: 'empty' },
  { check: 'length' },
  { check: 'personal-data' },
  { check: 'secrets' },
  { check: 'toxic-terms', terms: ['idiot'] },
  { check: 'groundedness' },
  { check: 'citations' },
  { check: 'self-consistency' },
  { check: 'latency' },
  { check: 'cost' },
  { check: 'counterfactual', positive: 'yes' },
  { check: 'judge-agreement' },
  { check: 'judge-prevalence', positive: 'good' },
  { check: 'win-rates', replicates: 20 },
]

describe('every check of outputs', () => {
  const full: Partial<TextRow> = {
    prompt: '__proto__',
    expected: ['yes 1'],
    context: 'Yes [1]',
    group: ["'; drop", null],
    pair: '__proto__',
    judge: 'good',
    judgeReference: 'bad',
    latency: 3,
    cost: 0,
    schemaValid: false,
  }
  it.each<[string, TextRow[]]>([
    ['no row', []],
    ['one row', [aRow(1, full)]],
    ['a row with nothing but its number', [{ row: 1, output: null }]],
    ['one class', [1, 2, 3].map((it) => aRow(it, { ...full, variant: it < 2 ? 'a' : 'b' }))],
    ['numbers that are none', [aRow(1, { ...full, latency: Number.NaN, cost: Number.POSITIVE_INFINITY })]],
    [
      'any script',
      ['🙂', '\u0000', '機械', 'مرحبا', '-', '\ud800'].map((output, i) => aRow(i + 1, { ...full, output })),
    ],
    ['a very long output', [aRow(1, { ...full, output: 'A1 a@a. [x '.repeat(20_000) })]],
  ])('answers %s with finite numbers or none', (_, rows) => {
    for (const check of checks) {
      const found = evaluateTexts(check, rows)
      expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      expect(found.measures.length).toBeGreaterThan(0)
      expect(found.rule).not.toBe('')
    }
  })
})

describe('outputs', () => {
  it('are compared with what was expected, by group, with the rows to look at', () => {
    const rows = [
      aRow(1, { expected: ['yes'], group: ['f'] }),
      aRow(2, { expected: ['no'], group: ['f'] }),
      aRow(3, { expected: ['yes', 'yes!'], group: ['m'] }),
      aRow(4, { group: ['m'] }),
    ]
    const found = evaluateTexts({ check: 'exact-match' }, rows)
    expect(found).toMatchObject({
      measures: [
        { name: 'exact_match_share', numerator: 2, denominator: 3, method: 'wilson' },
        { name: 'largest_gap', value: 0.5 },
        {},
      ],
      groups: [
        { group: ['f'], measures: [{ numerator: 1, denominator: 2 }] },
        { group: ['m'], measures: [{ numerator: 1, denominator: 1 }] },
      ],
      worst: [2],
      unasked: 1,
    })
  })

  it('that are missing count as empty and as wrong, not as unasked', () => {
    const rows = [{ row: 1, output: null, expected: ['x'] }]
    expect(evaluateTexts({ check: 'empty' }, rows).measures[0]).toMatchObject({ numerator: 1, denominator: 1 })
    expect(evaluateTexts({ check: 'exact-match' }, rows).measures[0]).toMatchObject({ numerator: 0, denominator: 1 })
  })

  it('of two variants are compared in complete pairs alone', () => {
    const variant = (row: number, pair: string, its: 'a' | 'b', output: string) =>
      aRow(row, { pair, variant: its, output, expected: ['yes'] })
    const rows = [
      variant(1, 'p', 'a', 'yes'),
      variant(2, 'p', 'b', 'no'),
      variant(3, 'q', 'a', 'yes'),
      variant(4, 'q', 'b', 'Yes!'),
      variant(5, 'r', 'a', 'no'),
    ]
    const { comparison } = evaluateTexts({ check: 'exact-match' }, rows)
    expect(comparison).toMatchObject({
      pairs: 2,
      firstVariant: 'a',
      secondVariant: 'b',
      flips: { numerator: 1 },
      test: 'mcnemar-exact',
      p: 1,
    })
    const flips = evaluateTexts({ check: 'counterfactual', positive: 'yes' }, rows)
    expect(flips).toMatchObject({ measures: [{ name: 'flip_share', numerator: 1, denominator: 2 }], worst: [1] })
    expect(flips.comparison).toMatchObject({ first: { numerator: 2 }, second: { numerator: 1 } })
  })

  it('are judged with the errors of the judge taken out', () => {
    const rows = [
      ...Array.from({ length: 100 }, (_, i) => aRow(i + 1, { judge: i < 30 ? 'good' : 'bad' })),
      ...Array.from({ length: 20 }, (_, i) =>
        aRow(101 + i, { judge: i < 9 || i > 18 ? 'good' : 'bad', judgeReference: i < 10 ? 'good' : 'bad' }),
      ),
    ]
    const { measures } = evaluateTexts({ check: 'judge-prevalence', positive: 'good' }, rows)
    // 40 of 120 judged good, Se = Sp = 9/10.
    expect(measures[0]?.value).toBeCloseTo((40 / 120 - 0.1) / 0.8, 12)
    expect(measures[0]?.method).toBe('lang-reiczigel')
  })

  it('cite what stands in their own context', () => {
    const rows = [
      aRow(1, { output: 'So [1] and [7].', context: '[1] a text' }),
      aRow(2, { output: 'No source.', context: '' }),
    ]
    expect(evaluateTexts({ check: 'citations' }, rows)).toMatchObject({
      measures: [
        { numerator: 1, denominator: 2 },
        { numerator: 1, denominator: 2 },
        { numerator: 0, denominator: 1 },
      ],
      worst: [1],
    })
  })

  it('of one prompt are counted as consistent or not', () => {
    const rows = ['Paris', 'paris.', 'Rome', 'Oslo'].map((output, i) =>
      aRow(i + 1, { output, prompt: i < 2 ? 'a' : 'b' }),
    )
    expect(evaluateTexts({ check: 'self-consistency' }, rows).measures).toMatchObject([
      { numerator: 1, denominator: 2 },
      { numerator: 1, denominator: 2 },
    ])
  })

  it('are ranked by duels, with half of a tie to either', () => {
    const duel = (row: number, judge: string) => aRow(row, { variant: 'new', opponent: 'old', judge })
    const rows = ['new', 'new', 'old', 'both'].map((judge, i) => duel(i + 1, judge))
    const found = evaluateTexts({ check: 'win-rates', replicates: 200, seed: 3 }, rows)
    expect(found.measures.map((it) => it.name)).toEqual([
      'win_share: new',
      'strength: new',
      'win_share: old',
      'strength: old',
    ])
    expect(found.measures[0]?.value).toBe(0.625)
    // Two contestants: the maximum likelihood is the log-odds of the share, halved around the mean 0.
    expect(found.measures[1]?.value).toBeCloseTo(Math.log(0.625 / 0.375) / 2, 9)
    expect(evaluateTexts({ check: 'win-rates' }, rows.slice(0, 2)).measures[0]).toMatchObject({ value: null })
    expect(evaluateTexts({ check: 'win-rates' }, [duel(1, ' ')])).toMatchObject({ unasked: 1 })
  })

  it('refuses weights for categories without an order', () => {
    expect(() => evaluateTexts({ check: 'judge-agreement', weights: 'linear' }, [])).toThrow('order')
  })
})
