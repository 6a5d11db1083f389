import type { EvidenceRecord as EvidenceRecordView, EvidenceView } from '@assay/server/rooms/evidence/contract.ts'
import { t } from '../../messages/index.ts'
import type { Wire } from '../../ui/api.ts'
import { showDate, showNumber } from '../../ui/dates.ts'
import type { Option } from '../../ui/form.tsx'
import type { Tone } from '../../ui/state-badge.tsx'

export type Evidence = Wire<EvidenceView>
export type EvidenceRecord = Wire<EvidenceRecordView>
export type EvidenceKind = Evidence['content']['kind']
type Badge = { tone: Tone; label: string }

export const kinds: Record<EvidenceKind, { label: string; help: string }> = {
  file: { label: t('File'), help: t('Minutes, a report, a screenshot, a log: kept with the hash of its content.') },
  link: { label: t('Link'), help: t('Something that lives elsewhere. What it shows may change; a file does not.') },
  attestation: { label: t('Attestation'), help: t('What a named person states about something they know.') },
  measurement: { label: t('Measurement'), help: t('A number with its unit and how many cases it rests on.') },
}

export const kindOptions: Option[] = Object.entries(kinds).map(([value, { label }]) => ({ value, label }))

export const states: Record<Evidence['state'], Badge> = {
  signal: { tone: 'active', label: t('Signal, not reviewed') },
  reviewed: { tone: 'positive', label: t('Reviewed') },
  superseded: { tone: 'neutral', label: t('Superseded') },
  withdrawn: { tone: 'neutral', label: t('Withdrawn') },
}

export const stateOptions: Option[] = Object.entries(states).map(([value, { label }]) => ({ value, label }))

/** What a piece of evidence is worth today, in one badge: what was decided, and whether it has expired. */
export function badgeOf({ state, review, expired }: Pick<Evidence, 'state' | 'review' | 'expired'>): Badge {
  if (expired && (state === 'signal' || state === 'reviewed')) return { tone: 'caution', label: t('Expired') }
  if (state !== 'reviewed') return states[state]
  return review?.decision === 'rejected'
    ? { tone: 'critical', label: t('Rejected') }
    : { tone: 'positive', label: t('Accepted') }
}

/** The period that evidence speaks for, or the day it happened. */
export function periodOf({ periodFrom, periodTo, happenedOn }: Evidence): string {
  if (periodFrom && periodTo) return t('{from} to {to}', { from: showDate(periodFrom), to: showDate(periodTo) })
  if (periodFrom) return t('from {from}', { from: showDate(periodFrom) })
  if (periodTo) return t('until {to}', { to: showDate(periodTo) })
  return showDate(happenedOn)
}

/** What the evidence holds, in one line. */
export function contentLine({ content }: Evidence): string {
  switch (content.kind) {
    case 'file':
      return content.name
    case 'link':
      return content.url
    case 'attestation':
      return content.statement
    case 'measurement':
      return [content.measure, content.value, content.unit].filter(Boolean).join(' ')
  }
}

/** "1.4 MB" */
export function showSize(bytes: number): string {
  if (bytes < 1000) return t('{bytes, number} bytes', { bytes })
  if (bytes < 1_000_000) return t('{size} kB', { size: showNumber(Math.round(bytes / 1000)) })
  return t('{size} MB', { size: showNumber(Math.round(bytes / 100_000) / 10) })
}
