import { sql } from 'kysely'
import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Permissions } from '#kernel/permission.ts'
import type { Transaction } from '#platform/database/transaction.ts'

export type NamedPerson = { id: string; name: string }

/**
 * The active people who hold this permission on any record, by name. Rooms ask it where a second person must decide, so
 * that they can name who may, or say that somebody has to be invited.
 */
export async function peopleWhoMay(
  tx: Transaction,
  org: OrganizationId,
  { byRole, today, except = [] }: { byRole: Permissions[`${string}:${string}`]; today: string; except?: string[] },
): Promise<NamedPerson[]> {
  const roles = Object.entries(byRole).flatMap(([role, relation]) => (relation === 'any' ? [role] : []))
  const holders = await holdersOf(tx, org, today)
  const found = holders.filter(({ id, role }) => roles.includes(role) && !except.includes(id))
  return [...new Map(found.map(({ id, name }) => [id, { id, name }])).values()]
}

type Cited = { ref: string; name: string }

/** What readiness asks about people: who holds which role today, and which roles were held and stand empty. */
export async function readPeopleSituation(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<{ byRole: Record<string, Cited[]>; vacant: string[] }> {
  const byRole: Record<string, Cited[]> = {}
  for (const { id, name, role } of await holdersOf(tx, org, today)) {
    byRole[role] = [...(byRole[role] ?? []), { ref: `person:${id}`, name }]
  }
  // The past of memberships up to the instant looked at: a role that somebody gave up leaves no row in the present.
  const { rows } = await sql<{ role: string }>`
    select distinct role from history.memberships
     where org_id = ${org} and from_seq <= coalesce(assay.current_as_of(), from_seq) order by role`.execute(tx)
  return { byRole, vacant: rows.map(({ role }) => role).filter((role) => !byRole[role]) }
}

async function holdersOf(
  tx: Transaction,
  org: OrganizationId,
  today: string,
): Promise<(NamedPerson & { role: string })[]> {
  const rows = await tx
    .selectFrom('people as p')
    .innerJoin('memberships as m', (join) => join.onRef('m.org_id', '=', 'p.org_id').onRef('m.person_id', '=', 'p.id'))
    .select(['p.id', 'p.name', 'm.role'])
    .where('p.org_id', '=', org)
    .where('p.state', '=', 'active')
    .where((where) => where.or([where('m.expires_on', 'is', null), where('m.expires_on', '>=', today)]))
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  return rows.map(({ id, name, role }) => ({ id, name: name ?? formerColleague, role }))
}
