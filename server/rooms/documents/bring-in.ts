import { v7 as uuidv7 } from 'uuid'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { recordBlob, type StoredFile } from '#platform/blobs/index.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { DocumentImport, VersionImport } from './contract.ts'
import { fact, loadStanding, type PersonNeeded, type Unwritable } from './loaded.ts'
import type { DocumentId, DocumentVersion, VersionId } from './model.ts'
import { findProblems, insertDocument } from './store.ts'
import { takeEffect } from './take-effect.ts'
import { nextNumber } from './versions-store.ts'

type Problems = { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
type Brought = Changed<{ id: string; number: number }>
export type BringInRefusal = PersonNeeded | Problems

/** An existing signed document, or one of outside origin, comes in as effective; its approval was given outside and says so. */
export async function bringIn(
  it: Change,
  draft: DocumentImport,
  file: StoredFile,
): Promise<Result<Brought, BringInRefusal>> {
  const { org, tx, person } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const problems = [...(await findProblems(tx, org, draft)), ...dayProblems(draft, asDay(it.now))]
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const id = uuidv7() as DocumentId
  const { kind, code, title, owner, origin, publisher, readers, retentionMonths, reviewMonths } = draft
  const keeping = { kind, code, title, owner, origin, publisher, readers, retentionMonths, reviewMonths }
  await insertDocument(tx, org, { id, ...keeping, reviewDueOn: null, template: null })
  return await bringVersion(it, { id, reviewMonths }, { ...draft, summary: '' }, { file, person })
}

/** The next signed version of a document that is here already; the one that held becomes obsolete. */
export async function bringInVersion(
  it: Change,
  id: string,
  draft: VersionImport,
  file: StoredFile,
): Promise<Result<Brought, BringInRefusal | Unwritable>> {
  if (!it.person) return refuse({ kind: 'person-needed' })
  const document = await loadStanding(it, id)
  if (!document.ok) return document
  const problems = dayProblems(draft, asDay(it.now))
  if (document.value.origin === 'internal' && draft.approvedBy === null) {
    problems.push({ path: 'approvedBy', message: 'say whose approval stands on the document' })
  }
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  return await bringVersion(it, document.value, draft, { file, person: it.person })
}

async function bringVersion(
  it: Change,
  document: { id: string; reviewMonths: number | null },
  draft: VersionImport,
  { file, person }: { file: StoredFile; person: string },
): Promise<Result<Brought, never>> {
  const { id: blob, size, type, sha256 } = await recordBlob(it, file)
  const number = await nextNumber(it.tx, it.org, document.id)
  const version: Extract<DocumentVersion, { state: 'effective' }> = {
    id: uuidv7() as VersionId,
    number,
    version: 1,
    content: { kind: 'file', blob, name: file.name, size, type, sha256 },
    summary: draft.summary,
    authors: [person],
    state: 'effective',
    submittedOn: null,
    approval: { given: 'outside', by: draft.approvedBy, on: draft.approvedOn, note: draft.note },
    effectiveOn: draft.effectiveOn ?? draft.approvedOn,
  }
  const options = { brought: true, ...(draft.reviewDueOn && { reviewDueOn: draft.reviewDueOn }) }
  const facts = await takeEffect(it, document, version, options)
  return ok({ value: { id: document.id, number }, facts: [fact(document.id, 'document.brought-in'), ...facts] })
}

function dayProblems({ approvedOn, effectiveOn }: Pick<VersionImport, 'approvedOn' | 'effectiveOn'>, today: string) {
  const problems: { path: string; message: string }[] = []
  if (approvedOn > today) problems.push({ path: 'approvedOn', message: 'lies in the future; say when it was approved' })
  if (effectiveOn && effectiveOn > today) {
    problems.push({ path: 'effectiveOn', message: 'lies in the future; bring it in once it holds, or draft it here' })
  }
  if (effectiveOn && effectiveOn < approvedOn) {
    problems.push({ path: 'effectiveOn', message: 'lies before the approval' })
  }
  return problems
}
