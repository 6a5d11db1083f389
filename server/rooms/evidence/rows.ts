import { formerColleague } from '#kernel/former-colleague.ts'
import type { EvidenceView } from './contract.ts'
import {
  type Evidence,
  type EvidenceBody,
  type EvidenceContent,
  type EvidenceId,
  type EvidenceReview,
  isAutomatic,
  isExpired,
  isOwn,
} from './model.ts'

export type EvidenceRow = {
  id: string
  version: number
  kind: string
  title: string
  note: string
  collector: string
  collector_name: string | null
  recorded_by: string
  recorder_name: string | null
  happened_on: string
  period_from: string | null
  period_to: string | null
  valid_until: string | null
  file_name: string | null
  size: number | null
  type: string | null
  sha256: string | null
  url: string | null
  statement: string | null
  attested_by: string | null
  measure: string | null
  value: string | null
  unit: string | null
  sample_size: number | null
  state: string
  reviewed_by: string | null
  reviewer_name: string | null
  reviewed_on: string | null
  decision: string | null
  review_note: string | null
  superseded_by: string | null
  superseded_title: string | null
  withdrawn_reason: string | null
  subjects: string[]
  created_at: Date
  changed_at: Date
}

export function toView(row: EvidenceRow, today: string): EvidenceView {
  const evidence = toEvidence(row)
  const { id, version, title, note, collector, recordedBy, happenedOn, periodFrom, periodTo, validUntil } = evidence
  const found = reviewIn(row)
  return {
    id,
    version,
    title,
    note,
    content: contentIn(row),
    collector: { ref: collector, name: row.collector_name ?? formerColleague },
    automatic: isAutomatic(collector),
    recordedBy: { ref: recordedBy, name: row.recorder_name ?? formerColleague },
    happenedOn,
    recordedAt: row.created_at,
    periodFrom,
    periodTo,
    validUntil,
    expired: isExpired(evidence, today),
    state: evidence.state,
    review: found && {
      by: { id: found.by, name: row.reviewer_name ?? formerColleague },
      on: found.on,
      decision: found.decision,
      note: found.note,
      byCollector: isOwn(evidence, found.by),
    },
    supersededBy: row.superseded_by ? { id: row.superseded_by, title: row.superseded_title ?? '' } : null,
    withdrawnReason: row.withdrawn_reason,
    subjects: row.subjects,
    changedAt: row.changed_at,
  }
}

/** A row as the rules see it. Throws on a row that is none of the states that evidence can be in. */
export function toEvidence(row: EvidenceRow): Evidence {
  const body: EvidenceBody = {
    id: row.id as EvidenceId,
    version: row.version,
    title: row.title,
    note: row.note,
    collector: row.collector,
    recordedBy: row.recorded_by,
    happenedOn: row.happened_on,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    validUntil: row.valid_until,
  }
  const review = reviewIn(row)
  if (row.state === 'signal') return { ...body, state: 'signal' }
  if (row.state === 'reviewed' && review) return { ...body, state: 'reviewed', review }
  if (row.state === 'superseded' && row.superseded_by) {
    return { ...body, state: 'superseded', by: row.superseded_by as EvidenceId, review }
  }
  if (row.state === 'withdrawn' && row.withdrawn_reason) {
    return { ...body, state: 'withdrawn', reason: row.withdrawn_reason, review }
  }
  throw new Error(`evidence ${row.id} is in no state that evidence can be in`)
}

function reviewIn({
  reviewed_by: by,
  reviewed_on: on,
  decision,
  review_note: note,
}: EvidenceRow): EvidenceReview | null {
  if (!by || !on || (decision !== 'accepted' && decision !== 'rejected')) return null
  return { by, on, decision, note: note ?? '' }
}

function contentIn(row: EvidenceRow): EvidenceContent {
  const { kind, file_name, size, type, sha256, url, statement, attested_by, measure, value } = row
  if (kind === 'file' && file_name && size !== null && type && sha256) {
    return { kind, name: file_name, size, type, sha256 }
  }
  if (kind === 'link' && url) return { kind, url }
  if (kind === 'attestation' && statement) return { kind, statement, attestedBy: attested_by ?? 'erased' }
  if (kind === 'measurement' && measure && value !== null) {
    return { kind, measure, value, unit: row.unit, sampleSize: row.sample_size }
  }
  throw new Error(`evidence ${row.id} has no content of its kind`)
}
