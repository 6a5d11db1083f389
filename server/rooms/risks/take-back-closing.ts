import { sql } from 'kysely'
import { type OrganizationId, parseSubject, type SubjectRef, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { reopenAsItWas, type TakeBackRefusal } from './model.ts'
import { reviveAcceptance } from './acceptances-store.ts'
import { closedFrom, loadRisk, saveRisk } from './store.ts'
import { systemsBehind, watched } from './watched.ts'

/**
 * Undoes closing: the risk stands where it stood, rated, treated and accepted as it was. To assess it anew instead, it is
 * opened again with a reason.
 */
export async function takeBackClosing(
  { org, tx, grants }: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-found' } | { kind: 'forbidden' } | TakeBackRefusal>> {
  const risk = await loadRisk(tx, org, id)
  if (!risk) return refuse({ kind: 'not-found' })
  if (!grants.allows('risks:edit', { owner: risk.owner })) return refuse({ kind: 'forbidden' })
  const stood = reopenAsItWas(risk, { from: await closedFrom(tx, org, id), calledFor: await isCalledFor(tx, org, id) })
  if (!stood.ok) return stood
  await saveRisk(tx, org, risk, { state: stood.value, closed_on: null, closed_reason: null, closed_from: null })
  if (stood.value === 'accepted') await reviveAcceptance(tx, org, id)
  return ok({ value: { id }, facts: [{ type: 'risk.closing-taken-back', subject: subjectRef('risk', id) }] })
}

/**
 * Whether something happened to an AI system of the risk that would have called for a new assessment, had the risk not been
 * closed: nobody watches for a closed one.
 */
async function isCalledFor(tx: Transaction, org: OrganizationId, id: string): Promise<boolean> {
  const { rows: facts } = await sql<{ type: string; subject: SubjectRef }>`
    select distinct f.type, f.subject from facts f
     where f.org_id = ${org} and f.type = any(${Object.keys(watched)}::text[])
       and f.seq > (select max(c.seq) from facts c
                     where c.org_id = ${org} and c.subject = ${subjectRef('risk', id)} and c.type = 'risk.closed')
     order by 1, 2`.execute(tx)
  if (facts.length === 0) return false
  const linked = await tx
    .selectFrom('risk_systems')
    .select('system_id')
    .where('org_id', '=', org)
    .where('risk_id', '=', id)
    .execute()
  const own = new Set(linked.map((one) => one.system_id))
  for (const { type, subject } of facts) {
    const holds = (await watched[type]?.holds?.({ tx, org, id: parseSubject(subject).id })) ?? true
    if (holds && (await systemsBehind(tx, org, subject)).some((system) => own.has(system))) return true
  }
  return false
}
