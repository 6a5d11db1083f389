import { type RawBuilder, sql } from 'kysely'

// Set-based pieces of SQL about an applied control `c`, shared by lists, rows and the situation.

export const lastCheckOf = sql<{ last_on: string; last_outcome: string }>`
  (select k.checked_on as last_on, k.outcome as last_outcome from applied_control_checks k
    where k.org_id = c.org_id and k.control_id = c.id
    order by k.checked_on desc, k.created_at desc, k.id desc limit 1)`

/** Accepted evidence of the control that is valid on this day. */
export function evidenceOf(today: string): RawBuilder<number> {
  return sql<number>`(select count(*)::int from evidence_links l
    join evidence e on e.org_id = l.org_id and e.id = l.evidence_id
    where l.org_id = c.org_id and l.subject = 'applied-control:' || c.id
      and e.state = 'reviewed' and e.decision = 'accepted'
      and (e.valid_until is null or e.valid_until >= ${today}::date))`
}

/** The day by which a running control has to be checked next. */
export const dueOf = sql<string | null>`case when c.state = 'running' then
  (coalesce(k.last_on, c.running_since) + make_interval(months => c.check_months))::date end`
