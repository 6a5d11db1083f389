import type { Reason } from '../contract.ts'
import type { Citation, Look } from './citations.ts'
import * as look from './citations.ts'
import type { Profile } from './profile.ts'
import type { Decision } from './words.ts'
import { consumerActivities } from './words.ts'

/** Why a reason to certify counts; it places the reason in the order of precedence. */
export type Weight = 'development' | 'people' | 'market' | 'other'

/** A named reason: it fires when its answers are found, or (`unless`) when none of them are. */
type Rule = {
  rule: string
  side: Decision
  weight: Weight
  when: readonly Look[] | { unless: readonly Look[] }
  /** What it means that the answers are found, and that they are not. */
  found: string
  none: string
}

const training = [
  look.activitiesAmong(['trains-models', 'fine-tunes', 'builds-architectures']),
  look.greyAreasAmong(['fine-tunes-vendor-model', 'custom-pipelines']),
  look.rated('training', 1),
]
const core = [
  look.activitiesAmong(['ai-is-core-product']),
  look.scenariosAmong(['ai-native-product']),
  look.rated('coreProduct', 2),
]
const customersAsk = [look.rated('customerRequests', 1), look.dealsLost]

const onlyConsumption: Look = {
  at: 'activities',
  finds: (it) => (look.isDeveloper(it) ? [] : look.activitiesAmong(consumerActivities).finds(it)),
  misses: (it) => {
    const developed = look.found(it, look.development).map(({ says }) => says)
    return developed.length > 0 ? developed.join('; ') : 'no activity is named'
  },
}

const pursue: Omit<Rule, 'side'>[] = [
  {
    rule: 'trains-or-develops-models',
    weight: 'development',
    when: [...training, look.activitiesAmong(['develops-agents'])],
    found: 'AI models or agents are trained, fine-tuned or developed',
    none: 'No model or agent is trained, fine-tuned or developed',
  },
  {
    rule: 'curates-training-data',
    weight: 'development',
    when: [look.activitiesAmong(['curates-datasets']), look.rated('trainingData', 1)],
    found: 'Training datasets are created or curated',
    none: 'No training dataset is created or curated',
  },
  {
    rule: 'ai-is-core',
    // The rating alone is no developer activity, and activities decide first.
    weight: 'other',
    when: core,
    found: 'AI is a core component of the product',
    none: 'AI is no core component of the product',
  },
  {
    rule: 'sells-to-eu-enterprises',
    weight: 'market',
    when: [look.circumstance('sells-to-eu-enterprises')],
    found: 'Enterprises in the EU are customers',
    none: 'Enterprises in the EU are no customers',
  },
  {
    rule: 'decides-about-individuals',
    weight: 'people',
    when: [look.rated('individualDecisions', 1), look.greyAreasAmong(['hr-or-credit-decisions'])],
    found: 'AI makes decisions that affect individuals',
    none: 'AI makes no decisions that affect individuals',
  },
  {
    rule: 'customers-ask-for-proof',
    weight: 'market',
    when: customersAsk,
    found: 'Customers ask for proof of AI governance',
    none: 'Customers do not ask for proof of AI governance',
  },
  {
    rule: 'competitors-certified',
    weight: 'market',
    when: [look.rated('competitorsCertified', 1)],
    found: 'Competitors hold AI certificates',
    none: 'No competitor is known to hold an AI certificate',
  },
]

const internal: Omit<Rule, 'side' | 'weight'>[] = [
  {
    rule: 'only-third-party-apis',
    when: [onlyConsumption],
    found: 'Only AI of third parties is used',
    none: 'More than AI of third parties is at work, or no such use is named',
  },
  {
    rule: 'no-training',
    when: { unless: training },
    found: 'Something is trained or fine-tuned',
    none: 'Nothing is trained or fine-tuned',
  },
  {
    rule: 'ai-is-supplementary',
    when: { unless: core },
    found: 'AI is more than supplementary',
    none: 'AI is supplementary, not core',
  },
  {
    rule: 'no-regulatory-pressure',
    when: { unless: [look.rated('regulatoryPressure', 1), look.circumstance('highly-regulated')] },
    found: 'There is regulatory pressure',
    none: 'There is no regulatory pressure',
  },
  {
    rule: 'customers-not-asking',
    when: {
      unless: [
        ...customersAsk,
        look.circumstance('more-customer-questions'),
        look.circumstance('enterprise-governance-requirements'),
      ],
    },
    found: 'Customers are asking about AI governance',
    none: 'Customers are not asking about AI governance',
  },
  {
    rule: 'early-stage',
    when: [look.earlyStage],
    found: 'It is early, before product-market fit',
    none: 'The early stage is over',
  },
]

const evaluate: Omit<Rule, 'side'>[] = [
  {
    rule: 'plans-ai-development',
    weight: 'other',
    when: [look.circumstance('plans-ai-development')],
    found: 'A start of AI development is planned',
    none: 'No start of AI development is planned',
  },
  {
    rule: 'ai-for-sensitive-decisions',
    weight: 'people',
    when: [
      look.greyAreasAmong(['sensitive-decisions', 'hr-or-credit-decisions']),
      // The very subject of these scenarios is a decision on a person's credit or health.
      look.scenariosAmong(['credit-scoring', 'diagnostics']),
    ],
    found: 'AI is used for sensitive decisions',
    none: 'No sensitive decisions by AI are named',
  },
  {
    rule: 'highly-regulated-industry',
    weight: 'people',
    when: [look.circumstance('highly-regulated'), look.rated('regulatoryPressure', 2)],
    found: 'The industry is highly regulated',
    none: 'The industry is not highly regulated',
  },
  {
    rule: 'eu-expansion-planned',
    weight: 'market',
    when: [look.circumstance('plans-eu-expansion'), look.rated('euPresence', 1)],
    found: 'The EU is a market, or expansion into it is on the roadmap',
    none: 'The EU is neither a market nor on the roadmap',
  },
  {
    rule: 'more-customer-questions',
    weight: 'market',
    when: [look.circumstance('more-customer-questions')],
    found: 'Questions of customers about AI are growing',
    none: 'Questions of customers about AI are not growing',
  },
  // The grey case of AI features without training: three reasons to consider the standard all the same.
  {
    rule: 'features-marketed-as-differentiator',
    weight: 'market',
    when: [look.circumstance('markets-ai-as-differentiator')],
    found: 'AI sells the product, so buyers will expect governance',
    none: 'AI is not what sells the product',
  },
  {
    rule: 'features-with-sensitive-data',
    weight: 'people',
    when: [look.circumstance('sensitive-data-through-ai')],
    found: 'Sensitive data is at stake, whoever trained the model',
    none: 'No sensitive data is at stake',
  },
  {
    rule: 'features-for-governed-buyers',
    weight: 'market',
    when: [look.circumstance('enterprise-governance-requirements')],
    found: 'Enterprise buyers set conditions for AI',
    none: 'Enterprise buyers set no conditions for AI',
  },
]

const rules: Rule[] = [
  ...pursue.map((rule) => ({ ...rule, side: 'pursue' as const })),
  ...internal.map((rule) => ({ ...rule, side: 'internal-governance' as const, weight: 'other' as const })),
  ...evaluate.map((rule) => ({ ...rule, side: 'evaluate' as const })),
]

/** `says` is the reason alone, without the answers that it rests on. */
export type WeighedReason = Reason & { weight: Weight; says: string }

/** Every named reason of the three sides, fired or not, each citing the answers that it rests on. */
export function reasonsOf(it: Profile): WeighedReason[] {
  return rules.map(({ rule, side, weight, when, found, none }) => {
    const looks = 'unless' in when ? when.unless : when
    const citations = look.found(it, looks)
    const fired = 'unless' in when ? citations.length === 0 : citations.length > 0
    const rests = citations.length > 0 ? citations : look.missed(it, looks)
    const says = citations.length > 0 ? found : none
    return {
      rule,
      side,
      weight,
      fired,
      says,
      text: sentence(says, rests),
      answers: pathsOf(rests),
    }
  })
}

function sentence(says: string, citations: readonly Citation[]): string {
  return `${says}: ${citations.map((citation) => citation.says).join('; ')}.`
}

function pathsOf(citations: readonly Citation[]): string[] {
  return [...new Set(citations.map(({ path }) => path))]
}
