import { formerColleague } from '#kernel/former-colleague.ts'
import type { DocumentView, VersionHead } from './contract.ts'
import {
  type Approval,
  type DocumentKind,
  documentKinds,
  type DocumentVersion,
  type VersionBody,
  type VersionContent,
  type VersionId,
} from './model.ts'
import type { Audience, DocumentRow } from './document-rows.ts'
import type { VersionRow } from './version-rows.ts'

export function toDocumentView(
  row: DocumentRow,
  { audience, today }: { audience: Audience; today: string },
): DocumentView {
  const effective = row.effective_number !== null && row.effective_on !== null
  const open = audience === 'aims' && row.open_number !== null
  return {
    id: row.id,
    version: row.version,
    kind: asKind(row.kind),
    code: row.code,
    title: row.title,
    owner: row.owner_id ? { id: row.owner_id, name: row.owner_name ?? formerColleague } : null,
    origin: row.origin === 'external' ? 'external' : 'internal',
    publisher: row.publisher,
    readers: row.readers === 'everyone' ? 'everyone' : 'aims',
    retentionMonths: row.retention_months,
    reviewMonths: row.review_months,
    reviewDueOn: row.review_due_on,
    reviewOverdue: effective && row.review_due_on !== null && row.review_due_on < today,
    state: row.state,
    effective: effective
      ? { number: row.effective_number ?? 0, effectiveOn: row.effective_on ?? '', approval: approvalView(row) }
      : null,
    open: open ? { number: row.open_number ?? 0, state: asOpen(row.open_state) } : null,
    template: row.template,
    withdrawnOn: row.withdrawn_on,
    withdrawnReason: row.withdrawn_reason,
    changedAt: row.changed_at,
  }
}

type ApprovalRow = {
  approved_by: string | null
  approver_name: string | null
  approved_outside: boolean | null
  approved_outside_by: string | null
  approved_on: string | null
  approval_note: string | null
}

function approvalView(row: ApprovalRow) {
  const outside = row.approved_outside === true
  const name = outside ? (row.approved_outside_by ?? 'not named') : (row.approver_name ?? formerColleague)
  return { by: { id: row.approved_by, name }, on: row.approved_on ?? '', note: row.approval_note ?? '', outside }
}

export function toVersionHead(row: VersionRow): VersionHead {
  return {
    number: row.number,
    version: row.version,
    state: asState(row.state),
    summary: row.summary,
    authors: row.author_names.map(({ id, name }) => ({ id, name: name ?? formerColleague })),
    file: fileIn(row),
    submittedOn: row.submitted_on,
    requestedApprover: row.requested_approver
      ? { id: row.requested_approver, name: row.requested_name ?? formerColleague }
      : null,
    returnedNote: row.returned_note,
    approval: row.approved_on ? approvalView(row) : null,
    effectiveOn: row.effective_on,
    obsoleteOn: row.obsolete_on,
    obsoleteBecause: row.obsolete_because === null ? null : asBecause(row.obsolete_because),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

/** A version as the rules see it. Throws on a row that is none of the states that a version can be in. */
export function toVersion(row: VersionRow & { body: string | null }): DocumentVersion {
  const { id, number, version, summary, authors, submitted_on: submittedOn, effective_on: effectiveOn } = row
  const body: VersionBody = { id: id as VersionId, number, version, content: contentIn(row), summary, authors }
  const approval = approvalIn(row)
  if (row.state === 'draft') return { ...body, state: 'draft', returnedNote: row.returned_note }
  if (row.state === 'discarded') return { ...body, state: 'discarded' }
  if (row.state === 'in-review' && submittedOn) {
    return { ...body, state: 'in-review', submittedOn, requestedApprover: row.requested_approver }
  }
  if (row.state === 'approved' && submittedOn && approval) {
    return { ...body, state: 'approved', submittedOn, approval, effectiveOn }
  }
  if (row.state === 'effective' && approval && effectiveOn) {
    return { ...body, state: 'effective', submittedOn, approval, effectiveOn }
  }
  if (row.state === 'obsolete' && approval && effectiveOn && row.obsolete_on && row.obsolete_because) {
    const because = asBecause(row.obsolete_because)
    return { ...body, state: 'obsolete', submittedOn, approval, effectiveOn, obsoleteOn: row.obsolete_on, because }
  }
  throw new Error(`version ${row.number} of a document is in no state that a version can be in`)
}

function approvalIn(row: ApprovalRow): Approval | null {
  const { approved_on: on, approval_note } = row
  if (!on) return null
  const note = approval_note ?? ''
  if (row.approved_outside) return { given: 'outside', by: row.approved_outside_by, on, note }
  return row.approved_by ? { given: 'here', by: row.approved_by, on, note } : null
}

function contentIn(row: VersionRow & { body: string | null }): VersionContent {
  if (row.body !== null) return { kind: 'text', body: row.body }
  const file = fileIn(row)
  if (row.blob_id && file) return { kind: 'file', blob: row.blob_id, ...file }
  throw new Error(`version ${row.number} of a document has neither text nor file`)
}

function fileIn({ file_name: name, size, type, sha256 }: VersionRow): VersionHead['file'] {
  return name && size !== null && type && sha256 ? { name, size, type, sha256 } : null
}

function asKind(text: string): DocumentKind {
  if (Object.hasOwn(documentKinds, text)) return text as DocumentKind
  throw new Error(`a document cannot be of kind ${text}`)
}

function asOpen(text: string | null): 'draft' | 'in-review' | 'approved' {
  if (text === 'draft' || text === 'in-review' || text === 'approved') return text
  throw new Error(`an open version cannot be ${text}`)
}

const states = ['draft', 'in-review', 'approved', 'effective', 'obsolete', 'discarded'] as const

function asState(text: string): VersionHead['state'] {
  const state = states.find((known) => known === text)
  if (!state) throw new Error(`a version cannot be ${text}`)
  return state
}

function asBecause(text: string): 'superseded' | 'withdrawn' {
  if (text === 'superseded' || text === 'withdrawn') return text
  throw new Error(`a version cannot be obsolete because ${text}`)
}
