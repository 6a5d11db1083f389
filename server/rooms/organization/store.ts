import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { IssueView, PartyView, ProcessView, type RequirementView, ReviewView } from './contract.ts'

export type RegisterQuery = PageQuery & { state?: 'current' | 'withdrawn' | undefined }

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

export async function listIssues(
  tx: Transaction,
  org: OrganizationId,
  query: RegisterQuery & { kind?: string | undefined; id?: string },
): Promise<Page<IssueView>> {
  let rows = tx
    .selectFrom('context_issues as i')
    .where('i.org_id', '=', org)
    .select([
      'i.id',
      'i.version',
      'i.kind',
      'i.topic',
      'i.statement',
      'i.effect',
      'i.relevant',
      'i.state',
      'i.reason',
      'i.changed_at',
    ])
  if (query.state) rows = rows.where('i.state', '=', query.state)
  if (query.kind) rows = rows.where('i.kind', '=', query.kind)
  if (query.id) rows = rows.where('i.id', '=', query.id)
  if (query.q) rows = rows.where('i.statement', 'ilike', like(query.q))
  const page = await readPage(rows, query, {
    orders: { topic: 'i.topic', changedAt: 'i.changed_at' },
    fallback: '-changedAt',
    id: 'i.id',
  })
  return {
    ...page,
    items: page.items.map(({ changed_at, ...row }) => IssueView.parse({ ...row, changedAt: changed_at })),
  }
}

const requirementsOf = sql<RequirementView[]>`coalesce((
  select json_agg(json_build_object('id', r.id, 'version', r.version, 'statement', r.statement, 'basis', r.basis,
    'decision', r.decision, 'reason', r.reason, 'standsAs', array(select l.subject from party_requirement_links l
      where l.org_id = r.org_id and l.requirement_id = r.id order by l.created_at, l.id)) order by r.id)
    from party_requirements r where r.org_id = p.org_id and r.party_id = p.id), '[]')`.as('requirements')

export async function listParties(
  tx: Transaction,
  org: OrganizationId,
  query: RegisterQuery & { kind?: string | undefined; id?: string },
): Promise<Page<PartyView>> {
  let rows = tx
    .selectFrom('interested_parties as p')
    .where('p.org_id', '=', org)
    .select(['p.id', 'p.version', 'p.name', 'p.kind', 'p.state', 'p.reason', 'p.changed_at', requirementsOf])
  if (query.state) rows = rows.where('p.state', '=', query.state)
  if (query.kind) rows = rows.where('p.kind', '=', query.kind)
  if (query.id) rows = rows.where('p.id', '=', query.id)
  if (query.q) rows = rows.where('p.name', 'ilike', like(query.q))
  const page = await readPage(rows, query, {
    orders: { name: 'p.name', changedAt: 'p.changed_at' },
    fallback: 'name',
    id: 'p.id',
  })
  return {
    ...page,
    items: page.items.map(({ changed_at, ...row }) => PartyView.parse({ ...row, changedAt: changed_at })),
  }
}

export async function listProcesses(
  tx: Transaction,
  org: OrganizationId,
  query: RegisterQuery & { id?: string },
): Promise<Page<ProcessView>> {
  let rows = tx
    .selectFrom('aims_processes as a')
    .leftJoin('people as o', (join) => join.onRef('o.org_id', '=', 'a.org_id').onRef('o.id', '=', 'a.owner_id'))
    .where('a.org_id', '=', org)
    .select([
      'a.id',
      'a.version',
      'a.name',
      'a.description',
      'a.clauses',
      'a.feeds',
      'a.owner_id',
      'o.name as owner_name',
      'a.interval_months',
      'a.state',
      'a.reason',
      'a.changed_at',
    ])
  if (query.state) rows = rows.where('a.state', '=', query.state)
  if (query.id) rows = rows.where('a.id', '=', query.id)
  if (query.q) rows = rows.where('a.name', 'ilike', like(query.q))
  const page = await readPage(rows, query, {
    orders: { name: 'a.name', changedAt: 'a.changed_at' },
    fallback: 'name',
    id: 'a.id',
  })
  const items = page.items.map(({ changed_at, owner_id, owner_name, interval_months, ...row }) => {
    const owner = owner_id ? { id: owner_id, name: owner_name ?? 'Erased person' } : null
    return ProcessView.parse({ ...row, owner, intervalMonths: interval_months, changedAt: changed_at })
  })
  return { ...page, items }
}

export async function listReviews(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { about?: string | undefined },
): Promise<Page<ReviewView>> {
  let rows = tx
    .selectFrom('organization_reviews as r')
    .innerJoin('people as o', (join) => join.onRef('o.org_id', '=', 'r.org_id').onRef('o.id', '=', 'r.reviewer_id'))
    .where('r.org_id', '=', org)
    .select([
      'r.id',
      'r.about',
      'r.reviewed_on',
      'r.outcome',
      'r.reviewer_id',
      'o.name as reviewer_name',
      'r.next_due_on',
      'r.created_at',
    ])
  if (query.about) rows = rows.where('r.about', '=', query.about)
  const page = await readPage(rows, query, {
    orders: { reviewedOn: 'r.reviewed_on' },
    fallback: '-reviewedOn',
    id: 'r.id',
  })
  const items = page.items.map(
    ({ id, about, outcome, reviewed_on, reviewer_id, reviewer_name, next_due_on, created_at }) =>
      ReviewView.parse({
        id,
        about,
        outcome,
        reviewedOn: reviewed_on,
        nextDueOn: next_due_on,
        recordedAt: created_at,
        reviewer: { id: reviewer_id, name: reviewer_name ?? 'Erased person' },
      }),
  )
  return { ...page, items }
}
