import { v7 as uuidv7 } from 'uuid'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { ResourceDraft, ResourceEdit } from './contract.ts'
import type { Missing } from './move.ts'
import { dayOf, type ReferenceRefusal } from './register.ts'
import { findMissing, loadAiSystem } from './store.ts'

export type ResourceRefusal =
  | Missing
  | ReferenceRefusal
  | { kind: 'in-the-future' }
  | { kind: 'stale'; currentVersion: number }
type Done = Result<Changed<{ id: string }>, ResourceRefusal>

/** Records a tool, a place of computing or people that the system needs. */
export async function recordResource(it: Change, system: string, draft: ResourceDraft): Promise<Done> {
  const refused = await refusalOf(it, system, draft)
  if (refused) return refuse(refused)
  const { versionLabel, owner, confirmedOn, ...plain } = draft
  const id = uuidv7()
  await it.tx
    .insertInto('ai_system_resources')
    .values({
      ...plain,
      version_label: versionLabel,
      owner_id: owner,
      confirmed_on: confirmedOn,
      org_id: it.org,
      id,
      system_id: system,
    })
    .execute()
  return ok({
    value: { id },
    facts: [{ type: 'ai-system.resource-recorded', subject: subjectRef('ai-system', system) }],
  })
}

export async function editResource(
  it: Change,
  { system, resource, version }: { system: string; resource: string; version: number },
  edit: ResourceEdit,
): Promise<Done> {
  const refused = (await refusalOf(it, system, edit)) ?? (await refusalOfVersion(it, system, resource, version))
  if (refused) return refuse(refused)
  const { versionLabel, owner, confirmedOn, ...plain } = edit
  const named = { ...plain, version_label: versionLabel, owner_id: owner, confirmed_on: confirmedOn }
  const set = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length > 0) {
    await it.tx
      .updateTable('ai_system_resources')
      .set(set)
      .where('org_id', '=', it.org)
      .where('id', '=', resource)
      .execute()
  }
  return ok({
    value: { id: resource },
    facts: [{ type: 'ai-system.resource-edited', subject: subjectRef('ai-system', system) }],
  })
}

/** Takes a resource out; history keeps it. */
export async function removeResource(
  it: Change,
  { system, resource, version }: { system: string; resource: string; version: number },
): Promise<Done> {
  const refused = (await refusalOf(it, system, {})) ?? (await refusalOfVersion(it, system, resource, version))
  if (refused) return refuse(refused)
  await it.tx.deleteFrom('ai_system_resources').where('org_id', '=', it.org).where('id', '=', resource).execute()
  return ok({
    value: { id: resource },
    facts: [{ type: 'ai-system.resource-removed', subject: subjectRef('ai-system', system) }],
  })
}

async function refusalOf(it: Change, system: string, edit: ResourceEdit): Promise<ResourceRefusal | null> {
  const found = await loadAiSystem(it.tx, it.org, system)
  if (!found) return { kind: 'not-found' }
  if (!it.grants.allows('ai-systems:edit', found)) return { kind: 'forbidden' }
  if (edit.confirmedOn && edit.confirmedOn > dayOf(it.now)) return { kind: 'in-the-future' }
  const problems = await findMissing(it.tx, it.org, { owner: edit.owner })
  return problems.length > 0 ? { kind: 'no-such-reference', problems } : null
}

async function refusalOfVersion(
  { tx, org }: Change,
  system: string,
  resource: string,
  version: number,
): Promise<ResourceRefusal | null> {
  const current = await versionOf(tx, org, system, resource)
  if (current === undefined) return { kind: 'not-found' }
  return current === version ? null : { kind: 'stale', currentVersion: current }
}

async function versionOf(
  tx: Transaction,
  org: OrganizationId,
  system: string,
  resource: string,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('ai_system_resources')
    .select('version')
    .where('org_id', '=', org)
    .where('system_id', '=', system)
    .where('id', '=', resource)
    .executeTakeFirst()
  return row?.version
}
