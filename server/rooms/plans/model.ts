import { type Permissions, managers, readers } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { slackOf } from './rules/critical-path.ts'
import { type WorkingDay, dayOf, monthsBetween, onOrAfter, onOrBefore } from './rules/days.ts'
import { cautionsOf, milestonesOf } from './rules/milestones.ts'
import { type Network, networkOf } from './rules/network.ts'
import { type Placed, place } from './rules/place.ts'
import type { Day, Plan, PlanInput, PlanRefusal, PlannedTask } from './rules/terms.ts'

export type { KeptTask } from './rules/kept.ts'
export { type Move, movesBetween } from './rules/moves.ts'
export { combine, observe } from './rules/observed.ts'
export { openRequirements, type Standing } from './rules/open-requirements.ts'
export {
  type NotADraft,
  type NotDiscarded,
  type PlanRecord,
  planRulesVersion,
  planStates,
  type PlanState,
  requireDiscarded,
  requireDraft,
} from './rules/record.ts'
export type {
  Caution,
  Day,
  Milestone,
  OwnerRole,
  Pace,
  Phase,
  Plan,
  PlanInput,
  PlannedTask,
  PlanRefusal,
  Schedule,
  Size,
  TaskChange,
  TaskState,
} from './rules/terms.ts'

export const permissions = {
  'plans:read': readers,
  'plans:edit': managers,
} satisfies Permissions

/**
 * The road to the certification decision as dated tasks with their critical path. Forwards from a start, or backwards:
 * the latest start from which the decision falls on or before the wished date, every task as early as that start
 * allows, so that slack lies after the tasks. All dates are working days (Monday to Friday); nothing open is planned
 * before `today`. A plan is a proposal: the decision belongs to the certification body.
 */
export function planRoadmap(input: PlanInput): Result<Plan, PlanRefusal> {
  const network = networkOf(input)
  if (!network.ok) return network
  const placed =
    input.schedule.direction === 'forwards'
      ? place(network.value, onOrAfter(later(input.schedule.start, input.today)), input.today)
      : placeBackwards(network.value, onOrBefore(input.schedule.wishedDate), input.today)
  return placed.ok ? ok(planOf(placed.value, network.value.lapsed)) : placed
}

function placeBackwards(network: Network, wished: WorkingDay, today: Day): Result<Placed[], PlanRefusal> {
  const first = onOrAfter(today)
  const earliest = place(network, first, today)
  if (!earliest.ok) return earliest
  const end = endOf(earliest.value)
  if (end > wished) return refuse({ kind: 'too-early', earliest: dayOf(end) })

  // A later start never gives an earlier end, so the latest start that still holds is found by halving.
  let best = earliest
  let low = first
  let high = wished
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const tried = place(network, middle, today)
    if (tried.ok && endOf(tried.value) <= wished) {
      best = tried
      low = middle
    } else {
      high = middle - 1
    }
  }
  return best
}

function endOf(placed: Placed[]): WorkingDay {
  return decisionIn(placed).finish
}

function decisionIn(placed: Placed[]): Placed {
  const decision = placed.find((it) => it.key === 'decision')
  if (!decision) throw new Error('the road has no decision')
  return decision
}

function planOf(placed: Placed[], lapsed: string[]): Plan {
  const end = endOf(placed)
  const slack = slackOf(
    placed.map((it) => ({ ...it, fixed: it.state !== 'planned' || it.change.pin !== undefined })),
    end,
  )
  const tasks = placed.map((it) => plannedTask(it, slack.get(it.key) ?? 0)).toSorted(byStart)
  const start = tasks[0]?.start ?? dayOf(end)
  const decision = decisionIn(placed).dueDay
  const months = monthsBetween(start, decision)
  return {
    start,
    decision,
    months,
    tasks,
    criticalPath: tasks.filter((task) => task.critical).map((task) => task.key),
    milestones: milestonesOf(tasks, decision),
    cautions: cautionsOf(tasks, months, lapsed),
  }
}

function plannedTask(it: Placed, slack: number): PlannedTask {
  const { key, title, phase, owner, refs, state, dependsOn, doneWhen } = it
  const done = state === 'done'
  return {
    key,
    title,
    phase,
    owner,
    refs,
    state,
    start: it.startDay,
    due: it.dueDay,
    durationDays: it.finish - it.start + 1,
    dependsOn,
    critical: !done && slack === 0,
    slackDays: done ? 0 : slack,
    pinned: it.change.pin !== undefined,
    doneWhen,
  }
}

function byStart(a: PlannedTask, b: PlannedTask): number {
  return a.start === b.start ? (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) : a.start < b.start ? -1 : 1
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other
}
