import type { CriteriaView, RiskRecord, RiskSummary, RiskView } from '@assay/server/rooms/risks/contract.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import type { Option } from '../../ui/form.tsx'
import type { Tone } from '../../ui/state-badge.tsx'
import type { AnswerOf } from '../answer-of.ts'

export type Risk = Wire<RiskView>
export type RiskDetail = Wire<RiskRecord>
export type Summary = Wire<RiskSummary>
export type Criteria = Wire<CriteriaView>
export type CriteriaNow = AnswerOf<'/api/v1/risk-criteria/current'>
export type Library = AnswerOf<'/api/v1/risk-library'>
export type LibraryEntry = Library['items'][number]
export type Level = NonNullable<Risk['level']>
type Badge = { tone: Tone; label: string }

export const levels: Record<Level, Badge> = {
  acceptable: { tone: 'positive', label: t('Acceptable') },
  tolerable: { tone: 'caution', label: t('Tolerable with treatment') },
  'not-acceptable': { tone: 'critical', label: t('Not acceptable') },
}

export const states: Record<Risk['state'], Badge> = {
  identified: { tone: 'missing', label: t('Identified') },
  analysed: { tone: 'active', label: t('Rated') },
  treated: { tone: 'active', label: t('Treated') },
  accepted: { tone: 'positive', label: t('Accepted') },
  closed: { tone: 'neutral', label: t('Closed') },
}

export const treatments: Record<NonNullable<Risk['treatment']>, { label: string; help: string }> = {
  modify: { label: t('Modify'), help: t('Make it less likely or less grave, by controls and actions.') },
  avoid: { label: t('Avoid'), help: t('Do not do what it comes from.') },
  share: {
    label: t('Share'),
    help: t('Let a supplier or insurer bear a part. Harm to people stays yours to answer for.'),
  },
  retain: { label: t('Retain'), help: t('Leave it as it is, with a reason.') },
}

export const triggers: Record<RiskDetail['triggers'][number]['kind'], string> = {
  'system-changed': t('The AI system changed'),
  'component-changed': t('A component of the AI system changed'),
  'supplier-changed': t('Something changed at a supplier'),
  incident: t('There was an incident'),
  'measurement-failed': t('A measurement broke a limit'),
  'review-due': t('The review is due'),
  'acceptance-expired': t('The acceptance expired'),
  'not-effective': t('The treatment did not work'),
  'by-hand': t('Opened again by hand'),
}

export const criteriaStates: Record<Criteria['state'], Badge> = {
  draft: { tone: 'missing', label: t('Draft') },
  approved: { tone: 'positive', label: t('Approved') },
  superseded: { tone: 'neutral', label: t('Superseded') },
  discarded: { tone: 'neutral', label: t('Discarded') },
}

export function optionsOf(words: Record<string, { label: string; help?: string }>): Option[] {
  return Object.entries(words).map(([value, { label, help }]) => ({ value, label, ...(help && { help }) }))
}

/** The same, short enough for a column: "Tolerable (8)". */
export function levelInList({ level, score }: { level: Level | null; score: number | null }): string {
  if (level !== 'tolerable' || score === null) return levelText({ level, score })
  return t('Tolerable ({score})', { score })
}

/** The level with its score: "Tolerable with treatment (8)". */
export function levelText({ level, score }: { level: Level | null; score: number | null }): string {
  if (level === null || score === null) return t('Not rated yet')
  return t('{level} ({score})', { level: levels[level].label, score })
}
