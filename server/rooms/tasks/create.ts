import { v7 as uuidv7 } from 'uuid'
import { type PersonId, type SubjectRef, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'
import type { TaskDraft } from './contract.ts'
import type { Task, TaskId } from './model.ts'
import { findMissing, insertTask } from './store.ts'

export type CreateRefusal = { kind: 'no-such-reference'; problems: { path: string; message: string }[] }

/**
 * Gives somebody something to do. `source` is the raising room's own key, under which it finds the task again. `subjects`
 * checks what the task is about; a room that raises a task about its own record leaves it out.
 */
export async function createTask(
  { org, tx, grants }: Change,
  draft: TaskDraft & { source?: string },
  subjects?: Subjects,
): Promise<Result<Changed<{ id: TaskId }>, CreateRefusal>> {
  const missing = await findMissing(tx, org, draft)
  if (draft.subject && subjects && (await subjects.missing({ tx, org, grants }, [draft.subject])).length > 0) {
    missing.push('subject')
  }
  if (missing.length > 0) return refuse({ kind: 'no-such-reference', problems: missing.map(missingReference) })
  const { title, detail, dueOn, source } = draft
  const id = uuidv7() as TaskId
  const links = {
    owner: draft.owner as PersonId | null,
    subject: draft.subject as SubjectRef | null,
    dependsOn: draft.dependsOn as TaskId[],
  }
  const task: Task & { source?: string } = {
    id,
    version: 1,
    title,
    detail,
    dueOn,
    ...links,
    state: 'open',
    ...(source && { source }),
  }
  await insertTask(tx, org, task)
  return ok({ value: { id }, facts: [{ type: 'task.created', subject: subjectRef('task', id) }] })
}

export function missingReference(path: string): { path: string; message: string } {
  return { path, message: 'does not exist here or is no longer active; choose another' }
}
