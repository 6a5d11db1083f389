import type { Id } from '#kernel/id.ts'
import { everyone, managers, type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export type DocumentId = Id<'document'>
export type VersionId = Id<'document-version'>

/** What a document is for, and which clauses and controls of ISO/IEC 42001 it serves (our reading). */
export const documentKinds = {
  'scope-statement': ['4.3'],
  'ai-policy': ['5.2', 'A.2.2'],
  'aims-description': ['4.4'],
  'risk-assessment-process': ['6.1.2'],
  'risk-treatment-process': ['6.1.3'],
  'impact-assessment-process': ['6.1.4', 'A.5.2'],
  objectives: ['6.2'],
  'roles-and-authorities': ['5.3', 'A.3.2'],
  'communication-plan': ['7.4'],
  competence: ['7.2'],
  'operational-procedure': ['8.1'],
  'monitoring-plan': ['9.1'],
  'audit-programme': ['9.2.2'],
  'development-process': ['A.6.1.3'],
  'data-management-process': ['A.7.2'],
  'use-policy': ['A.9.2'],
  'supplier-policy': ['A.10.3'],
  'concern-procedure': ['A.3.3'],
  'incident-procedure': ['A.8.4'],
  other: [],
} as const satisfies Record<string, readonly string[]>
export type DocumentKind = keyof typeof documentKinds

export const permissions = {
  // with this alone (an employee) one reads what is effective and meant for everyone
  'documents:read': everyone,
  'documents:read-all': readers,
  'documents:write': workers,
  'documents:approve': { ...managers, approver: 'any' },
  'documents:review': { ...workers, approver: 'any' },
  'documents:withdraw': managers,
} satisfies Permissions

/** The text itself, or the file it came in. */
export type VersionContent =
  | { kind: 'text'; body: string }
  | { kind: 'file'; blob: string; name: string; size: number; type: string; sha256: string }

/** Given here by a person (`by` is their id), or before the record was kept here, by the name on the paper. */
export type Approval =
  | { given: 'here'; by: string; on: string; note: string }
  | { given: 'outside'; by: string | null; on: string; note: string }

export type VersionBody = {
  id: VersionId
  /** 1 for the first; what people call the version */
  number: number
  /** of the record, for edits */
  version: number
  content: VersionContent
  summary: string
  /** everyone who wrote on it, the first author first; ids of people */
  authors: string[]
}

/** A version is written, looked at by another person, approved, holds, and is replaced by the next. */
export type DocumentVersion = VersionBody &
  (
    | { state: 'draft'; returnedNote: string | null }
    | { state: 'in-review'; submittedOn: string; requestedApprover: string | null }
    | { state: 'approved'; submittedOn: string; approval: Approval; effectiveOn: string | null }
    | { state: 'effective'; submittedOn: string | null; approval: Approval; effectiveOn: string }
    | {
        state: 'obsolete'
        submittedOn: string | null
        approval: Approval
        effectiveOn: string
        obsoleteOn: string
        because: 'superseded' | 'withdrawn'
      }
    | { state: 'discarded' }
  )
export type VersionState = DocumentVersion['state']
type In<State extends VersionState> = Extract<DocumentVersion, { state: State }>

/** A placeholder that nobody has filled in yet, as templates leave it: `[to be filled in: label]`. */
export function placeholdersLeft(body: string): string[] {
  return [...new Set([...body.matchAll(/\[to be filled in: ([^\]\n]+)\]/g)].map((match) => match[1] ?? ''))]
}

export type WrongState = { kind: 'wrong-state'; state: VersionState }
export type SubmitRefusal = WrongState | { kind: 'empty' } | { kind: 'placeholders-left'; missing: string[] }

export function submit(
  version: DocumentVersion,
  { on, approver }: { on: string; approver: string | null },
): Result<In<'in-review'>, SubmitRefusal> {
  if (version.state !== 'draft') return refuse({ kind: 'wrong-state', state: version.state })
  if (version.content.kind === 'text') {
    const { body } = version.content
    if (body.trim() === '') return refuse({ kind: 'empty' })
    const missing = placeholdersLeft(body)
    if (missing.length > 0) return refuse({ kind: 'placeholders-left', missing })
  }
  return ok({ ...bodyOf(version), state: 'in-review', submittedOn: on, requestedApprover: approver })
}

/** Whoever writes may take it back before it is decided. */
export function takeBack(version: DocumentVersion): Result<In<'draft'>, WrongState> {
  if (version.state !== 'in-review') return refuse({ kind: 'wrong-state', state: version.state })
  return ok({ ...bodyOf(version), state: 'draft', returnedNote: null })
}

export type ApproveRefusal =
  | WrongState
  | { kind: 'approver-is-author'; mayApprove: { id: string; name: string }[] }
  | { kind: 'invite-an-approver' }

/** Clause 7.5.2 asks for approval; we ask that nobody approves what they wrote, even when nobody else is there yet. */
export function approve(
  version: DocumentVersion,
  { by, on, note, effectiveOn }: { by: string; on: string; note: string; effectiveOn: string | null },
  mayApprove: readonly { id: string; name: string }[],
): Result<In<'approved'>, ApproveRefusal> {
  if (version.state !== 'in-review') return refuse({ kind: 'wrong-state', state: version.state })
  if (version.authors.includes(by)) {
    const others = mayApprove.filter(({ id }) => !version.authors.includes(id))
    return others.length > 0
      ? refuse({ kind: 'approver-is-author', mayApprove: others })
      : refuse({ kind: 'invite-an-approver' })
  }
  const approval = { given: 'here', by, on, note } as const
  return ok({ ...bodyOf(version), state: 'approved', submittedOn: version.submittedOn, approval, effectiveOn })
}

/** Sent back to be written on, with what is missing; or an approval taken back before the version holds. */
export function giveBack(version: DocumentVersion, note: string): Result<In<'draft'>, WrongState> {
  if (version.state !== 'in-review' && version.state !== 'approved') {
    return refuse({ kind: 'wrong-state', state: version.state })
  }
  return ok({ ...bodyOf(version), state: 'draft', returnedNote: note })
}

/** From this day on the version holds. */
export function makeEffective(version: DocumentVersion, on: string): Result<In<'effective'>, WrongState> {
  if (version.state !== 'approved') return refuse({ kind: 'wrong-state', state: version.state })
  const { submittedOn, approval } = version
  return ok({ ...bodyOf(version), state: 'effective', submittedOn, approval, effectiveOn: on })
}

export function makeObsolete(
  version: In<'effective'>,
  on: string,
  because: 'superseded' | 'withdrawn',
): In<'obsolete'> {
  const { submittedOn, approval, effectiveOn } = version
  return { ...bodyOf(version), state: 'obsolete', submittedOn, approval, effectiveOn, obsoleteOn: on, because }
}

/** Undoes a withdrawal: the version that held before holds again. */
export function reinstate({ submittedOn, approval, effectiveOn, ...version }: In<'obsolete'>): In<'effective'> {
  const body = bodyOf({ ...version, submittedOn, approval, effectiveOn })
  return { ...body, state: 'effective', submittedOn, approval, effectiveOn }
}

export function discard(version: DocumentVersion): Result<In<'discarded'>, WrongState> {
  if (version.state !== 'draft') return refuse({ kind: 'wrong-state', state: version.state })
  return ok({ ...bodyOf(version), state: 'discarded' })
}

export function recover(version: DocumentVersion): Result<In<'draft'>, WrongState> {
  if (version.state !== 'discarded') return refuse({ kind: 'wrong-state', state: version.state })
  return ok({ ...bodyOf(version), state: 'draft', returnedNote: null })
}

function bodyOf({ id, number, version, content, summary, authors }: DocumentVersion): VersionBody {
  return { id, number, version, content, summary, authors }
}

/** The day `months` after `day`; the last of the month where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const from = new Date(`${day}T00:00:00Z`)
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate()
  to.setUTCDate(Math.min(from.getUTCDate(), last))
  return to.toISOString().slice(0, 10)
}
