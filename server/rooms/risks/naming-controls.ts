import { sql } from 'kysely'
import type { OrganizationId, SubjectRef } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

/** A risk that is not closed and names a control of Annex A by its id, such as `A.6.2.4`. */
export type NamingRisk = { control: string; ref: SubjectRef; name: string }

/** Every control that an open risk names, with that risk. Closed ones name nothing any more. */
export async function risksNamingControls(tx: Transaction, org: OrganizationId): Promise<NamingRisk[]> {
  const { rows } = await sql<NamingRisk>`
    select c.control, 'risk:' || r.id as ref, r.title as name
      from risks r cross join lateral unnest(r.controls) c(control)
     where r.org_id = ${org} and r.state <> 'closed' order by r.title, r.id`.execute(tx)
  return rows
}
