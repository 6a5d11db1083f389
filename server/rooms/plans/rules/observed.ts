import type { KeptTask } from './kept.ts'
import type { Day, TaskChange } from './terms.ts'

type Changes = Record<string, TaskChange>

/**
 * What the tasks of an adopted plan say about it by now: what is done is done since that day, and a due date that
 * somebody moved is held to. A task that is merely late says nothing: planning again moves it to today. `release` names
 * tasks whose moved date is given up.
 */
export function observe(kept: readonly KeptTask[], today: Day, release: readonly string[] = []): Changes {
  const byKey = new Map(kept.map((it) => [it.key, it]))
  const changes: Changes = {}
  for (const it of kept) {
    const seen = doneIn(it, byKey) ?? begunIn(it) ?? {}
    const pin = release.includes(it.key) || seen.done ? undefined : movedTo(it, today)
    if (Object.keys(seen).length > 0 || pin) changes[it.key] = { ...seen, ...(pin && { pin }) }
  }
  return changes
}

function doneIn(it: KeptTask, byKey: ReadonlyMap<string, KeptTask>): TaskChange | null {
  const on = doneOn(it)
  if (on === null) return null
  // It began when it was planned to, or when the last task before it was over, where that came later.
  const begun = it.dependsOn.reduce((day, key) => later(day, doneOn(byKey.get(key)) ?? day), it.start)
  return { done: { on, ...(begun <= on && { startedOn: begun }) } }
}

function begunIn(it: KeptTask): TaskChange | null {
  return it.state === 'started' && it.task?.state !== 'cancelled' ? { startedOn: it.start } : null
}

function doneOn(it: KeptTask | undefined): Day | null {
  if (!it) return null
  if (it.task === null) return it.state === 'done' ? it.due : null
  return it.task.state === 'done' ? it.task.doneOn : null
}

function movedTo({ due, task }: KeptTask, today: Day): { due: Day } | undefined {
  const { state, dueOn } = task ?? {}
  return state === 'open' && dueOn && dueOn !== due && dueOn >= today ? { due: dueOn } : undefined
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other
}

/** What people say and what the tasks show, in one: a person's word on dates stands, and what a task shows as done is done. */
export function combine(said: Changes, observed: Changes): Changes {
  const keys = new Set([...Object.keys(observed), ...Object.keys(said)])
  return Object.fromEntries([...keys].map((key) => [key, together(said[key], observed[key])]))
}

function together(said: TaskChange = {}, seen: TaskChange = {}): TaskChange {
  if (!seen.done) return { ...seen, ...said }
  return { done: seen.done, ...(said.dependsOn && { dependsOn: said.dependsOn }) }
}
