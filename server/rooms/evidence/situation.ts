import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

type Cited = { ref: string; name: string }
type Attached = { reviewed: Cited[]; signals: Cited[]; expired: number; newestOn: string | null }

const framework = 'requirement:ISO-42001-2023/'
const named = 5

/**
 * What is attached to each requirement of ISO/IEC 42001 and still stands: the newest few that were accepted, the newest few
 * that nobody looked at yet, and how many have expired. What hangs on anything else says nothing about a requirement.
 */
export async function readEvidenceSituation(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<{ byRequirement: Record<string, Attached> }> {
  const { rows } = await sql<Attached & { ref: string }>`
    with attached as (
      select substring(l.subject from ${framework.length + 1}::int) as ref, e.id, e.title, e.state, e.happened_on,
             e.valid_until is null or e.valid_until >= ${today}::date as valid
        from evidence_links l
        join evidence e on e.org_id = l.org_id and e.id = l.evidence_id
       where l.org_id = ${org} and l.subject like ${`${framework}%`}
         and e.state in ('signal', 'reviewed') and e.decision is distinct from 'rejected'),
    ranked as (
      select *, row_number() over (partition by ref, state, valid order by happened_on desc, id desc) as place from attached)
    select ref,
           ${citing('reviewed')} as reviewed,
           ${citing('signal')} as signals,
           (count(*) filter (where not valid))::int as expired,
           max(happened_on) filter (where valid) as "newestOn"
      from ranked group by ref order by ref`.execute(tx)
  return { byRequirement: Object.fromEntries(rows.map(({ ref, ...attached }) => [ref, attached])) }
}

function citing(state: 'reviewed' | 'signal') {
  return sql`coalesce(json_agg(json_build_object('ref', 'evidence:' || id, 'name', title) order by place)
    filter (where valid and state = ${state} and place <= ${named}), '[]')`
}
