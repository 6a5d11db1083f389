import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { ComponentFilter, ComponentRow, ComponentView, VersionView } from '../contract.ts'
import { asWord, asWordOrNull, asWords, contains, personOf } from '../rows.ts'
import * as words from '../rules/words.ts'

const currentVersion = sql<string | null>`(select v.label from component_versions v
  where v.org_id = c.org_id and v.component_id = c.id and v.state = 'current')`.as('current_version')

/** Directly, or over other components that are made from it. */
const usedBySystems = sql<number>`(
  with recursive dependent(id) as (
    select c.id union select l.from_component from lineage_links l join dependent d on l.component_id = d.id
     where l.org_id = c.org_id and l.from_component is not null)
  select count(distinct l.system_id) from lineage_links l join dependent d on l.component_id = d.id
   where l.org_id = c.org_id)`.as('used_by_systems')

function componentsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('components as c')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'c.org_id').onRef('p.id', '=', 'c.owner_id'))
    .leftJoin('units as u', (join) => join.onRef('u.org_id', '=', 'c.org_id').onRef('u.id', '=', 'c.unit_id'))
    .where('c.org_id', '=', org)
    .select([
      'c.id',
      'c.version',
      'c.kind',
      'c.name',
      'c.reference',
      'c.purpose',
      'c.supplier',
      'c.owner_id',
      'p.name as owner_name',
      'c.unit_id',
      'u.name as unit_name',
      'c.state',
      'c.reviewed_on',
      'c.changed_at',
      currentVersion,
      usedBySystems,
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof componentsOf>['executeTakeFirstOrThrow']>>

/** One page of components, by name unless another order is asked for. */
export async function listComponents(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & ComponentFilter,
): Promise<Page<ComponentRow>> {
  let rows = componentsOf(tx, org)
  if (query.kind) rows = rows.where('c.kind', 'in', query.kind)
  if (query.state) rows = rows.where('c.state', 'in', query.state)
  for (const [column, values, absent] of [
    ['c.owner_id', query.owner, 'none'],
    ['c.unit_id', query.unit, 'none'],
    ['c.personal_data', query.personalData, 'unstated'],
    ['c.provenance', query.provenance, 'unstated'],
  ] as const) {
    if (!values) continue
    const present: string[] = values.filter((value) => value !== absent)
    const isNull = values.some((value) => value === absent)
    rows = rows.where(
      sql<boolean>`(${sql.ref(column)}::text = any(${present}) or (${isNull} and ${sql.ref(column)} is null))`,
    )
  }
  if (query.q) {
    rows = rows.where(
      sql<boolean>`(c.name || ' ' || c.reference || ' ' || c.supplier || ' ' || c.purpose) ilike ${contains(query.q)}`,
    )
  }
  const orders = {
    name: 'c.name',
    kind: 'c.kind',
    owner: 'p.name',
    state: 'c.state',
    supplier: 'c.supplier',
    reviewedOn: 'c.reviewed_on',
    changedAt: 'c.changed_at',
  } as const
  const page = await readPage(rows, query, { orders, fallback: 'name', id: 'c.id' })
  return { ...page, items: page.items.map(toRow) }
}

function toRow(row: Row): ComponentRow {
  const { id, version, name, reference, purpose, supplier } = row
  return {
    id,
    version,
    name,
    reference,
    purpose,
    supplier,
    kind: asWord(words.componentKinds, row.kind),
    owner: personOf(row.owner_id, row.owner_name),
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
    state: asWord(componentStates, row.state),
    currentVersion: row.current_version,
    usedBySystems: Number(row.used_by_systems),
    reviewedOn: row.reviewed_on,
    changedAt: row.changed_at,
  }
}

const componentStates = ['active', 'retired'] as const

/** All that is recorded of one component, or undefined where it is not of this organization. */
export async function findComponent(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<ComponentView | undefined> {
  const row = await componentsOf(tx, org)
    .where('c.id', '=', id)
    .leftJoin('people as r', (join) => join.onRef('r.org_id', '=', 'c.org_id').onRef('r.id', '=', 'c.reviewed_by'))
    .select(['c.description', 'c.location', 'c.licence', 'c.state_reason', 'c.retired_on', 'c.created_at'])
    .select(['c.reviewed_by', 'r.name as reviewed_by_name'])
    .select(['c.provenance', 'c.task', 'c.architecture'])
    .select(['c.origin', 'c.acquisition', 'c.rights', 'c.personal_data', 'c.data_subjects', 'c.amount'])
    .select(['c.collected_from', 'c.collected_to', 'c.countries', 'c.retention', 'c.preparation', 'c.uses'])
    .select(['c.autonomy', 'c.tools', 'c.limits', 'c.human_approval'])
    .executeTakeFirst()
  if (!row) return undefined
  const { description, location, licence, task, architecture, origin, rights, amount, countries, retention } = row
  return {
    ...toRow(row),
    description,
    location,
    licence,
    task,
    architecture,
    origin,
    rights,
    amount,
    countries,
    retention,
    preparation: row.preparation,
    tools: row.tools,
    limits: row.limits,
    stateReason: row.state_reason,
    retiredOn: row.retired_on,
    reviewedBy: personOf(row.reviewed_by, row.reviewed_by_name),
    createdAt: row.created_at,
    provenance: asWordOrNull(words.modelProvenances, row.provenance),
    acquisition: asWordOrNull(words.acquisitions, row.acquisition),
    personalData: asWordOrNull(words.personalData, row.personal_data),
    dataSubjects: row.data_subjects,
    collectedFrom: row.collected_from,
    collectedTo: row.collected_to,
    uses: row.uses && asWords(words.datasetUses, row.uses),
    autonomy: asWordOrNull(words.autonomyLevels, row.autonomy),
    humanApproval: row.human_approval,
  }
}

/** One page of a component's versions, newest first. */
export async function listVersions(
  tx: Transaction,
  org: OrganizationId,
  component: string,
  query: PageQuery,
): Promise<Page<VersionView>> {
  const rows = tx
    .selectFrom('component_versions as v')
    .where('v.org_id', '=', org)
    .where('v.component_id', '=', component)
    .select(['v.id', 'v.version', 'v.label', 'v.released_on', 'v.content', 'v.location', 'v.sha256', 'v.notes'])
    .select(['v.state', 'v.withdrawal_reason', 'v.created_at'])
  const orders = { createdAt: 'v.created_at', releasedOn: 'v.released_on', label: 'v.label' } as const
  const page = await readPage(rows, query, { orders, fallback: '-createdAt', id: 'v.id' })
  return {
    ...page,
    items: page.items.map(({ released_on, withdrawal_reason, created_at, state, ...row }) => ({
      ...row,
      releasedOn: released_on,
      state: asWord(words.versionStates, state),
      withdrawalReason: withdrawal_reason,
      createdAt: created_at,
    })),
  }
}
