import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { Missing } from './draft.ts'
import { type KeptTask, movesBetween, type NotADraft, type PlannedTask, requireDraft } from './model.ts'
import { type Continued, calculate } from './calculate.ts'
import type { ExplainedRefusal } from './refusals.ts'
import { findPlan, type KeptPlan, saveState } from './store.ts'
import type { Surroundings } from './surroundings.ts'
import { carryOver, type CarryRefusal, endTasks } from './carry-over.ts'
import { readPlanTasks } from './tasks-store.ts'

export type AdoptRefusal =
  | Missing
  | NotADraft
  | ExplainedRefusal
  | { kind: 'outdated'; problems: { path: string; message: string }[] }
  | CarryRefusal

/**
 * Makes a draft the plan that is followed: its stretches become tasks of people, those of the plan before are moved, and
 * that plan is superseded. Refused where the draft no longer says what calculating it today would.
 */
export async function adoptPlan(
  it: Change,
  known: Surroundings,
  id: string,
): Promise<Result<Changed<{ id: string; tasks: number }>, AdoptRefusal>> {
  const { tx, org, now, person } = it
  const found = await findPlan(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const draft = requireDraft(found)
  if (!draft.ok) return draft
  const tasks = await readPlanTasks(tx, org, id)
  const current = await stillHolds(it, known, found, tasks)
  if (!current.ok) return current

  const continues = current.value
  const carried = await carryOver(it, { plan: found, tasks, continues })
  if (!carried.ok) return carried
  const ended = continues ? await endTasks(it, { plan: found, tasks, continues }) : ok<Fact[]>([])
  if (!ended.ok) return ended
  const facts: Fact[] = [...carried.value, ...ended.value]
  if (continues) {
    await saveState(tx, org, continues.plan.id, { state: 'superseded', superseded_by: id })
    facts.push({ type: 'plan.superseded', subject: subjectRef('plan', continues.plan.id) })
  }
  await saveState(tx, org, id, { state: 'adopted', adopted_at: now, adopted_by: person })
  return ok({
    value: { id, tasks: tasks.filter(({ state }) => state !== 'done').length },
    facts: [{ type: 'plan.adopted', subject: subjectRef('plan', id) }, ...facts],
  })
}

/** What a person looked at and adopts must be what comes out today; gives the plan that it goes on from. */
async function stillHolds(
  it: Change,
  known: Surroundings,
  { request, released, replaces }: KeptPlan,
  tasks: readonly KeptTask[],
): Promise<
  Result<Continued | null, ExplainedRefusal | { kind: 'outdated'; problems: { path: string; message: string }[] }>
> {
  const today = await calculate({ ...it, today: asDay(it.now) }, known, { request, release: released })
  if (!today.ok) return today
  const problems = differences(tasks, today.value.plan.tasks)
  if ((today.value.continues?.plan.id ?? null) !== replaces) {
    problems.push({ path: 'continues', message: 'Another plan was adopted since.' })
  }
  return problems.length > 0 ? refuse({ kind: 'outdated', problems }) : ok(today.value.continues)
}

const shown = 5

function differences(kept: readonly PlannedTask[], now: readonly PlannedTask[]): { path: string; message: string }[] {
  const moves = movesBetween(kept, now).slice(0, shown)
  const moved = moves.map(({ key, title, kind }) => ({
    path: `tasks.${key}`,
    message: `“${title}” is ${kind} by now.`,
  }))
  const states = new Map(kept.map((it) => [it.key, JSON.stringify([it.state, it.refs, it.dependsOn])]))
  const changed = now.filter((it) => states.get(it.key) !== JSON.stringify([it.state, it.refs, it.dependsOn]))
  const others = changed.filter(({ key }) => !moves.some((move) => move.key === key)).slice(0, shown)
  return [
    ...moved,
    ...others.map(({ key, title }) => ({ path: `tasks.${key}`, message: `“${title}” stands otherwise by now.` })),
  ]
}
