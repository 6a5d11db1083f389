import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { type RequirementFilter, RequirementRow } from './contract.ts'

const standsAs = sql<string[]>`array(select l.subject from party_requirement_links l
  where l.org_id = r.org_id and l.requirement_id = r.id order by l.created_at, l.id)`.as('stands_as')

function requirementsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('party_requirements as r')
    .innerJoin('interested_parties as p', (join) =>
      join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.party_id'),
    )
    .where('r.org_id', '=', org)
    .select(['r.id', 'r.version', 'r.statement', 'r.basis', 'r.decision', 'r.reason', 'r.changed_at', 'r.party_id'])
    .select(['p.name as party_name', 'p.kind as party_kind', 'p.state as party_state', standsAs])
}

type Row = Awaited<ReturnType<ReturnType<typeof requirementsOf>['executeTakeFirstOrThrow']>>

/** A requirement as the rules about it see it. */
export async function loadRequirement(tx: Transaction, org: OrganizationId, id: string) {
  const row = await requirementsOf(tx, org).where('r.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { version, statement, basis, decision, party } = rowOf(row)
  const partyState = row.party_state === 'withdrawn' ? ('withdrawn' as const) : ('current' as const)
  return { version, statement, basis, decision, party, partyState, links: row.stands_as }
}

/** What current parties require, over all of them. */
export async function listRequirements(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & RequirementFilter,
): Promise<Page<RequirementRow>> {
  let rows = requirementsOf(tx, org).where('p.state', '=', 'current')
  if (query.basis) rows = rows.where('r.basis', '=', query.basis)
  if (query.decision) rows = rows.where('r.decision', '=', query.decision)
  if (query.partyKind) rows = rows.where('p.kind', '=', query.partyKind)
  const linked = sql<boolean>`exists (select from party_requirement_links l
    where l.org_id = r.org_id and l.requirement_id = r.id)`
  if (query.carried) rows = rows.where(query.carried === 'true' ? linked : sql<boolean>`not ${linked}`)
  if (query.subject)
    rows = rows.where(sql<boolean>`exists (select from party_requirement_links l
      where l.org_id = r.org_id and l.requirement_id = r.id and l.subject = ${query.subject})`)
  if (query.q) rows = rows.where(sql<boolean>`(r.statement || ' ' || p.name) ilike ${contains(query.q)}`)
  const page = await readPage(rows, query, {
    orders: { statement: 'r.statement', party: 'p.name', decision: 'r.decision', changedAt: 'r.changed_at' },
    fallback: 'party',
    id: 'r.id',
  })
  return { ...page, items: page.items.map(rowOf) }
}

function rowOf(row: Row): RequirementRow {
  const { id, version, statement, basis, decision, reason } = row
  const party = { id: row.party_id, name: row.party_name, kind: row.party_kind }
  const rest = { party, standsAs: row.stands_as, changedAt: row.changed_at }
  return RequirementRow.parse({ id, version, statement, basis, decision, reason, ...rest })
}

function contains(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}

export async function insertRequirementLink(
  tx: Transaction,
  org: OrganizationId,
  { id, requirement, subject, tookOn }: { id: string; requirement: string; subject: string; tookOn: boolean },
): Promise<void> {
  await tx
    .insertInto('party_requirement_links')
    .values({ org_id: org, id, requirement_id: requirement, subject, took_on: tookOn })
    .execute()
}

/** The first requirement that stands as this record, or the link of this one to it. */
export async function findRequirementLink(
  tx: Transaction,
  org: OrganizationId,
  { subject, requirement }: { subject: string; requirement?: string },
): Promise<{ id: string; requirement: string; party: string; tookOn: boolean } | undefined> {
  let links = tx
    .selectFrom('party_requirement_links as l')
    .innerJoin('party_requirements as r', (join) =>
      join.onRef('r.org_id', '=', 'l.org_id').onRef('r.id', '=', 'l.requirement_id'),
    )
    .select(['l.id', 'l.requirement_id', 'l.took_on', 'r.party_id'])
    .where('l.org_id', '=', org)
    .where('l.subject', '=', subject)
  if (requirement !== undefined) links = links.where('l.requirement_id', '=', requirement)
  const row = await links.orderBy('l.created_at').orderBy('l.id').executeTakeFirst()
  return row && { id: row.id, requirement: row.requirement_id, party: row.party_id, tookOn: row.took_on }
}

export async function deleteRequirementLink(tx: Transaction, org: OrganizationId, id: string): Promise<void> {
  await tx.deleteFrom('party_requirement_links').where('org_id', '=', org).where('id', '=', id).execute()
}
