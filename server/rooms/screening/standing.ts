import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'

/** Whether the question was ever answered to the end, and how many triggers ask to answer it again. */
export async function readScreeningStanding(
  tx: Transaction,
  org: OrganizationId,
): Promise<{ concluded: boolean; openTriggers: number }> {
  const { rows } = await sql<{ concluded: boolean; open: number }>`
    select exists (select from screenings where org_id = ${org} and state = 'concluded') as concluded,
           (select count(*) from screening_triggers where org_id = ${org} and state = 'raised') as open`.execute(tx)
  const { concluded = false, open = 0 } = rows[0] ?? {}
  return { concluded, openTriggers: Number(open) }
}
