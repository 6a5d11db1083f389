import { t } from '../../messages/index.ts'
import type { RequirementFinding } from './finding.ts'

type ProvingRecord = RequirementFinding['records'][number]

const places: Record<Exclude<ProvingRecord, 'evidence'>, { label: string; to: string }> = {
  organization: { label: t('Organisation'), to: '/organization' },
  'context-issue': { label: t('Context issues'), to: '/context-issues' },
  'interested-party': { label: t('Interested parties'), to: '/interested-parties' },
  process: { label: t('Processes'), to: '/processes' },
  'scope-element': { label: t('Scope'), to: '/scope' },
  'organization-review': { label: t('Reviews of the context'), to: '/organization/reviews' },
  document: { label: t('Documents'), to: '/documents' },
  'ai-system': { label: t('AI systems'), to: '/ai-systems' },
  component: { label: t('Models and data'), to: '/components' },
  measurement: { label: t('Measurement plans'), to: '/assurance' },
  'risk-criteria': { label: t('Risk criteria'), to: '/risk-criteria' },
  risk: { label: t('Risks'), to: '/risks' },
  'impact-assessment': { label: t('Impact assessments'), to: '/impact-assessments' },
  'impact-rules': { label: t('Rules for impact assessments'), to: '/impact-assessments/rules' },
  obligation: { label: t('Obligations'), to: '/obligations' },
  'applied-control': { label: t('Controls'), to: '/controls' },
  'statement-of-applicability': { label: t('Statement of Applicability'), to: '/statements-of-applicability' },
  scan: { label: t('Discovery'), to: '/discovery' },
  person: { label: t('People'), to: '/settings/people' },
}

/** Where a person goes to make a record of this kind; evidence is recorded for the requirement itself. */
export function placeOf(kind: ProvingRecord, requirement: string): { label: string; to: string } {
  if (kind !== 'evidence') return places[kind]
  const subject = encodeURIComponent(`requirement:${requirement}`)
  return { label: t('Record evidence for it'), to: `/evidence/new?subject=${subject}` }
}
