import { sql } from 'kysely'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'

/** Takes a risk out again that was imported or carried over (history keeps it), unless somebody worked on it since. */
export async function removeUntouched(
  { tx, org }: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'changed-since' }>> {
  const { rows } = await sql<{ untouched: boolean }>`
    select version = 1
       and not exists (select from risk_ratings g where g.org_id = r.org_id and g.risk_id = r.id)
       and not exists (select from risk_triggers t where t.org_id = r.org_id and t.risk_id = r.id)
       and not exists (select from party_requirement_links l where l.org_id = r.org_id and l.subject = 'risk:' || r.id)
       and not exists (select from comments c where c.org_id = r.org_id and c.subject = 'risk:' || r.id) as untouched
      from risks r where org_id = ${org} and id = ${id}`.execute(tx)
  if (!rows[0]?.untouched) return refuse({ kind: 'changed-since' })
  await tx.deleteFrom('risk_systems').where('org_id', '=', org).where('risk_id', '=', id).execute()
  await tx.deleteFrom('risks').where('org_id', '=', org).where('id', '=', id).execute()
  return ok({ value: { id }, facts: [{ type: 'risk.identification-undone', subject: subjectRef('risk', id) }] })
}
