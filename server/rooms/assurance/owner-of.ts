import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

/** Who answers for what is measured, where that person is active. */
export async function ownerOf(tx: Transaction, org: OrganizationId, subject: string): Promise<string | null> {
  const [kind = '', id = ''] = subject.split(':')
  const table = kind === 'ai-system' ? 'ai_systems' : 'components'
  const { rows } = await sql<{ owner: string }>`
    select p.id as owner from ${sql.table(table)} s
      join people p on p.org_id = s.org_id and p.id = s.owner_id and p.state = 'active'
     where s.org_id = ${org} and s.id = ${id}::uuid`.execute(tx)
  return rows[0]?.owner ?? null
}
