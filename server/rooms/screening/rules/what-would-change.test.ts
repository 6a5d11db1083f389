import { describe, expect, it } from 'vitest'
import { aSystem, anOrganization, screened, screenedOrganization } from '../answers-builder.ts'
import type { ScreeningAnswers } from '../contract.ts'
import { readAnswers } from '../contract.ts'
import { screen } from '../model.ts'
import { activityLabels, circumstanceLabels } from './labels.ts'
import { activities, circumstances } from './words.ts'

type Given = Parameters<typeof screenedOrganization>[0]
type Changes = ReturnType<typeof screenedOrganization>['whatWouldChange'][number]['changes']

const cases: [string, Given][] = [
  ['a consumer', {}],
  ['a fine-tuner', { activities: ['calls-apis', 'fine-tunes'], factors: { training: 2, trainingData: 1 } }],
  [
    'a lender on bought AI',
    { sector: 'financial-services', scenarios: ['credit-scoring'], greyAreas: ['hr-or-credit-decisions'] },
  ],
  ['one market reason', { factors: { customerRequests: 3 } }],
  ['one lost deal', { dealsLost: 1 }],
  [
    'features without training',
    { greyAreas: ['features-without-training'], circumstances: ['markets-ai-as-differentiator'] },
  ],
  [
    'a total of 14',
    {
      factors: { customerRequests: 3, euPresence: 3, individualDecisions: 3, competitorsCertified: 3, coreProduct: 2 },
    },
  ],
  [
    'a total of 15',
    {
      factors: { customerRequests: 3, euPresence: 3, individualDecisions: 3, competitorsCertified: 3, coreProduct: 3 },
    },
  ],
]

/** The answers with the changes written in at their paths. */
function withChanges(answers: ScreeningAnswers, changes: Changes): unknown {
  const copy: unknown = structuredClone(answers)
  for (const { path, to } of changes) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const group = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy)
    Reflect.set(Object(group), last, to)
  }
  return copy
}

function decisionAfter(answers: ScreeningAnswers, changes: Changes, system?: number) {
  const read = readAnswers(withChanges(answers, changes))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const result = screened(read.value)
  return system === undefined ? result.organization.decision : result.systems[system]?.decision
}

const labels: Record<string, string> = { ...activityLabels, ...circumstanceLabels }

function says(condition: string, word: string): boolean {
  const label = ` ${labels[word]}`
  return condition.endsWith(label) || condition.includes(`${label} (`)
}

describe('what would change the decision', () => {
  it.each(cases)('of %s is true: screening again with those answers gives the decision named', (_who, given) => {
    const answers = { organization: anOrganization(given) }
    const { whatWouldChange, decision } = screened(answers).organization
    expect(whatWouldChange.length).toBeGreaterThan(0)
    for (const change of whatWouldChange) {
      expect(change.decision, change.text).not.toBe(decision)
      expect(decisionAfter(answers, change.changes), change.text).toBe(change.decision)
    }
  })

  it.each(cases)('of %s is complete: no activity or circumstance left out changes the decision', (_who, given) => {
    const organization = anOrganization(given)
    const { whatWouldChange, decision } = screenedOrganization(given)
    const toggled = <Word>(all: Word[], word: Word) =>
      all.includes(word) ? all.filter((other) => other !== word) : [...all, word]
    const flips = [
      ...activities.map(
        (word) => [word, { ...organization, activities: toggled(organization.activities, word) }] as const,
      ),
      ...circumstances.map(
        (word) => [word, { ...organization, circumstances: toggled(organization.circumstances, word) }] as const,
      ),
    ]
    for (const [word, flipped] of flips) {
      const result = screen({ organization: flipped })
      if (!result.ok) continue
      const named = whatWouldChange.some(({ condition }) => says(condition, word))
      expect(named, word).toBe(result.value.organization.decision !== decision)
    }
  })

  it('lowers the ratings that an activity carried, and says so', () => {
    const { whatWouldChange } = screenedOrganization({
      activities: ['calls-apis', 'fine-tunes'],
      factors: { training: 2 },
    })
    expect(whatWouldChange).toMatchObject([
      {
        answer: 'organization.activities',
        decision: 'internal-governance',
        text: 'If what you do with AI no longer included fine-tuning models (with training or fine-tuning AI models then rated 0), the decision would be internal governance instead of certification.',
        changes: [
          { path: 'organization.activities', from: ['calls-apis', 'fine-tunes'], to: ['calls-apis'] },
          { path: 'organization.factors.training', from: 2, to: 0 },
        ],
      },
    ])
  })

  it('unties an activity from the grey area that it contradicts, and says so', () => {
    const { whatWouldChange } = screenedOrganization({ greyAreas: ['rag', 'features-without-training'] })
    expect(whatWouldChange.find(({ condition }) => condition.includes('included training models'))).toMatchObject({
      decision: 'pursue',
      changes: [
        { path: 'organization.activities', to: ['calls-apis', 'trains-models'] },
        { path: 'organization.greyAreas', to: ['rag'] },
      ],
    })
  })

  it('names the nearest rating that changes the decision', () => {
    const core = screenedOrganization().whatWouldChange.filter(({ answer }) => answer.endsWith('coreProduct'))
    expect(core).toMatchObject([{ decision: 'evaluate', changes: [{ from: 0, to: 2 }] }])
  })

  it('is empty where no single answer would do', () => {
    expect(screenedOrganization({ activities: ['trains-models', 'develops-agents'] }).whatWouldChange).toEqual([])
  })

  it('of a system names its own answers only, by its own path', () => {
    const answers = { organization: anOrganization(), systems: [aSystem({ id: 'a' }), aSystem({ id: 'b' })] }
    const changes = screened(answers).systems[1]?.whatWouldChange ?? []
    expect([...new Set(changes.map(({ answer }) => answer))]).toEqual(
      ['activities', 'greyAreas', 'scenarios', 'factors.coreProduct', 'factors.individualDecisions'].map(
        (own) => `systems.1.${own}`,
      ),
    )
    for (const change of changes) {
      expect(change.answer).toMatch(/^systems\.1\./)
      expect(decisionAfter(answers, change.changes, 1), change.text).toBe(change.decision)
    }
  })
})
