import { type RawBuilder, sql } from 'kysely'

/**
 * When the content of file `f` may go by the setting `s`, or null. Frozen references hold no rows and stay; what an open plan is compared
 * with stays too, since without it the plan could not be run any more.
 */
export function keptUntil(): RawBuilder<Date | null> {
  return sql<Date | null>`case
    when s.keep_days is null or f.blob_id is null or f.frozen_seq is not null then null
    when exists (select from measurement_plans p where p.org_id = f.org_id and p.reference_id = f.id and p.state in ('draft', 'approved')) then null
    else coalesce(f.brought_at, f.created_at) + make_interval(days => s.keep_days) end`
}
