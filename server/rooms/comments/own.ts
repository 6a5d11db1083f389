import type { PersonId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { type Comment, edit, erase, type OwnRefusal, reopen, resolve, type SettleRefusal, withdraw } from './model.ts'
import { dropNotices, tellMentioned } from './notices.ts'
import type { Talk } from './parts.ts'
import { type MentionProblem, mentionProblems } from './people.ts'
import { isSeen } from './say.ts'
import { eraseVersions, loadComment, saveComment } from './store.ts'

type Done = Changed<{ id: string }>
type Missing = { kind: 'not-found' } | { kind: 'person-needed' }
/** Whoever may not settle every thread settles their own. */
type NotTheirs = { kind: 'forbidden' }

export type EditRefusal =
  | OwnRefusal
  | Missing
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'cannot-mention'; problems: MentionProblem[] }

/** Says one's own comment in other words; whoever is mentioned now and was not before is told. */
export async function editComment(
  it: Change,
  { id, version }: { id: string; version: number },
  text: string,
  talk: Talk,
): Promise<Result<Done, EditRefusal>> {
  const found = await find(it, id, talk)
  if (!found.ok) return found
  const { comment, person } = found.value
  const edited = edit(comment, { text, by: person, at: it.now })
  if (!edited.ok) return edited
  if (comment.version !== version) return refuse({ kind: 'stale', currentVersion: comment.version })
  const problems = await mentionProblems(it, edited.value, talk)
  if (problems.length > 0) return refuse({ kind: 'cannot-mention', problems })
  await saveComment(it.tx, it.org, edited.value)
  const jobs = await tellMentioned(it, edited.value, talk)
  return ok({ value: { id }, facts: [{ type: 'comment.edited', subject: comment.subject }], jobs })
}

/** Takes one's own comment back: its text leaves the page and stays in the history. */
export async function withdrawComment(it: Change, id: string, talk: Talk): Promise<Result<Done, OwnRefusal | Missing>> {
  const found = await find(it, id, talk)
  if (!found.ok) return found
  const withdrawn = withdraw(found.value.comment, found.value.person)
  if (!withdrawn.ok) return withdrawn
  await saveComment(it.tx, it.org, withdrawn.value)
  await dropNotices(it.tx, it.org, id)
  return done('comment.withdrawn', withdrawn.value)
}

/** Erases the text from the row and every version of it, where it holds what somebody asked to have erased. */
export async function eraseComment(
  it: Change,
  id: string,
  talk: Talk,
): Promise<Result<Done, Missing | { kind: 'erased-already' }>> {
  const found = await find(it, id, talk)
  if (!found.ok) return found
  const erased = erase(found.value.comment)
  if (!erased.ok) return erased
  await saveComment(it.tx, it.org, erased.value)
  await eraseVersions(it.tx, it.org, id)
  await dropNotices(it.tx, it.org, id)
  return done('comment.erased', erased.value)
}

/** Settles a thread. */
export async function resolveThread(
  it: Change,
  id: string,
  talk: Talk,
): Promise<Result<Done, SettleRefusal | Missing | NotTheirs>> {
  const found = await find(it, id, talk)
  if (!found.ok) return found
  if (!mayMove(it, found.value)) return refuse({ kind: 'forbidden' })
  const settled = resolve(found.value.comment, found.value.person, it.now)
  if (!settled.ok) return settled
  await saveComment(it.tx, it.org, settled.value)
  return done('comment.thread-resolved', settled.value)
}

/** Undoes settling. */
export async function reopenThread(
  it: Change,
  id: string,
  talk: Talk,
): Promise<Result<Done, SettleRefusal | Missing | NotTheirs>> {
  const found = await find(it, id, talk)
  if (!found.ok) return found
  if (!mayMove(it, found.value)) return refuse({ kind: 'forbidden' })
  const open = reopen(found.value.comment)
  if (!open.ok) return open
  await saveComment(it.tx, it.org, open.value)
  return done('comment.thread-reopened', open.value)
}

function mayMove({ grants }: Change, { comment }: Found): boolean {
  return grants.allows('comments:write', { owner: comment.author })
}

type Found = { comment: Comment; person: PersonId }

async function find(it: Change, id: string, talk: Talk): Promise<Result<Found, Missing>> {
  const comment = await loadComment(it.tx, it.org, id)
  if (!comment || !(await isSeen(it, comment.subject, talk))) return refuse({ kind: 'not-found' })
  return it.person ? ok({ comment, person: it.person as PersonId }) : refuse({ kind: 'person-needed' })
}

function done(type: string, { id, subject }: Comment): Result<Done, never> {
  return ok({ value: { id }, facts: [{ type, subject }] })
}
