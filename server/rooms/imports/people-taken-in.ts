import { z } from 'zod'
import { type Permissions, roles, type Role } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import {
  assignRoles,
  editPerson,
  findPerson,
  invitationMail,
  prepareInvitation,
  type Prepared,
  takeBackInvitation,
} from '#rooms/identity/index.ts'
import type { RowProblem } from './model.ts'
import type { Made, Taken } from './register.ts'

export type HeldRole = { role: Role; expiresOn: string | null }
export type Standing = { name: string; unit: string | null; roles: HeldRole[] }

/** What a good row does: somebody new is to be invited, or somebody who is here stands otherwise. */
export type PersonDraft =
  | { kind: 'invite'; invitation: Prepared; send: boolean }
  | { kind: 'update'; person: string; standing: Standing }
  | { kind: 'leave' }

/** Roles with their ends as one text, to be compared. */
export function rolesText(held: readonly HeldRole[]): string {
  return held
    .map(({ role, expiresOn }) => `${role} ${expiresOn ?? ''}`)
    .toSorted()
    .join()
}

type NotImportable = { kind: 'not-importable'; problems: RowProblem[] }

/** Makes what a checked row says so. What changed since the check is a problem of the row. */
export async function takeIn(
  it: Change,
  draft: PersonDraft,
  permissions: Permissions,
): Promise<Result<Changed<Made>, NotImportable>> {
  if (draft.kind === 'leave') return notImportable('email', 'is here already')
  if (draft.kind === 'invite') return await makeInvitation(it, draft, permissions)
  const before = await findPerson(it.tx, it.org, draft.person)
  if (!before) return notImportable('email', 'is not here any more')
  const changed = await stand(it, draft.person, draft.standing, permissions)
  if (!changed.ok) return notImportable('roles', refusals[changed.error.kind])
  const was = { before: standingOf(before), after: draft.standing }
  return ok({ value: { id: draft.person, kind: 'person', was }, facts: changed.value })
}

async function makeInvitation(
  it: Change,
  { invitation, send }: PersonDraft & { kind: 'invite' },
  permissions: Permissions,
): Promise<Result<Changed<Made>, NotImportable>> {
  if (send && !it.person) return notImportable('email', 'can be invited by a person alone; a key can prepare it')
  const made = await prepareInvitation(it, permissions, invitation)
  if (!made.ok) return notImportable('roles', refusals[made.error.kind])
  const { id } = made.value.value
  const jobs = send ? [{ queue: invitationMail, data: { org: it.org, invitation: id, person: it.person } }] : []
  return ok({ value: { id }, facts: made.value.facts, jobs })
}

/** What changed between the check and the writing, in words for the row. */
const refusals = {
  'more-than-you-hold': 'are more than you hold yourself; ask an owner to import this row',
  'already-here': 'the person came to be here meanwhile',
  'end-needed': 'of an external auditor need an end',
  'end-in-the-past': 'end in the past',
  'no-such-unit': 'the unit is not here any more',
  'last-owner': 'would leave the organization without an owner',
  'not-found': 'the person is not here any more',
  erased: 'the person was erased',
  stale: 'the person was changed meanwhile',
} as const

function notImportable(field: string, message: string): Result<never, NotImportable> {
  return refuse({ kind: 'not-importable', problems: [{ field, message }] })
}

/** Makes a person stand so; the roles first, since they alone can be refused. */
async function stand(
  it: Change,
  id: string,
  { name, unit, roles: wanted }: Standing,
  permissions: Permissions,
): Promise<Result<[Fact, ...Fact[]], { kind: keyof typeof refusals }>> {
  const person = await findPerson(it.tx, it.org, id)
  if (!person) return refuse({ kind: 'not-found' })
  const facts: Fact[] = []
  if (rolesText(wanted) !== rolesText(person.roles)) {
    const assigned = await assignRoles(it, permissions, id, wanted)
    if (!assigned.ok) return assigned
    facts.push(...assigned.value.facts)
  }
  // other roles make another version of the person
  const version = facts.length > 0 ? (await findPerson(it.tx, it.org, id))?.version : person.version
  const edited = await editPerson(it, id, version ?? person.version, { name, unit })
  return edited.ok ? ok([...edited.value.facts, ...facts]) : edited
}

const Stood = z.object({
  name: z.string(),
  unit: z.uuid().nullable(),
  roles: z.array(z.object({ role: z.enum(roles), expiresOn: z.string().nullable() })),
})
const Was = z.object({ before: Stood, after: Stood })

/** Takes a row back: an invitation that nobody accepted, or the change of a person whom nobody changed since. */
export async function takeBack(
  it: Change,
  { id, kind, was }: Taken,
  permissions: Permissions,
): Promise<Result<Changed<{ id: string }>, { kind: 'changed-since' }>> {
  if (kind === 'invitation') {
    const taken = await takeBackInvitation(it, id)
    return taken.ok ? taken : refuse({ kind: 'changed-since' })
  }
  const known = Was.safeParse(was)
  const person = await findPerson(it.tx, it.org, id)
  if (!known.success || !person || person.state !== 'active') return refuse({ kind: 'changed-since' })
  if (!isSame(standingOf(person), known.data.after)) return refuse({ kind: 'changed-since' })
  const back = await stand(it, id, known.data.before, permissions)
  return back.ok ? ok({ value: { id }, facts: back.value }) : refuse({ kind: 'changed-since' })
}

function standingOf(person: {
  name: string
  unit: { id: string } | null
  roles: readonly { role: Role; expiresOn: string | null }[]
}): Standing {
  return {
    name: person.name,
    unit: person.unit?.id ?? null,
    roles: person.roles.map(({ role, expiresOn }) => ({ role, expiresOn })),
  }
}

function isSame(one: Standing, other: Standing): boolean {
  return one.name === other.name && one.unit === other.unit && rolesText(one.roles) === rolesText(other.roles)
}
