import { said } from '#kernel/said.ts'
import { type Permissions, roles, type Role } from '#kernel/permission.ts'
import { mayGrant } from '#rooms/identity/index.ts'
import type { ImportField, ImportOption, RowProblem } from './model.ts'
import {
  type KnownPeople,
  type KnownPerson,
  type PersonRow,
  problemIf,
  readKnownPeople,
  readPersonRow,
} from './people-rows.ts'
import { type PersonDraft, rolesText, type Standing, takeBack, takeIn } from './people-taken-in.ts'
import type { Cells, Checking, ImportRegister, RowCheck } from './register.ts'

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
    create: (it, draft) => takeIn(it, draft, permissions),
    undo: (it, _id, taken) => takeBack(it, taken, permissions),
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
    return {
      ok: false,
      problems: [{ field: 'email', ...said('needs {permissions}', { permissions: lacking.join(', ') }) }],
    }
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
    ...problemIf(after.name !== person.name, 'name', said('is “{name}” now', { name: person.name })),
    ...problemIf(
      rolesText(after.roles) !== rolesText(person.roles),
      'roles',
      held.length > 0 ? said('are {roles} now', { roles: held.join(', ') }) : 'are none now',
    ),
    ...problemIf(
      row.unit !== '' && after.unit !== (person.unit?.id ?? null),
      'unit',
      person.unit ? said('is “{name}” now', { name: person.unit.name }) : 'is none now',
    ),
  ]
}
