import { formerColleague } from '#kernel/former-colleague.ts'
import type { PlanDetail, PlanPreview, PlanTaskView } from './contract.ts'
import { movesBetween } from './model.ts'
import { suggested } from './owners.ts'
import type { Continued, Looking, Calculated } from './calculate.ts'
import { monthsBetween } from './rules/days.ts'
import { ownerRoles } from './rules/terms.ts'
import { cautionsOf, milestonesOf } from './rules/milestones.ts'
import { findItem, findPlan, type KeptPlan, readAround } from './store.ts'
import type { Person, Surroundings } from './surroundings.ts'
import { type NamedTask, readPlanTasks } from './tasks-store.ts'

/** A plan that nobody keeps yet, with what it would change. */
export async function describePreview(
  { tx, org }: Looking,
  known: Surroundings,
  { plan, observed, openRefs, calculatedOn, continues }: Calculated,
): Promise<PlanPreview> {
  const holders = await known.holders(tx, org, calculatedOn)
  return {
    plan,
    observed,
    openRefs,
    calculatedOn,
    continues: continues && continued(continues),
    moves: continues ? movesBetween(continues.tasks, plan.tasks) : [],
    owners: Object.fromEntries(ownerRoles.map((role) => [role, suggested(role, holders)])),
  }
}

export function continued({ plan: { id, name, decision } }: Pick<Continued, 'plan'>) {
  return { id, name, decision }
}

/** A kept plan with its tasks as they stand on the day that is looked from. */
export async function describePlan({ tx, org, today }: Looking, id: string): Promise<PlanDetail | undefined> {
  const [item, plan] = [await findItem(tx, org, id, today), await findPlan(tx, org, id)]
  if (!item || !plan) return undefined
  const tasks = await readPlanTasks(tx, org, id)
  const around = await readAround(tx, org, id)
  const { before_id, before_name, before_decision, next_id, next_name } = around
  const { request, observed, released, openRefs, calculatedOn, rulesVersion } = plan
  return {
    ...item,
    request,
    observed,
    released,
    openRefs,
    calculatedOn,
    rulesVersion,
    plan: { ...roadOf(plan, tasks), tasks: tasks.map((task) => taskView(task, today)) },
    continues:
      before_id && before_name !== null && before_decision
        ? { id: before_id, name: before_name, decision: before_decision }
        : null,
    moves: plan.state === 'draft' && plan.replaces ? await movesFrom({ tx, org, today }, plan.replaces, tasks) : [],
    supersededBy: next_id && next_name !== null ? { id: next_id, name: next_name } : null,
    reason: plan.state === 'discarded' ? plan.reason : null,
    madeBy: named(around.made_by, around.maker),
    adoptedBy: named(around.adopted_by, around.adopter),
  }
}

async function movesFrom({ tx, org }: Looking, replaces: string, tasks: readonly NamedTask[]) {
  return movesBetween(await readPlanTasks(tx, org, replaces), tasks)
}

/** What follows from the kept tasks: milestones, cautions, the critical path. */
function roadOf({ start, decision, lapsed }: KeptPlan, tasks: readonly NamedTask[]) {
  const months = monthsBetween(start, decision)
  const criticalPath = tasks.filter(({ critical }) => critical).map(({ key }) => key)
  const milestones = milestonesOf([...tasks], decision)
  return { start, decision, months, criticalPath, milestones, cautions: cautionsOf([...tasks], months, lapsed) }
}

function taskView({ task, ownerId, ownerName, owner: role, ...planned }: NamedTask, today: string): PlanTaskView {
  return {
    ...planned,
    role,
    owner: named(ownerId, ownerName),
    task: task && {
      id: task.id,
      state: task.state,
      dueOn: task.dueOn,
      doneOn: task.doneOn,
      overdue: task.state === 'open' && task.dueOn !== null && task.dueOn < today,
    },
  }
}

function named(id: string | null, name: string | null): Person | null {
  return id ? { id, name: name ?? formerColleague } : null
}
