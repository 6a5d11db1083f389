import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { NamedRef } from './parts.ts'

/** Which AI systems applied controls cover: whether any covers the whole organization, and those that cover systems one by one. */
export async function readCoverage(
  tx: Transaction,
  org: OrganizationId,
): Promise<{ organizationWide: boolean; controls: (NamedRef & { systems: NamedRef[] })[] }> {
  const { rows } = await sql<{ id: string; name: string; scope: string; systems: NamedRef[] }>`
    select c.id, c.name, c.scope, coalesce((select json_agg(json_build_object('ref', 'ai-system:' || s.id, 'name', s.name)
          order by s.name, s.id) from applied_control_systems x
          join ai_systems s on s.org_id = x.org_id and s.id = x.system_id
         where x.org_id = c.org_id and x.control_id = c.id), '[]') as systems
      from applied_controls c where c.org_id = ${org} and c.state <> 'retired' order by c.name, c.id`.execute(tx)
  return {
    organizationWide: rows.some(({ scope }) => scope === 'organization'),
    controls: rows.map(({ id, name, systems }) => ({ ref: `applied-control:${id}`, name, systems })),
  }
}
