import type { Outcome } from '../contract.ts'
import { isDeveloper } from './citations.ts'
import type { Profile } from './profile.ts'
import { greyAreaLabels } from './labels.ts'
import type { Circumstance, GreyArea } from './words.ts'

type GreyAreaResult = Outcome['greyAreas'][number]
type Verdict = Pick<GreyAreaResult, 'classification' | 'relevance'> & { because: string }

const consumerLow = { classification: 'consumer', relevance: 'low' } as const
const developerHigh = { classification: 'developer', relevance: 'high' } as const

const table: Record<Exclude<GreyArea, 'features-without-training'>, Verdict> = {
  rag: {
    ...consumerLow,
    because: 'likely consumer, since knowledge is collected for retrieval and no model is trained',
  },
  'prompt-engineering': { ...consumerLow, because: 'consumer, since the model stays as it is' },
  'fine-tunes-vendor-model': { ...developerHigh, because: 'developer, since you shape how the model behaves' },
  'custom-pipelines': { ...developerHigh, because: 'developer, since this is AI development in full' },
  'sensitive-decisions': {
    classification: 'either',
    relevance: 'consider-regardless',
    because: 'developer or consumer; consider the standard regardless, since governance matters here',
  },
  'hr-or-credit-decisions': {
    classification: 'either',
    relevance: 'high-regardless',
    because: 'developer or consumer; the regulatory risk is high regardless',
  },
}

/** What turns AI features without training from a low relevance into one to consider. */
export const featureCircumstances = [
  'markets-ai-as-differentiator',
  'sensitive-data-through-ai',
  'enterprise-governance-requirements',
] as const satisfies readonly Circumstance[]

function verdictOf(it: Profile, area: GreyArea): Verdict {
  if (area !== 'features-without-training') return table[area]
  const consider = featureCircumstances.some((circumstance) => it.circumstances.includes(circumstance))
  return {
    classification: 'either',
    relevance: consider ? 'consider-regardless' : 'low',
    because: consider
      ? 'developer or consumer; consider the standard, since AI sells the product, carries sensitive data, or buyers require governance'
      : 'developer or consumer; consider the standard once AI is marketed as a key differentiator, sensitive data goes through it, or enterprise buyers require governance',
  }
}

/** Each named grey area with its side and how much ISO/IEC 42001 matters for it. */
export function greyAreasOf(it: Profile): GreyAreaResult[] {
  return it.greyAreas.map((id) => {
    const { classification, relevance, because } = verdictOf(it, id)
    return { id, classification, relevance, text: `${greyAreaLabels[id]}: ${because}` }
  })
}

/** Activities decide first; without a developer activity, a grey area that can be either leaves the answer grey. */
export function classify(it: Profile): Outcome['classification'] {
  if (isDeveloper(it)) return 'developer'
  return greyAreasOf(it).some(({ classification }) => classification === 'either') ? 'grey' : 'consumer'
}
