import { describe, expect, it } from 'vitest'
import type { QualityCheck } from './check.ts'
import type { QualityCounts } from './counts.ts'
import { findingOf } from './find.ts'
import { judgeRequirements } from './judge-requirements.ts'
import type { Requirement } from './requirement.ts'

const check: QualityCheck = { check: 'missing-values', column: 'age' }
const aShare = (numerator: number, denominator: number): QualityCounts => ({
  kind: 'share',
  numerator,
  denominator,
  parts: [],
  worst: [],
})
const aRequirement = (its: Partial<Requirement> = {}): Requirement => ({
  characteristic: 'completeness',
  check: 'missing-values',
  columns: ['age'],
  target: { atMost: 0.05 },
  owner: 'data owner',
  setOn: '2026-01-10',
  ...its,
})

describe('a requirement', () => {
  it.each([
    ['is met by the rows of this file', aShare(5, 100), {}, 'pass'],
    ['is missed by the rows of this file', aShare(6, 100), {}, 'fail'],
    ['about the population passes when the whole interval is in', aShare(20, 1000), { basis: 'population' }, 'pass'],
    [
      'about the population fails when no part of the interval is in',
      aShare(90, 1000),
      { basis: 'population' },
      'fail',
    ],
    ['about the population waits in between', aShare(4, 100), { basis: 'population' }, 'not-enough-data'],
    ['waits for its minimum of rows', aShare(0, 10), { minimumRows: 100 }, 'not-enough-data'],
    ['waits where there is nothing to ask', aShare(0, 0), {}, 'not-enough-data'],
    ['set after the measurement decides nothing', aShare(0, 10), { setOn: '2026-03-01' }, 'not-required'],
    ['may ask for at least so much', aShare(6, 100), { target: { atLeast: 0.06 } }, 'pass'],
  ] as const)('%s', (_, counts, its, verdict) => {
    const { results } = judgeRequirements([findingOf(check, counts)], [aRequirement(its)], { measuredOn: '2026-02-01' })
    expect(results.map((it) => it.verdict)).toEqual([verdict])
  })

  it('about a checked sample is judged by its interval unless it says otherwise', () => {
    const gold: QualityCheck = { check: 'gold-label-errors', label: 'y', gold: 'truth' }
    const about: Partial<Requirement> = { characteristic: 'accuracy', check: gold.check, columns: ['y', 'truth'] }
    const verdictOf = (its: Partial<Requirement>) =>
      judgeRequirements([findingOf(gold, aShare(1, 40))], [aRequirement({ ...about, ...its })]).results[0]?.verdict
    expect([verdictOf({}), verdictOf({ basis: 'file' })]).toEqual(['not-enough-data', 'pass'])
  })

  it('that nobody set leaves the number measured only', () => {
    const { results } = judgeRequirements([findingOf(check, aShare(1, 9))], [])
    expect(results).toMatchObject([{ verdict: 'not-required', requirement: null, judged: 'missing_share' }])
  })

  it('about something that was not measured is handed back', () => {
    const other = aRequirement({ columns: ['income'] })
    expect(judgeRequirements([findingOf(check, aShare(1, 9))], [other]).unanswered).toEqual([other])
  })

  it('refuses a measure that the check does not have, and names those it has', () => {
    const wrong = aRequirement({ measure: 'mean' })
    expect(() => judgeRequirements([findingOf(check, aShare(1, 9))], [wrong])).toThrow('it has missing_share')
  })

  it('may be about another number of the check', () => {
    const counts: QualityCounts = {
      kind: 'frequencies',
      columns: ['zip', 'age'],
      values: [
        { key: null, rows: 1, times: 3 },
        { key: null, rows: 8, times: 4 },
      ],
      levels: [],
      worst: [2, 5, 9],
    }
    const anonymity = findingOf({ check: 'k-anonymity', columns: ['zip', 'age'], k: 5 }, counts)
    const requirement = aRequirement({
      characteristic: 'identifiability',
      check: 'k-anonymity',
      columns: ['zip', 'age'],
      measure: 'share_below_k',
      target: { atMost: 0 },
    })
    const { results } = judgeRequirements([anonymity], [requirement])
    expect(results).toMatchObject([{ verdict: 'fail', judged: 'share_below_k', worst: [2, 5, 9] }])
    expect(anonymity.measures[0]).toMatchObject({ name: 'k', value: 1 })
    expect(anonymity.measures[1]).toMatchObject({ numerator: 3, denominator: 35 })
  })
})

describe('a result', () => {
  it('holds only finite numbers and survives JSON, whatever the counts', () => {
    const groups: QualityCounts = {
      kind: 'groups',
      columns: ['sex'],
      groups: [
        { key: [null], numerator: 0, denominator: 0 },
        { key: ['__proto__'], numerator: 0, denominator: 3 },
        { key: ["'; drop"], numerator: 3, denominator: 3 },
      ],
      worst: [],
    }
    const found = findingOf({ check: 'missing-by-group', column: 'age', by: ['sex'] }, groups)
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    expect(found.measures[0]).toMatchObject({ name: 'largest_gap', value: 1, method: 'newcombe' })
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/)
  })
})
