import { describe, expect, it } from 'vitest'
import { aSystem, anOrganization } from './answers-builder.ts'
import { readAnswers } from './contract.ts'

const problemsOf = (input: unknown) => {
  const read = readAnswers(input)
  return read.ok ? [] : read.error.problems
}

const organization = anOrganization()

describe('reading answers', () => {
  it('takes complete answers, with or without systems', () => {
    expect(readAnswers({ organization })).toEqual({ ok: true, value: { organization } })
    expect(readAnswers({ organization, systems: [aSystem()] }).ok).toBe(true)
  })

  it.each(Object.keys(organization))('refuses answers without organization.%s', (key) => {
    const rest = Object.fromEntries(Object.entries(organization).filter(([other]) => other !== key))
    expect(problemsOf({ organization: rest })).toMatchObject([
      { path: `organization.${key}`, message: expect.stringMatching(/^is missing; give /) },
    ])
  })

  it.each(Object.keys(organization.factors))('refuses answers without the factor %s', (factor) => {
    const factors = Object.fromEntries(Object.entries(organization.factors).filter(([other]) => other !== factor))
    expect(problemsOf({ organization: { ...organization, factors } })).toEqual([
      { path: `organization.factors.${factor}`, message: 'is missing; give a whole number from 0 to 3' },
    ])
  })

  it.each([
    [-1, 'must be at least 0, not -1'],
    [4, 'must be at most 3, not 4'],
    [1.5, 'must be a whole number from 0 to 3, not 1.5'],
    ['2', 'must be a whole number from 0 to 3, not "2"'],
    [null, 'must be a whole number from 0 to 3, not null'],
  ])('refuses %j as a rating', (rating, message) => {
    expect(
      problemsOf({ organization: { ...organization, factors: { ...organization.factors, training: rating } } }),
    ).toEqual([{ path: 'organization.factors.training', message }])
  })

  it.each([
    ['an unknown key', { organization, extra: 1 }, 'extra'],
    ['an unknown key of the organisation', { organization: { ...organization, colour: 1 } }, 'organization.colour'],
    [
      'an unknown factor',
      { organization: { ...organization, factors: { ...organization.factors, luck: 1 } } },
      'organization.factors.luck',
    ],
    ['an unknown key of a system', { organization, systems: [{ ...aSystem(), stage: 'early' }] }, 'systems.0.stage'],
    [
      'a factor of a system that is asked once for the organisation',
      { organization, systems: [{ ...aSystem(), factors: { ...aSystem().factors, euPresence: 1 } }] },
      'systems.0.factors.euPresence',
    ],
  ])('refuses %s by name', (_what, input, path) => {
    const key = path.split('.').at(-1) ?? ''
    expect(problemsOf(input)).toMatchObject([
      { path, message: expect.stringContaining(`"${key}" is not a known answer here`) },
    ])
  })

  it.each([
    ['an unknown sector', { sector: 'farming' }, 'organization.sector', 'technology'],
    ['an unknown activity', { activities: ['calls-apis', 'thinks'] }, 'organization.activities.1', 'trains-models'],
    [
      'an activity named twice',
      { activities: ['calls-apis', 'calls-apis'] },
      'organization.activities.1',
      'named twice',
    ],
    ['a single word for a list', { greyAreas: 'rag' }, 'organization.greyAreas', 'a list'],
    ['an empty name', { name: '  ' }, 'organization.name', 'must not be empty'],
    ['a negative number of deals', { dealsLost: -1 }, 'organization.dealsLost', 'at least 0'],
    ['half a deal', { dealsLost: 0.5 }, 'organization.dealsLost', 'a whole number'],
  ])('refuses %s', (_what, given, path, words) => {
    expect(problemsOf({ organization: { ...organization, ...given } })).toMatchObject([
      { path, message: expect.stringContaining(words) },
    ])
  })

  it.each([[null], [undefined], [[]], ['text'], [3]])('refuses %j, which are no answers at all', (input) => {
    expect(problemsOf(input)).toMatchObject([
      { path: 'answers', message: expect.stringContaining('a group of answers') },
    ])
  })

  it('names every problem at once', () => {
    const { stage: _missing, ...rest } = organization
    expect(
      problemsOf({ organization: { ...rest, sector: 'x', colour: 1 } })
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['organization.colour', 'organization.sector', 'organization.stage'])
  })
})
