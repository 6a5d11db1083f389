import type { Updateable } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { ComponentDraft, ComponentEdit } from '../contract.ts'
import { asWord } from '../rows.ts'
import { type ComponentKind, componentKinds } from '../rules/words.ts'

export type Component = {
  id: string
  version: number
  kind: ComponentKind
  owner: string | null
  unit: string | null
  state: 'active' | 'retired'
  reviewedOn: string | null
}

export async function loadComponent(tx: Transaction, org: OrganizationId, id: string): Promise<Component | undefined> {
  const row = await tx
    .selectFrom('components')
    .select(['id', 'version', 'kind', 'owner_id', 'unit_id', 'state', 'reviewed_on'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      version: row.version,
      kind: asWord(componentKinds, row.kind),
      owner: row.owner_id,
      unit: row.unit_id,
      state: asWord(['active', 'retired'] as const, row.state),
      reviewedOn: row.reviewed_on,
    }
  )
}

const columnOf: Record<string, string> = {
  owner: 'owner_id',
  unit: 'unit_id',
  personalData: 'personal_data',
  dataSubjects: 'data_subjects',
  collectedFrom: 'collected_from',
  collectedTo: 'collected_to',
  humanApproval: 'human_approval',
}

/** The columns of what a person writes, only those that were given; every other field is named as its column. */
export function componentColumns({
  kind: _kind,
  ...edit
}: ComponentDraft | ComponentEdit): Updateable<Tables['components']> {
  const given = Object.entries(edit).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([field, value]) => [columnOf[field] ?? field, value]))
}

export async function insertComponent(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  draft: ComponentDraft,
): Promise<void> {
  await tx
    .insertInto('components')
    .values({ ...componentColumns(draft), kind: draft.kind, name: draft.name, org_id: org, id })
    .execute()
}

export async function updateComponent(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  set: Updateable<Tables['components']>,
): Promise<void> {
  await tx.updateTable('components').set(set).where('org_id', '=', org).where('id', '=', id).execute()
}

export async function findComponentByReference(
  tx: Transaction,
  org: OrganizationId,
  kind: ComponentKind,
  reference: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('components')
    .select('id')
    .where('org_id', '=', org)
    .where('kind', '=', kind)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row?.id
}
