import { sql } from 'kysely'
import type { Signatory } from '#platform/lists/index.ts'

/** The organization, and who acts: a person or a key by name. */
export const signatory: Signatory = async (tx, org, actor) => {
  const id = actor.slice(actor.indexOf(':') + 1)
  const { rows } = await sql<{ organization: string; by: string | null }>`
    select o.name as organization, case
      when ${actor} like 'person:%' then (select p.name from people p where p.org_id = ${org} and p.id::text = ${id})
      when ${actor} like 'machine:%' then (select k.name from api_keys k where k.org_id = ${org} and k.id::text = ${id})
      end as by
    from organizations o where o.org_id = ${org}`.execute(tx)
  const [found] = rows
  return { organization: found?.organization ?? '', by: found?.by ?? actor }
}
