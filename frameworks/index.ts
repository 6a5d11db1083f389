export { basisText, crosswalk, crosswalkGaps, mappingsOf } from './crosswalk.ts'
export type { CrosswalkGap, Mapping, MappingBasis, MappingEnd, MappingStrength, Relation } from './crosswalk.ts'
export { certificationProcess } from './certification-process.ts'
export type { CertificationProcess } from './certification-process.ts'
export { aiActActors, aiActDates, aiActHighRiskAreas, aiActPenalties, aiActUncertainties } from './eu-ai-act.ts'
export type { AiActDate } from './eu-ai-act.ts'
export type { AiActor, AiActTier } from './catalogue-schema.ts'
export { framework, frameworks } from './framework.ts'
export type { Framework } from './framework.ts'
export { parseRequirementKey, requirementKey } from './requirement.ts'
export type { Applies, DocumentedInformation, LawDetail, Requirement, RequirementKind } from './requirement.ts'
export {
  annexAControls,
  auditableClauses,
  childrenOf,
  requirement,
  requirementByKey,
  requirementsOf,
} from './requirements.ts'
export { searchRequirements } from './search.ts'
export { readinessLevels, readinessRule, readinessRules } from './readiness.ts'
export type { ReadinessLevel, ReadinessRule } from './readiness.ts'
export { interview, interviewQuestions } from './interview.ts'
export type { AnswerChoice, AnswerLevel, Interview } from './interview.ts'
export { documentTemplate, documentTemplates, fillTemplate } from './document-templates.ts'
export type { DocumentTemplate, FilledTemplate, TemplateAnswers } from './document-templates.ts'
export { riskLibrary, riskTaxonomies, riskTaxonomyEntries } from './risk-library.ts'
export type { LibraryRisk, RiskReference, RiskTaxonomy } from './risk-library.ts'
