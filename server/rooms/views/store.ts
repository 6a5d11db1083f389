import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { SavedView, ViewDraft, ViewEdit, ViewFilter } from './contract.ts'

const kept = ['id', 'person_id', 'list', 'page', 'name', 'query', 'columns', 'changed_at'] as const

/** One view as it is kept, without the name of its owner. */
export type Kept = Awaited<ReturnType<typeof findOwn>>

type Looking = { tx: Transaction; org: OrganizationId; person: string | null; past: boolean }

/** The views of one list: one's own (which have no past) and those of everybody, by name. */
export async function listViews(
  { tx, org, person, past }: Looking,
  filter: ViewFilter & PageQuery,
): Promise<Page<SavedView>> {
  const shared = tx
    .selectFrom('shared_views')
    .select([...kept, sql<boolean>`true`.as('shared')])
    .where('org_id', '=', org)
    .where('state', '=', 'shared')
  const own = tx
    .selectFrom('own_views')
    .select([...kept, sql<boolean>`false`.as('shared')])
    .where('org_id', '=', org)
    .where('person_id', '=', person)
  let views = tx
    .selectFrom((past || person === null ? shared : shared.unionAll(own)).as('v'))
    .innerJoin('people as p', (join) => join.on('p.org_id', '=', org).onRef('p.id', '=', 'v.person_id'))
    .where('v.list', '=', filter.list)
    .select(['v.id', 'v.list', 'v.page', 'v.name', 'v.query', 'v.columns', 'v.changed_at', 'v.shared'])
    .select(['v.person_id', 'p.name as owner_name'])
  if (filter.page !== undefined) views = views.where('v.page', '=', filter.page)
  const found = await readPage(views, filter, { orders: { name: 'v.name' }, fallback: 'name', id: 'v.id' })
  return {
    ...found,
    items: found.items.map(({ query, changed_at, person_id, owner_name, ...view }) => ({
      ...view,
      query: asQuery(query),
      owner: { id: person_id, name: owner_name ?? 'Erased person' },
      changedAt: changed_at,
    })),
  }
}

export async function findOwn(tx: Transaction, org: OrganizationId, person: string, id: string) {
  return await tx
    .selectFrom('own_views')
    .select(kept)
    .where('org_id', '=', org)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function findShared(tx: Transaction, org: OrganizationId, id: string) {
  return await tx
    .selectFrom('shared_views')
    .select([...kept, 'state'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function countOwn(tx: Transaction, org: OrganizationId, person: string): Promise<number> {
  const { count } = await tx
    .selectFrom('own_views')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('org_id', '=', org)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Named = Pick<ViewDraft, 'list' | 'page' | 'name'>

/** Whether another of the person's own views of this list has the name. */
export async function isOwnNameTaken(
  tx: Transaction,
  org: OrganizationId,
  person: string,
  { list, page, name }: Named,
  except: string | null = null,
): Promise<boolean> {
  const found = await tx
    .selectFrom('own_views')
    .select('id')
    .where('org_id', '=', org)
    .where('person_id', '=', person)
    .where('list', '=', list)
    .where('page', '=', page)
    .where('name', '=', name)
    .executeTakeFirst()
  return found !== undefined && found.id !== except
}

export async function isSharedNameTaken(tx: Transaction, org: OrganizationId, { list, page, name }: Named) {
  const found = await tx
    .selectFrom('shared_views')
    .select('id')
    .where('org_id', '=', org)
    .where('state', '=', 'shared')
    .where('list', '=', list)
    .where('page', '=', page)
    .where('name', '=', name)
    .executeTakeFirst()
  return found !== undefined
}

/** Keeps a view; false where another of that name came first, since one's own views are written without a lock. */
export async function insertOwn(
  tx: Transaction,
  org: OrganizationId,
  person: string,
  { id, query, ...view }: Omit<ViewDraft, 'query'> & { id: string; query: unknown },
): Promise<boolean> {
  const kept = await tx
    .insertInto('own_views')
    .values({ ...view, org_id: org, id, person_id: person, query: JSON.stringify(query) })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id', 'list', 'page', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

export async function updateOwn(tx: Transaction, org: OrganizationId, id: string, edit: ViewEdit): Promise<void> {
  const { name, query, columns } = edit
  await tx
    .updateTable('own_views')
    .set({
      changed_at: sql`now()`,
      ...(name !== undefined && { name }),
      ...(query && { query: JSON.stringify(query) }),
      ...(columns && { columns }),
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
}

export async function deleteOwn(tx: Transaction, org: OrganizationId, id: string): Promise<void> {
  await tx.deleteFrom('own_views').where('org_id', '=', org).where('id', '=', id).execute()
}

/** The own views of a person who is erased: their names may say something about that person. */
export async function forgetViewsOf(tx: Transaction, org: OrganizationId, person: string): Promise<void> {
  await tx.deleteFrom('own_views').where('org_id', '=', org).where('person_id', '=', person).execute()
}

/** Shows it to everybody under the id that it had before, so that links to it go on. */
export async function saveShared(tx: Transaction, org: OrganizationId, view: NonNullable<Kept>): Promise<void> {
  const { id, person_id, list, page, name, columns } = view
  const shown = { person_id, list, page, name, columns, query: JSON.stringify(view.query), state: 'shared' }
  await tx
    .insertInto('shared_views')
    .values({ org_id: org, id, ...shown })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(shown))
    .execute()
}

export async function withdrawShared(tx: Transaction, org: OrganizationId, id: string): Promise<void> {
  await tx
    .updateTable('shared_views')
    .set({ state: 'withdrawn' })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
}

// The contract lets only texts by name into this column.
function asQuery(query: unknown): Record<string, string> {
  return query as Record<string, string>
}
