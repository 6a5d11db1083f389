import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { deleteOwn, findOwn, findShared, insertOwn, isSharedNameTaken, saveShared, withdrawShared } from './store.ts'

type Refusal = { kind: 'not-found' } | { kind: 'name-taken' }

/** Shows a view of one's own to everybody. */
export async function shareView(
  { tx, org, person }: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, Refusal>> {
  const own = person === null ? undefined : await findOwn(tx, org, person, id)
  if (!own) return refuse({ kind: 'not-found' })
  if (await isSharedNameTaken(tx, org, own)) return refuse({ kind: 'name-taken' })
  await deleteOwn(tx, org, id)
  await saveShared(tx, org, own)
  return ok({ value: { id }, facts: [{ type: 'shared-view.shared', subject: subjectRef('shared-view', id) }] })
}

/** Takes a view back from everybody; it stays with the person who shared it. */
export async function withdrawView({ tx, org }: Change, id: string): Promise<Result<Changed<{ id: string }>, Refusal>> {
  const shared = await findShared(tx, org, id)
  if (shared?.state !== 'shared') return refuse({ kind: 'not-found' })
  const { person_id, list, page, name, query, columns } = shared
  if (!(await insertOwn(tx, org, person_id, { id, list, page, name, query, columns }))) {
    return refuse({ kind: 'name-taken' })
  }
  await withdrawShared(tx, org, id)
  return ok({ value: { id }, facts: [{ type: 'shared-view.withdrawn', subject: subjectRef('shared-view', id) }] })
}
