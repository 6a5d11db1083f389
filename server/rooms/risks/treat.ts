import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { createTask } from '#rooms/tasks/index.ts'
import type { EffectivenessCheck, TreatmentDraft } from './contract.ts'
import { unknownControls } from './identify.ts'
import { type Risk, treat, type TreatRefusal, type WrongState } from './model.ts'
import { noCheck } from './rate.ts'
import { raise } from './reassess.ts'
import { countActions, findMissing, loadRisk, saveRisk } from './store.ts'

type Done = Changed<{ id: string }>
type Problem = { path: string; message: string }
type Missing = { kind: 'not-found' } | { kind: 'forbidden' } | { kind: 'person-needed' }
export type TreatmentRefusal = Missing | TreatRefusal | { kind: 'no-such-reference'; problems: Problem[] }

/** Decides what is done about a risk; each action becomes a task of somebody by a day. Decided anew, what is left is rated anew. */
export async function treatRisk(
  it: Change,
  id: string,
  draft: TreatmentDraft,
): Promise<Result<Done, TreatmentRefusal>> {
  const { org, tx, now } = it
  const found = await loaded(it, id)
  if (!found.ok) return found
  const { risk, person } = found.value
  const { option, reason, controls, actions } = draft
  const missing = await findMissing(tx, org, { owners: actions.map(({ owner }) => owner) })
  const problems = actions.flatMap(({ owner }, place) =>
    missing.owners.includes(owner)
      ? [{ path: `actions.${place}.owner`, message: 'does not exist here or is no longer active; choose another' }]
      : [],
  )
  problems.push(...unknownControls(controls))
  if (problems.length > 0) return refuse({ kind: 'no-such-reference', problems })
  const today = asDay(now)
  const planned = actions.length + (await countActions(tx, org, id)).all
  const decided = treat(risk, { option, reason, controls: [...new Set(controls)], by: person, on: today }, planned)
  if (!decided.ok) return decided
  const facts: [Fact, ...Fact[]] = [{ type: 'risk.treatment-decided', subject: subjectRef('risk', id) }]
  for (const { title, owner, dueOn } of actions) {
    const source = `risk-action:${id}:${uuidv7()}`
    const made = await createTask(it, { title, owner, dueOn, detail: '', subject: `risk:${id}`, dependsOn: [], source })
    // owners were checked above, and the subject is this room's own record
    if (!made.ok) throw new Error(`the action of risk ${id} could not be created`)
    facts.push(...made.value.facts)
  }
  await saveRisk(tx, org, risk, {
    state: decided.value.state,
    residual_id: null,
    treatment_option: option,
    treatment_reason: reason,
    treatment_by: person,
    treatment_on: today,
    controls: [...new Set(controls)],
    ...noCheck,
  })
  return ok({ value: { id }, facts })
}

export type CheckRefusal =
  | Missing
  | WrongState
  | { kind: 'actions-open'; open: number }
  | { kind: 'checker-decided-it' }

/**
 * Whether the treatment did what it was for, judged by somebody else than who decided it, once its actions are done. Where it did
 * not, the risk is assessed again.
 */
export async function checkEffectiveness(
  it: Change,
  id: string,
  { result, note }: EffectivenessCheck,
): Promise<Result<Done, CheckRefusal>> {
  const { org, tx, now } = it
  const found = await loaded(it, id)
  if (!found.ok) return found
  const { risk, person } = found.value
  if (risk.state !== 'treated' && risk.state !== 'accepted') return refuse({ kind: 'wrong-state', state: risk.state })
  if (risk.treatment.by === person) return refuse({ kind: 'checker-decided-it' })
  const { open } = await countActions(tx, org, id)
  if (open > 0) return refuse({ kind: 'actions-open', open })
  const today = asDay(now)
  const checked = { checked_on: today, checked_by: person, check_result: result, check_note: note }
  await saveRisk(tx, org, risk, checked)
  const facts: [Fact, ...Fact[]] = [
    {
      type: result === 'effective' ? 'risk.treatment-found-effective' : 'risk.treatment-found-wanting',
      subject: subjectRef('risk', id),
    },
  ]
  if (result === 'not-effective')
    facts.push(...(await raise(it, { risk: id, kind: 'not-effective', cause: null, note, on: today })))
  return ok({ value: { id }, facts })
}

async function loaded(
  { org, tx, grants, person }: Change,
  id: string,
): Promise<Result<{ risk: Risk; person: string }, Missing>> {
  if (!person) return refuse({ kind: 'person-needed' })
  const risk = await loadRisk(tx, org, id)
  if (!risk) return refuse({ kind: 'not-found' })
  return grants.allows('risks:edit', { owner: risk.owner }) ? ok({ risk, person }) : refuse({ kind: 'forbidden' })
}
