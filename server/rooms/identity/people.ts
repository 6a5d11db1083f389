import { sql } from 'kysely'
import { subjectRef } from '#kernel/id.ts'
import type { Permissions, Role } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { PersonEdit, PersonView } from './contract.ts'
import { eraseInvitation, hasUnit } from './invite.ts'
import { type GrantRefusal, mayGrant } from './model.ts'
import { endResetsOf } from './resets-store.ts'
import { countOtherOwners, findPerson, insertMemberships } from './people-store.ts'

type Done = Changed<{ id: string }>
type Missing = { kind: 'not-found' }

export async function editPerson(
  { org, tx }: Change,
  id: string,
  version: number,
  edit: PersonEdit,
): Promise<
  Result<Done, Missing | { kind: 'stale'; currentVersion: number } | { kind: 'no-such-unit' } | { kind: 'erased' }>
> {
  const person = await findPerson(tx, org, id)
  if (!person) return refuse({ kind: 'not-found' })
  if (person.state === 'erased') return refuse({ kind: 'erased' })
  if (person.version !== version) return refuse({ kind: 'stale', currentVersion: person.version })
  if (edit.unit && !(await hasUnit({ tx, org }, edit.unit))) return refuse({ kind: 'no-such-unit' })
  await tx
    .updateTable('people')
    .set({ name: edit.name ?? person.name, unit_id: edit.unit === undefined ? (person.unit?.id ?? null) : edit.unit })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  return done(id, 'person.edited')
}

type AssignRefusal = Missing | GrantRefusal | { kind: 'last-owner' } | { kind: 'end-needed' } | { kind: 'erased' }

/** Sets the roles a person holds. Roles given and roles taken must both be within what the granter holds. */
export async function assignRoles(
  it: Change,
  permissions: Permissions,
  id: string,
  wanted: readonly { role: Role; expiresOn: string | null }[],
): Promise<Result<Done, AssignRefusal>> {
  const { org, tx, grants } = it
  const person = await findPerson(tx, org, id)
  if (!person) return refuse({ kind: 'not-found' })
  if (person.state === 'erased') return refuse({ kind: 'erased' })
  const granted = mayGrant(
    permissions,
    grants.all(),
    [...wanted, ...person.roles].map(({ role }) => role),
  )
  if (!granted.ok) return granted
  if (wanted.some(({ role, expiresOn }) => role === 'external-auditor' && !expiresOn))
    return refuse({ kind: 'end-needed' })
  const staysOwner = wanted.some(({ role, expiresOn }) => role === 'owner' && !expiresOn)
  if (holdsOwner(person) && !staysOwner && (await countOtherOwners(tx, org, id)) === 0)
    return refuse({ kind: 'last-owner' })
  const kept = wanted.map(({ role }) => role)
  let gone = tx.deleteFrom('memberships').where('org_id', '=', org).where('person_id', '=', id)
  if (kept.length > 0) gone = gone.where('role', 'not in', kept)
  await gone.execute()
  if (wanted.length > 0) await insertMemberships(tx, org, id, wanted)
  // roles are part of how a person is shown, so whoever looked before looks at an earlier version now
  await tx
    .updateTable('people')
    .set({ changed_at: sql`now()` })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .execute()
  await endResetsOf(it, id)
  return done(id, 'person.roles-assigned')
}

/** Whose roles may do more than one's own is out of reach. */
export function mayHandle(
  { grants }: Pick<Change, 'grants'>,
  permissions: Permissions,
  person: PersonView,
): Result<readonly Role[], GrantRefusal> {
  return mayGrant(
    permissions,
    grants.all(),
    person.roles.map(({ role }) => role),
  )
}

function holdsOwner(person: PersonView): boolean {
  return person.state === 'active' && person.roles.some(({ role }) => role === 'owner')
}

/** Ends a person's place at once: every request reads the state anew, so their sessions see nothing from here on. */
export async function disablePerson(
  it: Change,
  permissions: Permissions,
  id: string,
): Promise<
  Result<Done, Missing | GrantRefusal | { kind: 'last-owner' } | { kind: 'not-active' } | { kind: 'yourself' }>
> {
  const { org, tx } = it
  const person = await findPerson(tx, org, id)
  if (!person) return refuse({ kind: 'not-found' })
  if (id === it.person) return refuse({ kind: 'yourself' })
  if (person.state !== 'active') return refuse({ kind: 'not-active' })
  const held = mayHandle(it, permissions, person)
  if (!held.ok) return held
  if (holdsOwner(person) && (await countOtherOwners(tx, org, id)) === 0) return refuse({ kind: 'last-owner' })
  await setState(it, id, 'disabled')
  await endResetsOf(it, id)
  return done(id, 'person.disabled')
}

/** Gives a person their place back with the roles they had, which must be within what the giver holds. */
export async function enablePerson(
  it: Change,
  permissions: Permissions,
  id: string,
): Promise<Result<Done, Missing | GrantRefusal | { kind: 'not-disabled' }>> {
  const person = await findPerson(it.tx, it.org, id)
  if (!person) return refuse({ kind: 'not-found' })
  if (person.state !== 'disabled') return refuse({ kind: 'not-disabled' })
  const held = mayHandle(it, permissions, person)
  if (!held.ok) return held
  await setState(it, id, 'active')
  return done(id, 'person.enabled')
}

/**
 * Erases name and address from the live row and every version of it; who did what stays, under an opaque id. `forget` takes
 * the person out of what other rooms keep without history.
 */
export async function erasePerson(
  it: Change,
  id: string,
  forget: (it: Change, person: { id: string; email: string }) => Promise<void>,
): Promise<Result<Done, Missing | { kind: 'still-active' } | { kind: 'erased' }>> {
  const person = await findPerson(it.tx, it.org, id)
  if (!person) return refuse({ kind: 'not-found' })
  if (person.state === 'active') return refuse({ kind: 'still-active' })
  if (person.state === 'erased') return refuse({ kind: 'erased' })
  const invitations = await it.tx
    .selectFrom('invitations')
    .select('id')
    .where('org_id', '=', it.org)
    .where('email', '=', person.email)
    .execute()
  await it.tx
    .updateTable('people')
    .set({ state: 'erased', name: null, email: null })
    .where('org_id', '=', it.org)
    .where('id', '=', id)
    .execute()
  await sql`select history.erase_personal(${it.org}::uuid, 'people', ${id}::uuid)`.execute(it.tx)
  await forget(it, { id, email: person.email })
  for (const invitation of invitations) {
    await eraseInvitation(it, invitation.id)
  }
  const alsoErased = invitations.map(({ id: invitation }) => ({
    type: 'invitation.erased',
    subject: subjectRef('invitation', invitation),
  }))
  return ok({ value: { id }, facts: [{ type: 'person.erased', subject: subjectRef('person', id) }, ...alsoErased] })
}

async function setState({ org, tx }: Change, id: string, state: 'active' | 'disabled'): Promise<void> {
  await tx.updateTable('people').set({ state }).where('org_id', '=', org).where('id', '=', id).execute()
}

function done(id: string, type: string): Result<Done, never> {
  return ok({ value: { id }, facts: [{ type, subject: subjectRef('person', id) }] })
}
