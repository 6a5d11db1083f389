import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aSystem, anOrganization, screened, screenedOrganization } from '../answers-builder.ts'
import { circumstances, decisionSteps, developerActivities } from './words.ts'

type Given = Parameters<typeof screenedOrganization>[0]

const decided = (given: Given) => {
  const { decision, step } = screenedOrganization(given)
  return [decision, step]
}

describe('the order of precedence', () => {
  it.each(developerActivities)('%s decides for certification, whatever else is answered', (activity) => {
    expect(decided({ activities: [activity] })).toEqual(['pursue', 'developer-activity'])
  })

  it.each(['fine-tunes-vendor-model', 'custom-pipelines'] as const)('%s is a developer activity', (area) => {
    expect(decided({ greyAreas: [area] })).toEqual(['pursue', 'developer-activity'])
  })

  it.each<[string, Given]>([
    ['decisions about individuals', { factors: { individualDecisions: 1 } }],
    ['sensitive decisions', { greyAreas: ['sensitive-decisions'] }],
    ['hiring or credit decisions', { greyAreas: ['hr-or-credit-decisions'] }],
    ['sensitive data', { circumstances: ['sensitive-data-through-ai'] }],
    ['a regulated sector', { circumstances: ['highly-regulated'] }],
    ['credit scoring', { sector: 'financial-services', scenarios: ['credit-scoring'] }],
  ])('%s without development calls at least for an evaluation', (_what, given) => {
    expect(decided(given)).toEqual(['evaluate', 'persons-sensitive-data-or-regulation'])
    expect(decided({ ...given, dealsLost: 1 })).toEqual(['pursue', 'lost-deals'])
  })

  it.each<[string, Given]>([
    ['customers who ask', { factors: { customerRequests: 3 } }],
    ['certified competitors', { factors: { competitorsCertified: 3 } }],
    ['EU presence or plans', { factors: { euPresence: 3 } }],
    ['EU enterprises as customers', { circumstances: ['sells-to-eu-enterprises'] }],
    ['planned EU expansion', { circumstances: ['plans-eu-expansion'] }],
    ['more customer questions', { circumstances: ['more-customer-questions'] }],
    ['AI as a differentiator', { circumstances: ['markets-ai-as-differentiator'] }],
    ['buyers who require governance', { circumstances: ['enterprise-governance-requirements'] }],
    ['all market reasons at once', { factors: { customerRequests: 3, competitorsCertified: 3, euPresence: 3 } }],
  ])('%s: a market reason alone calls for an evaluation, and for certification once a deal is lost', (_what, given) => {
    expect(decided(given)).toEqual(['evaluate', 'market-reasons'])
    expect(decided({ ...given, dealsLost: 1 })).toEqual(['pursue', 'lost-deals'])
  })

  it('takes a lost deal for a market reason of its own', () => {
    expect(decided({ dealsLost: 1 })).toEqual(['pursue', 'lost-deals'])
  })

  it.each<[string, Given]>([
    ['planned AI development', { circumstances: ['plans-ai-development'] }],
    ['AI rated as core without a developer activity', { factors: { coreProduct: 3 } }],
  ])('%s calls for an evaluation', (_what, given) => {
    expect(decided(given)).toEqual(['evaluate', 'other-reasons'])
  })

  it.each<[string, Given]>([
    ['nothing at all', {}],
    ['retrieval and prompts', { greyAreas: ['rag', 'prompt-engineering'] }],
    ['features without training, with nothing that makes them matter', { greyAreas: ['features-without-training'] }],
    ['AI as a supplement under light regulation', { factors: { coreProduct: 1, regulatoryPressure: 1 } }],
    ['no activity named', { activities: [] }],
  ])('%s leaves internal governance', (_what, given) => {
    expect(decided(given)).toEqual(['internal-governance', 'nothing-calls-for-it'])
  })

  it('never tells a consumer that certification is out of the question', () => {
    expect(screenedOrganization().decisionReason).toMatch(/usually not worth certifying yet, which is not never/)
  })

  it.each([
    [14, { coreProduct: 2 }, 'evaluate'],
    [15, { coreProduct: 3 }, 'pursue'],
  ] as const)('at %i points without development decides %s by the band', (total, last, decision) => {
    const ratings = { customerRequests: 3, euPresence: 3, individualDecisions: 3, competitorsCertified: 3, ...last }
    expect(screenedOrganization({ factors: ratings })).toMatchObject({ total, decision })
  })

  it('names the reasons by which a step decided', () => {
    const { decisionReason } = screenedOrganization({ factors: { individualDecisions: 2, customerRequests: 1 } })
    expect(decisionReason).toMatch(/ AI makes decisions that affect individuals\.$/)
  })

  it('is the one that the room tells its readers', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    expect([...readme.matchAll(/^\d\. `([a-z-]+)`/gm)].map(([, step]) => step)).toEqual([...decisionSteps])
  })

  it('never lets a further circumstance soften the decision', () => {
    const strictness = ['internal-governance', 'evaluate', 'pursue']
    for (const before of [
      {},
      { greyAreas: ['rag'] },
      { dealsLost: 1 },
      { activities: ['fine-tunes'] },
    ] satisfies Given[]) {
      for (const circumstance of circumstances) {
        const without = strictness.indexOf(screenedOrganization(before).decision)
        const withIt = strictness.indexOf(screenedOrganization({ ...before, circumstances: [circumstance] }).decision)
        expect(withIt, `${circumstance} on ${JSON.stringify(before)}`).toBeGreaterThanOrEqual(without)
      }
    }
  })
})

describe('timing', () => {
  it('is silent for an established organisation', () => {
    expect(screenedOrganization({ activities: ['trains-models'] }).timing).toBeNull()
  })

  it('keeps an early developer at certification, with product-market fit first', () => {
    const outcome = screenedOrganization({ stage: 'early', activities: ['fine-tunes'] })
    expect(outcome.decision).toBe('pursue')
    expect(outcome.timing).toMatch(/timing, not a no: product-market fit first, then certify/)
  })

  it.each<Given>([
    { activities: ['ai-is-core-product'] },
    { activities: ['trains-models'], scenarios: ['ai-native-product'] },
    { activities: ['trains-models'], factors: { coreProduct: 3 } },
  ])('tells an AI-native start-up what it gains from certifying early: %o', (given) => {
    expect(screenedOrganization({ stage: 'early', ...given }).timing).toMatch(
      /AI-native startup you gain from certifying early/,
    )
  })

  it('sends an early consumer to product-market fit first', () => {
    expect(screenedOrganization({ stage: 'early' })).toMatchObject({
      decision: 'internal-governance',
      timing: expect.stringMatching(/product-market fit first/),
    })
  })
})

describe('lost deals', () => {
  it('decide for the organisation, and stay a market reason for each of its systems', () => {
    const result = screened({ organization: anOrganization({ dealsLost: 1 }), systems: [aSystem()] })
    expect(result.organization).toMatchObject({ decision: 'pursue', step: 'lost-deals' })
    expect(result.systems).toMatchObject([{ decision: 'evaluate', step: 'market-reasons' }])
  })
})
