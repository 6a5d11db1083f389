import { sql } from 'kysely'
import { parseSubject, type SubjectRef, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import { asDay } from '#platform/today.ts'
import type { Calling } from './contract.ts'
import { close, reopen, type TriggerKind, type WrongState } from './model.ts'
import { endAcceptance } from './acceptances-store.ts'
import { loadRisk, saveRisk } from './store.ts'
import { insertTrigger, type NewTrigger } from './triggers-store.ts'
import { hasSupplier, systemsBehind, watched } from './watched.ts'

type Done = Changed<{ id: string }>
type Missing = { kind: 'not-found' } | { kind: 'forbidden' }

/** Somebody says why a risk has to be assessed again; a closed one too. */
export async function reopenRisk(
  { org, tx, now, grants }: Change,
  id: string,
  { kind, reason }: Calling,
): Promise<Result<Done, Missing | WrongState>> {
  const risk = await loadRisk(tx, org, id)
  if (!risk) return refuse({ kind: 'not-found' })
  if (!grants.allows('risks:edit', { owner: risk.owner })) return refuse({ kind: 'forbidden' })
  const open = reopen(risk)
  if (!open.ok) return open
  const today = asDay(now)
  await saveRisk(tx, org, risk, { state: 'identified', closed_on: null, closed_reason: null, closed_from: null })
  await endAcceptance(tx, org, id, { on: today, because: reason })
  await insertTrigger(tx, org, { risk: id, kind, cause: null, note: reason, on: today })
  return ok({ value: { id }, facts: [{ type: 'risk.reopened', subject: subjectRef('risk', id) }] })
}

/** A risk that no longer is one: the system is gone, or it was part of another. It stays to be seen, with the reason. */
export async function closeRisk(
  { org, tx, now, grants }: Change,
  id: string,
  reason: string,
): Promise<Result<Done, Missing | WrongState>> {
  const risk = await loadRisk(tx, org, id)
  if (!risk) return refuse({ kind: 'not-found' })
  if (!grants.allows('risks:edit', { owner: risk.owner })) return refuse({ kind: 'forbidden' })
  const closed = close(risk)
  if (!closed.ok) return closed
  const today = asDay(now)
  await saveRisk(tx, org, risk, { state: 'closed', closed_on: today, closed_reason: reason, closed_from: risk.state })
  await endAcceptance(tx, org, id, { on: today, because: reason })
  return ok({ value: { id }, facts: [{ type: 'risk.closed', subject: subjectRef('risk', id) }] })
}

/** Notes why a risk has to be assessed again and takes it back to that; nothing where the same reason stands open already. */
export async function raise({ org, tx }: Change, trigger: NewTrigger): Promise<Fact[]> {
  if (!(await insertTrigger(tx, org, trigger))) return []
  const risk = await loadRisk(tx, org, trigger.risk)
  const open = risk && risk.state !== 'closed' ? reopen(risk) : undefined
  if (risk && open?.ok) {
    await saveRisk(tx, org, risk, { state: 'identified' })
    await endAcceptance(tx, org, trigger.risk, { on: trigger.on, because: because[trigger.kind] })
  }
  return [{ type: 'risk.reassessment-called-for', subject: subjectRef('risk', trigger.risk) }]
}

const because: Record<TriggerKind, string> = {
  'system-changed': 'the AI system changed',
  'component-changed': 'a component of the AI system changed',
  'supplier-changed': 'something changed at a supplier',
  incident: 'there was an incident',
  'measurement-failed': 'a measurement broke a limit',
  'review-due': 'the review was due',
  'acceptance-expired': 'it expired',
  'not-effective': 'the treatment did not work',
  'by-hand': 'somebody asked for a new assessment',
}

export const watchedFacts: readonly string[] = Object.keys(watched)
export const riskWatchQueue = 'risks-watch'

type Quiet = { kind: 'nothing-to-do' }

/**
 * One fact of another room opens the assessed risks of the AI systems that it is about; where one is open already, the reason is
 * added. Run again, it finds the reason there.
 */
export async function watchFact(
  it: Change,
  { type, subject }: { type: string; subject: SubjectRef },
): Promise<Result<Changed<{ raised: number }>, Quiet>> {
  const { org, tx, now } = it
  const watch = watched[type]
  if (!watch) return refuse({ kind: 'nothing-to-do' })
  const { holds, note } = watch
  if (holds && !(await holds({ tx, org, id: parseSubject(subject).id }))) return refuse({ kind: 'nothing-to-do' })
  const bySupplier = watch.kind === 'component-changed' && (await hasSupplier(tx, org, subject))
  const kind = bySupplier ? 'supplier-changed' : watch.kind
  const systems = await systemsBehind(tx, org, subject)
  const { rows } = await sql<{ id: string }>`
    select r.id from risks r
     where r.org_id = ${org} and r.state <> 'closed' and r.inherent_id is not null
       and exists (select from risk_systems s
                    where s.org_id = r.org_id and s.risk_id = r.id and s.system_id = any(${systems}::uuid[]))
     order by r.id`.execute(tx)
  const facts: Fact[] = []
  for (const { id } of rows) facts.push(...(await raise(it, { risk: id, kind, note, cause: subject, on: asDay(now) })))
  return outcome(facts)
}

/** Every day: reviews that are due and acceptances that have expired. */
export async function remindOfReassessment(it: Change): Promise<Result<Changed<{ raised: number }>, Quiet>> {
  const { org, tx, now } = it
  const today = asDay(now)
  const { rows } = await sql<{ id: string; kind: 'acceptance-expired' | 'review-due'; day: string }>`
    select r.id, 'acceptance-expired' as kind, a.expires_on as day
      from risks r join risk_acceptances a on a.org_id = r.org_id and a.risk_id = r.id and a.ended_on is null
     where r.org_id = ${org} and r.state = 'accepted' and a.expires_on < ${today}::date
    union all
    select r.id, 'review-due', r.review_due_on from risks r
     where r.org_id = ${org} and r.state <> 'closed' and r.review_due_on < ${today}::date
       and not exists (select from risk_triggers t where t.org_id = r.org_id and t.risk_id = r.id
                        and t.kind = 'review-due' and t.answered_on is null)
    order by 1, 2`.execute(tx)
  const facts: Fact[] = []
  for (const { id, kind, day } of rows) {
    const note = kind === 'review-due' ? `The review was due on ${day}.` : `The acceptance expired on ${day}.`
    facts.push(...(await raise(it, { risk: id, kind, cause: null, note, on: today })))
  }
  return outcome(facts)
}

function outcome(facts: Fact[]): Result<Changed<{ raised: number }>, Quiet> {
  const [first, ...rest] = facts
  return first ? ok({ value: { raised: facts.length }, facts: [first, ...rest] }) : refuse({ kind: 'nothing-to-do' })
}
