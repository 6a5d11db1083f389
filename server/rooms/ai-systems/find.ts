import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { AiSystemView, ResourceView } from './contract.ts'
import { systemsOf, toRow } from './list.ts'
import { asWord, personOf } from './rows.ts'
import * as words from './rules/words.ts'

const nameOf = <Name extends string>(column: string, name: Name) =>
  sql<string | null>`(select who.name from people who where who.org_id = s.org_id and who.id = ${sql.ref(column)})`.as(
    name,
  )

function detailOf(tx: Transaction, org: OrganizationId, id: string) {
  return systemsOf(tx, org)
    .where('s.id', '=', id)
    .leftJoin('ai_systems as d', (join) => join.onRef('d.org_id', '=', 's.org_id').onRef('d.id', '=', 's.duplicate_of'))
    .select([
      's.description',
      's.intended_users',
      's.human_oversight',
      's.affected_groups',
      's.state_reason',
      's.approved_on',
      's.approved_by',
      's.approval_note',
      's.development_started_on',
      's.verified_on',
      's.verified_by',
      's.verification_result',
      's.started_on',
      's.retired_on',
      's.duplicate_of',
      'd.name as duplicate_name',
      's.scope_reason',
      's.scope_decided_on',
      's.scope_decided_by',
      's.iso_roles_reason',
      's.iso_roles_on',
      's.iso_roles_by',
      's.act_roles_reason',
      's.act_roles_on',
      's.act_roles_by',
      's.asked_by',
      's.intake_note',
      's.used_already',
      's.reviewed_by',
      's.created_at',
    ])
    .select([
      nameOf('s.approved_by', 'approved_by_name'),
      nameOf('s.verified_by', 'verified_by_name'),
      nameOf('s.scope_decided_by', 'scope_decided_by_name'),
      nameOf('s.iso_roles_by', 'iso_roles_by_name'),
      nameOf('s.act_roles_by', 'act_roles_by_name'),
      nameOf('s.asked_by', 'asked_by_name'),
      nameOf('s.reviewed_by', 'reviewed_by_name'),
      sql<boolean>`coalesce(s.iso_roles_at < s.use_changed_at, false)`.as('iso_outdated'),
      sql<boolean>`coalesce(s.act_roles_at < s.use_changed_at, false)`.as('act_outdated'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof detailOf>['executeTakeFirstOrThrow']>>

/** All that is recorded of one system, or undefined where it is not of this organization. */
export async function findAiSystem(
  tx: Transaction,
  org: OrganizationId,
  id: string,
): Promise<AiSystemView | undefined> {
  const row = await detailOf(tx, org, id).executeTakeFirst()
  return row && { ...toView(row), resources: await listResources(tx, org, id) }
}

function toView(row: Row): Omit<AiSystemView, 'resources'> {
  const shown = toRow(row)
  return {
    ...shown,
    description: row.description,
    intendedUsers: row.intended_users,
    humanOversight: row.human_oversight,
    affectedGroups: row.affected_groups,
    stateReason: row.state_reason,
    ...wayOf(row),
    duplicateOf: row.duplicate_of === null ? null : { id: row.duplicate_of, name: row.duplicate_name ?? '' },
    ...decisionsOf(row, shown),
    askedBy: personOf(row.asked_by, row.asked_by_name),
    intakeNote: row.intake_note,
    usedAlready: row.used_already,
    reviewedBy: personOf(row.reviewed_by, row.reviewed_by_name),
    createdAt: row.created_at,
  }
}

function wayOf(row: Row) {
  const approvedBy = personOf(row.approved_by, row.approved_by_name)
  const verifiedBy = personOf(row.verified_by, row.verified_by_name)
  return {
    approval: row.approved_on === null ? null : { on: row.approved_on, by: approvedBy, note: row.approval_note },
    developmentStartedOn: row.development_started_on,
    verification:
      row.verified_on === null ? null : { on: row.verified_on, by: verifiedBy, result: row.verification_result },
    startedOn: row.started_on,
    retiredOn: row.retired_on,
  }
}

function decisionsOf(row: Row, { iso22989Roles, euAiActRoles }: Pick<AiSystemView, 'iso22989Roles' | 'euAiActRoles'>) {
  const scopeBy = personOf(row.scope_decided_by, row.scope_decided_by_name)
  const isoBy = personOf(row.iso_roles_by, row.iso_roles_by_name)
  const actBy = personOf(row.act_roles_by, row.act_roles_by_name)
  const { scope_decided_on: scopeOn, iso_roles_on: isoOn, act_roles_on: actOn } = row
  return {
    scopeDecision: scopeOn === null ? null : { reason: row.scope_reason, on: scopeOn, by: scopeBy },
    iso22989:
      isoOn === null
        ? null
        : { roles: iso22989Roles, reason: row.iso_roles_reason, on: isoOn, by: isoBy, outdated: row.iso_outdated },
    euAiAct:
      actOn === null
        ? null
        : { roles: euAiActRoles, reason: row.act_roles_reason, on: actOn, by: actBy, outdated: row.act_outdated },
  }
}

/** Tools, computing and people of one system, oldest first. */
export async function listResources(tx: Transaction, org: OrganizationId, system: string): Promise<ResourceView[]> {
  const rows = await tx
    .selectFrom('ai_system_resources as r')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.owner_id'))
    .where('r.org_id', '=', org)
    .where('r.system_id', '=', system)
    .select([
      'r.id',
      'r.version',
      'r.kind',
      'r.name',
      'r.detail',
      'r.supplier',
      'r.version_label',
      'r.countries',
      'r.capacity',
      'r.owner_id',
      'p.name as owner_name',
      'r.confirmed_on',
    ])
    .orderBy('r.id')
    .execute()
  return rows.map(({ kind, version_label, owner_id, owner_name, confirmed_on, ...row }) => ({
    ...row,
    kind: asWord(words.resourceKinds, kind),
    versionLabel: version_label,
    owner: personOf(owner_id, owner_name),
    confirmedOn: confirmed_on,
  }))
}
