import type { OrganizationId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { PlanRequest } from './contract.ts'
import { combine, observe, type Plan, planRoadmap, type TaskChange } from './model.ts'
import { type ExplainedRefusal, explain } from './refusals.ts'
import { findAdopted, type KeptPlan } from './store.ts'
import type { Surroundings } from './surroundings.ts'
import { type NamedTask, readPlanTasks } from './tasks-store.ts'

export type Looking = { tx: Transaction; org: OrganizationId; today: string }

/** The adopted plan with its tasks as they stand. */
export type Continued = { plan: KeptPlan; tasks: NamedTask[] }

export type Calculated = {
  plan: Plan
  request: PlanRequest
  observed: Record<string, TaskChange>
  released: readonly string[]
  openRefs: string[] | null
  calculatedOn: string
  continues: Continued | null
}

/**
 * Calculates what was asked for as of today: a plan goes on from the adopted one where there is one, with what its tasks
 * show by now and the dates that people moved there, but for those in `release`.
 */
export async function calculate(
  { tx, org, today }: Looking,
  { openRefs: readOpenRefs }: Pick<Surroundings, 'openRefs'>,
  { request, release }: { request: PlanRequest; release: readonly string[] },
): Promise<Result<Calculated, ExplainedRefusal>> {
  const continues = await readContinued(tx, org)
  const observed = continues ? observe(continues.tasks, today, release) : {}
  const openRefs = await readOpenRefs(tx, org, today)
  const changes = combine(request.changes, observed)
  const plan = planRoadmap({ ...request, changes, openRefs, today })
  if (!plan.ok) return refuse(explain(plan.error))
  return ok({ plan: plan.value, request, observed, released: release, openRefs, calculatedOn: today, continues })
}

export async function readContinued(tx: Transaction, org: OrganizationId): Promise<Continued | null> {
  const plan = await findAdopted(tx, org)
  return plan ? { plan, tasks: await readPlanTasks(tx, org, plan.id) } : null
}
