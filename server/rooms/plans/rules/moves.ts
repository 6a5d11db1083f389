import { onOrBefore } from './days.ts'
import type { Day, PlannedTask } from './terms.ts'

type Days = { start: Day; due: Day }

/** How a task stands differently in a new plan: `days` are working days by which its end moves, later is positive. */
export type Move = { key: string; title: string } & (
  | { kind: 'moved'; from: Days; to: Days; days: number }
  | { kind: 'new'; to: Days }
  | { kind: 'gone'; from: Days }
)

/** What adopting the new plan would change about the tasks of the old one; tasks done in both are left out. */
export function movesBetween(before: readonly PlannedTask[], after: readonly PlannedTask[]): Move[] {
  const old = new Map(before.map((it) => [it.key, it]))
  const kept = new Set(after.map((it) => it.key))
  const gone = before
    .filter((it) => !kept.has(it.key) && it.state !== 'done')
    .map((it): Move => ({ key: it.key, title: it.title, kind: 'gone', from: daysOf(it) }))
  return [...after.flatMap((it) => moveOf(old.get(it.key), it)), ...gone]
}

function moveOf(before: PlannedTask | undefined, it: PlannedTask): Move[] {
  const { key, title } = it
  if (!before) return [{ key, title, kind: 'new', to: daysOf(it) }]
  if (before.start === it.start && before.due === it.due) return []
  if (before.state === 'done' && it.state === 'done') return []
  const days = onOrBefore(it.due) - onOrBefore(before.due)
  return [{ key, title, kind: 'moved', from: daysOf(before), to: daysOf(it), days }]
}

function daysOf({ start, due }: PlannedTask): Days {
  return { start, due }
}
