import { v7 as uuidv7 } from 'uuid'
import { refuse, type Result } from '#kernel/result.ts'
import { recordBlob, type StoredFile } from '#platform/blobs/index.ts'
import type { Change } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { VersionEdit } from './contract.ts'
import {
  done,
  loadDocument,
  loadStanding,
  loadVersion,
  type PersonNeeded,
  type Unwritable,
  type VersionDone,
} from './loaded.ts'
import {
  discard,
  type DocumentVersion,
  recover,
  type VersionContent,
  type VersionId,
  type WrongState,
} from './model.ts'
import { saveWithdrawal } from './store.ts'
import { findVersion, findVersionIn, insertVersion, listVersions, nextNumber, saveVersion } from './versions-store.ts'

const openStates = ['draft', 'in-review', 'approved'] as const

export type DraftRefusal = Unwritable | PersonNeeded | { kind: 'version-open'; number: number }

/** Begins the next version, from the text that holds or from another one. One version at a time is being worked on. */
export async function draftVersion(
  it: Change,
  id: string,
  body: string | undefined,
): Promise<Result<VersionDone, DraftRefusal>> {
  const { org, tx, person } = it
  const document = await loadStanding(it, id)
  if (!document.ok) return document
  if (!person) return refuse({ kind: 'person-needed' })
  const open = await findVersionIn(tx, org, id, openStates)
  if (open) return refuse({ kind: 'version-open', number: open.number })
  const holds = await findVersionIn(tx, org, id, ['effective'])
  const number = await nextNumber(tx, org, id)
  await insertVersion(tx, org, id, {
    id: uuidv7() as VersionId,
    number,
    version: 1,
    content: startOf(holds, body),
    summary: '',
    authors: [person],
    state: 'draft',
    returnedNote: null,
  })
  return done(id, number, 'document.version-drafted')
}

function startOf(holds: DocumentVersion | undefined, body: string | undefined): VersionContent {
  if (body !== undefined) return { kind: 'text', body }
  return holds?.content.kind === 'text' ? holds.content : { kind: 'text', body: '' }
}

export type WriteRefusal = Unwritable | PersonNeeded | WrongState | { kind: 'stale'; currentVersion: number }

/** Writes on a draft. Whoever writes becomes one of its authors, and so cannot approve it. */
export async function writeVersion(
  it: Change,
  { id, number, version }: { id: string; number: number; version: number },
  { body, summary }: VersionEdit,
): Promise<Result<VersionDone, WriteRefusal>> {
  const found = await loadDraft(it, id, number)
  if (!found.ok) return found
  if (found.value.version !== version) return refuse({ kind: 'stale', currentVersion: found.value.version })
  const content: VersionContent = body === undefined ? found.value.content : { kind: 'text', body }
  await saveVersion(it.tx, it.org, { ...found.value, content, summary: summary ?? found.value.summary })
  return done(id, number, 'document.version-written')
}

/** Makes a file the content of a draft, in place of what it held. */
export async function attachFile(
  it: Change,
  { id, number }: { id: string; number: number },
  file: StoredFile,
): Promise<Result<VersionDone, WriteRefusal>> {
  const found = await loadDraft(it, id, number)
  if (!found.ok) return found
  const { id: blob, size, type, sha256 } = await recordBlob(it, file)
  const content = { kind: 'file', blob, name: file.name, size, type, sha256 } as const
  await saveVersion(it.tx, it.org, { ...found.value, content })
  return done(id, number, 'document.file-attached')
}

type Draft = Extract<DocumentVersion, { state: 'draft' }>

async function loadDraft(
  it: Change,
  id: string,
  number: number,
): Promise<Result<Draft, Unwritable | PersonNeeded | WrongState>> {
  const found = await loadVersion(it, id, number)
  if (!found.ok) return found
  const { person } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const { version } = found.value
  if (version.state !== 'draft') return refuse({ kind: 'wrong-state', state: version.state })
  const authors = version.authors.includes(person) ? version.authors : [...version.authors, person]
  return { ok: true, value: { ...version, authors } }
}

/** Gives a draft up; recovering undoes it. A document of which nothing else is there goes with it. */
export async function discardVersion(
  it: Change,
  id: string,
  number: number,
): Promise<Result<VersionDone, Unwritable | WrongState>> {
  const found = await loadVersion(it, id, number)
  if (!found.ok) return found
  const discarded = discard(found.value.version)
  if (!discarded.ok) return discarded
  await saveVersion(it.tx, it.org, discarded.value)
  const others = (await listVersions(it.tx, it.org, id)).filter(({ state }) => state !== 'discarded')
  if (others.length === 0) {
    await saveWithdrawal(it.tx, it.org, id, { on: asDay(it.now), reason: 'Its only draft was discarded.' })
  }
  return done(id, number, 'document.draft-discarded')
}

export async function recoverVersion(
  it: Change,
  id: string,
  number: number,
): Promise<Result<VersionDone, Unwritable | WrongState | { kind: 'version-open'; number: number }>> {
  const document = await loadDocument(it, id)
  if (!document.ok) return document
  const version = await findVersion(it.tx, it.org, id, number)
  if (!version) return refuse({ kind: 'not-found' })
  const recovered = recover(version.it)
  if (!recovered.ok) return recovered
  const open = await findVersionIn(it.tx, it.org, id, openStates)
  if (open) return refuse({ kind: 'version-open', number: open.number })
  if (document.value.state === 'withdrawn') {
    // Only a document that went with this draft comes back with it.
    if (await findVersionIn(it.tx, it.org, id, ['obsolete'])) return refuse({ kind: 'document-withdrawn' })
    await saveWithdrawal(it.tx, it.org, id, null)
  }
  await saveVersion(it.tx, it.org, recovered.value)
  return done(id, number, 'document.draft-recovered')
}
