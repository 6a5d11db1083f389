import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'
import type { PlanDraft, PlanEdit } from './contract.ts'
import { readDefinition } from './definition.ts'
import { findFile } from './files/store.ts'
import type { MeasurementPlan, MeasurementPlanId, WrongState } from './model.ts'
import { insertPlan, lastEdition, loadEdition, loadPlan, savePlan } from './plans-store.ts'

type Problem = { path: string; message: string }
export type WriteRefusal =
  | { kind: 'person-needed' }
  | { kind: 'bad-definition'; problems: Problem[] }
  | { kind: 'no-such-reference'; problems: Problem[] }
type Done = Changed<{ id: string }>

/** Writes a plan down as a draft: nothing is measured against it that could confirm until somebody else approves it. */
export async function draftPlan(it: Change, draft: PlanDraft, subjects: Subjects): Promise<Result<Done, WriteRefusal>> {
  const { org, tx, grants, person } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const defined = readDefinition(draft.definition)
  if (!defined.ok) return defined
  const missing = await subjects.missing({ tx, org, grants }, [draft.subject])
  const problems = missing.map((subject) => ({ path: 'subject', message: `${subject} does not exist here` }))
  if (!(await referenceExists(it, draft.reference))) problems.push(noSuchFile)
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const id = uuidv7() as MeasurementPlanId
  const { plan, text, sha256 } = defined.value
  const { subject, title, reason, intervalDays, reference } = draft
  const what = { subject, kind: plan.kind, title, reason, definition: text, definitionSha256: sha256 }
  const body = { id, version: 1, series: id, edition: 1, ...what, intervalDays, reference, authors: [person] }
  await insertPlan(tx, org, { ...body, state: 'draft' })
  return done(id, 'measurement-plan.drafted')
}

export type EditRefusal = WriteRefusal | WrongState | { kind: 'not-found' } | { kind: 'stale'; currentVersion: number }

/** Changes a draft. What is approved never changes: it gets a next edition. */
export async function editPlan(
  it: Change,
  { id, version }: { id: string; version: number },
  edit: PlanEdit,
): Promise<Result<Done, EditRefusal>> {
  const { org, tx, person } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const plan = await loadPlan(tx, org, id)
  if (!plan) return refuse({ kind: 'not-found' })
  if (plan.version !== version) return refuse({ kind: 'stale', currentVersion: plan.version })
  if (plan.state !== 'draft') return refuse({ kind: 'wrong-state', state: plan.state })
  const changed = await edited(it, plan, edit)
  if (!changed.ok) return changed
  const authors = [...new Set([...plan.authors, person])]
  await savePlan(tx, org, { ...changed.value, authors })
  return done(id, 'measurement-plan.edited')
}

async function edited(
  it: Change,
  plan: MeasurementPlan,
  { title = plan.title, reason = plan.reason, definition, intervalDays, reference }: PlanEdit,
): Promise<Result<MeasurementPlan, WriteRefusal>> {
  if (reference && !(await referenceExists(it, reference))) {
    return refuse({ kind: 'no-such-reference', problems: [noSuchFile] })
  }
  const kept = {
    ...plan,
    title,
    reason,
    intervalDays: intervalDays === undefined ? plan.intervalDays : intervalDays,
    reference: reference === undefined ? plan.reference : reference,
  }
  if (!definition) return ok(kept)
  const defined = readDefinition(definition)
  if (!defined.ok) return defined
  const { plan: read, text, sha256 } = defined.value
  if (plan.edition > 1 && read.kind !== plan.kind) {
    const message = `stays ${plan.kind} in every edition; write another plan for ${read.kind}`
    return refuse({ kind: 'bad-definition', problems: [{ path: 'definition.kind', message }] })
  }
  return ok({ ...kept, kind: read.kind, definition: text, definitionSha256: sha256 })
}

export type NextRefusal = { kind: 'person-needed' } | { kind: 'not-found' } | { kind: 'edition-open' } | WrongState

/** Begins the next edition of an approved plan as a draft with the same words; until it is approved the one before holds. */
export async function beginEdition(it: Change, id: string): Promise<Result<Done, NextRefusal>> {
  const { org, tx, person } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const plan = await loadPlan(tx, org, id)
  if (!plan) return refuse({ kind: 'not-found' })
  if (plan.state !== 'approved') return refuse({ kind: 'wrong-state', state: plan.state })
  if (await loadEdition(tx, org, plan.series, 'draft')) return refuse({ kind: 'edition-open' })
  const { approval: _approval, ...body } = plan
  const next = uuidv7() as MeasurementPlanId
  const edition = (await lastEdition(tx, org, plan.series)) + 1
  await insertPlan(tx, org, { ...body, id: next, version: 1, edition, authors: [person], state: 'draft' })
  return done(next, 'measurement-plan.drafted')
}

const noSuchFile: Problem = { path: 'reference', message: 'does not exist here; upload the file first' }

async function referenceExists({ tx, org }: Change, reference: string | null): Promise<boolean> {
  return reference === null || (await findFile(tx, org, reference)) !== undefined
}

function done(id: string, type: string): { ok: true; value: Done } {
  return ok({ value: { id }, facts: [{ type, subject: subjectRef('measurement-plan', id) }] })
}
