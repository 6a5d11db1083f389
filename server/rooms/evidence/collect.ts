import { v7 as uuidv7 } from 'uuid'
import { parseSubject, subjectRef, type SubjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { recordBlob, type StoredFile } from '#platform/blobs/index.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'
import { asDay } from '#platform/today.ts'
import type { EvidenceDraft, EvidenceFileDraft } from './contract.ts'
import { type DateProblem, type EvidenceId, findDateProblems, isCurrent, supersede } from './model.ts'
import {
  findSameContent,
  insertEvidence,
  insertLinks,
  isActivePerson,
  loadEvidence,
  readLinks,
  saveEvidence,
} from './store.ts'

export type Named = { id: string; title: string }
export type CollectRefusal =
  | { kind: 'no-such-reference'; problems: DateProblem[] }
  | { kind: 'dates-cannot-be'; problems: DateProblem[] }

type Draft = Omit<EvidenceDraft, 'content'> & { content: EvidenceDraft['content'] | { kind: 'file'; file: StoredFile } }

/** Records evidence as a signal: who collected it, when it happened, what it is about. */
export async function collectEvidence(
  it: Change,
  draft: Draft,
  subjects: Subjects,
): Promise<Result<Changed<{ id: EvidenceId; sameContent: Named[] }>, CollectRefusal>> {
  const { org, tx, actor, now } = it
  const today = asDay(now)
  const { periodFrom, periodTo, validUntil } = draft
  const dates = { happenedOn: draft.happenedOn ?? today, periodFrom, periodTo, validUntil }
  const wrong = findDateProblems(dates, today)
  if (wrong.length > 0) return refuse({ kind: 'dates-cannot-be', problems: wrong })
  const missing = await findMissing(it, draft, subjects)
  if (missing.length > 0) return refuse({ kind: 'no-such-reference', problems: missing })

  const id = uuidv7() as EvidenceId
  const { title, note, content } = draft
  const collector = draft.collector ? `person:${draft.collector}` : actor
  const blob = content.kind === 'file' ? (await recordBlob(it, content.file)).id : null
  const kept = content.kind === 'file' ? { kind: content.kind, name: content.file.name, blob: blob ?? '' } : content
  await insertEvidence(tx, org, { id, title, note, collector, recordedBy: actor, ...dates, content: kept })
  const replaced = draft.supersedes ? await takePlaceOf(it, draft.supersedes, id) : { links: [], facts: [] }
  const links = [...new Set([...draft.subjects, ...replaced.links])]
  await insertLinks(tx, org, id, links)
  const sameContent = blob ? await findSameContent(tx, org, blob, id) : []
  const facts: [Fact, ...Fact[]] = [
    { type: 'evidence.collected', subject: subjectRef('evidence', id) },
    ...links.map((subject) => ({ type: 'evidence.attached', subject: asSubject(subject) })),
    ...replaced.facts,
  ]
  return ok({ value: { id, sameContent }, facts })
}

/** A file's title may be left out: it is then called what it is named. */
export function withTitle(draft: EvidenceFileDraft, file: StoredFile): Draft {
  return { ...draft, title: draft.title || file.name.slice(0, 300), content: { kind: 'file', file } }
}

async function findMissing({ org, tx, grants }: Change, draft: Draft, subjects: Subjects): Promise<DateProblem[]> {
  const problems: DateProblem[] = []
  const gone = new Set(await subjects.missing({ tx, org, grants }, draft.subjects))
  draft.subjects.forEach((subject, index) => {
    if (gone.has(subject)) problems.push({ path: `subjects.${index}`, message: `${subject} does not exist here` })
  })
  if (draft.collector && !(await isActivePerson(tx, org, draft.collector))) {
    problems.push({ path: 'collector', message: 'does not exist here or is no longer active; choose another' })
  }
  const replaced = draft.supersedes ? await loadEvidence(tx, org, draft.supersedes) : undefined
  if (draft.supersedes && (!replaced || !isCurrent(replaced))) {
    problems.push({ path: 'supersedes', message: 'is no evidence here that still stands; choose another' })
  }
  return problems
}

async function takePlaceOf(
  { org, tx }: Change,
  old: string,
  by: EvidenceId,
): Promise<{ links: string[]; facts: Fact[] }> {
  const evidence = await loadEvidence(tx, org, old)
  const replaced = evidence && supersede(evidence, by)
  if (!replaced?.ok) throw new Error(`evidence ${old} was checked to stand and does not`)
  await saveEvidence(tx, org, replaced.value)
  return {
    links: await readLinks(tx, org, old),
    facts: [{ type: 'evidence.superseded', subject: subjectRef('evidence', old) }],
  }
}

// References were checked to name existing records; the brand says so.
export function asSubject(text: string): SubjectRef {
  const { kind, id } = parseSubject(text)
  return subjectRef(kind, id)
}
