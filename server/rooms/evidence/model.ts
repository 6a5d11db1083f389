import type { Id } from '#kernel/id.ts'
import { managers, type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export type EvidenceId = Id<'evidence'>

/** What the evidence is, by kind. `sha256` is the hash of a file's content; a measurement's value is a decimal as text. */
export type EvidenceContent =
  | { kind: 'file'; name: string; size: number; type: string; sha256: string }
  | { kind: 'link'; url: string }
  | { kind: 'attestation'; statement: string; attestedBy: string }
  | { kind: 'measurement'; measure: string; value: string; unit: string | null; sampleSize: number | null }

export type EvidenceKind = EvidenceContent['kind']

export type Decision = 'accepted' | 'rejected'

/** A named person looked at it. `by` is a person's id. */
export type EvidenceReview = { by: string; on: string; decision: Decision; note: string }

/** When it happened, which period it speaks for, and until when it counts; days. */
export type EvidenceDates = {
  happenedOn: string
  periodFrom: string | null
  periodTo: string | null
  validUntil: string | null
}

/** What every piece of evidence carries. Collector and recorder are `person:…`, `machine:…` or `system:…`. */
export type EvidenceBody = EvidenceDates & {
  id: EvidenceId
  version: number
  title: string
  note: string
  collector: string
  recordedBy: string
}

/**
 * A signal came in and nobody looked yet; reviewed says that somebody did, and what they decided. Superseded and withdrawn
 * evidence keeps the review it had.
 */
export type Evidence = EvidenceBody &
  (
    | { state: 'signal' }
    | { state: 'reviewed'; review: EvidenceReview }
    | { state: 'superseded'; by: EvidenceId; review: EvidenceReview | null }
    | { state: 'withdrawn'; reason: string; review: EvidenceReview | null }
  )

export type EvidenceState = Evidence['state']

export const permissions = {
  'evidence:read': readers,
  'evidence:collect': { ...workers, approver: 'any', 'internal-auditor': 'any' },
  // who collected or recorded it may correct it; managers may correct any
  'evidence:edit': { ...managers, contributor: 'own', approver: 'own', 'internal-auditor': 'own' },
  // what is linked to a requirement counts for it, so an auditor links and unlinks their own alone
  'evidence:link': { ...workers, approver: 'any', 'internal-auditor': 'own' },
  // the auditors stay outside of what they will judge
  'evidence:review': { ...workers, approver: 'any' },
  'evidence:withdraw': { ...managers, contributor: 'own', approver: 'own', 'internal-auditor': 'own' },
} satisfies Permissions

/** Whether a machine or the system itself brought it, without a person in between. */
export function isAutomatic(collector: string): boolean {
  return !collector.startsWith('person:')
}

/** Evidence counts until the end of its last valid day. */
export function isExpired({ validUntil }: Pick<EvidenceDates, 'validUntil'>, today: string): boolean {
  return validUntil !== null && validUntil < today
}

export type DateProblem = { path: string; message: string }

/** What cannot be so: something that has not happened yet, a period that ends before it begins, a validity that ended before. */
export function findDateProblems(dates: EvidenceDates, today: string): DateProblem[] {
  const { happenedOn, periodFrom, periodTo, validUntil } = dates
  const problems: DateProblem[] = []
  if (happenedOn > today) problems.push({ path: 'happenedOn', message: 'lies in the future; say when it happened' })
  if (periodFrom && periodTo && periodTo < periodFrom) {
    problems.push({ path: 'periodTo', message: 'lies before the beginning of the period' })
  }
  if (validUntil && validUntil < happenedOn) {
    problems.push({
      path: 'validUntil',
      message: 'lies before the day it happened; leave it empty or choose a later day',
    })
  }
  return problems
}

export type ReviewRefusal =
  | { kind: 'not-a-signal'; state: EvidenceState }
  | { kind: 'reviewer-is-collector'; mayReview: { id: string; name: string }[] }
  | { kind: 'note-needed' }

/**
 * A review is by somebody other than who collected or recorded the evidence, as long as there is another who may. In an
 * organization of one it stands by oneself, and shows that it does.
 */
export function review(
  evidence: Evidence,
  given: EvidenceReview,
  mayReview: readonly { id: string; name: string }[],
): Result<Evidence & { state: 'reviewed' }, ReviewRefusal> {
  if (evidence.state !== 'signal') return refuse({ kind: 'not-a-signal', state: evidence.state })
  if (given.decision === 'rejected' && given.note === '') return refuse({ kind: 'note-needed' })
  const others = mayReview.filter(({ id }) => !isOwn(evidence, id))
  if (isOwn(evidence, given.by) && others.length > 0) {
    return refuse({ kind: 'reviewer-is-collector', mayReview: others })
  }
  return ok({ ...bodyOf(evidence), state: 'reviewed', review: given })
}

/** Whether this person collected or recorded it. */
export function isOwn(
  { collector, recordedBy }: Pick<EvidenceBody, 'collector' | 'recordedBy'>,
  person: string,
): boolean {
  return collector === `person:${person}` || recordedBy === `person:${person}`
}

export type ReopenRefusal = { kind: 'not-reviewed'; state: EvidenceState }

/** Takes a review back: what was decided no longer counts, and stays in the past to be seen. */
export function reopen(evidence: Evidence): Result<Evidence & { state: 'signal' }, ReopenRefusal> {
  if (evidence.state !== 'reviewed') return refuse({ kind: 'not-reviewed', state: evidence.state })
  return ok({ ...bodyOf(evidence), state: 'signal' })
}

export type EndRefusal = { kind: 'not-current'; state: EvidenceState }

export function withdraw(evidence: Evidence, reason: string): Result<Evidence & { state: 'withdrawn' }, EndRefusal> {
  if (!isCurrent(evidence)) return refuse({ kind: 'not-current', state: evidence.state })
  return ok({ ...bodyOf(evidence), state: 'withdrawn', reason, review: reviewOf(evidence) })
}

export function supersede(evidence: Evidence, by: EvidenceId): Result<Evidence & { state: 'superseded' }, EndRefusal> {
  if (!isCurrent(evidence)) return refuse({ kind: 'not-current', state: evidence.state })
  return ok({ ...bodyOf(evidence), state: 'superseded', by, review: reviewOf(evidence) })
}

/** Undoes withdrawing or superseding: it stands as it stood, with the review it had. */
export function restore(evidence: Evidence): Result<Evidence, { kind: 'still-current' }> {
  if (isCurrent(evidence)) return refuse({ kind: 'still-current' })
  const had = reviewOf(evidence)
  return ok(had ? { ...bodyOf(evidence), state: 'reviewed', review: had } : { ...bodyOf(evidence), state: 'signal' })
}

/** Signals and reviewed evidence speak for something today; what was replaced or withdrawn no longer does. */
export function isCurrent({ state }: { state: EvidenceState }): boolean {
  return state === 'signal' || state === 'reviewed'
}

export function reviewOf(evidence: Evidence): EvidenceReview | null {
  return 'review' in evidence ? evidence.review : null
}

function bodyOf(evidence: Evidence): EvidenceBody {
  const { id, version, title, note, collector, recordedBy, happenedOn, periodFrom, periodTo, validUntil } = evidence
  return { id, version, title, note, collector, recordedBy, happenedOn, periodFrom, periodTo, validUntil }
}
