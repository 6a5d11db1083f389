import { describe, expect, it } from 'vitest'
import { aSystem, anOrganization, screened } from './answers-builder.ts'
import type { ScreeningAnswers } from './contract.ts'
import { ScreeningResultSchema } from './contract.ts'
import { screen } from './model.ts'

const lender: ScreeningAnswers = {
  organization: anOrganization({
    sector: 'financial-services',
    scenarios: ['credit-scoring', 'chatbots'],
    activities: ['trains-models', 'calls-apis'],
    circumstances: ['sells-to-eu-enterprises'],
    factors: { training: 2, customerRequests: 1, euPresence: 2, individualDecisions: 3, regulatoryPressure: 1 },
  }),
  systems: [
    aSystem({
      id: 'credit',
      name: 'Credit model',
      activities: ['trains-models'],
      scenarios: ['credit-scoring'],
      factors: { training: 3, individualDecisions: 3 },
    }),
    aSystem({
      id: 'hiring',
      name: 'Hiring tool',
      activities: ['uses-ai-saas'],
      greyAreas: ['hr-or-credit-decisions'],
      factors: { individualDecisions: 2 },
    }),
    aSystem({ id: 'chatbot', name: 'Chatbot', greyAreas: ['rag'], scenarios: ['chatbots'] }),
  ],
}

describe('screening', () => {
  it('gives a result of the shape that the contract promises', () => {
    expect(ScreeningResultSchema.parse(screened(lender))).toEqual(screened(lender))
  })

  it('gives the same result for the same answers, and leaves the answers as they were', () => {
    const before = structuredClone(lender)
    expect(screened(lender)).toEqual(screened(structuredClone(lender)))
    expect(lender).toEqual(before)
  })

  it('gives no system results where no system is named', () => {
    expect(screened({ organization: anOrganization() }).systems).toEqual([])
  })

  it('refuses contradictions instead of deciding on them', () => {
    expect(screen({ organization: anOrganization({ factors: { training: 1 } }) })).toMatchObject({
      ok: false,
      error: { kind: 'contradiction' },
    })
  })
})

describe('each AI system', () => {
  it('is classified by its own activities and grey areas', () => {
    expect(screened(lender).systems.map(({ id, classification }) => [id, classification])).toEqual([
      ['credit', 'developer'],
      ['hiring', 'grey'],
      ['chatbot', 'consumer'],
    ])
  })

  it('is scored by its own four ratings and the four that are asked once', () => {
    expect(screened(lender).systems.map(({ total }) => total)).toEqual([3 + 3 + 4, 2 + 4, 0 + 4])
  })

  it('shows its own scenarios and grey areas, not those of the organisation', () => {
    const [credit, hiring, chatbot] = screened(lender).systems
    expect(credit?.sectorRows).toEqual([{ scenario: 'credit-scoring', recommendation: 'strongly recommended' }])
    expect(hiring?.greyAreas).toMatchObject([{ id: 'hr-or-credit-decisions' }])
    expect(chatbot?.sectorRows).toEqual([{ scenario: 'chatbots', recommendation: 'depends on scope' }])
  })

  it('cites its own answers by its own path, and what is asked once by the path of the organisation', () => {
    const reasons = screened(lender).systems[1]?.reasons ?? []
    const answersOf = (rule: string) => reasons.find((reason) => reason.rule === rule)?.answers
    expect(answersOf('decides-about-individuals')).toEqual([
      'systems.1.factors.individualDecisions',
      'systems.1.greyAreas',
    ])
    expect(answersOf('sells-to-eu-enterprises')).toEqual(['organization.circumstances'])
    expect(answersOf('customers-ask-for-proof')).toEqual(['organization.factors.customerRequests'])
  })

  it('that is stricter than the organisation, or does what it left out, is said to the organisation', () => {
    const { organization } = screened({
      organization: anOrganization(),
      systems: [aSystem({ name: 'Scorer', activities: ['fine-tunes'], factors: { training: 1 } })],
    })
    expect(organization.decision).toBe('internal-governance')
    expect(organization.notices).toContainEqual(expect.stringMatching(/"Scorer" alone leads to: pursue certification/))
    expect(organization.notices).toContainEqual(
      expect.stringMatching(/names fine-tuning models, the organisation's own answers do not/),
    )
  })

  it('that asks for no more than the organisation is not said to it', () => {
    const { organization } = screened({ organization: anOrganization(), systems: [aSystem()] })
    expect(organization.notices).toEqual([expect.stringMatching(/^No scenario of the sector/)])
  })
})
