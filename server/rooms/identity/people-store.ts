import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Role } from '#kernel/permission.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { SubjectReader } from '#platform/subjects.ts'
import type { PersonView } from './contract.ts'

export function peopleOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('people as p')
    .leftJoin('units as u', (join) => join.onRef('u.org_id', '=', 'p.org_id').onRef('u.id', '=', 'p.unit_id'))
    .where('p.org_id', '=', org)
    .select([
      'p.id',
      'p.version',
      'p.name',
      'p.email',
      'p.state',
      'p.unit_id',
      'u.name as unit_name',
      'p.changed_at',
      rolesOf,
    ])
}

const rolesOf = sql<{ id: string; role: Role; expiresOn: string | null }[]>`coalesce((
  select json_agg(json_build_object('id', m.id, 'role', m.role, 'expiresOn', m.expires_on) order by m.role)
    from memberships m where m.org_id = p.org_id and m.person_id = p.id), '[]')`.as('roles')

type Row = Awaited<ReturnType<ReturnType<typeof peopleOf>['executeTakeFirstOrThrow']>>

export function toView(row: Row): PersonView {
  const { id, version, roles } = row
  const unit = row.unit_id ? { id: row.unit_id, name: row.unit_name ?? '' } : null
  const erased = row.state === 'erased'
  const name = erased ? 'Erased person' : (row.name ?? '')
  return {
    id,
    version,
    name,
    email: row.email ?? '',
    state: asState(row.state),
    unit,
    roles,
    changedAt: row.changed_at,
  }
}

function asState(state: string): PersonView['state'] {
  if (state === 'active' || state === 'disabled' || state === 'erased') return state
  throw new Error(`a person cannot be ${state}`)
}

export async function listPeople(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { state?: string | undefined; role?: string | undefined },
): Promise<Page<PersonView>> {
  let rows = peopleOf(tx, org)
  if (query.state) rows = rows.where('p.state', '=', query.state)
  if (query.role) {
    rows = rows.where(
      sql<boolean>`exists (select from memberships m where m.org_id = p.org_id and m.person_id = p.id and m.role = ${query.role})`,
    )
  }
  if (query.q) {
    const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((where) => where.or([where('p.name', 'ilike', like), where('p.email', 'ilike', like)]))
  }
  const page = await readPage(rows, query, {
    orders: { name: 'p.name', changedAt: 'p.changed_at' },
    fallback: 'name',
    id: 'p.id',
  })
  return { ...page, items: page.items.map(toView) }
}

export async function findPerson(tx: Transaction, org: OrganizationId, id: string): Promise<PersonView | undefined> {
  const row = await peopleOf(tx, org).where('p.id', '=', id).executeTakeFirst()
  return row && toView(row)
}

export async function findPersonByEmail(
  tx: Transaction,
  org: OrganizationId,
  email: string,
): Promise<PersonView | undefined> {
  const row = await peopleOf(tx, org).where(sql`lower(p.email)`, '=', email.toLowerCase()).executeTakeFirst()
  return row && toView(row)
}

export async function insertMemberships(
  tx: Transaction,
  org: OrganizationId,
  person: string,
  roles: readonly { role: Role; expiresOn: string | null }[],
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values(
      roles.map(({ role, expiresOn }) => ({
        org_id: org,
        id: uuidv7(),
        person_id: person,
        role,
        expires_on: expiresOn,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'person_id', 'role']).doUpdateSet({ expires_on: sql`excluded.expires_on` }),
    )
    .execute()
}

/** How many active people other than this one hold the owner's role: an organization never loses its last owner. */
export async function countOtherOwners(tx: Transaction, org: OrganizationId, person: string): Promise<number> {
  const counted = await tx
    .selectFrom('memberships as m')
    .innerJoin('people as p', (join) => join.onRef('p.org_id', '=', 'm.org_id').onRef('p.id', '=', 'm.person_id'))
    .select(sql<number>`count(*)`.as('owners'))
    .where('m.org_id', '=', org)
    .where('m.role', '=', 'owner')
    .where('p.state', '=', 'active')
    .where('m.person_id', '<>', person)
    .executeTakeFirstOrThrow()
  return Number(counted.owners)
}

export const personSubjects: SubjectReader = {
  kind: 'person',
  permission: 'people:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('people')
      .select(['id', 'name', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, name, state }) => ({ id, name: name ?? 'Erased person', state }))
  },
  async search(tx, org, words, limit) {
    const { items } = await listPeople(tx, org, { q: words, limit, state: 'active' })
    return items.map(({ id, name, state }) => ({ id, name, state }))
  },
}
