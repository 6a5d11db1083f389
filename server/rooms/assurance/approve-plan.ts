import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { peopleWhoMay } from '#rooms/identity/index.ts'
import { isFrozenForThis } from './freeze-reference.ts'
import { approve, type ApproveRefusal, permissions, reinstate, supersede, withdraw, type WrongState } from './model.ts'
import { loadEdition, loadPlan, savePlan } from './plans-store.ts'

type Missing = { kind: 'not-found' }
type Done = Changed<{ id: string }>

export type ApprovePlanRefusal =
  | Missing
  | { kind: 'person-needed' }
  | ApproveRefusal
  | { kind: 'reference-needed' }
  | { kind: 'limits-needed' }
  | { kind: 'frozen-otherwise' }

/** Another person fixes what counts as passing. The entry of this very change is what later runs are held against. */
export async function approvePlan(it: Change, id: string, note: string): Promise<Result<Done, ApprovePlanRefusal>> {
  const { org, tx, now, person, seq } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const plan = await loadPlan(tx, org, id)
  if (!plan) return refuse({ kind: 'not-found' })
  if (plan.kind === 'drift' && !plan.reference) return refuse({ kind: 'reference-needed' })
  if (plan.state === 'draft' && !hasLimits(plan.definition)) return refuse({ kind: 'limits-needed' })
  if (!(await isFrozenForThis(it, plan))) return refuse({ kind: 'frozen-otherwise' })
  const byRole = permissions['assurance:approve']
  const today = asDay(now)
  const mayApprove = await peopleWhoMay(tx, org, { byRole, today, except: plan.authors })
  const approved = approve(plan, { by: person, on: today, seq, note }, mayApprove)
  if (!approved.ok) return approved
  const facts: [Fact, ...Fact[]] = [{ type: 'measurement-plan.approved', subject: subjectRef('measurement-plan', id) }]
  const before = await loadEdition(tx, org, plan.series, 'approved')
  if (before?.state === 'approved') {
    await savePlan(tx, org, supersede(before))
    facts.push({ type: 'measurement-plan.superseded', subject: subjectRef('measurement-plan', before.id) })
  }
  await savePlan(tx, org, approved.value)
  return ok({ value: { id }, facts })
}

/** Without a limit nothing could ever fail, so there would be nothing to approve. */
function hasLimits(definition: string): boolean {
  const value: unknown = JSON.parse(definition)
  if (typeof value !== 'object' || value === null) return false
  // Drift has its margins whether or not somebody chose them.
  if (Reflect.has(value, 'margins')) return true
  return listIn(value, 'thresholds').length > 0 || listIn(value, 'checks').some(isAsked)
}

function listIn(value: object, name: string): unknown[] {
  const list: unknown = Reflect.get(value, name)
  return Array.isArray(list) ? list : []
}

/** A check of which nothing is asked is shown and decides nothing. */
function isAsked(check: unknown): boolean {
  return typeof check === 'object' && check !== null && 'asked' in check
}

/**
 * Ends a plan, also a draft that nobody wants. What was measured under it stays. Readiness no longer looks at an approved one, so
 * ending it takes the right to approve: nobody makes a broken limit disappear alone.
 */
export async function withdrawPlan(
  { org, tx, grants }: Change,
  id: string,
  reason: string,
): Promise<Result<Done, Missing | WrongState | { kind: 'forbidden' }>> {
  const plan = await loadPlan(tx, org, id)
  if (!plan) return refuse({ kind: 'not-found' })
  if (plan.state === 'approved' && !grants.has('assurance:approve')) return refuse({ kind: 'forbidden' })
  const withdrawn = withdraw(plan, reason)
  if (!withdrawn.ok) return withdrawn
  await savePlan(tx, org, withdrawn.value)
  return ok({
    value: { id },
    facts: [{ type: 'measurement-plan.withdrawn', subject: subjectRef('measurement-plan', id) }],
  })
}

/** Undoes withdrawing. */
export async function reinstatePlan(
  { org, tx }: Change,
  id: string,
): Promise<Result<Done, Missing | WrongState | { kind: 'other-edition-holds' }>> {
  const plan = await loadPlan(tx, org, id)
  if (!plan) return refuse({ kind: 'not-found' })
  const taken = (await loadEdition(tx, org, plan.series, 'approved')) !== undefined
  const back = reinstate(plan, taken)
  if (!back.ok) return back
  await savePlan(tx, org, back.value)
  return ok({
    value: { id },
    facts: [{ type: 'measurement-plan.reinstated', subject: subjectRef('measurement-plan', id) }],
  })
}
