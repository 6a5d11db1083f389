import type { Id, PersonId, SubjectRef } from '#kernel/id.ts'
import { everyone, type Permissions, readers, workers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

export type TaskId = Id<'task'>

/** What every task carries, whatever its state. */
export type TaskBody = {
  id: TaskId
  version: number
  title: string
  detail: string
  owner: PersonId | null
  dueOn: string | null
  subject: SubjectRef | null
  dependsOn: TaskId[]
}

export type Task = TaskBody &
  ({ state: 'open' } | { state: 'done'; doneOn: string } | { state: 'cancelled'; reason: string })

export const permissions = {
  // with this alone (an employee) one sees the tasks that are one's own
  'tasks:read': everyone,
  'tasks:read-all': readers,
  'tasks:create': workers,
  'tasks:edit': { ...workers, approver: 'own' },
  'tasks:complete': { ...workers, approver: 'own', 'internal-auditor': 'own', employee: 'own' },
  // one's own inbox, calendar and mail
  'tasks:follow': everyone,
} satisfies Permissions

export type CompleteRefusal = { kind: 'not-open'; state: Task['state'] } | { kind: 'waits-for-others'; open: number }

/** A task is done when everything it waits for is done. */
export function complete(
  task: Task,
  openDependencies: number,
  doneOn: string,
): Result<Task & { state: 'done' }, CompleteRefusal> {
  if (task.state !== 'open') return refuse({ kind: 'not-open', state: task.state })
  if (openDependencies > 0) return refuse({ kind: 'waits-for-others', open: openDependencies })
  return ok({ ...task, state: 'done', doneOn })
}

export type CancelRefusal = { kind: 'not-open'; state: Task['state'] }

/** A task that is no longer needed says why, and stays to be seen. */
export function cancel(task: Task, reason: string): Result<Task & { state: 'cancelled' }, CancelRefusal> {
  if (task.state !== 'open') return refuse({ kind: 'not-open', state: task.state })
  return ok({ ...task, state: 'cancelled', reason })
}

export type ReopenRefusal = { kind: 'already-open' }

/** Undoes completing or cancelling. */
export function reopen(task: Task): Result<Task & { state: 'open' }, ReopenRefusal> {
  if (task.state === 'open') return refuse({ kind: 'already-open' })
  const { id, version, title, detail, owner, dueOn, subject, dependsOn } = task
  return ok({ id, version, title, detail, owner, dueOn, subject, dependsOn, state: 'open' })
}
