/** The words of the screening: every value an answer may take, in the order in which it is asked. */

export const sectors = ['technology', 'financial-services', 'healthcare', 'professional-services', 'other'] as const
export type Sector = (typeof sectors)[number]

export const scenarios = [
  'ai-native-product',
  'ai-features',
  'internal-operations',
  'apis-only',
  'credit-scoring',
  'fraud-detection',
  'chatbots',
  'research-analysis',
  'diagnostics',
  'drug-discovery',
  'scheduling-operations',
  'transcription',
  'ai-powered-consulting',
  'document-analysis',
  'internal-productivity',
] as const
export type Scenario = (typeof scenarios)[number]

export const stages = ['early', 'established'] as const
export type Stage = (typeof stages)[number]

export const developerActivities = [
  'trains-models',
  'curates-datasets',
  'builds-architectures',
  'fine-tunes',
  'ai-is-core-product',
  'develops-agents',
] as const
export const consumerActivities = ['calls-apis', 'embeds-by-api', 'uses-ai-saas'] as const
export const activities = [...developerActivities, ...consumerActivities] as const
export type Activity = (typeof activities)[number]

export const greyAreas = [
  'rag',
  'prompt-engineering',
  'fine-tunes-vendor-model',
  'custom-pipelines',
  'sensitive-decisions',
  'hr-or-credit-decisions',
  'features-without-training',
] as const
export type GreyArea = (typeof greyAreas)[number]

export const circumstances = [
  'sells-to-eu-enterprises',
  'markets-ai-as-differentiator',
  'sensitive-data-through-ai',
  'enterprise-governance-requirements',
  'plans-ai-development',
  'plans-eu-expansion',
  'highly-regulated',
  'more-customer-questions',
] as const
export type Circumstance = (typeof circumstances)[number]

/** Rated for the organisation and again for each AI system. */
export const systemFactors = ['training', 'trainingData', 'coreProduct', 'individualDecisions'] as const
/** Asked once: they hold for the organisation as a whole. */
export const organizationFactors = [
  'customerRequests',
  'euPresence',
  'competitorsCertified',
  'regulatoryPressure',
] as const
export const factors = [
  'training',
  'trainingData',
  'coreProduct',
  'customerRequests',
  'euPresence',
  'individualDecisions',
  'competitorsCertified',
  'regulatoryPressure',
] as const
export type Factor = (typeof factors)[number]
export type Factors = Record<Factor, number>

/** What an organisation does with one system along the supply chain; asked only to suggest roles. */
export const supplyFacts = [
  'offers-under-own-name',
  'rebrands',
  'changes-purpose',
  'substantially-modifies',
  'imports-from-outside-eu',
  'resells-unchanged',
  'represents-non-eu-provider',
  'manufactures-product-with-ai',
  'supplies-general-purpose-model',
  'integrates-for-others',
  'supplies-data',
  'evaluates-or-audits',
  'supervises-or-regulates',
] as const
export type SupplyFact = (typeof supplyFacts)[number]

export const decisions = ['internal-governance', 'evaluate', 'pursue'] as const
/** In rising strictness. */
export type Decision = (typeof decisions)[number]

export const bands = ['0-6', '7-14', '15-24'] as const
export type Band = (typeof bands)[number]

export const triggerIds = [
  'starts-fine-tuning',
  'creates-training-data',
  'regulated-decisions',
  'customer-asks-for-certification',
  'eu-expansion',
  'competitor-certifies',
] as const
export type TriggerId = (typeof triggerIds)[number]

/** Steps of the order of precedence, the first that applies decides. */
export const decisionSteps = [
  'developer-activity',
  'score',
  'lost-deals',
  'persons-sensitive-data-or-regulation',
  'market-reasons',
  'other-reasons',
  'nothing-calls-for-it',
] as const
export type DecisionStep = (typeof decisionSteps)[number]

/** The six heads of ISO/IEC 22989; customer and user are one head. */
export const iso22989Roles = ['provider', 'producer', 'customer', 'partner', 'subject', 'relevant-authority'] as const
export type Iso22989Role = (typeof iso22989Roles)[number]

/** The actors of Regulation (EU) 2024/1689; not the words of ISO/IEC 22989, and kept apart from them. */
export const euAiActRoles = [
  'provider',
  'deployer',
  'importer',
  'distributor',
  'authorised-representative',
  'product-manufacturer',
  'gpai-provider',
] as const
export type EuAiActRole = (typeof euAiActRoles)[number]
