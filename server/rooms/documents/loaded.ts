import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { DocumentView } from './contract.ts'
import type { DocumentVersion } from './model.ts'
import { findDocument } from './store.ts'
import { findVersion } from './versions-store.ts'

export type Missing = { kind: 'not-found' }
export type Unwritable = Missing | { kind: 'document-withdrawn' }
export type PersonNeeded = { kind: 'person-needed' }
export type VersionDone = Changed<{ id: string; number: number }>

/** The document, as everyone inside the management system sees it. */
export async function loadDocument(it: Change, id: string): Promise<Result<DocumentView, Missing>> {
  const found = await findDocument(it.tx, it.org, id, { audience: 'aims', today: asDay(it.now) })
  return found ? ok(found) : refuse({ kind: 'not-found' })
}

/** A document that still stands, for what changes it. */
export async function loadStanding(it: Change, id: string): Promise<Result<DocumentView, Unwritable>> {
  const found = await loadDocument(it, id)
  if (!found.ok) return found
  return found.value.state === 'withdrawn' ? refuse({ kind: 'document-withdrawn' }) : found
}

/** One version of a document that still stands. */
export async function loadVersion(
  it: Change,
  id: string,
  number: number,
): Promise<Result<{ document: DocumentView; version: DocumentVersion }, Unwritable>> {
  const document = await loadStanding(it, id)
  if (!document.ok) return document
  const found = await findVersion(it.tx, it.org, id, number)
  return found ? ok({ document: document.value, version: found.it }) : refuse({ kind: 'not-found' })
}

export function done(id: string, number: number, type: string): Result<VersionDone, never> {
  return ok({ value: { id, number }, facts: [fact(id, type)] })
}

export function fact(id: string, type: string): Fact {
  return { type, subject: subjectRef('document', id) }
}
