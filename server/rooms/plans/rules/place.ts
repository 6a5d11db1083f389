import { ok, refuse, type Result } from '#kernel/result.ts'
import { type WorkingDay, dayOf, isWorkingDay, onOrAfter, onOrBefore } from './days.ts'
import type { Network, Node } from './network.ts'
import { hardPairsOf } from './network.ts'
import type { Day, PlanRefusal, TaskState } from './terms.ts'

/** A task on the calendar: the numbers for reckoning, the days for people (a done task may have ended on a Sunday). */
export type Placed = Node & {
  state: TaskState
  start: WorkingDay
  finish: WorkingDay
  startDay: Day
  dueDay: Day
}

/** Lengths that nobody can shorten by wishing: the period is what the auditor asks for, the wait is the body's. */
const minimumLength = new Set(['operating-period', 'body-lead-time'])

/**
 * Forward pass: every task as early as its dependencies, `from` and `today` allow, done and begun ones where they were,
 * pinned ones where a person put them, or the reason why that cannot be.
 */
export function place({ nodes }: Network, from: WorkingDay, today: Day): Result<Placed[], PlanRefusal> {
  const wrong = brokenOrder(nodes)
  if (wrong) return refuse(wrong)
  const placed = new Map<string, Placed>()
  for (const node of nodes) {
    const before = node.dependsOn.flatMap((key) => placed.get(key) ?? [])
    const here = placeOne(node, before, from, today)
    if (!here.ok) return here
    placed.set(node.key, here.value)
  }
  return ok([...placed.values()])
}

function placeOne(node: Node, before: Placed[], from: WorkingDay, today: Day): Result<Placed, PlanRefusal> {
  const { done, startedOn } = node.change
  if (done) return placeDone(node, done, today)
  if (startedOn !== undefined) return placeStarted(node, startedOn, today)
  const last = before.toSorted((a, b) => b.finish - a.finish)[0]
  const possible = Math.max(onOrAfter(today), last ? last.finish + 1 : 0)
  return placePinned(node, { possible, wanted: Math.max(possible, from), last, today })
}

/** What happened keeps its days. */
function placeDone(node: Node, done: { on: Day; startedOn?: Day }, today: Day): Result<Placed, PlanRefusal> {
  const task = node.key
  if (done.on > today) return refuse({ kind: 'done-in-future', task })
  if (done.startedOn !== undefined && done.startedOn > done.on) return refuse({ kind: 'done-before-started', task })
  const finish = onOrBefore(done.on)
  const startDay = done.startedOn ?? earlier(dayOf(finish - node.days + 1), done.on)
  if (task === 'operating-period' && done.startedOn !== undefined && finish - onOrAfter(startDay) + 1 < node.days) {
    return refuse({ kind: 'too-short', task, minimumDays: node.days })
  }
  return ok({ ...node, state: 'done', start: Math.min(onOrAfter(startDay), finish), finish, startDay, dueDay: done.on })
}

/** What has begun keeps its start, and ends today at the earliest. */
function placeStarted(node: Node, startedOn: Day, today: Day): Result<Placed, PlanRefusal> {
  const task = node.key
  if (startedOn > today) return refuse({ kind: 'started-in-future', task })
  const start = onOrAfter(startedOn)
  const full = start + node.days - 1
  const { due } = node.change.pin ?? {}
  if (due === undefined) return ok(onDays(node, 'started', start, Math.max(full, onOrAfter(today)), startedOn))
  const offDay = dayOff(task, due, onOrBefore)
  if (offDay) return refuse(offDay)
  const earliest = minimumLength.has(task) ? Math.max(full, onOrAfter(today)) : Math.max(start, onOrAfter(today))
  if (onOrBefore(due) < earliest) return refuse({ kind: 'pin-too-tight', task, earliestDue: dayOf(earliest) })
  return ok(onDays(node, 'started', start, onOrBefore(due), startedOn))
}

type Room = { possible: WorkingDay; wanted: WorkingDay; last: Placed | undefined; today: Day }

function placePinned(node: Node, { possible, wanted, last, today }: Room): Result<Placed, PlanRefusal> {
  const task = node.key
  const { start, due } = node.change.pin ?? {}
  const offDay = (start && dayOff(task, start, onOrAfter)) || (due && dayOff(task, due, onOrBefore))
  if (offDay) return refuse(offDay)
  if (start !== undefined && due !== undefined && due < start) return refuse({ kind: 'pin-ends-before-start', task })
  if (start !== undefined && onOrAfter(start) < possible) {
    if (onOrAfter(start) < onOrAfter(today)) return refuse({ kind: 'pin-in-past', task, earliest: dayOf(possible) })
    return refuse({ kind: 'pin-before-dependency', task, dependency: last?.key ?? '', earliest: dayOf(possible) })
  }
  if (due === undefined) {
    const first = start === undefined ? wanted : onOrAfter(start)
    return ok(onDays(node, 'planned', first, first + node.days - 1))
  }
  const finish = onOrBefore(due)
  const first = start === undefined ? finish - node.days + 1 : onOrAfter(start)
  if (first < possible) return refuse({ kind: 'pin-too-tight', task, earliestDue: dayOf(possible + node.days - 1) })
  if (minimumLength.has(task) && finish - first + 1 < node.days) {
    return refuse({ kind: 'too-short', task, minimumDays: node.days })
  }
  return ok(onDays(node, 'planned', first, finish))
}

function onDays(node: Node, state: TaskState, start: WorkingDay, finish: WorkingDay, startDay = dayOf(start)): Placed {
  return { ...node, state, start, finish, startDay, dueDay: dayOf(finish) }
}

function dayOff(task: string, date: Day, towards: (day: Day) => WorkingDay): PlanRefusal | null {
  return isWorkingDay(date) ? null : { kind: 'not-a-working-day', task, date, nearest: dayOf(towards(date)) }
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}

/** What is said to have happened must keep the hard order too; the soft one may have been otherwise. */
function brokenOrder(nodes: Node[]): PlanRefusal | null {
  const byKey = new Map(nodes.map((node) => [node.key, node.change]))
  for (const [needs, task] of hardPairsOf(new Set(byKey.keys()))) {
    const after = byKey.get(task)
    const begun = after?.done ? (after.done.startedOn ?? after.done.on) : after?.startedOn
    if (begun === undefined) continue
    const before = byKey.get(needs)?.done
    if (!before || before.on > begun) return { kind: 'out-of-order', task, needs }
  }
  return null
}
