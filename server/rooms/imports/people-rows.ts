import { type Said, said } from '#kernel/said.ts'
import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import { roles, type Role } from '#kernel/permission.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { z } from 'zod'
import type { RowProblem } from './model.ts'
import type { Cells } from './register.ts'

/** What a row says about a person; an empty cell says nothing. */
export type PersonRow = {
  email: string
  name: string
  roles: Role[]
  rolesExpireOn: string | null
  unit: string
}

/** The words by which files name roles, in English and German, without spaces, dashes and capitals. */
const roleWords: Record<Role, readonly string[]> = {
  owner: ['organisationowner', 'organizationowner', 'eigentümer', 'inhaber'],
  'aims-manager': ['manager', 'aimsmanagerin', 'ki-managementbeauftragter'],
  contributor: ['mitwirkende', 'mitwirkender', 'member', 'editor'],
  approver: ['genehmiger', 'genehmigerin', 'genehmigende'],
  'internal-auditor': ['internerauditor', 'interneauditorin'],
  'external-auditor': ['externerauditor', 'externeauditorin'],
  employee: ['mitarbeiter', 'mitarbeiterin', 'mitarbeitende', 'beschäftigte'],
}

const byWord = new Map(roles.flatMap((role) => [role, ...roleWords[role]].map((word) => [plain(word), role] as const)))

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}]/gu, '')
}

const Email = z.email().max(320)
const Name = z.string().max(200)
const Day = z.iso.date()

/** Reads the cells of a row, with what is wrong with each. */
export function readPersonRow(cells: Cells, today: string): { row: PersonRow; problems: RowProblem[] } {
  const cell = (name: string) => cells[name]?.trim() ?? ''
  const email = cell('email').toLowerCase()
  const words = cell('roles').split(/[;,|\n]/)
  const named = words.map((word) => word.trim()).filter((word) => word !== '')
  const unknown = named.filter((word) => !byWord.has(plain(word)))
  const held = [...new Set(named.flatMap((word) => byWord.get(plain(word)) ?? []))]
  const ends = cell('rolesExpireOn')
  const problems: RowProblem[] = [
    ...problemIf(email === '', 'email', 'must be given: a person is found by it'),
    ...problemIf(email !== '' && !Email.safeParse(email).success, 'email', 'is no e-mail address'),
    ...problemIf(!Name.safeParse(cell('name')).success, 'name', 'is longer than 200 characters'),
    ...unknown.map((word) => ({
      field: 'roles',
      ...said('“{word}” is no role; use {roles}', { word, roles: roles.join(', ') }),
    })),
    ...problemIf(ends !== '' && !Day.safeParse(ends).success, 'rolesExpireOn', 'is no day; write it as 2027-03-31'),
    ...problemIf(Day.safeParse(ends).success && ends <= today, 'rolesExpireOn', 'lies in the past; choose a later day'),
    ...problemIf(
      held.includes('external-auditor') && ends === '',
      'rolesExpireOn',
      'is needed for an external auditor',
    ),
  ]
  const row = { email, name: cell('name'), roles: held, rolesExpireOn: ends === '' ? null : ends, unit: cell('unit') }
  return { row, problems }
}

export function problemIf(wrong: boolean, field: string, words: string | Said): RowProblem[] {
  return wrong ? [{ field, ...(typeof words === 'string' ? { message: words } : words) }] : []
}

export type KnownPerson = {
  id: string
  email: string
  name: string
  state: string
  unit: { id: string; name: string } | null
  roles: { role: Role; expiresOn: string | null }[]
}

export type KnownPeople = {
  people: Map<string, KnownPerson>
  /** addresses that are invited or about to be */
  invited: Set<string>
  units: Map<string, string>
}

/** Who of these addresses is here or invited already, and the units that are named, in three queries for all rows. */
export async function readKnownPeople(
  tx: Transaction,
  org: OrganizationId,
  rows: readonly PersonRow[],
): Promise<KnownPeople> {
  const emails = rows.map(({ email }) => email)
  const people = await sql<KnownPerson>`
    select p.id, lower(p.email) as email, coalesce(p.name, '') as name, p.state,
           case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit,
           coalesce((select json_agg(json_build_object('role', m.role, 'expiresOn', m.expires_on) order by m.role)
              from memberships m where m.org_id = p.org_id and m.person_id = p.id), '[]') as roles
      from people p left join units u on u.org_id = p.org_id and u.id = p.unit_id
     where p.org_id = ${org} and lower(p.email) = any(${emails}::text[])`.execute(tx)
  const invited = await sql<{ email: string }>`
    select lower(email) as email from invitations where org_id = ${org} and lower(email) = any(${emails}::text[])
       and (state = 'prepared' or (state = 'pending' and expires_at > now()))`.execute(tx)
  const units = await sql<{ id: string; name: string }>`
    select id, name from units where org_id = ${org} and name = any(${rows.map(({ unit }) => unit)}::text[])`.execute(
    tx,
  )
  return {
    people: new Map(people.rows.map((person) => [person.email, person])),
    invited: new Set(invited.rows.map(({ email }) => email)),
    units: new Map(units.rows.map(({ id, name }) => [name, id])),
  }
}
