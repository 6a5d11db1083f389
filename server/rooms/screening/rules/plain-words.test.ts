import { describe, expect, it } from 'vitest'
import { aSystem, anOrganization, screened } from '../answers-builder.ts'
import * as words from './words.ts'

type Given = NonNullable<Parameters<typeof anOrganization>[0]>

const profiles: [string, Given][] = [
  ['a consumer', {}],
  ['a developer', { activities: ['trains-models', 'curates-datasets'], factors: { training: 2, trainingData: 2 } }],
  ['a fine-tuner', { activities: ['calls-apis', 'fine-tunes'], factors: { training: 1 } }],
  [
    'a lender on bought AI',
    { sector: 'financial-services', scenarios: ['credit-scoring'], greyAreas: ['hr-or-credit-decisions'] },
  ],
  ['every circumstance', { circumstances: [...words.circumstances] }],
  ['features without training', { greyAreas: ['features-without-training', 'rag'] }],
]

/** Our own names for answers and reasons that are no words of English. */
const names = [
  ...words.activities,
  ...words.greyAreas,
  ...words.scenarios,
  ...words.circumstances,
  ...words.decisionSteps,
  ...words.decisions,
  ...words.triggerIds,
].filter((word) => word.includes('-') && word !== 'fine-tunes')

/** Every text of a result, but not the members that are names on purpose. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([member, inner]: [string, unknown]) => {
    const isText = /^(text|condition|decisionReason|reason|recommendation|conflictReason|timing|notices)$/.test(member)
    if (typeof inner === 'string') return isText ? [inner] : []
    return Array.isArray(inner) && isText ? inner.filter((one) => typeof one === 'string') : textsIn(inner)
  })
}

describe('a result', () => {
  it.each(profiles)('of %s says everything in words, never by our names for it', (_who, given) => {
    const result = screened({ organization: anOrganization(given), systems: [aSystem()] })
    const texts = textsIn(result)
    expect(texts.length).toBeGreaterThan(40)
    const reasons = result.organization.reasons.map(({ rule }) => rule).filter((rule) => rule.includes('-'))
    const told = texts.filter((text) =>
      [...names, ...reasons].some((name) => new RegExp(`(^|[^\\w-])${name}($|[^\\w-])`).test(text)),
    )
    expect(told).toEqual([])
    expect(texts.filter((text) => /organization\.|systems\.\d|factors\./.test(text))).toEqual([])
  })
})
