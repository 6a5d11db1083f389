import type { PersonId } from '#kernel/id.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { TaskBulk } from './contract.ts'
import { complete, reopen, type Task, type TaskId } from './model.ts'
import { countOpenDependencies, findMissing, loadTask, saveTask } from './store.ts'

type Problem = { path: string; message: string }
export type BulkRefusal = { kind: 'not-all'; problems: Problem[] }

const facts = {
  complete: 'task.completed',
  reopen: 'task.reopened',
  assign: 'task.assigned',
  move: 'task.moved',
} as const

/**
 * Does the same to many tasks: to all of them, or to none where one of them cannot, named by its place in the list. Tasks
 * of the list that wait for each other are completed in the order in which they wait.
 */
export async function changeTasks(
  it: Change,
  { ids, action }: TaskBulk,
): Promise<Result<Changed<{ count: number }>, BulkRefusal>> {
  const { org, tx } = it
  if (action.kind === 'assign' && (await findMissing(tx, org, { owner: action.owner })).length > 0) {
    const message = 'does not exist here or is no longer active; choose another'
    return refuse({ kind: 'not-all', problems: [{ path: 'action.owner', message }] })
  }
  const problems: Problem[] = []
  const done: Fact[] = []
  for (const [place, id] of await inOrder(it, ids, action)) {
    const task = await loadTask(tx, org, id)
    const changed = task ? await changedBy(it, task, action) : 'does not exist here'
    if (typeof changed === 'string') problems.push({ path: `ids.${place}`, message: changed })
    else {
      await saveTask(tx, org, changed)
      done.push({ type: facts[action.kind], subject: subjectRef('task', id) })
    }
  }
  const [first, ...rest] = done
  if (problems.length > 0 || !first) return refuse({ kind: 'not-all', problems })
  return ok({ value: { count: done.length }, facts: [first, ...rest] })
}

/** The task as it shall be, or in words why it cannot. */
async function changedBy(
  { org, tx, grants, now }: Change,
  task: Task,
  action: TaskBulk['action'],
): Promise<Task | string> {
  const needed = action.kind === 'complete' || action.kind === 'reopen' ? 'tasks:complete' : 'tasks:edit'
  if (!grants.allows(needed, { owner: task.owner })) return `“${task.title}” is not yours to change`
  switch (action.kind) {
    case 'assign':
      return { ...task, owner: action.owner as PersonId | null }
    case 'move':
      return { ...task, dueOn: action.dueOn }
    case 'reopen': {
      const open = reopen(task)
      return open.ok ? open.value : `“${task.title}” is open already`
    }
    case 'complete': {
      const waits = await countOpenDependencies(tx, org, task.id)
      const done = complete(task, waits, now.toISOString().slice(0, 10))
      if (done.ok) return done.value
      return done.error.kind === 'not-open'
        ? `“${task.title}” is not open any more`
        : `“${task.title}” waits for ${waits} others that are still open`
    }
  }
}

/** Each id once, with its place in the list; for completing, those that others wait for come first. */
async function inOrder({ org, tx }: Change, ids: readonly string[], action: TaskBulk['action']) {
  const places = [...new Map(ids.map((id, place) => [id, place])).entries()].map(([id, place]) => [place, id] as const)
  if (action.kind !== 'complete') return places
  const listed = new Set(ids)
  const waits = new Map<string, TaskId[]>()
  for (const id of listed) {
    const task = await loadTask(tx, org, id)
    waits.set(
      id,
      (task?.dependsOn ?? []).filter((other) => listed.has(other)),
    )
  }
  const depth = (id: string): number => Math.max(0, ...(waits.get(id) ?? []).map((other) => depth(other) + 1))
  return places.toSorted(([, a], [, b]) => depth(a) - depth(b))
}
