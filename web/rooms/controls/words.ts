import type {
  ControlItem,
  ControlView,
  DifferenceView,
  RowDetail as RowDetailView,
  RowView,
  StatementHead,
  StatementView,
} from '@assay/server/rooms/controls/contract.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import type { Tone } from '../../ui/state-badge.tsx'

export type ControlRow = Wire<ControlItem>
export type Control = Wire<ControlView>
export type StatementRow = Wire<StatementHead>
export type Statement = Wire<StatementView>
export type SoaRow = Wire<RowView>
export type RowDetail = Wire<RowDetailView>
export type Differences = Wire<DifferenceView>
type Badge = { tone: Tone; label: string }

export const states: Record<ControlRow['state'], Badge> = {
  planned: { tone: 'missing', label: t('Planned') },
  running: { tone: 'positive', label: t('Running') },
  retired: { tone: 'neutral', label: t('Retired') },
}

/** What one has to see first: that its check is overdue, or found that it does not work. */
export function badgeOf({
  state,
  checkOverdue,
  lastCheck,
}: Pick<ControlRow, 'state' | 'checkOverdue' | 'lastCheck'>): Badge {
  if (state === 'running' && lastCheck?.outcome === 'does-not-work') return outcomes['does-not-work']
  if (checkOverdue) return { tone: 'caution', label: t('Check overdue') }
  return states[state]
}

export const outcomes: Record<'works' | 'does-not-work', Badge> = {
  works: { tone: 'positive', label: t('Works') },
  'does-not-work': { tone: 'critical', label: t('Does not work') },
}

export const scopes: Record<ControlRow['scope'], string> = {
  organization: t('The whole organisation'),
  systems: t('Single AI systems'),
}

export const statementStates: Record<StatementRow['state'], Badge> = {
  draft: { tone: 'active', label: t('Draft') },
  approved: { tone: 'positive', label: t('Approved') },
  superseded: { tone: 'neutral', label: t('Superseded') },
  discarded: { tone: 'neutral', label: t('Discarded') },
}

export const decisions: Record<SoaRow['decision'], Badge> = {
  undecided: { tone: 'missing', label: t('Not decided') },
  included: { tone: 'active', label: t('Included') },
  excluded: { tone: 'neutral', label: t('Excluded') },
}

/** What stands of the decision today. */
export function decisionBadge(row: Pick<SoaRow, 'decision' | 'standing' | 'reasons'>): Badge {
  const { decision, standing } = row
  if (isUnfounded(row)) return { tone: 'caution', label: t('No reason stands') }
  return decision === standing ? decisions[decision] : { tone: 'caution', label: t('Named by a risk') }
}

/** Included for reasons of which none stands any more. */
export function isUnfounded({ decision, reasons }: Pick<SoaRow, 'decision' | 'reasons'>): boolean {
  return decision === 'included' && !reasons.some(({ holds }) => holds)
}

export const statuses: Record<NonNullable<SoaRow['status']>, Badge> = {
  planned: { tone: 'missing', label: t('Planned') },
  partly: { tone: 'active', label: t('Partly') },
  implemented: { tone: 'positive', label: t('Implemented') },
}

export const reasonKinds: Record<SoaRow['reasons'][number]['kind'], string> = {
  risk: t('Risk'),
  law: t('Law'),
  contract: t('Contract'),
  objective: t('Objective'),
}

/** Which obligations of the register are meant by a law, and which by a contract. */
export const obligationsOf = { law: 'law,standard', contract: 'contract,commitment' }

export const relations: Record<RowDetail['related'][number]['relation'], string> = {
  equal: t('asks for the same as'),
  subset: t('lies inside'),
  superset: t('contains'),
  intersects: t('overlaps with'),
}

export const changes: Record<Differences['items'][number]['changes'][number], string> = {
  added: t('Row added'),
  removed: t('Row removed'),
  decision: t('Decided otherwise'),
  reasons: t('Other reasons'),
  status: t('Other status'),
}

export const statementPath = (id: string) => `/statements-of-applicability/${id}`
export const rowPath = (id: string, row: string) => `${statementPath(id)}/rows/${row}`

/** The requirement of Annex A by its number; of another framework with that before it. */
export function numberOf({ framework, ref }: { framework: string; ref: string }): string {
  return framework === 'ISO-42001-2023' ? ref : `${framework} ${ref}`
}

/** Why a row is as it is, in one text. */
export function whyOf({ exclusion, reasons }: Pick<SoaRow, 'exclusion' | 'reasons'>): string {
  return exclusion ?? reasons.map(({ name, words }) => (name === null ? words : `${name}: ${words}`)).join(' · ')
}

/** Number and title; some frameworks give only a number. */
export function nameOf(requirement: { framework: string; ref: string; title: string }): string {
  const number = numberOf(requirement)
  return requirement.title === requirement.ref ? number : `${number} ${requirement.title}`
}
