import type { OrganizationId } from '#kernel/id.ts'
import type { Pool } from 'pg'
import { withClient } from './database/change.ts'
import { onConnection, type Transaction } from './database/transaction.ts'

/**
 * Runs `work` in a short transaction that speaks for one organization. For operational tables alone: the database
 * refuses a write to a record outside of a change.
 */
export async function inOrganization<Value>(
  pool: Pool,
  org: OrganizationId,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  return await withClient(pool, async (client) => {
    await client.query('begin')
    await client.query(`select set_config('app.org', $1, true)`, [org])
    const value = await work(onConnection(client))
    await client.query('commit')
    return value
  })
}
