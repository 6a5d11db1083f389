import type { Roles } from '../contract.ts'
import type { Citation, Look } from './citations.ts'
import { activitiesAmong, development, found, greyAreasAmong, rated, scenariosAmong } from './citations.ts'
import { supplyFactLabels } from './labels.ts'
import type { Profile } from './profile.ts'
import type { EuAiActRole, Iso22989Role, SupplyFact } from './words.ts'
import { consumerActivities } from './words.ts'

type Suggestion<Role> = { role: Role; heldBy: 'organization' | 'others'; reason: string; basis: string }
/** A role is suggested once one of its signs is found in the answers or among the facts of supply. */
type Sign<Role> = {
  role: Role
  heldBy?: 'others'
  why: string
  basis: string
  answers?: readonly Look[]
  supply?: readonly SupplyFact[]
}

const basis22989 = 'ISO/IEC 22989 role, in our words'
const offered = [
  activitiesAmong(['ai-is-core-product', 'embeds-by-api']),
  scenariosAmong(['ai-native-product', 'ai-features', 'ai-powered-consulting']),
]
const used = [
  activitiesAmong(consumerActivities),
  greyAreasAmong(['rag', 'prompt-engineering', 'features-without-training']),
]
const persons = [
  rated('individualDecisions', 1),
  greyAreasAmong(['hr-or-credit-decisions', 'sensitive-decisions']),
  scenariosAmong(['credit-scoring', 'diagnostics']),
]

const iso22989Signs: readonly Sign<Iso22989Role>[] = [
  {
    role: 'provider',
    why: 'AI is offered to others as a product or service',
    basis: basis22989,
    answers: offered,
    supply: ['offers-under-own-name', 'rebrands', 'supplies-general-purpose-model', 'manufactures-product-with-ai'],
  },
  {
    role: 'producer',
    why: 'AI is designed, built or trained here',
    basis: `${basis22989} (sub-role: developer)`,
    answers: development,
    supply: ['substantially-modifies'],
  },
  {
    role: 'customer',
    why: 'AI of others is obtained or used (customer and user are one head)',
    basis: basis22989,
    answers: used,
  },
  {
    role: 'partner',
    why: 'A service is rendered around the AI of others',
    basis: `${basis22989} (sub-roles: integrator, data provider, evaluator, auditor)`,
    supply: ['integrates-for-others', 'supplies-data', 'evaluates-or-audits'],
  },
  {
    role: 'subject',
    heldBy: 'others',
    why: 'Persons are affected by what the AI decides',
    basis: `${basis22989} (sub-role: data subject)`,
    answers: persons,
  },
  {
    role: 'relevant-authority',
    why: 'AI is supervised or regulated as a public task',
    basis: basis22989,
    supply: ['supervises-or-regulates'],
  },
  {
    role: 'relevant-authority',
    heldBy: 'others',
    why: 'Authorities have a say in this use',
    basis: basis22989,
    answers: [rated('regulatoryPressure', 1)],
  },
]

const article25 = 'Regulation (EU) 2024/1689 Art. 25(1)'
const euAiActSigns: readonly Sign<EuAiActRole>[] = [
  {
    role: 'provider',
    why: 'Whoever develops an AI system, or has it developed, and markets it or puts it into service under its own name is its provider, also for use of its own',
    basis: 'Regulation (EU) 2024/1689 Art. 3(3)',
    answers: [
      activitiesAmong(['trains-models', 'builds-architectures', 'develops-agents']),
      greyAreasAmong(['custom-pipelines']),
      ...offered,
    ],
    supply: ['offers-under-own-name'],
  },
  {
    role: 'provider',
    why: 'Fine-tuning or another substantial modification can turn a deployer into the provider of a high-risk system',
    basis: `${article25}(b)`,
    answers: [activitiesAmong(['fine-tunes']), greyAreasAmong(['fine-tunes-vendor-model'])],
    supply: ['substantially-modifies'],
  },
  {
    role: 'provider',
    why: 'Re-branding a high-risk system turns whoever does it into its provider',
    basis: `${article25}(a)`,
    supply: ['rebrands'],
  },
  {
    role: 'provider',
    why: 'Changing the purpose so that a system becomes high-risk turns a deployer into its provider',
    basis: `${article25}(c)`,
    supply: ['changes-purpose'],
  },
  {
    role: 'deployer',
    why: 'An AI system is used under its own authority, other than privately',
    basis: 'Regulation (EU) 2024/1689 Art. 3(4)',
    answers: [...used, ...persons],
  },
  {
    role: 'importer',
    why: 'A system under a non-EU name is brought onto the EU market by someone established in the EU',
    basis: 'Regulation (EU) 2024/1689 Art. 3(6)',
    supply: ['imports-from-outside-eu'],
  },
  {
    role: 'distributor',
    why: 'A system of another is made available without being its provider or importer',
    basis: 'Regulation (EU) 2024/1689 Art. 3(7)',
    supply: ['resells-unchanged'],
  },
  {
    role: 'authorised-representative',
    why: 'A non-EU provider is represented in the EU by written mandate',
    basis: 'Regulation (EU) 2024/1689 Art. 3(5)',
    supply: ['represents-non-eu-provider'],
  },
  {
    role: 'product-manufacturer',
    why: 'A system is marketed together with a product under the manufacturer’s own name',
    basis: 'Regulation (EU) 2024/1689 Art. 25(3)',
    supply: ['manufactures-product-with-ai'],
  },
  {
    role: 'gpai-provider',
    why: 'A general-purpose AI model (not a system built on one) is placed on the market',
    basis: 'Regulation (EU) 2024/1689 Art. 3(63) and Chapter V',
    supply: ['supplies-general-purpose-model'],
  },
]

/**
 * Suggests the roles of ISO/IEC 22989 and, apart from them, those of the EU AI Act for one organisation and system.
 * Suggestions only, each with its reason and basis: a person confirms them, per system, and the Act's roles count
 * where its territorial scope (Art. 2) reaches.
 */
export function rolesOf(it: Profile, supply: readonly SupplyFact[] = []): Roles {
  return {
    iso22989: iso22989Signs.flatMap((sign) => suggest(sign, it, supply)),
    euAiAct: euAiActSigns.flatMap((sign) => suggest(sign, it, supply)),
  }
}

function suggest<Role>(sign: Sign<Role>, it: Profile, supply: readonly SupplyFact[]): Suggestion<Role>[] {
  const answers: Citation[] = found(it, sign.answers ?? [])
  const facts = (sign.supply ?? []).filter((fact) => supply.includes(fact)).map((fact) => supplyFactLabels[fact])
  const signs = [...answers.map(({ says }) => says), ...facts]
  if (signs.length === 0) return []
  const reason = `${sign.why}: ${signs.join('; ')}.`
  return [{ role: sign.role, heldBy: sign.heldBy ?? 'organization', reason, basis: sign.basis }]
}
