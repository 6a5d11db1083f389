import { z } from 'zod'
import { type Permissions, roles, type Role } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import {
  assignRoles,
  editPerson,
  findPerson,
  invitationMail,
  mayGrant,
  prepareInvitation,
  type Prepared,
  takeBackInvitation,
} from '#rooms/identity/index.ts'
import type { ImportField, ImportOption, RowProblem } from './model.ts'
import {
  type KnownPeople,
  type KnownPerson,
  type PersonRow,
  problemIf,
  readKnownPeople,
  readPersonRow,
} from './people-rows.ts'
import type { Cells, Checking, ImportRegister, Made, RowCheck, Taken } from './register.ts'

type HeldRole = { role: Role; expiresOn: string | null }
type Standing = { name: string; unit: string | null; roles: HeldRole[] }

/** What a good row does: somebody new is to be invited, or somebody who is here stands otherwise. */
export type PersonDraft =
  | { kind: 'invite'; invitation: Prepared; send: boolean }
  | { kind: 'update'; person: string; standing: Standing }
  | { kind: 'leave' }

const fields: readonly ImportField[] = [
  field('email', 'E-mail', {
    required: true,
    help: 'By which a person is found.',
    aliases: ['mail', 'address', 'adresse'],
  }),
  field('name', 'Name', { aliases: ['full name', 'person'] }),
  field('roles', 'Roles', {
    help: `${roles.join(', ')}. Several with ; between them. Needed for somebody new.`,
    aliases: ['role', 'rolle', 'rollen'],
  }),
  field('rolesExpireOn', 'Roles end on', {
    help: '2027-03-31. Needed for an external auditor.',
    aliases: ['end', 'until', 'bis'],
  }),
  field('unit', 'Unit', {
    help: 'A unit as it is called here.',
    aliases: ['department', 'team', 'abteilung', 'einheit'],
  }),
]

function field(name: string, label: string, { required = false, help = '', aliases = [] as string[] }): ImportField {
  return { name, label, required, help, aliases }
}

function optionsOf(mailed: boolean): readonly ImportOption[] {
  const prepare = {
    value: 'prepare',
    label: 'Prepare their invitations',
    help: 'Nobody is asked anything. Send each invitation from the list of people.',
  }
  const send = { value: 'send', label: 'Invite them by mail', help: 'Each gets a mail with a link that works once.' }
  return [
    {
      name: 'existing',
      label: 'People who are here already',
      choices: [
        { value: 'leave', label: 'Leave them as they are', help: 'Their rows change nothing.' },
        {
          value: 'update',
          label: 'Update them',
          help: 'Name, roles and unit become what the row says; an empty cell changes nothing.',
        },
      ],
    },
    { name: 'invite', label: 'People who are new', choices: mailed ? [prepare, send] : [prepare] },
  ]
}

/**
 * People as the import room takes files of them in. Nobody is given a role that the importer could not give, and nobody is
 * asked to join unless that was chosen.
 */
export function peopleImports(permissions: Permissions, { mailed }: { mailed: boolean }): ImportRegister<PersonDraft> {
  return {
    name: 'people',
    label: 'People',
    permission: 'people:invite',
    rowsPermission: 'people:invite',
    kind: 'invitation',
    fields,
    options: optionsOf(mailed),
    sample: [
      { email: 'anna.schmidt@example.org', name: 'Anna Schmidt', roles: 'contributor; approver' },
      { email: 'ben.okafor@example.org', name: 'Ben Okafor', roles: 'external-auditor', rolesExpireOn: '2099-12-31' },
    ],
    check: (at, rows) => checkRows(at, rows, permissions),
    create: (it, draft) => create(it, draft, permissions),
    undo: (it, _id, taken) => undo(it, taken, permissions),
  }
}

async function checkRows(
  at: Checking,
  rows: readonly Cells[],
  permissions: Permissions,
): Promise<RowCheck<PersonDraft>[]> {
  const read = rows.map((cells) => readPersonRow(cells, at.today))
  const known = await readKnownPeople(
    at.tx,
    at.org,
    read.map(({ row }) => row),
  )
  return read.map(({ row, problems: unreadable }) => {
    const person = known.people.get(row.email)
    const updates = person !== undefined && at.options['existing'] === 'update'
    const problems = [
      ...unreadable,
      ...problemIf(at.seen.has(row.email), 'email', 'stands in an earlier row of this file too'),
      ...problemIf(row.unit !== '' && !known.units.has(row.unit), 'unit', 'is no unit here; create it first'),
      ...problemIf(
        !mayGrant(permissions, at.grants.all(), touchedBy(row, person, updates)).ok,
        'roles',
        'are more than you hold yourself; ask an owner to import this row',
      ),
      ...problemIf(
        updates && person.state !== 'active',
        'email',
        'is of somebody whose place has ended; give it back on their page first',
      ),
    ]
    if (row.email !== '') at.seen.add(row.email)
    const checked = decide(row, person, known, at)
    if (problems.length > 0) return { ok: false, problems }
    return checked
  })
}

/** The roles that a row gives or takes. */
function touchedBy(row: PersonRow, person: KnownPerson | undefined, updates: boolean): Role[] {
  if (!person) return row.roles
  return updates && row.roles.length > 0 ? [...row.roles, ...person.roles.map(({ role }) => role)] : []
}

function decide(
  row: PersonRow,
  person: KnownPerson | undefined,
  known: KnownPeople,
  { options, grants }: Checking,
): RowCheck<PersonDraft> {
  if (!person && known.invited.has(row.email)) return left('is invited or prepared already; that stays as it is')
  if (!person && row.roles.length === 0)
    return { ok: false, problems: [{ field: 'roles', message: 'must be given for somebody new' }] }
  if (!person) {
    const { email, name, rolesExpireOn } = row
    const invitation = { email, name, roles: row.roles, rolesExpireOn, unit: known.units.get(row.unit) ?? null }
    return { ok: true, effect: 'create', draft: { kind: 'invite', invitation, send: options['invite'] === 'send' } }
  }
  if (options['existing'] !== 'update') return left('is here already and is left as they are')
  const standing = standingAfter(row, person, known)
  const notes = differences(person, standing, row)
  if (notes.length === 0) return left('is here already, and nothing differs')
  const lacking = ['people:edit', 'people:assign-roles'].filter((permission) => !grants.has(permission))
  if (lacking.length > 0)
    return { ok: false, problems: [{ field: 'email', message: `needs ${lacking.join(' and ')}` }] }
  return { ok: true, effect: 'update', notes, draft: { kind: 'update', person: person.id, standing } }
}

function left(message: string): RowCheck<PersonDraft> {
  return { ok: true, effect: 'leave', notes: [{ field: 'email', message }], draft: { kind: 'leave' } }
}

/** How a person stands once the row is taken in. A role that stays keeps its end unless the row names one. */
function standingAfter(row: PersonRow, person: KnownPerson, known: KnownPeople): Standing {
  const endOf = (role: Role) => person.roles.find((held) => held.role === role)?.expiresOn ?? null
  const wanted = row.roles.map((role) => ({ role, expiresOn: row.rolesExpireOn ?? endOf(role) }))
  return {
    name: row.name === '' ? person.name : row.name,
    unit: row.unit === '' ? (person.unit?.id ?? null) : (known.units.get(row.unit) ?? null),
    roles: row.roles.length === 0 ? person.roles : wanted,
  }
}

/** What the row would change, each with what it is now. */
function differences(person: KnownPerson, after: Standing, row: PersonRow): RowProblem[] {
  const held = person.roles.map(({ role, expiresOn }) => (expiresOn ? `${role} until ${expiresOn}` : role))
  return [
    ...problemIf(after.name !== person.name, 'name', `is “${person.name}” now`),
    ...problemIf(
      rolesText(after.roles) !== rolesText(person.roles),
      'roles',
      held.length > 0 ? `are ${held.join(', ')} now` : 'are none now',
    ),
    ...problemIf(
      row.unit !== '' && after.unit !== (person.unit?.id ?? null),
      'unit',
      person.unit ? `is “${person.unit.name}” now` : 'is none now',
    ),
  ]
}

function rolesText(held: readonly HeldRole[]): string {
  return held
    .map(({ role, expiresOn }) => `${role} ${expiresOn ?? ''}`)
    .toSorted()
    .join()
}

type NotImportable = { kind: 'not-importable'; problems: RowProblem[] }

async function create(
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
  const edited = await editPerson(it, id, person.version, { name, unit })
  return edited.ok ? ok([...edited.value.facts, ...facts]) : edited
}

const Stood = z.object({
  name: z.string(),
  unit: z.uuid().nullable(),
  roles: z.array(z.object({ role: z.enum(roles), expiresOn: z.string().nullable() })),
})
const Was = z.object({ before: Stood, after: Stood })

/** Takes a row back: an invitation that nobody accepted, or the change of a person whom nobody changed since. */
async function undo(
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
