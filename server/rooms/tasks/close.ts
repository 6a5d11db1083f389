import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import {
  cancel,
  type CancelRefusal,
  complete,
  type CompleteRefusal,
  reopen,
  type ReopenRefusal,
  type Task,
} from './model.ts'
import { countOpenDependencies, loadTask, saveTask } from './store.ts'

type Missing = { kind: 'not-found' } | { kind: 'forbidden' }

export async function completeTask(
  it: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, CompleteRefusal | Missing>> {
  const task = await ownTask(it, id)
  if (!task.ok) return task
  const done = complete(task.value, await countOpenDependencies(it.tx, it.org, id), it.now.toISOString().slice(0, 10))
  if (!done.ok) return done
  await saveTask(it.tx, it.org, done.value)
  return ok({ value: { id }, facts: [{ type: 'task.completed', subject: subjectRef('task', id) }] })
}

export async function cancelTask(
  it: Change,
  id: string,
  reason: string,
): Promise<Result<Changed<{ id: string }>, CancelRefusal | Missing>> {
  const task = await ownTask(it, id)
  if (!task.ok) return task
  const cancelled = cancel(task.value, reason)
  if (!cancelled.ok) return cancelled
  await saveTask(it.tx, it.org, cancelled.value)
  return ok({ value: { id }, facts: [{ type: 'task.cancelled', subject: subjectRef('task', id) }] })
}

export async function reopenTask(
  it: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, ReopenRefusal | Missing>> {
  const task = await ownTask(it, id)
  if (!task.ok) return task
  const open = reopen(task.value)
  if (!open.ok) return open
  await saveTask(it.tx, it.org, open.value)
  return ok({ value: { id }, facts: [{ type: 'task.reopened', subject: subjectRef('task', id) }] })
}

async function ownTask({ org, tx, grants }: Change, id: string): Promise<Result<Task, Missing>> {
  const task = await loadTask(tx, org, id)
  if (!task) return refuse({ kind: 'not-found' })
  return grants.allows('tasks:complete', { owner: task.owner }) ? ok(task) : refuse({ kind: 'forbidden' })
}
