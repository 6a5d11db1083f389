import type { Pool } from 'pg'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { inOrganization } from '#platform/operational.ts'

/** Up to which entry this person has seen what changed; 0 before the first visit. */
export async function readLastSeen(tx: Transaction, org: OrganizationId, person: string): Promise<number> {
  const mark = await tx
    .selectFrom('read_marks')
    .select('seen_seq')
    .where('org_id', '=', org)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return mark?.seen_seq ?? 0
}

/**
 * Notes what a person has seen, at most up to the newest entry; gives back what was noted before, so that it can be set
 * back. A read mark has no history: it says something about the reader and nothing about a record.
 */
export async function markSeen(
  pool: Pool,
  org: OrganizationId,
  person: string,
  seq: number,
): Promise<{ seen: number; before: number }> {
  return await inOrganization(pool, org, async (tx) => {
    const before = await readLastSeen(tx, org, person)
    const log = await tx.selectFrom('organization_logs').select('size').where('org_id', '=', org).executeTakeFirst()
    const seen = Math.min(seq, log?.size ?? 0)
    await tx
      .insertInto('read_marks')
      .values({ org_id: org, person_id: person, seen_seq: seen })
      .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet({ seen_seq: seen }))
      .execute()
    return { seen, before }
  })
}

/** How many entries others have made since. */
export async function countEntriesSince(
  tx: Transaction,
  org: OrganizationId,
  since: number,
  actor: string,
): Promise<number> {
  const counted = await tx
    .selectFrom('entries')
    .select(({ fn }) => fn.countAll<number>().as('entries'))
    .where('org_id', '=', org)
    .where('seq', '>', since)
    .where('actor', '<>', actor)
    .executeTakeFirstOrThrow()
  return Number(counted.entries)
}
