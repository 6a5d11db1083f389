import { requirementKey } from '@assay/frameworks'
import { sql } from 'kysely'
import type { OpenRisks } from '#rooms/controls/index.ts'

/** Which open risks name which control of Annex A, for the Statement of Applicability. Closed ones name nothing any more. */
export const openRisks: OpenRisks = async (tx, org) => {
  const { rows } = await sql<{ control: string; ref: string; name: string }>`
    select c.control, 'risk:' || r.id as ref, r.title as name
      from risks r cross join lateral unnest(r.controls) c(control)
     where r.org_id = ${org} and r.state <> 'closed' order by r.title, r.id`.execute(tx)
  const byControl = Map.groupBy(rows, ({ control }) => requirementKey('ISO-42001-2023', control))
  return new Map([...byControl].map(([key, named]) => [key, named.map(({ ref, name }) => ({ ref, name }))]))
}
