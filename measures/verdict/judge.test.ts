import { describe, expect, it } from 'vitest'
import type { Estimate } from '../estimate.ts'
import { newcombe } from '../intervals/newcombe.ts'
import { combineVerdicts } from './combine.ts'
import { judge } from './judge.ts'
import type { Asked } from './judgement.ts'
import { atLeast, atMost, fourFifths, fourFifthsBothWays, within } from './margin.ts'
import { timesNeeded } from './needed.ts'

const estimate = (low: number, value: number, high: number): Estimate => ({ value, low, high, method: 'newcombe' })
const enough = [
  { of: 'Female', counted: 'positives', count: 400 },
  { of: 'Male', counted: 'positives', count: 900 },
]
const asked = (over: Partial<Asked>): Asked => ({
  what: 'tpr of Female against Male',
  estimate: estimate(-0.04, 0, 0.04),
  margin: within(0.1),
  scale: 'difference',
  denominators: enough,
  ...over,
})

describe('the verdict on one number', () => {
  it.each([
    ['wholly inside', estimate(-0.04, 0, 0.04), within(0.1), 'pass', 'inside'],
    ['inside and touching both ends', estimate(-0.1, 0, 0.1), within(0.1), 'pass', 'inside'],
    ['wholly below', estimate(-0.4, -0.3, -0.2), within(0.1), 'fail', 'outside'],
    ['wholly above', estimate(0.2, 0.3, 0.4), within(0.1), 'fail', 'outside'],
    ['touching the threshold from outside', estimate(0.1, 0.3, 0.4), within(0.1), 'not-enough-data', 'straddles'],
    ['reaching over one edge', estimate(-0.04, 0.05, 0.14), within(0.1), 'not-enough-data', 'straddles'],
    ['reaching over both edges', estimate(-0.5, 0, 0.5), within(0.1), 'not-enough-data', 'straddles'],
    [
      'a point outside whose interval reaches in',
      estimate(-0.3, -0.15, 0),
      within(0.1),
      'not-enough-data',
      'straddles',
    ],
    ['a value on the threshold', estimate(0.05, 0.1, 0.15), within(0.1), 'not-enough-data', 'on-the-threshold'],
    ['at least, reached', estimate(0.91, 0.95, 0.98), atLeast(0.9), 'pass', 'inside'],
    ['at least, missed', estimate(0.7, 0.75, 0.8), atLeast(0.9), 'fail', 'outside'],
    ['at least, not shown', estimate(0.85, 0.92, 0.96), atLeast(0.9), 'not-enough-data', 'straddles'],
    ['at most, kept', estimate(0, 0.01, 0.03), atMost(0.05), 'pass', 'inside'],
    ['at most, passed', estimate(0.06, 0.09, 0.12), atMost(0.05), 'fail', 'outside'],
  ])('%s', (_, it_, margin, verdict, kind) => {
    const judged = judge(asked({ estimate: it_, margin }))
    expect([judged.verdict, judged.because.kind]).toEqual([verdict, kind])
  })

  it('takes the four-fifths rule as a margin of the ratio', () => {
    const ratio = (low: number, value: number, high: number, margin = fourFifths) =>
      judge(asked({ estimate: { value, low, high, method: 'katz-log' }, margin, scale: 'ratio' })).verdict
    expect(ratio(0.571, 0.665, 0.773)).toBe('fail')
    expect(ratio(0.85, 0.95, 1.06)).toBe('pass')
    expect(ratio(0.7, 0.79, 0.9)).toBe('not-enough-data')
    expect(ratio(1.3, 1.5, 1.7)).toBe('pass')
    expect(ratio(1.3, 1.5, 1.7, fourFifthsBothWays)).toBe('fail')
  })

  it.each([
    [
      'tiny groups, however clear the interval looks',
      [{ of: 'Female', counted: 'positives', count: 12 }],
      'too-few',
      false,
    ],
    ['a group too small to show', [{ of: 'Female', counted: 'positives', count: 4 }], 'too-few', true],
    ['a group of nobody', [{ of: '__proto__', counted: 'positives', count: 0 }], 'too-few', true],
  ])('is never spoken for %s', (_, denominators, kind, suppressed) => {
    const judged = judge(asked({ estimate: estimate(-0.01, 0, 0.01), denominators }))
    expect(judged).toMatchObject({ verdict: 'not-enough-data', because: { kind }, suppressed })
    expect(judged.denominators[0]?.needed).toBe(30)
  })

  it('keeps the counts of very small groups out of what is shown', () => {
    const judged = judge(asked({ denominators: [{ of: 'Other', counted: 'positives', count: 3 }, ...enough] }))
    expect(judged.denominators[0]?.count).toBeNull()
    expect(judged.text).toBe(
      'tpr of Female against Male gets no verdict: Other has fewer than 5 positives; a verdict asks for 30.',
    )
  })

  it('reads the minimum on each denominator of its own, not on the largest', () => {
    const judged = judge(asked({ denominators: [{ of: 'Female', counted: 'positives', count: 29 }, ...enough] }))
    expect(judged.because.kind).toBe('too-few')
    expect(
      judge(asked({ minimum: 20, denominators: [{ of: 'Female', counted: 'positives', count: 29 }] })).verdict,
    ).toBe('pass')
  })

  it('judges no undefined value and no point without an interval', () => {
    const none = {
      value: null,
      low: null,
      high: null,
      method: null,
      reason: 'no row of the group has the favourable label',
    }
    expect(judge(asked({ estimate: none })).text).toBe(
      'tpr of Female against Male is undefined: no row of the group has the favourable label.',
    )
    const point = { value: 0.5, low: null, high: null, method: null }
    expect(judge(asked({ estimate: point }))).toMatchObject({
      verdict: 'not-enough-data',
      because: { kind: 'no-interval' },
    })
  })

  it('judges an open interval by the end that it has', () => {
    const open = { value: 3, low: 1.4, high: null, method: 'katz-log' } as const
    expect(judge(asked({ estimate: open, scale: 'ratio', margin: fourFifths })).verdict).toBe('pass')
    expect(judge(asked({ estimate: open, scale: 'ratio', margin: fourFifthsBothWays })).verdict).toBe('fail')
    const judged = judge(asked({ estimate: { ...open, low: 1.1 }, scale: 'ratio', margin: fourFifthsBothWays }))
    expect(judged.verdict).toBe('not-enough-data')
    expect(JSON.stringify(judged)).not.toMatch(/NaN|Infinity/)
  })

  it('says its reason in words with interval and margin', () => {
    expect(judge(asked({ estimate: estimate(-0.18042, -0.1457, -0.1121) })).text).toBe(
      'tpr of Female against Male is -0.1457 (95 % interval -0.1804 to -0.1121), wholly below the margin (from -0.1 to 0.1).',
    )
    expect(judge(asked({ estimate: estimate(-0.04, 0.05, 0.14) })).text).toContain(
      'which reaches over the edge of the margin (from -0.1 to 0.1); about 2648 positives of Female and 5958 positives of Male would settle it',
    )
  })

  it.each([
    ['a margin without sides', { margin: { least: null, most: null } }, 'needs least, most or both'],
    ['an empty margin', { margin: { least: 0.2, most: 0.1 } }, 'is empty'],
    ['no number', { margin: atLeast(Number.NaN) }, 'least must be a finite number'],
    ['a ratio of 0', { margin: atLeast(0), scale: 'ratio' as const }, 'must be above 0'],
    ['a confidence of 95', { confidence: 95 }, 'confidence must lie between 0 and 1'],
    [
      'half a person',
      { denominators: [{ of: 'a', counted: 'rows', count: 1.5 }] },
      'the rows of a must be a whole number',
    ],
  ])('refuses %s', (_, over, words) => {
    expect(() => judge(asked(over))).toThrow(words)
  })
})

describe('the size that would settle an undecided verdict', () => {
  const options = { margin: within(0.1), scale: 'difference', confidence: 0.95 } as const
  it('grows with the square of half-width over room, and with the power', () => {
    // Outside, one side counts: (0.1/0.05)² · ((1.96 + 0.842)/1.96)² = 8.173
    expect(timesNeeded(estimate(0.05, 0.15, 0.25), options)).toBeCloseTo(4 * ((1.959964 + 0.841621) / 1.959964) ** 2, 4)
    // Inside two thresholds both are to be cleared: z(0.9) instead.
    expect(timesNeeded(estimate(-0.2, 0, 0.2), options)).toBeCloseTo(4 * ((1.959964 + 1.281552) / 1.959964) ** 2, 4)
  })

  it('really settles it about as often as promised', () => {
    const now = newcombe({ group: { successes: 36, trials: 150 }, reference: { successes: 45, trials: 150 } })
    const times = timesNeeded({ value: -0.06, ...now, method: 'newcombe' }, { ...options, margin: within(0.15) }) ?? 0
    const size = Math.ceil(150 * times)
    const then = newcombe({
      group: { successes: Math.round(0.24 * size), trials: size },
      reference: { successes: Math.round(0.3 * size), trials: size },
    })
    expect(then.low).toBeGreaterThan(-0.15)
    expect(size).toBeLessThan(900)
  })

  it('is unknown on the threshold and without an interval', () => {
    expect(timesNeeded(estimate(0.05, 0.1, 0.15), options)).toBeNull()
    expect(timesNeeded({ value: 0.1, low: null, high: 1, method: null }, options)).toBeNull()
  })
})

describe('one verdict over many', () => {
  const pass = { verdict: 'pass', text: 'p.' } as const
  const fail = { verdict: 'fail', text: 'f.' } as const
  const none = { verdict: 'not-enough-data', text: 'n.' } as const
  it.each([
    [[pass, pass], 'pass', 'All 2 are inside their margin.'],
    [[pass, none, fail], 'fail', '1 of 3 fail. f.'],
    [[pass, none], 'not-enough-data', '1 of 2 cannot be told yet. n.'],
    [[], 'not-enough-data', 'Nothing was judged.'],
    [[fail, fail, fail, fail, fail], 'fail', '5 of 5 fail. f. f. f. And 2 more.'],
  ])('%j is %s', (parts, verdict, text) => {
    expect(combineVerdicts(parts)).toMatchObject({ verdict, text })
  })
})
