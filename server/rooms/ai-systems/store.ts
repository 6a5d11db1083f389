import { type Selectable, sql, type Updateable } from 'kysely'
import type { OrganizationId, PersonId } from '#kernel/id.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { AiSystemEdit, AiSystemFields } from './contract.ts'
import type { AiSystem, AiSystemId, Lifecycle } from './model.ts'
import type { RetirableState, Way } from './rules/lifecycle.ts'
import { asWord, asWordOrNull } from './rows.ts'
import * as words from './rules/words.ts'

const columns = [
  'id',
  'version',
  'owner_id',
  'unit_id',
  'purpose',
  'intended_users',
  'human_oversight',
  'autonomy',
  'individual_decisions',
  'intake',
  'state',
  'since',
  'state_reason',
  'approved_on',
  'approved_by',
  'approval_note',
  'development_started_on',
  'verified_on',
  'verified_by',
  'verification_result',
  'started_on',
  'retired_from',
  'suspension_reason',
  'duplicate_of',
] as const

type Row = Pick<Selectable<Tables['ai_systems']>, (typeof columns)[number]>

/** The system as the rules see it. Throws on a row that is none of the states of a life. */
export async function loadAiSystem(tx: Transaction, org: OrganizationId, id: string): Promise<AiSystem | undefined> {
  const row = await tx
    .selectFrom('ai_systems')
    .select(columns)
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toAiSystem(row)
}

function toAiSystem(row: Row): AiSystem {
  return {
    id: row.id as AiSystemId,
    version: row.version,
    owner: row.owner_id as PersonId | null,
    unit: row.unit_id,
    purpose: row.purpose,
    intendedUsers: row.intended_users,
    humanOversight: row.human_oversight,
    autonomy: asWordOrNull(words.autonomyLevels, row.autonomy),
    individualDecisions: asWordOrNull(words.individualDecisions, row.individual_decisions),
    intake: asWordOrNull(words.intakeStates, row.intake),
    life: toLife(row),
  }
}

function toWay(row: Row): Way {
  const approvedBy = row.approved_by as PersonId | null
  const verifiedBy = row.verified_by as PersonId | null
  return {
    approval: row.approved_on ? { on: row.approved_on, by: approvedBy, note: row.approval_note } : null,
    developmentStartedOn: row.development_started_on,
    verification: row.verified_on ? { on: row.verified_on, by: verifiedBy, result: row.verification_result } : null,
    startedOn: row.started_on,
  }
}

function toLife(row: Row): Lifecycle {
  const way = toWay(row)
  const { since, state_reason: reason } = row
  const state = asWord(words.states, row.state)
  if (state === 'proposed' || state === 'in-development' || state === 'in-use') return { ...way, since, state }
  if (state === 'dismissed') return { ...way, since, state, reason, duplicateOf: row.duplicate_of as AiSystemId | null }
  if (state === 'suspended') return { ...way, since, state, reason }
  if (state === 'approved' && way.approval) return { ...way, since, state, approval: way.approval }
  if (state === 'verified' && way.verification) return { ...way, since, state, verification: way.verification }
  if (state === 'retired' && row.retired_from) {
    const from = asWord(retirable, row.retired_from)
    return { ...way, since, state, reason, from, suspensionReason: row.suspension_reason }
  }
  throw new Error(`AI system ${row.id} is in no state that a system can be in`)
}

const retirable = ['approved', 'in-development', 'verified', 'in-use', 'suspended'] as const satisfies RetirableState[]

/** The columns of a life; what a state does not know is empty. */
export function lifeColumns(life: Lifecycle) {
  const { approval, verification, developmentStartedOn, startedOn, since, state } = life
  return {
    state,
    since,
    state_reason: 'reason' in life ? life.reason : '',
    approved_on: approval?.on ?? null,
    approved_by: approval?.by ?? null,
    approval_note: approval?.note ?? '',
    development_started_on: developmentStartedOn,
    verified_on: verification?.on ?? null,
    verified_by: verification?.by ?? null,
    verification_result: verification?.result ?? '',
    started_on: startedOn,
    retired_on: life.state === 'retired' ? since : null,
    retired_from: life.state === 'retired' ? life.from : null,
    suspension_reason: life.state === 'retired' ? life.suspensionReason : '',
    duplicate_of: life.state === 'dismissed' ? life.duplicateOf : null,
  }
}

/** The columns of what a person writes; only those that were given. */
export function fieldColumns(edit: AiSystemEdit): Updateable<Tables['ai_systems']> {
  const named = {
    name: edit.name,
    reference: edit.reference,
    purpose: edit.purpose,
    description: edit.description,
    supplier: edit.supplier,
    owner_id: edit.owner,
    unit_id: edit.unit,
    provenance: edit.provenance,
    autonomy: edit.autonomy,
    individual_decisions: edit.individualDecisions,
    intended_users: edit.intendedUsers,
    human_oversight: edit.humanOversight,
    affected_groups: edit.affectedGroups,
    jurisdictions: edit.jurisdictions,
    sectors: edit.sectors,
    data_classes: edit.dataClasses,
  }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
}

export type NewAiSystem = {
  id: string
  fields: Partial<AiSystemFields> & { name: string }
  life: Lifecycle
  now: Date
  intake?: { askedBy: string | null; note: string; usedAlready: boolean }
}

export async function insertAiSystem(
  tx: Transaction,
  org: OrganizationId,
  { id, fields, life, now, intake }: NewAiSystem,
): Promise<void> {
  const asked = intake && {
    intake: 'open',
    asked_by: intake.askedBy,
    intake_note: intake.note,
    used_already: intake.usedAlready,
  }
  await tx
    .insertInto('ai_systems')
    .values({
      ...fieldColumns(fields),
      ...lifeColumns(life),
      ...asked,
      name: fields.name,
      use_changed_at: now,
      org_id: org,
      id,
    })
    .execute()
}

/** Writes these columns of a system that the organization's lock protects since it was loaded. */
export async function updateAiSystem(
  tx: Transaction,
  org: OrganizationId,
  id: string,
  set: Updateable<Tables['ai_systems']>,
): Promise<void> {
  await tx.updateTable('ai_systems').set(set).where('org_id', '=', org).where('id', '=', id).execute()
}

/** Saves a life if the system is still in the state that the rules looked at. */
export async function saveLife(tx: Transaction, org: OrganizationId, before: AiSystem, after: AiSystem): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('ai_systems')
    .set({ ...lifeColumns(after.life), intake: after.intake })
    .where('org_id', '=', org)
    .where('id', '=', before.id)
    .where('state', '=', before.life.state)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`AI system ${before.id} changed under the organization's lock`)
}

/** Which of these references name nothing active here: a reference is checked before it is written. */
export async function findMissing(
  tx: Transaction,
  org: OrganizationId,
  { owner, unit }: { owner?: string | null | undefined; unit?: string | null | undefined },
): Promise<{ path: string; message: string }[]> {
  const { rows } = await sql<{ owner: boolean; unit: boolean }>`
    select ${owner ?? null}::uuid is null or exists (
             select from people where org_id = ${org} and id = ${owner ?? null} and state = 'active') as owner,
           ${unit ?? null}::uuid is null or exists (
             select from units where org_id = ${org} and id = ${unit ?? null}) as unit`.execute(tx)
  const there = rows[0] ?? { owner: false, unit: false }
  return [...(there.owner ? [] : [missingReference('owner')]), ...(there.unit ? [] : [missingReference('unit')])]
}

export function missingReference(path: string): { path: string; message: string } {
  return { path, message: 'does not exist here or is no longer active; choose another' }
}

/** The other system that carries this inventory number, if any. */
export async function findByReference(
  tx: Transaction,
  org: OrganizationId,
  reference: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('ai_systems')
    .select('id')
    .where('org_id', '=', org)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row?.id
}
