import { describe, expect, it } from 'vitest'
import { aProfile, anOrganization, screenedOrganization } from '../answers-builder.ts'
import { bandOf, conflictOf, scoreReadingOf, totalOf } from './score.ts'
import { factors } from './words.ts'

describe('the score', () => {
  it('has eight factors', () => {
    expect(factors).toHaveLength(8)
  })

  it.each(factors)('counts %s with 0 to 3 points', (factor) => {
    const totals = [0, 1, 2, 3].map((rating) => totalOf(anOrganization({ factors: { [factor]: rating } }).factors))
    expect(totals).toEqual([0, 1, 2, 3])
  })

  it('adds up to 24 at most', () => {
    const all = Object.fromEntries(factors.map((factor) => [factor, 3]))
    expect(totalOf(anOrganization({ factors: all }).factors)).toBe(24)
  })

  it.each([
    [0, '0-6', 'consumer'],
    [6, '0-6', 'consumer'],
    [7, '7-14', 'mixed'],
    [14, '7-14', 'mixed'],
    [15, '15-24', 'developer'],
    [24, '15-24', 'developer'],
  ] as const)('reads a total of %i as band %s: %s', (total, band, reading) => {
    expect([bandOf(total), scoreReadingOf(total)]).toEqual([band, reading])
  })
})

describe('score against activities', () => {
  it.each([
    ['developer', {}, true, 'activities'],
    ['developer', { coreProduct: 3, euPresence: 3, customerRequests: 1 }, false, null],
    [
      'developer',
      { coreProduct: 3, euPresence: 3, customerRequests: 3, individualDecisions: 3, regulatoryPressure: 3 },
      false,
      null,
    ],
    ['consumer', {}, false, null],
    ['consumer', { coreProduct: 3, euPresence: 3, customerRequests: 1 }, false, null],
    [
      'consumer',
      { coreProduct: 3, euPresence: 3, customerRequests: 3, individualDecisions: 3, regulatoryPressure: 3 },
      true,
      'score',
    ],
    ['grey', {}, false, null],
    [
      'grey',
      { coreProduct: 3, euPresence: 3, customerRequests: 3, individualDecisions: 3, regulatoryPressure: 3 },
      false,
      null,
    ],
  ] as const)(
    'for %s activities with ratings %o, conflict is %s and the lead is with %s',
    (classification, ratings, conflict, leading) => {
      const { conflict: found, leading: leads } = conflictOf(aProfile({ factors: ratings }), classification)
      expect([found, leads]).toEqual([conflict, leading])
    },
  )

  it('shows both readings, lets developer activities lead over a low score, and writes why', () => {
    const outcome = screenedOrganization({ activities: ['trains-models'], factors: { training: 3 } })
    expect(outcome).toMatchObject({
      classification: 'developer',
      scoreReading: 'consumer',
      conflict: true,
      leading: 'activities',
      decision: 'pursue',
    })
    expect(outcome.conflictReason).toMatch(/score of 3 of 24.*activities are stricter and lead/s)
  })

  it('shows both readings, lets a high score lead over consumer activities, and writes why', () => {
    const high = { coreProduct: 3, customerRequests: 3, euPresence: 3, individualDecisions: 3, regulatoryPressure: 3 }
    const outcome = screenedOrganization({ activities: ['calls-apis'], factors: high })
    expect(outcome).toMatchObject({
      classification: 'consumer',
      scoreReading: 'developer',
      conflict: true,
      leading: 'score',
      decision: 'pursue',
      step: 'score',
    })
    expect(outcome.conflictReason).toMatch(/score of 15 of 24.*score is stricter and leads/s)
  })
})
