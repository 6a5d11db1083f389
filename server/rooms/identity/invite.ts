import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import type { Permissions, Role } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import { makeToken } from '#platform/secrets.ts'
import type { InvitationDraft } from './contract.ts'
import { type GrantRefusal, mayGrant } from './model.ts'
import { findPerson, findPersonByEmail, insertMemberships } from './people-store.ts'

export type InviteRefusal = GrantRefusal | { kind: 'already-here' } | { kind: 'end-needed' } | { kind: 'no-such-unit' }

const days = 24 * 60 * 60 * 1000

/** Asks somebody to join with these roles. The link is shown once; only a hash of its token is kept. */
export async function invite(
  { org, tx, grants, now, person }: Change,
  permissions: Permissions,
  draft: InvitationDraft,
): Promise<Result<Changed<{ id: string; token: string }>, InviteRefusal>> {
  const granted = mayGrant(permissions, grants.all(), draft.roles)
  if (!granted.ok) return granted
  // an external auditor's access is time-boxed, always
  if (draft.roles.includes('external-auditor') && !draft.rolesExpireOn) return refuse({ kind: 'end-needed' })
  const known = await findPersonByEmail(tx, org, draft.email)
  if (known?.state === 'active') return refuse({ kind: 'already-here' })
  if (draft.unit && !(await hasUnit({ tx, org }, draft.unit))) return refuse({ kind: 'no-such-unit' })
  const id = uuidv7()
  const { token, hash } = makeToken()
  await tx
    .insertInto('invitations')
    .values({
      org_id: org,
      id,
      email: draft.email.toLowerCase(),
      roles: draft.roles,
      roles_expire_on: draft.rolesExpireOn,
      unit_id: draft.unit,
      token_hash: hash,
      expires_at: new Date(now.getTime() + 14 * days),
      invited_by: person,
    })
    .execute()
  return ok({ value: { id, token }, facts: [{ type: 'invitation.sent', subject: subjectRef('invitation', id) }] })
}

/** What a file says about somebody who is to be invited. */
export type Prepared = InvitationDraft & { name: string }

/**
 * Notes somebody who is to be invited, and asks them nothing yet: there is no link until it is sent. Refuses what inviting
 * refuses.
 */
export async function prepareInvitation(
  it: Change,
  permissions: Permissions,
  draft: Prepared,
): Promise<Result<Changed<{ id: string }>, InviteRefusal>> {
  const invited = await invite(it, permissions, draft)
  if (!invited.ok) return invited
  const { id } = invited.value.value
  await it.tx
    .updateTable('invitations')
    .set({ state: 'prepared', name: draft.name || null, expires_at: it.now })
    .where('org_id', '=', it.org)
    .where('id', '=', id)
    .execute()
  return ok({ value: { id }, facts: [{ type: 'invitation.prepared', subject: subjectRef('invitation', id) }] })
}

/** Gives an invitation a link, or a new one that ends the one before. Its roles are given by whoever sends it. */
export async function sendInvitation(
  { org, tx, grants, now, person }: Change,
  permissions: Permissions,
  id: string,
): Promise<
  Result<Changed<{ token: string; email: string }>, GrantRefusal | { kind: 'not-found' } | { kind: 'not-pending' }>
> {
  const found = await tx
    .selectFrom('invitations')
    .select(['state', 'email', 'roles'])
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return refuse({ kind: 'not-found' })
  if ((found.state !== 'prepared' && found.state !== 'pending') || !found.email) return refuse({ kind: 'not-pending' })
  const granted = mayGrant(permissions, grants.all(), found.roles as Role[])
  if (!granted.ok) return granted
  const { token, hash } = makeToken()
  await tx
    .updateTable('invitations')
    .set({
      state: 'pending',
      token_hash: hash,
      expires_at: new Date(now.getTime() + 14 * days),
      invited_by: person,
    })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  return ok({
    value: { token, email: found.email },
    facts: [{ type: 'invitation.sent', subject: subjectRef('invitation', id) }],
  })
}

/** Takes back an invitation that an import made: it is withdrawn, and name and address are erased, since they were nobody's here. */
export async function takeBackInvitation(
  it: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-found' } | { kind: 'not-pending' }>> {
  const withdrawn = await withdrawInvitation(it, id)
  if (!withdrawn.ok) return withdrawn
  await eraseInvitation(it, id)
  const erased = { type: 'invitation.erased', subject: subjectRef('invitation', id) }
  return ok({ value: { id }, facts: [...withdrawn.value.facts, erased] })
}

/** Erases name and address from the invitation and every version of it. */
export async function eraseInvitation({ org, tx }: Change, id: string): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ email: null, name: null })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  await sql`select history.erase_personal(${org}::uuid, 'invitations', ${id}::uuid)`.execute(tx)
}

export async function hasUnit({ tx, org }: Pick<Change, 'tx' | 'org'>, id: string): Promise<boolean> {
  const unit = await tx
    .selectFrom('units')
    .select('id')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  return unit !== undefined
}

/** The invited person joins: a place in the organization, and the roles that were offered. */
export async function acceptInvitation(
  { org, tx, now }: Change,
  { invitation, person, name }: { invitation: string; person: string; name: string },
): Promise<Result<Changed<{ org: OrganizationId }>, { kind: 'link-used' } | { kind: 'member-already' }>> {
  const offered = await tx
    .updateTable('invitations')
    .set({ state: 'accepted' })
    .where('org_id', '=', org)
    .where('id', '=', invitation)
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .returning(['email', 'roles', 'roles_expire_on', 'unit_id'])
    .executeTakeFirst()
  if (!offered) return refuse({ kind: 'link-used' })
  // A place that was given back meanwhile keeps its roles; an old offer must not take an owner's.
  if ((await findPerson(tx, org, person))?.state === 'active') return refuse({ kind: 'member-already' })
  await tx
    .insertInto('people')
    .values({ org_id: org, id: person, name, email: offered.email, unit_id: offered.unit_id })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'id']).doUpdateSet({ state: 'active', name, email: offered.email }),
    )
    .execute()
  // Whoever comes back has what was offered now, and nothing of what they held before.
  await tx.deleteFrom('memberships').where('org_id', '=', org).where('person_id', '=', person).execute()
  const roles = offered.roles.map((role) => ({ role: role as Role, expiresOn: offered.roles_expire_on }))
  await insertMemberships(tx, org, person, roles)
  return ok({
    value: { org },
    facts: [
      { type: 'invitation.accepted', subject: subjectRef('invitation', invitation) },
      { type: 'person.joined', subject: subjectRef('person', person) },
    ],
  })
}

export async function withdrawInvitation(
  { org, tx }: Change,
  id: string,
): Promise<Result<Changed<{ id: string }>, { kind: 'not-found' } | { kind: 'not-pending' }>> {
  const found = await tx
    .selectFrom('invitations')
    .select('state')
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return refuse({ kind: 'not-found' })
  if (found.state !== 'pending' && found.state !== 'prepared') return refuse({ kind: 'not-pending' })
  await tx
    .updateTable('invitations')
    .set({ state: 'withdrawn' })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  return ok({ value: { id }, facts: [{ type: 'invitation.withdrawn', subject: subjectRef('invitation', id) }] })
}
