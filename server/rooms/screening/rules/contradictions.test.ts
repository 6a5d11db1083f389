import { describe, expect, it } from 'vitest'
import { aSystem, anOrganization } from '../answers-builder.ts'
import type { SystemAnswers } from '../contract.ts'
import { screen } from '../model.ts'

type Given = NonNullable<Parameters<typeof anOrganization>[0]>

const problemsOf = (given: Given, systems: SystemAnswers[] = []) => {
  const result = screen({ organization: anOrganization(given), systems })
  if (result.ok) return []
  expect(result.error.kind).toBe('contradiction')
  return result.error.problems
}

describe('answers that contradict each other', () => {
  it.each(['training', 'trainingData'] as const)(
    'refuses %s above 0 with consumer activities only, and names both',
    (factor) => {
      for (const activities of [
        ['calls-apis'],
        ['embeds-by-api', 'uses-ai-saas'],
        [],
      ] satisfies Given['activities'][]) {
        const [problem, ...others] = problemsOf({ activities, factors: { [factor]: 1 } })
        expect(others).toEqual([])
        expect(problem).toMatchObject({ path: `organization.factors.${factor}`, against: 'organization.activities' })
        expect(problem?.message).toContain(`organization.factors.${factor}`)
        expect(problem?.message).toContain('organization.activities')
      }
    },
  )

  it.each<Given>([
    { activities: ['curates-datasets'] },
    { activities: ['calls-apis', 'fine-tunes'] },
    { activities: ['calls-apis'], greyAreas: ['fine-tunes-vendor-model'] },
    { activities: ['calls-apis'], greyAreas: ['custom-pipelines'] },
  ])('accepts training above 0 with development: %o', (given) => {
    expect(problemsOf({ ...given, factors: { training: 2, trainingData: 1 } })).toEqual([])
  })

  it('accepts a developer who rates training 0: the score shows that as a disagreement', () => {
    expect(problemsOf({ activities: ['trains-models'] })).toEqual([])
  })

  it.each(['trains-models', 'fine-tunes'] as const)('refuses features without training beside %s', (activity) => {
    expect(problemsOf({ activities: [activity], greyAreas: ['features-without-training'] })).toMatchObject([
      {
        path: 'organization.greyAreas',
        against: 'organization.activities',
        message: expect.stringContaining(activity),
      },
    ])
  })

  it('refuses a scenario of another sector by its path, and offers those of the sector', () => {
    expect(problemsOf({ sector: 'technology', scenarios: ['ai-features', 'credit-scoring'] })).toMatchObject([
      {
        path: 'organization.scenarios.1',
        against: 'organization.sector',
        message: expect.stringContaining('ai-native-product, ai-features'),
      },
    ])
  })

  it('refuses any scenario of a sector that has none', () => {
    expect(problemsOf({ sector: 'other', scenarios: ['chatbots'] })).toMatchObject([
      { path: 'organization.scenarios.0', message: expect.stringContaining('has no scenarios') },
    ])
  })

  it('finds them in each system too, with the path of the system', () => {
    const systems = [
      aSystem({ id: 'a', factors: { training: 1 } }),
      aSystem({ id: 'b', activities: ['fine-tunes'], greyAreas: ['features-without-training'] }),
      aSystem({ id: 'c', scenarios: ['diagnostics'] }),
      aSystem({ id: 'a' }),
    ]
    expect(problemsOf({}, systems).map(({ path, against }) => [path, against])).toEqual([
      ['systems.0.factors.training', 'systems.0.activities'],
      ['systems.1.greyAreas', 'systems.1.activities'],
      ['systems.2.scenarios.0', 'organization.sector'],
      ['systems.3.id', 'systems.0.id'],
    ])
  })

  it('names all of them at once', () => {
    const problems = problemsOf({ scenarios: ['chatbots'], factors: { training: 1, trainingData: 1 } })
    expect(problems.map(({ path }) => path)).toEqual([
      'organization.factors.training',
      'organization.factors.trainingData',
      'organization.scenarios.0',
    ])
  })
})
