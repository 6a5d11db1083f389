import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { Page } from '#kernel/page.ts'
import { CriteriaDefinition, type CriteriaDraft, type CriteriaView } from './contract.ts'
import { asCriteriaState, named } from './rows.ts'

const authorsOf = sql<{ id: string; name: string | null }[]>`(select coalesce(json_agg(json_build_object('id', a.id,
    'name', a.name) order by array_position(c.authors, a.id)), '[]')
  from people a where a.org_id = c.org_id and a.id = any(c.authors))`.as('author_names')
const ratingsOf = sql<number>`(select count(*)::int from risk_ratings r
  where r.org_id = c.org_id and r.criteria_id = c.id)`.as('ratings')

function criteriaOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('risk_criteria as c')
    .leftJoin('people as b', (join) => join.onRef('b.org_id', '=', 'c.org_id').onRef('b.id', '=', 'c.approved_by'))
    .where('c.org_id', '=', org)
    .select(['c.id', 'c.version', 'c.edition', 'c.state', 'c.appetite', 'c.definition', 'c.approved_by'])
    .select(['c.approved_on', 'c.approved_seq', 'c.approval_note', 'c.changed_at', 'b.name as approver_name'])
    .select([authorsOf, ratingsOf])
}
type Row = Awaited<ReturnType<ReturnType<typeof criteriaOf>['executeTakeFirstOrThrow']>>

function toView(row: Row): CriteriaView {
  const { id, version, edition, appetite, ratings, approved_by: by, approved_on: on, approved_seq: seq } = row
  return {
    id,
    version,
    edition,
    appetite,
    ratings,
    state: asCriteriaState(row.state),
    definition: CriteriaDefinition.parse(row.definition),
    authors: row.author_names.map((author) => named(author.id, author.name)),
    approval: by && on && seq !== null ? { by: named(by, row.approver_name), on, seq, note: row.approval_note } : null,
    changedAt: row.changed_at,
  }
}

export async function listCriteria(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery,
): Promise<Page<CriteriaView>> {
  const page = await readPage(criteriaOf(tx, org), query, {
    orders: { edition: 'c.edition' },
    fallback: '-edition',
    id: 'c.id',
  })
  return { ...page, items: page.items.map(toView) }
}

export async function findCriteria(
  tx: Transaction,
  org: OrganizationId,
  which: { id: string } | { state: 'approved' | 'draft' },
): Promise<CriteriaView | undefined> {
  const all = criteriaOf(tx, org)
  const one = 'id' in which ? all.where('c.id', '=', which.id) : all.where('c.state', '=', which.state)
  const row = await one.executeTakeFirst()
  return row && toView(row)
}

export async function insertCriteria(
  tx: Transaction,
  org: OrganizationId,
  { appetite, definition }: CriteriaDraft,
  author: string,
): Promise<string> {
  const id = uuidv7()
  const last = await tx
    .selectFrom('risk_criteria')
    .select('edition')
    .where('org_id', '=', org)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  await tx
    .insertInto('risk_criteria')
    .values({
      org_id: org,
      id,
      edition: (last?.edition ?? 0) + 1,
      appetite,
      definition: JSON.stringify(definition),
      authors: [author],
    })
    .execute()
  return id
}

type Saved = Partial<{
  appetite: string
  definition: string
  authors: string[]
  state: CriteriaView['state']
  approved_by: string
  approved_on: string
  approved_seq: number
  approval_note: string
}>

/** Saves at the version that was looked at. Throws when it is another: a change holds the organization's lock. */
export async function saveCriteria(
  tx: Transaction,
  org: OrganizationId,
  { id, version }: { id: string; version: number },
  set: Saved,
): Promise<void> {
  await tx
    .updateTable('risk_criteria')
    .set(set)
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirstOrThrow()
}
