import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

type Cited = { ref: string; name: string }

/** What readiness asks about the search for unregistered AI: when it was made last, and what of it waits for a decision. */
export async function readDiscoverySituation(
  tx: Transaction,
  org: OrganizationId,
): Promise<{ lastSearchOn: string | null; waiting: { count: number; worst: Cited[] } }> {
  const { rows } = await sql<{ last: string | null; waiting: number; worst: Cited[] }>`
    with staged as (select id, name, created_at from scan_candidates where org_id = ${org} and state = 'staged')
    select (select (max(created_at) at time zone 'UTC')::date from scans where org_id = ${org}) as last,
           (select count(*)::int from staged) as waiting,
           coalesce((select json_agg(json_build_object('ref', 'scan-candidate:' || w.id, 'name', w.name) order by w.created_at, w.id)
             from (select * from staged order by created_at, id limit 5) w), '[]') as worst`.execute(tx)
  const { last = null, waiting = 0, worst = [] } = rows[0] ?? {}
  return { lastSearchOn: last, waiting: { count: waiting, worst } }
}
