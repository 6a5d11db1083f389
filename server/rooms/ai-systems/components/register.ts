import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { ComponentDraft, ComponentEdit } from '../contract.ts'
import type { Missing } from '../move.ts'
import { dayOf, type ReferenceRefusal, type ReferenceTaken } from '../register.ts'
import { findMissing } from '../store.ts'
import {
  type Component,
  componentColumns,
  findComponentByReference,
  insertComponent,
  loadComponent,
  updateComponent,
} from './store.ts'

type Done = Changed<{ id: string }>
type DatesRefusal = { kind: 'collected-backwards' }
export type RegisterComponentRefusal = ReferenceRefusal | ReferenceTaken | DatesRefusal

/** Enters a model, dataset, prompt or agent into its register. */
export async function registerComponent(
  it: Change,
  draft: ComponentDraft,
): Promise<Result<Done, RegisterComponentRefusal>> {
  const refused = await refusalOfFields(it, draft)
  if (refused) return refuse(refused)
  const id = uuidv7()
  await insertComponent(it.tx, it.org, id, draft)
  const subject = subjectRef(draft.kind, id)
  const fineTuned = draft.kind === 'model' && draft.provenance === 'fine-tuned'
  const facts: [Fact, ...Fact[]] = [
    { type: `${draft.kind}.registered`, subject },
    ...(fineTuned ? [{ type: 'model.fine-tuning-stated', subject }] : []),
  ]
  return ok({ value: { id }, facts })
}

export type EditComponentRefusal =
  | RegisterComponentRefusal
  | Missing
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'other-kind' }

export async function editComponent(
  it: Change,
  id: string,
  version: number,
  edit: ComponentEdit,
): Promise<Result<Done, EditComponentRefusal>> {
  const found = await editable(it, id)
  if (!found.ok) return found
  const component = found.value
  if (component.version !== version) return refuse({ kind: 'stale', currentVersion: component.version })
  if (component.kind !== edit.kind) return refuse({ kind: 'other-kind' })
  const refused = await refusalOfFields(it, edit, id)
  if (refused) return refuse(refused)
  const supplied = edit.supplier === undefined ? undefined : await supplierOf(it, id)
  const anotherSupplier = supplied !== undefined && supplied !== '' && supplied !== edit.supplier
  const set = componentColumns(edit)
  if (Object.keys(set).length > 0) await updateComponent(it.tx, it.org, id, set)
  const subject = subjectRef(component.kind, id)
  const fineTuned = edit.kind === 'model' && edit.provenance === 'fine-tuned'
  const facts: [Fact, ...Fact[]] = [
    { type: `${component.kind}.edited`, subject },
    ...(anotherSupplier ? [{ type: `${component.kind}.supplier-changed`, subject }] : []),
    ...(fineTuned ? [{ type: 'model.fine-tuning-stated', subject }] : []),
  ]
  return ok({ value: { id }, facts })
}

async function supplierOf({ tx, org }: Change, id: string): Promise<string> {
  const { supplier } = await tx
    .selectFrom('components')
    .select('supplier')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return supplier
}

async function refusalOfFields(
  it: Change,
  edit: ComponentDraft | ComponentEdit,
  self?: string,
): Promise<RegisterComponentRefusal | null> {
  const problems = await findMissing(it.tx, it.org, edit)
  if (problems.length > 0) return { kind: 'no-such-reference', problems }
  const existing = edit.reference && (await findComponentByReference(it.tx, it.org, edit.kind, edit.reference))
  if (existing && existing !== self) return { kind: 'reference-taken', existing }
  return edit.kind === 'dataset' && (await collectedBackwards(it, edit, self)) ? { kind: 'collected-backwards' } : null
}

/** An edit may move one end of the period alone, so the other end is the recorded one. */
async function collectedBackwards(
  { tx, org }: Change,
  {
    collectedFrom,
    collectedTo,
  }: { collectedFrom?: string | null | undefined; collectedTo?: string | null | undefined },
  self: string | undefined,
): Promise<boolean> {
  const recorded = self
    ? await tx
        .selectFrom('components')
        .select(['collected_from', 'collected_to'])
        .where('org_id', '=', org)
        .where('id', '=', self)
        .executeTakeFirst()
    : undefined
  const from = collectedFrom === undefined ? recorded?.collected_from : collectedFrom
  const to = collectedTo === undefined ? recorded?.collected_to : collectedTo
  return Boolean(from && to && from > to)
}

export type RetireComponentRefusal = Missing | { kind: 'component-retired' } | { kind: 'in-the-future' }

/** A component that is used no longer says why, and stays to be seen. */
export async function retireComponent(
  it: Change,
  id: string,
  { reason, happenedOn }: { reason: string; happenedOn?: string | undefined },
): Promise<Result<Done, RetireComponentRefusal>> {
  const found = await editable(it, id)
  if (!found.ok) return found
  if (found.value.state === 'retired') return refuse({ kind: 'component-retired' })
  const today = dayOf(it.now)
  if (happenedOn && happenedOn > today) return refuse({ kind: 'in-the-future' })
  await updateComponent(it.tx, it.org, id, { state: 'retired', state_reason: reason, retired_on: happenedOn ?? today })
  return done(found.value, 'retired')
}

/** Undoes retiring. */
export async function reinstateComponent(
  it: Change,
  id: string,
): Promise<Result<Done, Missing | { kind: 'component-active' }>> {
  const found = await editable(it, id)
  if (!found.ok) return found
  if (found.value.state === 'active') return refuse({ kind: 'component-active' })
  await updateComponent(it.tx, it.org, id, { state: 'active', state_reason: '', retired_on: null })
  return done(found.value, 'reinstated')
}

/** Somebody looked at the record and found it right. */
export async function reviewComponent(
  it: Change,
  id: string,
  happenedOn: string | undefined,
): Promise<Result<Done, Missing | { kind: 'in-the-future' }>> {
  const found = await editable(it, id)
  if (!found.ok) return found
  const today = dayOf(it.now)
  if (happenedOn && happenedOn > today) return refuse({ kind: 'in-the-future' })
  await updateComponent(it.tx, it.org, id, { reviewed_on: happenedOn ?? today, reviewed_by: it.person })
  return done(found.value, 'reviewed')
}

function done({ kind, id }: Component, verb: string): { ok: true; value: Done } {
  return ok({ value: { id }, facts: [{ type: `${kind}.${verb}`, subject: subjectRef(kind, id) }] })
}

/** The component, where the actor may edit it. */
export async function editable(it: Change, id: string): Promise<Result<Component, Missing>> {
  const found = await loadComponent(it.tx, it.org, id)
  if (!found) return refuse({ kind: 'not-found' })
  return it.grants.allows('components:edit', found) ? ok(found) : refuse({ kind: 'forbidden' })
}
