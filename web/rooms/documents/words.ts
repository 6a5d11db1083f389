import type {
  DocumentRecord as DocumentRecordView,
  DocumentView,
  VersionHead as VersionHeadView,
  VersionView,
} from '@assay/server/rooms/documents/contract.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import type { Option } from '../../ui/form.tsx'
import type { Tone } from '../../ui/state-badge.tsx'

export type Document = Wire<DocumentView>
export type DocumentRecord = Wire<DocumentRecordView>
export type VersionHead = Wire<VersionHeadView>
export type Version = Wire<VersionView>
export type DocumentKind = Document['kind']
type Badge = { tone: Tone; label: string }

export const kinds: Record<DocumentKind, string> = {
  'scope-statement': t('Scope statement'),
  'ai-policy': t('AI policy'),
  'aims-description': t('Description of the AI management system'),
  'risk-assessment-process': t('AI risk assessment process'),
  'risk-treatment-process': t('AI risk treatment process'),
  'impact-assessment-process': t('AI system impact assessment process'),
  objectives: t('AI objectives'),
  'roles-and-authorities': t('Roles and authorities'),
  'communication-plan': t('Communication plan'),
  competence: t('Competence requirements'),
  'operational-procedure': t('Operational procedure'),
  'monitoring-plan': t('Monitoring plan'),
  'audit-programme': t('Audit programme'),
  'development-process': t('AI development process'),
  'data-management-process': t('Data management process'),
  'use-policy': t('Policy for the use of AI'),
  'supplier-policy': t('Supplier process'),
  'concern-procedure': t('Procedure for concerns'),
  'incident-procedure': t('Incident communication'),
  other: t('Other'),
}

export const states: Record<Document['state'], Badge> = {
  draft: { tone: 'missing', label: t('Draft') },
  'in-review': { tone: 'active', label: t('In review') },
  approved: { tone: 'active', label: t('Approved, not yet effective') },
  effective: { tone: 'positive', label: t('In effect') },
  withdrawn: { tone: 'neutral', label: t('Withdrawn') },
}

export const versionStates: Record<Version['state'], Badge> = {
  draft: states.draft,
  'in-review': states['in-review'],
  approved: states.approved,
  effective: states.effective,
  obsolete: { tone: 'neutral', label: t('Obsolete') },
  discarded: { tone: 'neutral', label: t('Discarded') },
}

export const readers: Record<Document['readers'], { label: string; help: string }> = {
  aims: {
    label: t('The AI management system'),
    help: t('Who works on it and its auditors. Other employees do not see it.'),
  },
  everyone: { label: t('Everyone here'), help: t('Every employee reads the effective version.') },
}

export function optionsOf(words: Record<string, string | { label: string; help?: string }>): Option[] {
  return Object.entries(words).map(([value, word]) =>
    typeof word === 'string' ? { value, label: word } : { value, ...word },
  )
}

/** The state of a document in one badge; an overdue review is what one has to see first. */
export function badgeOf({ state, reviewOverdue }: Pick<Document, 'state' | 'reviewOverdue'>): Badge {
  return state === 'effective' && reviewOverdue
    ? { tone: 'caution', label: t('In effect, review overdue') }
    : states[state]
}

/** "Ada Moreno, 6 May 2024 (approved outside Assay)" */
export function approvalLine(approval: NonNullable<Version['approval']>): string {
  const line = `${approval.by.name}, ${showDate(approval.on)}`
  return approval.outside ? t('{line} (approved outside Assay)', { line }) : line
}

export function versionPath(id: string, number: number): string {
  return `/documents/${id}/versions/${number}`
}

export function namesOf(people: readonly { name: string }[]): string {
  return people.map(({ name }) => name).join(', ')
}
