import { describe, expect, it } from 'vitest'
import { aProfile } from '../answers-builder.ts'
import { reasonsOf } from './reasons.ts'

type Given = Parameters<typeof aProfile>[0]
/** Rule, answers by which it fires, answers by which it does not. */
type Row = [rule: string, fires: Given[], silent: Given[]]

const pursue: Row[] = [
  [
    'trains-or-develops-models',
    [
      { activities: ['trains-models'] },
      { activities: ['fine-tunes'] },
      { activities: ['builds-architectures'] },
      { activities: ['develops-agents'] },
      { greyAreas: ['fine-tunes-vendor-model'] },
      { greyAreas: ['custom-pipelines'] },
      { activities: ['ai-is-core-product'], factors: { training: 1 } },
    ],
    [{}, { activities: ['curates-datasets'] }, { greyAreas: ['rag', 'prompt-engineering'] }],
  ],
  [
    'curates-training-data',
    [{ activities: ['curates-datasets'] }, { activities: ['trains-models'], factors: { trainingData: 1 } }],
    [{}, { activities: ['trains-models'] }],
  ],
  [
    'ai-is-core',
    [
      { activities: ['ai-is-core-product'] },
      { scenarios: ['ai-native-product'] },
      { factors: { coreProduct: 2 } },
      { factors: { coreProduct: 3 } },
    ],
    [{}, { factors: { coreProduct: 1 } }, { scenarios: ['ai-features'] }],
  ],
  [
    'sells-to-eu-enterprises',
    [{ circumstances: ['sells-to-eu-enterprises'] }],
    [{}, { circumstances: ['plans-eu-expansion'] }, { factors: { euPresence: 3 } }],
  ],
  [
    'decides-about-individuals',
    [{ factors: { individualDecisions: 1 } }, { greyAreas: ['hr-or-credit-decisions'] }],
    [{}, { greyAreas: ['sensitive-decisions'] }],
  ],
  [
    'customers-ask-for-proof',
    [{ factors: { customerRequests: 1 } }, { dealsLost: 1 }],
    [{}, { circumstances: ['more-customer-questions'] }],
  ],
  ['competitors-certified', [{ factors: { competitorsCertified: 1 } }], [{}]],
]

const internal: Row[] = [
  [
    'only-third-party-apis',
    [{ activities: ['calls-apis'] }, { activities: ['embeds-by-api', 'uses-ai-saas'] }, { greyAreas: ['rag'] }],
    [{ activities: ['calls-apis', 'develops-agents'] }, { greyAreas: ['fine-tunes-vendor-model'] }, { activities: [] }],
  ],
  [
    'no-training',
    [{}, { activities: ['ai-is-core-product'] }, { activities: ['develops-agents'] }],
    [
      { activities: ['trains-models'] },
      { activities: ['fine-tunes'] },
      { greyAreas: ['fine-tunes-vendor-model'] },
      { greyAreas: ['custom-pipelines'] },
      { activities: ['curates-datasets'], factors: { training: 1 } },
    ],
  ],
  [
    'ai-is-supplementary',
    [{}, { factors: { coreProduct: 1 } }],
    [{ factors: { coreProduct: 2 } }, { activities: ['ai-is-core-product'] }],
  ],
  ['no-regulatory-pressure', [{}], [{ factors: { regulatoryPressure: 1 } }, { circumstances: ['highly-regulated'] }]],
  [
    'customers-not-asking',
    [{}],
    [
      { factors: { customerRequests: 1 } },
      { dealsLost: 1 },
      { circumstances: ['more-customer-questions'] },
      { circumstances: ['enterprise-governance-requirements'] },
    ],
  ],
  ['early-stage', [{ stage: 'early' }], [{ stage: 'established' }]],
]

const evaluate: Row[] = [
  ['plans-ai-development', [{ circumstances: ['plans-ai-development'] }], [{}]],
  [
    'ai-for-sensitive-decisions',
    [
      { greyAreas: ['sensitive-decisions'] },
      { greyAreas: ['hr-or-credit-decisions'] },
      { sector: 'financial-services', scenarios: ['credit-scoring'] },
      { sector: 'healthcare', scenarios: ['diagnostics'] },
    ],
    [{}, { factors: { individualDecisions: 3 } }, { sector: 'healthcare', scenarios: ['transcription'] }],
  ],
  [
    'highly-regulated-industry',
    [{ circumstances: ['highly-regulated'] }, { factors: { regulatoryPressure: 2 } }],
    [{}, { factors: { regulatoryPressure: 1 } }, { sector: 'healthcare' }],
  ],
  ['eu-expansion-planned', [{ circumstances: ['plans-eu-expansion'] }, { factors: { euPresence: 1 } }], [{}]],
  [
    'more-customer-questions',
    [{ circumstances: ['more-customer-questions'] }],
    [{}, { factors: { customerRequests: 3 } }],
  ],
]

const features: Row[] = [
  [
    'features-marketed-as-differentiator',
    [{ circumstances: ['markets-ai-as-differentiator'] }],
    [{}, { greyAreas: ['features-without-training'] }],
  ],
  [
    'features-with-sensitive-data',
    [{ circumstances: ['sensitive-data-through-ai'] }],
    [{}, { greyAreas: ['features-without-training'] }],
  ],
  [
    'features-for-governed-buyers',
    [{ circumstances: ['enterprise-governance-requirements'] }],
    [{}, { greyAreas: ['features-without-training'] }],
  ],
]

const sides = { pursue, 'internal-governance': internal, evaluate: [...evaluate, ...features] }

const reasonOf = (rule: string, given: Given) => reasonsOf(aProfile(given)).find((reason) => reason.rule === rule)

describe.each(Object.entries(sides))('reasons on the side of %s', (side, rows) => {
  it.each(rows)('%s fires by each of its answers', (rule, fires) => {
    for (const given of fires) expect(reasonOf(rule, given), JSON.stringify(given)).toMatchObject({ side, fired: true })
  })

  it.each(rows)('%s does not fire otherwise', (rule, _fires, silent) => {
    for (const given of silent)
      expect(reasonOf(rule, given), JSON.stringify(given)).toMatchObject({ side, fired: false })
  })

  it('are exactly those named', () => {
    const named = reasonsOf(aProfile()).filter((reason) => reason.side === side)
    expect(named.map(({ rule }) => rule)).toEqual(rows.map(([rule]) => rule))
  })
})

describe('a reason', () => {
  it('is shown whether it fires or not, and cites the answers that it rests on by path', () => {
    for (const reason of reasonsOf(aProfile({ factors: { customerRequests: 2 } }))) {
      expect(reason.text).toMatch(/^[A-Z].+: .+\.$/)
      expect(reason.answers.length).toBeGreaterThan(0)
    }
  })

  it.each([
    [
      { factors: { customerRequests: 2 } },
      'Customers ask for proof of AI governance: customers asking for AI governance is rated 2 of 3.',
      ['organization.factors.customerRequests'],
    ],
    [
      { dealsLost: 3 },
      'Customers ask for proof of AI governance: deals lost over AI-governance questions: 3.',
      ['organization.dealsLost'],
    ],
    [
      {},
      'Customers do not ask for proof of AI governance: customers asking for AI governance is rated 0 of 3; no deal was lost over AI-governance questions.',
      ['organization.factors.customerRequests', 'organization.dealsLost'],
    ],
  ])('for %o reads in plain words', (given, text, answers) => {
    expect(reasonOf('customers-ask-for-proof', given)).toMatchObject({ text, answers })
  })
})
