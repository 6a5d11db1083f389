import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Profile, ProfileEdit } from './contract.ts'
import { missingOf } from './model.ts'

/** The organization's profile; before anybody filled it in, an empty one at version 0. */
export async function readProfile(tx: Transaction, org: OrganizationId): Promise<Profile> {
  const { name } = await tx
    .selectFrom('organizations')
    .select('name')
    .where('org_id', '=', org)
    .executeTakeFirstOrThrow()
  const row = await tx
    .selectFrom('organization_profiles')
    .select(['version', 'sector', 'purpose', 'people_count', 'sites', 'eu_presence', 'jurisdictions', 'top_management'])
    .where('org_id', '=', org)
    .executeTakeFirst()
  const ids = row?.top_management ?? []
  const people =
    ids.length > 0
      ? await tx.selectFrom('people').select(['id', 'name']).where('org_id', '=', org).where('id', 'in', ids).execute()
      : []
  const profile = {
    version: row?.version ?? 0,
    name,
    sector: row?.sector ?? null,
    purpose: row?.purpose ?? '',
    peopleCount: row?.people_count ?? null,
    sites: row?.sites ?? [],
    euPresence: row?.eu_presence ?? null,
    jurisdictions: row?.jurisdictions ?? [],
    topManagement: people.map(({ id, name: person }) => ({ id, name: person ?? 'Erased person' })),
  }
  return { ...profile, missing: missingOf(profile) }
}

export type ProfileRefusal =
  | { kind: 'stale'; currentVersion: number }
  | { kind: 'no-such-reference'; problems: { path: string; message: string }[] }

export async function editProfile(
  { org, tx }: Change,
  version: number,
  edit: ProfileEdit,
): Promise<Result<Changed<{ version: number }>, ProfileRefusal>> {
  const current = await readProfile(tx, org)
  if (current.version !== version) return refuse({ kind: 'stale', currentVersion: current.version })
  const wanted = edit.topManagement ?? []
  const known =
    wanted.length > 0
      ? await tx.selectFrom('people').select('id').where('org_id', '=', org).where('id', 'in', wanted).execute()
      : []
  if (known.length < new Set(wanted).size) {
    return refuse({
      kind: 'no-such-reference',
      problems: [{ path: 'topManagement', message: 'names somebody who has no place here' }],
    })
  }
  const values = {
    sector: edit.sector === undefined ? current.sector : edit.sector,
    purpose: edit.purpose ?? current.purpose,
    people_count: edit.peopleCount === undefined ? current.peopleCount : edit.peopleCount,
    sites: edit.sites ?? current.sites,
    eu_presence: edit.euPresence === undefined ? current.euPresence : edit.euPresence,
    jurisdictions: edit.jurisdictions ?? current.jurisdictions,
    top_management: edit.topManagement ?? current.topManagement.map(({ id }) => id),
  }
  if (edit.name && edit.name !== current.name) {
    await tx.updateTable('organizations').set({ name: edit.name }).where('org_id', '=', org).execute()
  }
  const saved = await tx
    .insertInto('organization_profiles')
    .values({ org_id: org, id: org, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(values))
    .returning('version')
    .executeTakeFirstOrThrow()
  return ok({
    value: { version: saved.version },
    facts: [{ type: 'organization.profile-edited', subject: subjectRef('organization', org) }],
  })
}
