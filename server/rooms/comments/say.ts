import { v7 as uuidv7 } from 'uuid'
import type { PersonId, SubjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { CommentDraft } from './contract.ts'
import { type CommentId, isTalkedAbout } from './model.ts'
import { tellMentioned } from './notices.ts'
import type { Talk } from './parts.ts'
import { type MentionProblem, mentionProblems } from './people.ts'
import { insertComment, loadComment } from './store.ts'

type Done = Changed<{ id: CommentId }>

export type SayRefusal =
  | { kind: 'not-found' }
  | { kind: 'person-needed' }
  | { kind: 'not-talked-about' }
  | { kind: 'cannot-mention'; problems: MentionProblem[] }

/** Begins a thread about a record. The fact is the record's, so that its own activity tells of it. */
export async function sayComment(it: Change, draft: CommentDraft, talk: Talk): Promise<Result<Done, SayRefusal>> {
  if (!it.person) return refuse({ kind: 'person-needed' })
  if (!isTalkedAbout(draft.subject)) return refuse({ kind: 'not-talked-about' })
  if (!(await isSeen(it, draft.subject, talk))) return refuse({ kind: 'not-found' })
  const subject = draft.subject as SubjectRef
  return await say(it, { subject, thread: null, text: draft.text, author: it.person, fact: 'comment.said' }, talk)
}

/** Answers in a thread; an answer to an answer stands in the same thread. Whoever has more to say to a settled one opens it again. */
export async function replyTo(
  it: Change,
  id: string,
  text: string,
  talk: Talk,
): Promise<Result<Done, SayRefusal | { kind: 'settled' }>> {
  if (!it.person) return refuse({ kind: 'person-needed' })
  const found = await loadComment(it.tx, it.org, id)
  if (!found || !(await isSeen(it, found.subject, talk))) return refuse({ kind: 'not-found' })
  const root = found.thread ? await loadComment(it.tx, it.org, found.thread) : found
  if (!root || root.resolved) return refuse({ kind: 'settled' })
  const answer = { subject: found.subject, thread: root.id, text, author: it.person, fact: 'comment.answered' }
  return await say(it, answer, talk)
}

/** Whether there is such a record and the one who acts may see it: comments are hidden with it. */
export async function isSeen(it: Pick<Change, 'tx' | 'org' | 'grants'>, subject: string, talk: Talk): Promise<boolean> {
  return (await talk.subjects.missing(it, [subject])).length === 0
}

type Said = { subject: SubjectRef; thread: CommentId | null; text: string; author: string; fact: string }

async function say(it: Change, said: Said, talk: Talk): Promise<Result<Done, SayRefusal>> {
  const problems = await mentionProblems(it, said, talk)
  if (problems.length > 0) return refuse({ kind: 'cannot-mention', problems })
  const id = uuidv7() as CommentId
  const { subject, thread, text, fact } = said
  const comment = { id, subject, thread, text, author: said.author as PersonId }
  await insertComment(it.tx, it.org, comment)
  const jobs = await tellMentioned(it, comment, talk)
  return ok({ value: { id }, facts: [{ type: fact, subject }], jobs })
}
