import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { Owners, PlanDraft, PlanEdit } from './contract.ts'
import { type NotADraft, planRulesVersion, requireDraft } from './model.ts'
import { withOwners } from './owners.ts'
import { calculate, type Calculated } from './calculate.ts'
import type { ExplainedRefusal } from './refusals.ts'
import { findPlan, type KeptPlan, saveDraft } from './store.ts'
import type { Surroundings } from './surroundings.ts'
import { findMissingOwners, savePlanTasks } from './tasks-store.ts'

export type Missing = { kind: 'not-found' }
type NoSuchOwner = { kind: 'no-such-reference'; problems: { path: string; message: string }[] }
type Done = Changed<{ id: string; version: number }>

/** Keeps a plan as a draft; nobody has to do anything yet. */
export async function draftPlan(
  it: Change,
  known: Surroundings,
  { name, request, release, owners }: PlanDraft,
): Promise<Result<Done, ExplainedRefusal | NoSuchOwner>> {
  const calculated = await calculate({ ...it, today: asDay(it.now) }, known, { request, release })
  if (!calculated.ok) return calculated
  return await keep(it, known, { id: uuidv7(), name, owners, fact: 'plan.drafted' }, calculated.value)
}

export type EditRefusal =
  | Missing
  | NotADraft
  | { kind: 'stale'; currentVersion: number }
  | ExplainedRefusal
  | NoSuchOwner

/** Changes a draft and recalculates it as of today. */
export async function editPlan(
  it: Change,
  known: Surroundings,
  { id, version }: { id: string; version: number },
  edit: PlanEdit,
): Promise<Result<Done, EditRefusal>> {
  const found = await findPlan(it.tx, it.org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  return await calculateAgain(it, known, found, edit, 'plan.edited')
}

/** Recalculates a draft from today: what has been done since, and what the records show since, count. */
export async function recalculatePlan(
  it: Change,
  known: Surroundings,
  id: string,
): Promise<Result<Done, Missing | NotADraft | ExplainedRefusal | NoSuchOwner>> {
  const found = await findPlan(it.tx, it.org, id)
  return found ? await calculateAgain(it, known, found, {}, 'plan.recalculated') : refuse({ kind: 'not-found' })
}

async function calculateAgain(
  it: Change,
  known: Surroundings,
  found: KeptPlan,
  edit: PlanEdit,
  fact: string,
): Promise<Result<Done, NotADraft | ExplainedRefusal | NoSuchOwner>> {
  const draft = requireDraft(found)
  if (!draft.ok) return draft
  const { id, name, request } = found
  const calculated = await calculate({ ...it, today: asDay(it.now) }, known, {
    request: edit.request ?? request,
    release: edit.release ?? found.released,
  })
  if (!calculated.ok) return calculated
  const owners = { ...found.owners, ...edit.owners }
  return await keep(it, known, { id, name: edit.name ?? name, owners, fact }, calculated.value)
}

type Kept = { id: string; name: string; owners: Owners; fact: string }

async function keep(
  it: Change,
  known: Surroundings,
  { id, name, owners, fact }: Kept,
  calculated: Calculated,
): Promise<Result<Done, NoSuchOwner>> {
  const { tx, org, person } = it
  const missing = await findMissingOwners(tx, org, owners)
  if (missing.length > 0) return refuse({ kind: 'no-such-reference', problems: missing })
  const { plan, continues, ...rest } = calculated
  const { start, decision } = plan
  const lapsed = plan.cautions.flatMap((caution) => (caution.kind === 'lapsed' ? caution.tasks : []))
  const replaces = continues?.plan.id ?? null
  const row = {
    ...rest,
    id,
    name,
    owners,
    start,
    decision,
    lapsed,
    replaces,
    rulesVersion: planRulesVersion,
    madeBy: person,
  }
  await saveDraft(tx, org, row)
  const holders = await known.holders(tx, org, calculated.calculatedOn)
  await savePlanTasks(tx, org, id, withOwners(calculated, owners, holders))
  const saved = await findPlan(tx, org, id)
  return ok({ value: { id, version: saved?.version ?? 1 }, facts: [{ type: fact, subject: subjectRef('plan', id) }] })
}
