import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { ObligationFilter, ObligationView } from './contract.ts'
import { asSourceKind, asState, contains, personOf } from './rows.ts'

function obligationsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('obligations as o')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'o.org_id').onRef('p.id', '=', 'o.owner_id'))
    .leftJoin('people as d', (join) => join.onRef('d.org_id', '=', 'o.org_id').onRef('d.id', '=', 'o.decided_by'))
    .leftJoin('people as r', (join) => join.onRef('r.org_id', '=', 'o.org_id').onRef('r.id', '=', 'o.reviewed_by'))
    .where('o.org_id', '=', org)
    .selectAll('o')
    .select(['p.name as owner_name', 'd.name as decider_name', 'r.name as reviewer_name', systemsOf, linksOf])
}

const systemsOf = sql<{ id: string; name: string }[]>`coalesce((
  select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id)
    from obligation_systems x join ai_systems s on s.org_id = x.org_id and s.id = x.system_id
   where x.org_id = o.org_id and x.obligation_id = o.id), '[]')`.as('systems')

const linksOf = sql<string[]>`array(select l.subject from obligation_links l
  where l.org_id = o.org_id and l.obligation_id = o.id order by l.created_at, l.id)`.as('links')

type Row = Awaited<ReturnType<ReturnType<typeof obligationsOf>['executeTakeFirstOrThrow']>>

const orders = {
  title: 'o.title',
  reference: 'o.reference',
  source: 'o.source',
  state: 'o.state',
  owner: 'p.name',
  dueOn: 'o.due_on',
  reviewDueOn: 'o.review_due_on',
  changedAt: 'o.changed_at',
} as const

/** One page of the register. `today` decides which reviews are overdue. */
export async function listObligations(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & ObligationFilter,
  today: string,
): Promise<Page<ObligationView>> {
  let rows = obligationsOf(tx, org)
  rows = query.state ? rows.where('o.state', 'in', query.state) : rows.where('o.state', '<>', 'withdrawn')
  if (query.sourceKind) rows = rows.where('o.source_kind', 'in', query.sourceKind)
  if (query.owner === 'none') rows = rows.where('o.owner_id', 'is', null)
  else if (query.owner) rows = rows.where('o.owner_id', '=', query.owner)
  if (query.appliesTo) rows = rows.where('o.applies_to', '=', query.appliesTo)
  if (query.assessment) rows = rows.where('o.assessment_id', '=', query.assessment)
  if (query.system) {
    rows = rows.where(
      sql<boolean>`exists (select from obligation_systems x
        where x.org_id = o.org_id and x.obligation_id = o.id and x.system_id = ${query.system})`,
    )
  }
  if (query.reporting) rows = rows.where('o.reports_to', query.reporting === 'true' ? '<>' : '=', '')
  if (query.due === 'review-overdue') rows = rows.where('o.review_due_on', '<', today)
  if (query.due === 'in-force')
    rows = rows
      .where('o.state', 'in', ['identified', 'applies', 'being-fulfilled'])
      .where((where) => where.or([where('o.due_on', 'is', null), where('o.due_on', '<=', today)]))
  if (query.due === 'ahead') rows = rows.where('o.due_on', '>', today)
  if (query.due === 'none') rows = rows.where('o.due_on', 'is', null)
  if (query.q) {
    const words = contains(query.q)
    rows = rows.where(
      sql<boolean>`(o.title || ' ' || o.reference || ' ' || o.source || ' ' || o.article || ' ' || o.asks) ilike ${words}`,
    )
  }
  const page = await readPage(rows, query, { orders, fallback: 'title', id: 'o.id' })
  return { ...page, items: page.items.map((row) => toView(row, today)) }
}

export async function findObligation(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  today: string,
): Promise<ObligationView | undefined> {
  const row = await obligationsOf(tx, org).where('o.id', '=', id).executeTakeFirst()
  return row && toView(row, today)
}

function toView(row: Row, today: string): ObligationView {
  const { id, version, reference, title, source, article, asks, fulfilment, links, systems } = row
  const outcome = row.review_outcome === 'gaps' ? 'gaps' : 'fulfilled'
  return {
    id,
    version,
    reference,
    title,
    source,
    article,
    asks,
    fulfilment,
    links,
    systems,
    sourceKind: asSourceKind(row.source_kind),
    appliesTo: row.applies_to === 'systems' ? 'systems' : 'organization',
    owner: personOf(row.owner_id, row.owner_name),
    reportsTo: row.reports_to,
    dueOn: row.due_on,
    dueSource: row.due_source,
    reviewDueOn: row.review_due_on,
    reviewOverdue: row.review_due_on !== null && row.review_due_on < today && row.state !== 'withdrawn',
    state: asState(row.state),
    stateReason: row.state_reason,
    decided: row.decided_on === null ? null : { on: row.decided_on, by: personOf(row.decided_by, row.decider_name) },
    startedOn: row.started_on,
    review: row.reviewed_on
      ? { on: row.reviewed_on, by: personOf(row.reviewed_by, row.reviewer_name), outcome, note: row.review_note }
      : null,
    duty: row.duty,
    changedAt: row.changed_at,
  }
}
