import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { CheckDraft, ControlDraft, ControlEdit } from './contract.ts'
import {
  type AppliedControl,
  bringBack,
  type ControlId,
  type ControlState,
  lacking,
  putBack,
  retire,
  start,
  type StartRefusal,
} from './model.ts'
import { deleteCheck, findProblems, insertCheck, insertControl, loadControl, saveControl } from './store.ts'

type Problem = { path: string; message: string }
type Done = Changed<{ id: string }>
type Missing = { kind: 'not-found' }
export type WriteRefusal = { kind: 'no-such-reference'; problems: Problem[] }

/** Writes down what is done, or will be, so that requirements are met. */
export async function planControl(
  { tx, org }: Change,
  { reference, ...draft }: ControlDraft,
): Promise<Result<Done, WriteRefusal>> {
  const problems = await findProblems(tx, org, { ...draft, reference })
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const id = uuidv7() as ControlId
  await insertControl(tx, org, { ...draft, ...coverage(draft), id, version: 1, state: 'planned', reference })
  return done(id, 'applied-control.planned')
}

// A control of the whole organization covers no systems one by one.
function coverage({ scope, systems }: { scope: 'organization' | 'systems'; systems: string[] }) {
  return { systems: scope === 'organization' ? [] : systems }
}

export type EditRefusal =
  | WriteRefusal
  | Missing
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'retired-already' }
  | { kind: 'not-ready'; problems: Problem[] }

/** Changes what is said about a control. One that runs keeps what it needs to run; one that is retired stays as it was. */
export async function editControl(
  { tx, org }: Change,
  { id, version }: { id: string; version: number },
  edit: ControlEdit,
): Promise<Result<Done, EditRefusal>> {
  const found = await loadControl(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.version !== version) return refuse({ kind: 'stale', currentVersion: found.version })
  if (found.state === 'retired') return refuse({ kind: 'retired-already' })
  const problems = await findProblems(tx, org, { ...edit, but: id })
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const { reference, ...fields } = edit
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const body: AppliedControl = { ...found, ...given }
  const next = { ...body, ...coverage(body) }
  const lacks = next.state === 'running' ? lacking(next) : []
  if (lacks.length > 0) return refuse({ kind: 'not-ready', problems: lacks })
  await saveControl(tx, org, next, reference)
  return done(id, 'applied-control.edited')
}

/** Says that a planned control runs, since a day up to today. */
export async function startControl(
  it: Change,
  id: string,
  since: string | null,
): Promise<Result<Done, Missing | StartRefusal | { kind: 'in-the-future' }>> {
  const today = asDay(it.now)
  if (since !== null && since > today) return refuse({ kind: 'in-the-future' })
  return await move(it, id, { to: (control) => start(control, since ?? today), fact: 'applied-control.started' })
}

/** Undoes starting. */
export async function putControlBack(
  it: Change,
  id: string,
): Promise<Result<Done, Missing | { kind: 'not-running'; state: ControlState }>> {
  return await move(it, id, { to: putBack, fact: 'applied-control.put-back' })
}

/** Ends a control, with the reason; it stays to be seen and can be brought back. */
export async function retireControl(
  it: Change,
  id: string,
  reason: string,
): Promise<Result<Done, Missing | { kind: 'retired-already' }>> {
  const on = asDay(it.now)
  return await move(it, id, { to: (control) => retire(control, { on, reason }), fact: 'applied-control.retired' })
}

/** Undoes retiring. */
export async function bringControlBack(
  it: Change,
  id: string,
): Promise<Result<Done, Missing | { kind: 'not-retired' }>> {
  return await move(it, id, { to: bringBack, fact: 'applied-control.brought-back' })
}

async function move<Refusal extends { kind: string }>(
  { tx, org }: Change,
  id: string,
  { to, fact }: { to: (control: AppliedControl) => Result<AppliedControl, Refusal>; fact: string },
): Promise<Result<Done, Missing | Refusal>> {
  const found = await loadControl(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  const moved = to(found)
  if (!moved.ok) return moved
  await saveControl(tx, org, moved.value)
  return done(id, fact)
}

export type CheckRefusal =
  | Missing
  | { kind: 'person-needed' }
  | { kind: 'in-the-future' }
  | { kind: 'not-running'; state: ControlState }

/** Records that a person looked whether a running control works, and what they found. */
export async function recordCheck(
  { tx, org, person, now }: Change,
  id: string,
  draft: CheckDraft,
): Promise<Result<Changed<{ id: string; check: string }>, CheckRefusal>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const found = await loadControl(tx, org, id)
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'running') return refuse({ kind: 'not-running', state: found.state })
  if (draft.checkedOn > asDay(now)) return refuse({ kind: 'in-the-future' })
  const check = await insertCheck(tx, org, { ...draft, control: id, by: person })
  return ok({
    value: { id, check },
    facts: [{ type: 'applied-control.checked', subject: subjectRef('applied-control', id) }],
  })
}

/** Takes back a check that was recorded by mistake; history keeps it. */
export async function takeCheckBack(
  { tx, org }: Change,
  at: { control: string; check: string },
): Promise<Result<Done, Missing>> {
  return (await deleteCheck(tx, org, at))
    ? done(at.control, 'applied-control.check-taken-back')
    : refuse({ kind: 'not-found' })
}

function done(id: string, type: string): { ok: true; value: Done } {
  const facts: [Fact] = [{ type, subject: subjectRef('applied-control', id) }]
  return ok({ value: { id }, facts })
}
