import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { PersonId, SubjectRef } from '#kernel/id.ts'
import type { Subjects } from '#platform/subjects.ts'
import type { TaskEdit } from './contract.ts'
import { type CreateRefusal, missingReference } from './create.ts'
import type { TaskId } from './model.ts'
import { findMissing, leadsTo, loadTask, saveTask } from './store.ts'

export type EditRefusal =
  | CreateRefusal
  | { kind: 'not-found' }
  | { kind: 'forbidden' }
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'goes-in-a-circle' }

/**
 * Changes what a task says, who does it, by when, what it is about and what it waits for. `subjects` checks what it is
 * about; a room that edits a task of its own leaves it out.
 */
export async function editTask(
  { org, tx, grants }: Change,
  { id, version }: { id: string; version: number },
  edit: TaskEdit,
  subjects?: Subjects,
): Promise<Result<Changed<{ id: string }>, EditRefusal>> {
  const task = await loadTask(tx, org, id)
  if (!task) return refuse({ kind: 'not-found' })
  if (!grants.allows('tasks:edit', { owner: task.owner })) return refuse({ kind: 'forbidden' })
  if (task.version !== version) return refuse({ kind: 'stale', currentVersion: task.version })
  const references = { ...(edit.owner && { owner: edit.owner }), ...(edit.dependsOn && { dependsOn: edit.dependsOn }) }
  const missing = await findMissing(tx, org, references)
  if (edit.subject && subjects && (await subjects.missing({ tx, org, grants }, [edit.subject])).length > 0)
    missing.push('subject')
  if (missing.length > 0) return refuse({ kind: 'no-such-reference', problems: missing.map(missingReference) })
  const dependsOn = edit.dependsOn as TaskId[] | undefined
  if (dependsOn && (await leadsTo(tx, org, dependsOn, id))) return refuse({ kind: 'goes-in-a-circle' })

  await saveTask(tx, org, {
    ...task,
    title: edit.title ?? task.title,
    detail: edit.detail ?? task.detail,
    dueOn: edit.dueOn === undefined ? task.dueOn : edit.dueOn,
    owner: edit.owner === undefined ? task.owner : (edit.owner as PersonId | null),
    subject: edit.subject === undefined ? task.subject : (edit.subject as SubjectRef | null),
    dependsOn: dependsOn ?? task.dependsOn,
  })
  return ok({ value: { id }, facts: [{ type: 'task.edited', subject: subjectRef('task', id) }] })
}
