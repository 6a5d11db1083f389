import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import { type NamedPerson, peopleWhoMay } from '#rooms/identity/index.ts'
import type { AcceptanceDraft } from './contract.ts'
import { findCriteria } from './criteria-store.ts'
import { accept, type AcceptRefusal, permissions, type Risk } from './model.ts'
import { monthsAfter } from './rows.ts'
import { endAcceptance, insertAcceptance } from './acceptances-store.ts'
import { loadRisk, saveRisk } from './store.ts'

type Problem = { path: string; message: string }
export type AcceptanceRefusal =
  | { kind: 'not-found' }
  | { kind: 'person-needed' }
  | { kind: 'criteria-needed' }
  | { kind: 'expiry-needed'; problems: Problem[] }
  | AcceptRefusal

/** Accepts what is left of a risk until a day, by name. */
export async function acceptRisk(
  it: Change,
  id: string,
  { expiresOn, note }: AcceptanceDraft,
): Promise<Result<Changed<{ id: string }>, AcceptanceRefusal>> {
  const { org, tx, now, person, grants } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const risk = await loadRisk(tx, org, id)
  if (!risk) return refuse({ kind: 'not-found' })
  const criteria = await findCriteria(tx, org, { state: 'approved' })
  if (!criteria) return refuse({ kind: 'criteria-needed' })
  const today = asDay(now)
  const last = monthsAfter(today, criteria.definition.acceptanceMonths)
  if (expiresOn === null || expiresOn <= today || expiresOn > last) {
    const message = `must be a day after today and at most ${criteria.definition.acceptanceMonths} months away (${last})`
    return refuse({ kind: 'expiry-needed', problems: [{ path: 'expiresOn', message }] })
  }
  const manager = grants.has('risks:accept-above-appetite')
  const mayAccept = await whoMayAccept(it, risk)
  const accepted = accept(risk, { person, manager }, { criteria: criteria.id, mayAccept })
  if (!accepted.ok) return accepted
  const { residual } = accepted.value
  if (!residual) throw new Error(`risk ${id} was accepted without a rating of what is left`)
  await saveRisk(tx, org, risk, { state: 'accepted' })
  const aboveAppetite = residual.level === 'not-acceptable'
  await insertAcceptance(tx, org, {
    risk: id,
    rating: residual.id,
    by: person,
    on: today,
    expiresOn,
    aboveAppetite,
    note,
  })
  return ok({
    value: { id },
    facts: [
      { type: aboveAppetite ? 'risk.accepted-above-appetite' : 'risk.accepted', subject: subjectRef('risk', id) },
    ],
  })
}

/** Management, and the owner of the risk where what is left lies within the appetite. */
async function whoMayAccept({ org, tx, now }: Change, risk: Risk): Promise<NamedPerson[]> {
  const today = asDay(now)
  const byRole = permissions['risks:accept-above-appetite']
  const management = await peopleWhoMay(tx, org, { byRole, today })
  if (!risk.owner || risk.residual?.level === 'not-acceptable') return management
  const owner = await tx
    .selectFrom('people')
    .select(['id', 'name'])
    .where('org_id', '=', org)
    .where('id', '=', risk.owner)
    .where('state', '=', 'active')
    .executeTakeFirst()
  const named = owner ? [{ id: owner.id, name: owner.name ?? 'the owner of the risk' }] : []
  return [...named, ...management.filter(({ id }) => id !== risk.owner)]
}

export type WithdrawRefusal = { kind: 'not-found' } | { kind: 'forbidden' } | { kind: 'not-accepted' }

/** Undoes accepting: what is left is rated and waits for acceptance again. */
export async function withdrawAcceptance(
  { org, tx, now, person, grants }: Change,
  id: string,
  reason: string,
): Promise<Result<Changed<{ id: string }>, WithdrawRefusal>> {
  const risk = await loadRisk(tx, org, id)
  if (!risk) return refuse({ kind: 'not-found' })
  const mayAnyway = grants.has('risks:accept-above-appetite')
  if (risk.owner !== person && !mayAnyway) return refuse({ kind: 'forbidden' })
  if (risk.state !== 'accepted') return refuse({ kind: 'not-accepted' })
  await saveRisk(tx, org, risk, { state: 'treated' })
  await endAcceptance(tx, org, id, { on: asDay(now), because: reason })
  return ok({ value: { id }, facts: [{ type: 'risk.acceptance-withdrawn', subject: subjectRef('risk', id) }] })
}
