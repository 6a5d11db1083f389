import { type Expression, sql, type SqlBool } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { AiSystemFilter, AiSystemRow } from './contract.ts'
import { asWord, asWordOrNull, asWords, contains, personOf } from './rows.ts'
import * as words from './rules/words.ts'

export type ListQuery = PageQuery & AiSystemFilter

const rowColumns = [
  's.id',
  's.version',
  's.name',
  's.reference',
  's.purpose',
  's.supplier',
  's.owner_id',
  'p.name as owner_name',
  's.unit_id',
  'u.name as unit_name',
  's.state',
  's.since',
  's.provenance',
  's.autonomy',
  's.individual_decisions',
  's.scope',
  's.iso_roles',
  's.act_roles',
  's.jurisdictions',
  's.sectors',
  's.data_classes',
  's.intake',
  's.reviewed_on',
  's.changed_at',
] as const

export function systemsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('ai_systems as s')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 's.org_id').onRef('p.id', '=', 's.owner_id'))
    .leftJoin('units as u', (join) => join.onRef('u.org_id', '=', 's.org_id').onRef('u.id', '=', 's.unit_id'))
    .where('s.org_id', '=', org)
    .select(rowColumns)
}

type Row = Awaited<ReturnType<ReturnType<typeof systemsOf>['executeTakeFirstOrThrow']>>

const orders = {
  name: 's.name',
  reference: 's.reference',
  state: 's.state',
  since: 's.since',
  owner: 'p.name',
  unit: 'u.name',
  supplier: 's.supplier',
  scope: 's.scope',
  reviewedOn: 's.reviewed_on',
  changedAt: 's.changed_at',
} as const

/** One page of the systems that match, by name unless another order is asked for. */
export async function listAiSystems(
  tx: Transaction,
  org: OrganizationId,
  query: ListQuery,
): Promise<Page<AiSystemRow>> {
  const rows = matching(tx, org, query)
  const page = await readPage(rows, query, { orders, fallback: 'name', id: 's.id' })
  return { ...page, items: page.items.map(toRow) }
}

type Wanted = AiSystemFilter & { q?: string | undefined }

function matching(tx: Transaction, org: OrganizationId, query: Wanted) {
  return conditions(org, query).reduce((rows, condition) => rows.where(condition), systemsOf(tx, org))
}

function conditions(org: OrganizationId, query: Wanted): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = []
  if (query.state) all.push(anyOf('s.state', query.state))
  if (query.scope) all.push(anyOf('s.scope', query.scope))
  if (query.intake) all.push(anyOf('s.intake', query.intake))
  if (query.reported) all.push(isReported(query.reported))
  if (query.owner) all.push(anyOf('s.owner_id', query.owner, 'none'))
  if (query.unit) all.push(anyOf('s.unit_id', query.unit, 'none'))
  if (query.provenance) all.push(anyOf('s.provenance', query.provenance, 'unstated'))
  if (query.autonomy) all.push(anyOf('s.autonomy', query.autonomy, 'unstated'))
  if (query.individualDecisions) all.push(anyOf('s.individual_decisions', query.individualDecisions, 'unstated'))
  if (query.isoRole) all.push(roleIn('s.iso_roles', 's.iso_roles_on', query.isoRole))
  if (query.euAiActRole) all.push(roleIn('s.act_roles', 's.act_roles_on', query.euAiActRole))
  if (query.jurisdiction) all.push(overlaps('s.jurisdictions', query.jurisdiction))
  if (query.sector) all.push(overlaps('s.sectors', query.sector))
  if (query.component) all.push(usesOneOf(org, query.component))
  if (query.q) all.push(hasWords(query.q))
  return all
}

function anyOf(column: string, values: readonly string[], absent?: string): Expression<SqlBool> {
  const present = values.filter((value) => value !== absent)
  const isPresent = sql<SqlBool>`${sql.ref(column)}::text = any(${present})`
  return present.length === values.length ? isPresent : sql<SqlBool>`(${isPresent} or ${sql.ref(column)} is null)`
}

function isReported(reported: 'yes' | 'no'): Expression<SqlBool> {
  return reported === 'yes'
    ? sql<SqlBool>`s.intake is not null`
    : sql<SqlBool>`coalesce(s.intake, 'accepted') = 'accepted'`
}

function overlaps(column: string, values: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} && ${values}::text[]`
}

function roleIn(column: string, confirmedOn: string, roles: readonly string[]): Expression<SqlBool> {
  const held = roles.filter((role) => role !== 'unconfirmed')
  return held.length === roles.length
    ? overlaps(column, held)
    : sql<SqlBool>`(${overlaps(column, held)} or ${sql.ref(confirmedOn)} is null)`
}

/** A system uses a component directly, or over others that use it. */
function usesOneOf(org: OrganizationId, components: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`s.id in (
    with recursive dependent(id) as (
      select unnest(${components}::uuid[])
      union select l.from_component from lineage_links l join dependent d on l.component_id = d.id
             where l.org_id = ${org} and l.from_component is not null)
    select l.system_id from lineage_links l join dependent d on l.component_id = d.id where l.org_id = ${org})`
}

// Measured with 10,000 systems: reading through takes 12 to 24 ms whatever is asked. A trigram index behind a search function
// takes 1.5 ms where little matches, and 50 ms where nearly all does.
function hasWords(q: string): Expression<SqlBool> {
  return sql<SqlBool>`(s.name || ' ' || s.reference || ' ' || s.supplier || ' ' || s.purpose) ilike ${contains(q)}`
}

export function toRow(row: Row): AiSystemRow {
  const { id, version, name, reference, purpose, supplier, since, jurisdictions, sectors } = row
  return {
    id,
    version,
    name,
    reference,
    purpose,
    supplier,
    since,
    jurisdictions,
    sectors,
    owner: personOf(row.owner_id, row.owner_name),
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
    state: asWord(words.states, row.state),
    provenance: asWordOrNull(words.provenances, row.provenance),
    autonomy: asWordOrNull(words.autonomyLevels, row.autonomy),
    individualDecisions: asWordOrNull(words.individualDecisions, row.individual_decisions),
    scope: asWord(words.scopes, row.scope),
    iso22989Roles: asWords(words.iso22989Roles, row.iso_roles),
    euAiActRoles: asWords(words.euAiActRoles, row.act_roles),
    dataClasses: asWords(words.dataClasses, row.data_classes),
    intake: asWordOrNull(words.intakeStates, row.intake),
    reviewedOn: row.reviewed_on,
    changedAt: row.changed_at,
  }
}
