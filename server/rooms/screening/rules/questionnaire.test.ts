import { describe, expect, it } from 'vitest'
import { aSystem, anOrganization } from '../answers-builder.ts'
import { OrganizationAnswersSchema, ScreeningDraftSchema, SystemAnswersSchema } from '../contract.ts'
import { completeAnswers, progressOf } from './questionnaire.ts'
import { questionsFor } from './questions.ts'
import { factors, organizationFactors, sectors, systemFactors } from './words.ts'

const keys = (of: 'organization' | 'system') => questionsFor(of, 'technology').map(({ answer }) => answer.split('.')[0])

describe('the questions', () => {
  it('ask for every answer of the organisation and of a system, and for nothing else', () => {
    expect(new Set(keys('organization'))).toEqual(new Set(Object.keys(OrganizationAnswersSchema.shape)))
    expect(new Set([...keys('system'), 'id'])).toEqual(new Set(Object.keys(SystemAnswersSchema.shape)))
  })

  it('ask for what holds for the whole organisation only once', () => {
    const rated = (of: 'organization' | 'system') =>
      questionsFor(of)
        .filter(({ kind }) => kind === 'rating')
        .map(({ answer }) => answer)
    expect(rated('organization')).toEqual(factors.map((factor) => `factors.${factor}`))
    expect(rated('system')).toEqual(systemFactors.map((factor) => `factors.${factor}`))
    expect(new Set<string>([...systemFactors, ...organizationFactors])).toEqual(new Set<string>(factors))
  })

  it('offer in each question exactly the answers that the contract accepts', () => {
    for (const sector of sectors) {
      for (const { answer, kind, choices } of questionsFor('organization', sector)) {
        if (kind === 'any-of') {
          const all = { ...anOrganization({ sector }), [answer]: choices.map(({ value }) => value) }
          expect(OrganizationAnswersSchema.safeParse(all).success, answer).toBe(true)
        }
        if (kind === 'rating') expect(choices.map(({ value }) => value)).toEqual(['0', '1', '2', '3'])
      }
    }
  })

  it('offer the scenarios of the sector, and ask for none before there is a sector or where it has none', () => {
    const scenarios = (sector?: (typeof sectors)[number]) =>
      questionsFor('organization', sector).find(({ answer }) => answer === 'scenarios')
    expect(scenarios('healthcare')?.choices.map(({ value }) => value)).toEqual([
      'diagnostics',
      'drug-discovery',
      'scheduling-operations',
      'transcription',
    ])
    expect([scenarios(), scenarios('other')]).toEqual([undefined, undefined])
  })

  it('each have a text, a help and labels in plain words', () => {
    for (const { text, help, choices } of [
      ...questionsFor('organization', 'technology'),
      ...questionsFor('system', 'technology'),
    ]) {
      expect(text).toMatch(/\?$/)
      expect(help).toMatch(/[.?]$/)
      for (const { label, value } of choices)
        expect([label, label === value]).toEqual([expect.stringMatching(/^[A-Z]/), false])
    }
  })
})

describe('a questionnaire under way', () => {
  it('starts with nothing answered', () => {
    expect(progressOf({})).toEqual({ answered: 0, total: 16 - 1, next: 'organization.name' })
  })

  it('goes on with the first open answer, that of a system included', () => {
    const draft = { organization: anOrganization(), systems: [{ id: 'a', name: 'A', activities: [] }] }
    expect(progressOf(draft)).toEqual({ answered: 16 + 2, total: 16 + 8, next: 'systems.0.scenarios' })
  })

  it('takes "none of these" for an answer', () => {
    expect(progressOf({ organization: { name: 'A', sector: 'technology', scenarios: [] } })).toMatchObject({
      answered: 3,
      next: 'organization.stage',
    })
  })

  it('is complete when every question is answered, and then makes the answers', () => {
    const draft = { organization: anOrganization(), systems: [aSystem()] }
    expect(progressOf(draft).next).toBeNull()
    expect(completeAnswers(draft)).toEqual({ ok: true, value: draft })
  })

  it('fills in the scenarios of a sector that has none, since it never asked for them', () => {
    const { scenarios: _none, ...organization } = anOrganization({ sector: 'other' })
    const { scenarios: _neither, ...system } = aSystem()
    const complete = completeAnswers({ organization, systems: [system] })
    expect(complete).toMatchObject({
      ok: true,
      value: { organization: { scenarios: [] }, systems: [{ scenarios: [] }] },
    })
    expect(progressOf({ organization, systems: [system] }).next).toBeNull()
  })

  it('names each answer that is still open', () => {
    const { stage: _open, ...organization } = anOrganization()
    expect(completeAnswers({ organization })).toMatchObject({
      ok: false,
      error: { problems: [{ path: 'organization.stage' }] },
    })
  })

  it('may leave anything open, but nothing wrong', () => {
    expect(ScreeningDraftSchema.safeParse({}).success).toBe(true)
    expect(
      ScreeningDraftSchema.safeParse({ organization: { factors: { training: 2 } }, systems: [{ id: 'a' }] }).success,
    ).toBe(true)
    expect(ScreeningDraftSchema.safeParse({ organization: { factors: { training: 4 } } }).success).toBe(false)
    expect(ScreeningDraftSchema.safeParse({ organization: { colour: 'blue' } }).success).toBe(false)
    expect(ScreeningDraftSchema.safeParse({ systems: [{ name: 'no id' }] }).success).toBe(false)
  })
})
