import { describe, expect, it } from 'vitest'
import { aProfile } from '../answers-builder.ts'
import { classify, greyAreasOf } from './classification.ts'
import { consumerActivities, developerActivities } from './words.ts'

describe('activities decide first', () => {
  it.each(developerActivities)('%s makes a developer, also beside consumer activities', (activity) => {
    expect(classify(aProfile({ activities: [activity] }))).toBe('developer')
    expect(classify(aProfile({ activities: ['calls-apis', activity] }))).toBe('developer')
  })

  it.each(consumerActivities)('%s alone makes a consumer', (activity) => {
    expect(classify(aProfile({ activities: [activity] }))).toBe('consumer')
  })

  it('takes no activity at all for a consumer', () => {
    expect(classify(aProfile({ activities: [] }))).toBe('consumer')
  })
})

describe('grey areas', () => {
  it.each([
    ['rag', 'consumer', 'low', 'consumer'],
    ['prompt-engineering', 'consumer', 'low', 'consumer'],
    ['fine-tunes-vendor-model', 'developer', 'high', 'developer'],
    ['custom-pipelines', 'developer', 'high', 'developer'],
    ['sensitive-decisions', 'either', 'consider-regardless', 'grey'],
    ['hr-or-credit-decisions', 'either', 'high-regardless', 'grey'],
  ] as const)(
    '%s counts as %s with relevance %s, which makes a consumer %s',
    (id, classification, relevance, whole) => {
      const it = aProfile({ greyAreas: [id] })
      expect(greyAreasOf(it)).toMatchObject([{ id, classification, relevance }])
      expect(classify(it)).toBe(whole)
    },
  )

  it('leaves features without training grey, and of low relevance as long as nothing makes it matter', () => {
    const it = aProfile({ greyAreas: ['features-without-training'] })
    expect(greyAreasOf(it)).toMatchObject([{ classification: 'either', relevance: 'low' }])
    expect(classify(it)).toBe('grey')
  })

  it.each(['markets-ai-as-differentiator', 'sensitive-data-through-ai', 'enterprise-governance-requirements'] as const)(
    'considers features without training once %s',
    (circumstance) => {
      const it = aProfile({ greyAreas: ['features-without-training'], circumstances: [circumstance] })
      expect(greyAreasOf(it)).toMatchObject([{ classification: 'either', relevance: 'consider-regardless' }])
    },
  )

  it('keeps a developer a developer, whatever the grey areas', () => {
    expect(classify(aProfile({ activities: ['fine-tunes'], greyAreas: ['sensitive-decisions', 'rag'] }))).toBe(
      'developer',
    )
  })
})
