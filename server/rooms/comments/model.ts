import { type Id, parseSubject, type PersonId, type SubjectRef } from '#kernel/id.ts'
import { everyone, type Permissions, staff } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export type CommentId = Id<'comment'>

/** What every comment carries, whatever became of it. `thread` is the comment that it answers; none where it began one. */
export type CommentBody = {
  id: CommentId
  version: number
  subject: SubjectRef
  thread: CommentId | null
  author: PersonId
  resolved: { by: PersonId; at: Date } | null
}

/** A withdrawn text stays in the history; an erased one is nowhere any more. */
export type Comment = CommentBody &
  ({ state: 'said'; text: string; editedAt: Date | null } | { state: 'withdrawn' } | { state: 'erased' })

export const permissions = {
  // besides, one must be allowed to see the record that is talked about
  'comments:read': everyone,
  // an employee says and answers, and settles the threads that are their own
  'comments:write': { ...staff, employee: 'own' },
  'comments:erase': { owner: 'any' },
} satisfies Permissions

const mention = /@\[person:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/g

/** The people that a text mentions, each once, in the order in which they come. */
export function mentionedIn(text: string): PersonId[] {
  return [...new Set([...text.matchAll(mention)].map(([, id = '']) => id as PersonId))]
}

export const mostMentions = 20

/** Talk is about the work. What is known about people and keys is no place for it, and would outlive their erasure. */
export function isTalkedAbout(subject: string): boolean {
  return !['person', 'invitation', 'api-key'].includes(parseSubject(subject).kind)
}

type NotSaid = { kind: 'not-said-any-more'; state: 'withdrawn' | 'erased' }
export type OwnRefusal = NotSaid | { kind: 'not-yours' }

/** A text is its author's own: nobody else changes it. */
export function edit(
  comment: Comment,
  { text, by, at }: { text: string; by: PersonId; at: Date },
): Result<Comment & { state: 'said' }, OwnRefusal> {
  const own = sayOwn(comment, by)
  return own.ok ? ok({ ...own.value, text, editedAt: at }) : own
}

/** Takes the text off the page; its versions stay in the history. */
export function withdraw(comment: Comment, by: PersonId): Result<Comment & { state: 'withdrawn' }, OwnRefusal> {
  const own = sayOwn(comment, by)
  return own.ok ? ok({ ...bodyOf(own.value), state: 'withdrawn' }) : own
}

function sayOwn(comment: Comment, by: PersonId): Result<Comment & { state: 'said' }, OwnRefusal> {
  if (comment.author !== by) return refuse({ kind: 'not-yours' })
  return comment.state === 'said' ? ok(comment) : refuse({ kind: 'not-said-any-more', state: comment.state })
}

/** Whoever has it erased need not be its author: a text may name people who ask for it. */
export function erase(comment: Comment): Result<Comment & { state: 'erased' }, { kind: 'erased-already' }> {
  return comment.state === 'erased' ? refuse({ kind: 'erased-already' }) : ok({ ...bodyOf(comment), state: 'erased' })
}

function bodyOf({ id, version, subject, thread, author, resolved }: Comment): CommentBody {
  return { id, version, subject, thread, author, resolved }
}

export type SettleRefusal = { kind: 'no-thread' } | { kind: 'resolved-already' } | { kind: 'open-already' }

/** A thread is settled as a whole, at the comment that began it. */
export function resolve(comment: Comment, by: PersonId, at: Date): Result<Comment, SettleRefusal> {
  if (comment.thread) return refuse({ kind: 'no-thread' })
  return comment.resolved ? refuse({ kind: 'resolved-already' }) : ok({ ...comment, resolved: { by, at } })
}

export function reopen(comment: Comment): Result<Comment, SettleRefusal> {
  if (comment.thread) return refuse({ kind: 'no-thread' })
  return comment.resolved ? ok({ ...comment, resolved: null }) : refuse({ kind: 'open-already' })
}
