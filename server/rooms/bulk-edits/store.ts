import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { BulkEditView } from './contract.ts'

export type NewRow = { record: string; before: unknown; versionAfter: number }

export type NewEdit = { list: string; change: string; given: unknown; by: string }

/** Notes one change of many. */
export async function insertEdit(
  tx: Transaction,
  org: OrganizationId,
  { list, change, given, by }: NewEdit,
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('list_edits')
    .values({ org_id: org, id, list, change, given: JSON.stringify(given), done_by: by })
    .execute()
  return id
}

/** Notes what each record said before. */
export async function insertRows(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  rows: readonly NewRow[],
): Promise<void> {
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
}

export async function loadEdit(tx: Transaction, org: OrganizationId, id: string) {
  return await tx
    .selectFrom('list_edits')
    .select(['list', 'change', 'given', 'state', 'ordered', 'asked_by'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What can be taken back, the last first: what waited for another is taken back before it. */
export async function loadRows(tx: Transaction, org: OrganizationId, edit: string, most: number) {
  return await tx
    .selectFrom('list_edit_rows')
    .select(['id', 'record_id', 'before', 'version_after'])
    .where('org_id', '=', org)
    .where('edit_id', '=', edit)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

/** How many rows can still be taken back. */
export async function countDone(tx: Transaction, org: OrganizationId, edit: string): Promise<number> {
  const { count } = await tx
    .selectFrom('list_edit_rows')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('org_id', '=', org)
    .where('edit_id', '=', edit)
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow()
  return count
}

export async function markRows(
  tx: Transaction,
  org: OrganizationId,
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
}

/** Moves the whole on; `asked` says who has its later work done. */
export async function saveState(
  tx: Transaction,
  org: OrganizationId,
  edit: string,
  to: { state: BulkEditView['state']; asked?: Asked },
): Promise<void> {
  const { state, asked } = to
  await tx
    .updateTable('list_edits')
    .set({ state, ...(asked && { asked_by: JSON.stringify(asked.by), job_id: asked.job, ordered: asked.rows }) })
    .where('org_id', '=', org)
    .where('id', '=', edit)
    .execute()
}

export type Asked = { by: { actor: string; scopes: readonly string[] | null }; job: string; rows?: number }

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
    .select(left.as('left'))
  const page = await readPage(edits, query, { orders: { doneAt: 'e.created_at' }, fallback: '-doneAt', id: 'e.id' })
  return {
    ...page,
    items: page.items.map(({ given, state, done_by, created_at, ...edit }) => ({
      ...edit,
      given: given as Record<string, unknown>,
      state: asState(state),
      doneBy: done_by ?? '',
      doneAt: created_at,
    })),
  }
}

// what waits is kept without a past, so it is counted by what was reached
const left = sql<number>`coalesce(e.ordered, 0) - case when e.ordered is null then 0 else (select count(*)::int
  from list_edit_rows r where r.org_id = e.org_id and r.edit_id = e.id) end`

export function asState(state: string): BulkEditView['state'] {
  if (state === 'under-way' || state === 'done' || state === 'stopped') return state
  if (state === 'undoing' || state === 'undone') return state
  throw new Error(`a change of many rows cannot be ${state}`)
}

/** Who did it by name: a person, or the key of a machine. */
function nameOf(column: string) {
  const actor = sql.ref(column)
  return sql<string | null>`case
    when ${actor} like 'person:%' then (select p.name from people p where p.org_id = e.org_id and p.id::text = substring(${actor} from 8))
    when ${actor} like 'machine:%' then (select k.name from api_keys k where k.org_id = e.org_id and k.id::text = substring(${actor} from 9))
    end`
}
