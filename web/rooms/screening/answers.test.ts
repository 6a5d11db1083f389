import { describe, expect, test } from 'vitest'
import {
  addChange,
  applyChanges,
  type Change,
  openQuestions,
  progressOf,
  questionAt,
  stepsOf,
  type Subject,
} from './answers.ts'
import type { Draft } from './words.ts'

function answer(question: string, value: unknown, of: Subject = 'organization'): Change {
  return { kind: 'answer', of, answer: question, value }
}

describe('changes of a questionnaire', () => {
  test('set an answer and leave the others of the draft as they are', () => {
    const draft: Draft = { organization: { name: 'Example', factors: { training: 1 } } }
    expect(applyChanges(draft, [answer('factors.euPresence', 2)])).toEqual({
      organization: { name: 'Example', factors: { training: 1, euPresence: 2 } },
    })
  })

  test('take an answer back when its value is undefined', () => {
    expect(applyChanges({ organization: { name: 'Example', stage: 'early' } }, [answer('stage', undefined)])).toEqual({
      organization: { name: 'Example' },
    })
  })

  test('keep "none of these" apart from an open question', () => {
    const draft = applyChanges({}, [answer('activities', [])])
    expect(openQuestions(draft).map(({ question }) => question.answer)).not.toContain('activities')
  })

  test('add a system once, answer for it, and remove it', () => {
    const add: Change = { kind: 'add-system', id: 'a', name: 'Scoring' }
    const answered = applyChanges({}, [add, add, answer('activities', ['calls-apis'], { system: 'a' })])
    expect(answered.systems).toEqual([{ id: 'a', name: 'Scoring', activities: ['calls-apis'] }])
    expect(applyChanges(answered, [{ kind: 'remove-system', id: 'a' }]).systems).toEqual([])
  })

  test('are kept once for each question, the latest last', () => {
    const changes = [answer('stage', 'early'), answer('name', 'A'), answer('stage', 'established')].reduce<Change[]>(
      addChange,
      [],
    )
    expect(changes).toEqual([answer('name', 'A'), answer('stage', 'established')])
  })
})

describe('steps of a questionnaire', () => {
  test('are the four sections of the organisation and then each system', () => {
    const steps = stepsOf({ systems: [{ id: 'a', name: 'Scoring' }] })
    expect(steps.map(({ key }) => key)).toEqual(['about', 'activities', 'circumstances', 'factors', 'system:a'])
  })

  test.each<[Draft, string]>([
    [{}, 'open'],
    [{ organization: { activities: [] } }, 'begun'],
    [{ organization: { activities: [], greyAreas: [] } }, 'answered'],
  ])('of %j: the activities are %s', (draft, expected) => {
    const step = stepsOf(draft).find(({ key }) => key === 'activities')
    expect(step && progressOf(draft, step)).toBe(expected)
  })

  test.each([
    ['organization.factors.training', 'factors', 'factors.training'],
    ['organization.activities.0', 'activities', 'activities'],
    ['systems.0.greyAreas', 'system:a', 'greyAreas'],
  ])('hold the question behind the path %s', (path, step, question) => {
    const found = questionAt({ systems: [{ id: 'a', name: 'Scoring' }] }, path)
    expect([found?.step.key, found?.question.answer]).toEqual([step, question])
  })
})
