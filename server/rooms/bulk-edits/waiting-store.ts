import { sql } from 'kysely'
import { z } from 'zod'
import { Said } from '#kernel/said.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { alreadySo, changedSince, gone } from './model.ts'

/** A row that was tried and not changed, and why. */
export type Left = { id: string; why: string; says: readonly Said[] }
type Row = { id: string; version: number }

/** Rows that a change of many has yet to reach, in the order in which they were chosen. */
export async function insertWaiting(
  tx: Transaction,
  org: OrganizationId,
  edit: string,
  rows: readonly Row[],
): Promise<void> {
  await sql`insert into list_edit_waiting (org_id, edit_id, record_id, version_seen, place)
    select ${org}, ${edit}, r.id, r.version, r.place
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ version }) => version)}::int[])
           with ordinality as r (id, version, place)`.execute(tx)
}

export async function nextWaiting(tx: Transaction, org: OrganizationId, edit: string, most: number): Promise<Row[]> {
  return await tx
    .selectFrom('list_edit_waiting')
    .select(['record_id as id', 'version_seen as version'])
    .where('org_id', '=', org)
    .where('edit_id', '=', edit)
    .where('why', 'is', null)
    .orderBy('place')
    .limit(most)
    .execute()
}

/** How many were not tried yet. */
export async function countWaiting(tx: Transaction, org: OrganizationId, edit: string): Promise<number> {
  const { count } = await tx
    .selectFrom('list_edit_waiting')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('org_id', '=', org)
    .where('edit_id', '=', edit)
    .where('why', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Those that were changed wait no more; those that were not stay, with the reason. */
export async function settle(
  tx: Transaction,
  org: OrganizationId,
  edit: string,
  { changed, left }: { changed: readonly string[]; left: readonly Left[] },
): Promise<void> {
  await tx
    .deleteFrom('list_edit_waiting')
    .where('org_id', '=', org)
    .where('edit_id', '=', edit)
    .where('record_id', '=', sql<string>`any(${changed}::uuid[])`)
    .execute()
  await sql`update list_edit_waiting w set why = r.why, says = r.says::jsonb
    from unnest(${left.map(({ id }) => id)}::uuid[], ${left.map(({ why }) => why)}::text[],
                ${left.map(({ says }) => JSON.stringify(says))}::text[]) as r (id, why, says)
   where w.org_id = ${org} and w.edit_id = ${edit} and w.record_id = r.id`.execute(tx)
}

/** Whoever was refused by the rules of its room is tried again: it may have waited for another row. */
export async function tryAgain(tx: Transaction, org: OrganizationId, edit: string): Promise<void> {
  await tx
    .updateTable('list_edit_waiting')
    .set({ why: null })
    .where('org_id', '=', org)
    .where('edit_id', '=', edit)
    .where('why', 'not in', [gone, changedSince, alreadySo])
    .execute()
}

/** Rows that were chosen and not changed; those without a reason were not reached. */
export async function listWaiting(
  tx: Transaction,
  org: OrganizationId,
  { edit, after, limit }: { edit: string; after: number; limit: number },
): Promise<{ rows: { id: string; place: number; why: string | null; says: Said[] }[]; total: number }> {
  const all = tx.selectFrom('list_edit_waiting').where('org_id', '=', org).where('edit_id', '=', edit)
  const rows = await all
    .select(['record_id as id', 'place', 'why', 'says'])
    .where('place', '>', after)
    .orderBy('place')
    .limit(limit)
    .execute()
  const { count } = await all.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
  return { rows: rows.map((row) => ({ ...row, says: z.array(Said).parse(row.says) })), total: count }
}
