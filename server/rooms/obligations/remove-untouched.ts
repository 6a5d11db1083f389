import { sql } from 'kysely'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { obligationRef } from './identify.ts'

/** Takes an obligation out again (history keeps it), unless somebody worked on it since. `fact` says what was undone. */
export async function removeUntouched(
  { tx, org }: Change,
  id: string,
  fact: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'changed-since' }>> {
  const { rows } = await sql<{ untouched: boolean }>`
    select version = 1
       and not exists (select from obligation_links l where l.org_id = o.org_id and l.obligation_id = o.id)
       and not exists (select from party_requirement_links l where l.org_id = o.org_id and l.subject = 'obligation:' || o.id)
       and not exists (select from comments c where c.org_id = o.org_id and c.subject = 'obligation:' || o.id) as untouched
      from obligations o where org_id = ${org} and id = ${id}`.execute(tx)
  if (!rows[0]?.untouched) return refuse({ kind: 'changed-since' })
  await tx.deleteFrom('obligation_systems').where('org_id', '=', org).where('obligation_id', '=', id).execute()
  await tx.deleteFrom('obligations').where('org_id', '=', org).where('id', '=', id).execute()
  return ok({ value: { id }, facts: [{ type: fact, subject: obligationRef(id) }] })
}
