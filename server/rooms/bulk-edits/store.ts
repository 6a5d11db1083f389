import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { BulkEditView } from './contract.ts'

export type NewRow = { record: string; before: unknown; versionAfter: number }

/** Notes one change of many and what each record said before. */
export async function insertEdit(
  tx: Transaction,
  org: OrganizationId,
  edit: { list: string; change: string; given: unknown; by: string; rows: readonly NewRow[] },
): Promise<string> {
  const id = uuidv7()
  const { list, change, given, by, rows } = edit
  await tx
    .insertInto('list_edits')
    .values({ org_id: org, id, list, change, given: JSON.stringify(given), done_by: by })
    .execute()
  await tx
    .insertInto('list_edit_rows')
    .values(
      rows.map(({ record, before, versionAfter }) => ({
        org_id: org,
        id: uuidv7(),
        edit_id: id,
        record_id: record,
        before: JSON.stringify(before),
        version_after: versionAfter,
      })),
    )
    .execute()
  return id
}

export async function loadEdit(tx: Transaction, org: OrganizationId, id: string) {
  return await tx
    .selectFrom('list_edits')
    .select(['list', 'change', 'state'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function loadRows(tx: Transaction, org: OrganizationId, edit: string) {
  return await tx
    .selectFrom('list_edit_rows')
    .select(['id', 'record_id', 'before', 'version_after'])
    .where('org_id', '=', org)
    .where('edit_id', '=', edit)
    .where('state', '=', 'done')
    .orderBy('id')
    .execute()
}

export async function closeEdit(
  tx: Transaction,
  org: OrganizationId,
  edit: string,
  rows: { undone: readonly string[]; kept: readonly string[] },
): Promise<void> {
  for (const state of ['undone', 'kept'] as const) {
    await tx
      .updateTable('list_edit_rows')
      .set({ state })
      .where('org_id', '=', org)
      .where('id', '=', sql<string>`any(${rows[state]}::uuid[])`)
      .execute()
  }
  await tx.updateTable('list_edits').set({ state: 'undone' }).where('org_id', '=', org).where('id', '=', edit).execute()
}

/** The changes of many, newest first; of one list where it is named. `lists` are those that the asker may change. */
export async function listEdits(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { list?: string | undefined; lists: readonly string[] },
): Promise<Page<BulkEditView>> {
  const count = (state: string) => sql<number>`(select count(*)::int from list_edit_rows r
    where r.org_id = e.org_id and r.edit_id = e.id and (${state} = '' or r.state = ${state}))`
  const edits = tx
    .selectFrom('list_edits as e')
    .where('e.org_id', '=', org)
    .where('e.list', '=', sql<string>`any(${query.lists}::text[])`)
    .$if(query.list !== undefined, (it) => it.where('e.list', '=', query.list ?? ''))
    .select(['e.id', 'e.list', 'e.change', 'e.given', 'e.state', 'e.created_at'])
    .select([count('').as('rows'), count('kept').as('kept'), nameOf('e.done_by').as('done_by')])
  const page = await readPage(edits, query, { orders: { doneAt: 'e.created_at' }, fallback: '-doneAt', id: 'e.id' })
  return {
    ...page,
    items: page.items.map(({ given, state, done_by, created_at, ...edit }) => ({
      ...edit,
      given: given as Record<string, unknown>,
      state: state === 'undone' ? 'undone' : 'done',
      doneBy: done_by ?? '',
      doneAt: created_at,
    })),
  }
}

/** Who did it by name: a person, or the key of a machine. */
function nameOf(column: string) {
  const actor = sql.ref(column)
  return sql<string | null>`case
    when ${actor} like 'person:%' then (select p.name from people p where p.org_id = e.org_id and p.id::text = substring(${actor} from 8))
    when ${actor} like 'machine:%' then (select k.name from api_keys k where k.org_id = e.org_id and k.id::text = substring(${actor} from 9))
    end`
}
