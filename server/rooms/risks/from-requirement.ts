import { sql } from 'kysely'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { carryOver, type CarryRefusal, takeBack } from '#rooms/organization/index.ts'
import { RiskDraft } from './contract.ts'
import { identifyRisk, type IdentifyRefusal } from './identify.ts'

type Done<Refusal> = Promise<Result<Changed<{ id: string }>, Refusal>>

/** Carries what an interested party requires over as the risk of not meeting it (4.2, 6.1.1); who carries it over names it. */
export async function identifyFromRequirement(
  it: Change,
  { requirement, title }: { requirement: string; title: string },
): Done<IdentifyRefusal | CarryRefusal> {
  return await carryOver(it, { requirement, kind: 'risk' }, ({ statement, party }) =>
    identifyRisk(it, RiskDraft.parse({ title, source: `${party}: ${statement}` })),
  )
}

/** Takes it back, as long as nobody worked on the risk that came of it. */
export async function undoFromRequirement(
  it: Change,
  id: string,
): Done<{ kind: 'not-found' } | { kind: 'changed-since' }> {
  return await takeBack(it, { subject: subjectRef('risk', id) }, () => removeUntouched(it, id))
}

async function removeUntouched({ tx, org }: Change, id: string): Done<{ kind: 'changed-since' }> {
  const { rows } = await sql<{ untouched: boolean }>`
    select version = 1 and state = 'identified'
       and not exists (select from risk_ratings g where g.org_id = r.org_id and g.risk_id = r.id)
       and not exists (select from risk_triggers t where t.org_id = r.org_id and t.risk_id = r.id)
       and not exists (select from party_requirement_links l where l.org_id = r.org_id and l.subject = 'risk:' || r.id)
       and not exists (select from comments c where c.org_id = r.org_id and c.subject = 'risk:' || r.id) as untouched
      from risks r where org_id = ${org} and id = ${id}`.execute(tx)
  if (!rows[0]?.untouched) return refuse({ kind: 'changed-since' })
  await tx.deleteFrom('risks').where('org_id', '=', org).where('id', '=', id).execute()
  return ok({ value: { id }, facts: [{ type: 'risk.identification-undone', subject: subjectRef('risk', id) }] })
}
