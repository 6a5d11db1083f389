import { t } from '../../messages/index.ts'
import type { Tone } from '../../ui/state-badge.tsx'
import type { AnswerOf, ItemOf } from '../answer-of.ts'

export type FrameworkView = ItemOf<'/api/v1/frameworks'>
export type FrameworkWithRequirements = AnswerOf<'/api/v1/frameworks/{framework}'>
export type RequirementItem = FrameworkWithRequirements['requirements'][number]
export type RequirementView = AnswerOf<'/api/v1/frameworks/{framework}/requirements/{ref}'>
export type Mapping = RequirementView['mappings'][number]

export const standard = 'ISO-42001-2023'

/** The page of one requirement. */
export function requirementPath(framework: string, ref: string): string {
  return `/frameworks/${framework}/${encodeURIComponent(ref)}`
}

/** "4.1 Understanding the organization", or the number alone where it is the title too. */
export function requirementName({ ref, title }: { ref: string; title: string }): string {
  return ref === title ? ref : `${ref} ${title}`
}

/** The API's path of one requirement. */
export function requirementApi(framework: string, ref: string): string {
  return `/frameworks/${framework}/requirements/${encodeURIComponent(ref)}`
}

export const statuses: Record<FrameworkView['status'], { tone: Tone; label: string }> = {
  current: { tone: 'positive', label: t('Current') },
  superseded: { tone: 'neutral', label: t('Superseded') },
}

/** "32 clauses, 38 controls", in the reader's language. */
export function countsInWords(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([kind, count]) => kindCounts[kind]?.(count) ?? `${count} ${kind}`)
    .join(', ')
}

const kindCounts: Record<string, (count: number) => string> = {
  clause: (count) => t('{count, plural, one {# clause} other {# clauses}}', { count }),
  control: (count) => t('{count, plural, one {# control} other {# controls}}', { count }),
  objective: (count) => t('{count, plural, one {# objective} other {# objectives}}', { count }),
  'risk-source': (count) => t('{count, plural, one {# risk source} other {# risk sources}}', { count }),
  principle: (count) => t('{count, plural, one {# principle} other {# principles}}', { count }),
  subcategory: (count) => t('{count, plural, one {# subcategory} other {# subcategories}}', { count }),
  risk: (count) => t('{count, plural, one {# risk} other {# risks}}', { count }),
  obligation: (count) => t('{count, plural, one {# obligation} other {# obligations}}', { count }),
  prohibition: (count) => t('{count, plural, one {# prohibition} other {# prohibitions}}', { count }),
  'high-risk-area': (count) => t('{count, plural, one {# high-risk area} other {# high-risk areas}}', { count }),
  'documentation-heading': (count) =>
    t('{count, plural, one {# documentation heading} other {# documentation headings}}', { count }),
}

export const kinds: Record<string, string> = {
  clause: t('Clause'),
  annex: t('Annex'),
  area: t('Area'),
  control: t('Control'),
  objective: t('Objective'),
  'risk-source': t('Risk source'),
  principle: t('Principle'),
  function: t('Function'),
  category: t('Category'),
  subcategory: t('Subcategory'),
  risk: t('Risk'),
  chapter: t('Chapter'),
  obligation: t('Obligation'),
  prohibition: t('Prohibition'),
  'high-risk-area': t('High-risk area'),
  'documentation-heading': t('Documentation heading'),
}

export const levels: Record<string, string> = {
  documented: t('Documented'),
  implemented: t('Implemented'),
  operating: t('Operating'),
  effective: t('Effective'),
}

/** Whether a role usually has to do with a requirement, in our judgement. */
export const applications: Record<string, string> = {
  P: t('primary'),
  S: t('supporting'),
  '-': t('usually excluded, with a reason'),
}

export const demands: Record<string, string> = {
  maintain: t('Documents to be kept current'),
  retain: t('Records to be kept'),
  'if-included': t('Documents, once the control is in the Statement of Applicability'),
  implied: t('Not asked for by name, but hard to show without'),
  none: t('None asked for by name'),
}
