import type {
  Activity,
  Circumstance,
  Decision,
  Factor,
  GreyArea,
  Scenario,
  Sector,
  Stage,
  SupplyFact,
} from './words.ts'

/** Plain words for every answer; questionnaire, reasons and reports say the same. */

export const sectorLabels: Record<Sector, string> = {
  technology: 'Technology and software',
  'financial-services': 'Financial services',
  healthcare: 'Healthcare',
  'professional-services': 'Professional services',
  other: 'Another sector',
}

export const scenarioLabels: Record<Scenario, string> = {
  'ai-native-product': 'a product that is AI at its heart',
  'ai-features': 'AI features in a product',
  'internal-operations': 'AI for internal operations only',
  'apis-only': 'AI APIs of others only',
  'credit-scoring': 'credit scoring',
  'fraud-detection': 'fraud detection',
  chatbots: 'chatbots for customers',
  'research-analysis': 'research and analysis',
  diagnostics: 'diagnostics',
  'drug-discovery': 'drug discovery',
  'scheduling-operations': 'scheduling and operations',
  transcription: 'transcription only',
  'ai-powered-consulting': 'AI-powered consulting tools',
  'document-analysis': 'document analysis',
  'internal-productivity': 'internal productivity',
}

export const stageLabels: Record<Stage, string> = {
  early: 'early, before product-market fit',
  established: 'established',
}

export const activityLabels: Record<Activity, string> = {
  'trains-models': 'training models',
  'curates-datasets': 'creating, cleaning or labelling training datasets',
  'builds-architectures': 'building model architectures or ML pipelines',
  'fine-tunes': 'fine-tuning models',
  'ai-is-core-product': 'building AI features as the core offering',
  'develops-agents': 'developing AI agents',
  'calls-apis': 'calling AI APIs of others',
  'embeds-by-api': 'embedding AI in a product by API',
  'uses-ai-saas': 'using AI tools bought as a service',
}

export const greyAreaLabels: Record<GreyArea, string> = {
  rag: 'retrieval (RAG) over a vector database',
  'prompt-engineering': 'prompt engineering',
  'fine-tunes-vendor-model': "fine-tuning a vendor's model",
  'custom-pipelines': 'custom ML pipelines',
  'sensitive-decisions': 'AI for sensitive decisions',
  'hr-or-credit-decisions': 'AI in hiring, personnel or credit decisions',
  'features-without-training': 'AI features without any training',
}

export const circumstanceLabels: Record<Circumstance, string> = {
  'sells-to-eu-enterprises': 'enterprises in the EU are customers',
  'markets-ai-as-differentiator': 'AI is marketed as a key differentiator',
  'sensitive-data-through-ai': 'sensitive data goes through AI',
  'enterprise-governance-requirements': 'enterprise buyers require AI governance',
  'plans-ai-development': 'AI development is planned',
  'plans-eu-expansion': 'EU expansion is on the roadmap',
  'highly-regulated': 'the industry is highly regulated',
  'more-customer-questions': 'customers ask more and more about AI',
}

export const factorLabels: Record<Factor, string> = {
  training: 'training or fine-tuning AI models',
  trainingData: 'creating or curating training data',
  coreProduct: 'AI as the core of the offering',
  customerRequests: 'customers asking for AI governance',
  euPresence: 'EU presence or plans',
  individualDecisions: 'AI deciding about individuals',
  competitorsCertified: 'competitors with AI certificates',
  regulatoryPressure: 'regulatory pressure',
}

export const supplyFactLabels: Record<SupplyFact, string> = {
  'offers-under-own-name': 'offers the system to others under its own name',
  rebrands: "puts its own name or trademark on another's system",
  'changes-purpose': 'uses the system for another purpose than its provider intended',
  'substantially-modifies': 'modifies the system substantially',
  'imports-from-outside-eu': 'brings a system under a non-EU name onto the EU market',
  'resells-unchanged': "passes another's system on unchanged",
  'represents-non-eu-provider': 'holds a written mandate of a non-EU provider',
  'manufactures-product-with-ai': 'sells a product with the system built in, under its own name',
  'supplies-general-purpose-model': 'supplies a general-purpose AI model to others',
  'integrates-for-others': "integrates AI into other organisations' systems",
  'supplies-data': 'supplies data for the AI of others',
  'evaluates-or-audits': 'evaluates or audits the AI of others',
  'supervises-or-regulates': 'supervises or regulates AI as an authority',
}

/** For sentences that set one decision against another. */
export const decisionNames: Record<Decision, string> = {
  pursue: 'certification',
  evaluate: 'a careful evaluation',
  'internal-governance': 'internal governance',
}

export const decisionLabels: Record<Decision, string> = {
  pursue: 'pursue certification to ISO/IEC 42001',
  evaluate: 'evaluate carefully',
  'internal-governance': 'internal AI governance, usually not worth certifying yet',
}
