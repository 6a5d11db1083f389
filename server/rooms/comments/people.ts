import { sql } from 'kysely'
import { parseSubject } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { type Permissions, type Role, roles } from '#kernel/permission.ts'
import type { Change } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { OrganizationId } from '#kernel/id.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import { asDay } from '#platform/today.ts'
import { mentionedIn, mostMentions } from './model.ts'
import type { Talk } from './parts.ts'

export type MentionProblem = { path: 'text'; message: string }

/** The roles that may see a record of this kind, and comments on it. */
export function rolesThatSee(
  { subjects, permissions }: Pick<Talk, 'subjects' | 'permissions'>,
  subject: string,
): Role[] {
  const needed = subjects.permissionOf(parseSubject(subject).kind)
  return needed === undefined ? [] : roles.filter((role) => holds(permissions, needed, role))
}

function holds(permissions: Permissions, permission: string, role: Role): boolean {
  return Object.entries(permissions).some(([name, byRole]) => name === permission && byRole[role] !== undefined)
}

function activePeople(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('people as p')
    .where('p.org_id', '=', org)
    .where('p.state', '=', 'active')
    .select(['p.id', 'p.name', 'p.email'])
}

function heldOn(today: string, seeing: readonly Role[]) {
  return sql<boolean>`exists (select from memberships m where m.org_id = p.org_id and m.person_id = p.id
    and m.role = any(${seeing}::text[]) and (m.expires_on is null or m.expires_on >= ${today}::date))`
}

/** One page of the people who may see what is talked about, by name or address. */
export async function listMentionable(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { seeing: readonly Role[]; today: string },
): Promise<Page<{ id: string; name: string; email: string }>> {
  let rows = activePeople(tx, org).where(heldOn(query.today, query.seeing))
  if (query.q) {
    const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((where) => where.or([where('p.name', 'ilike', like), where('p.email', 'ilike', like)]))
  }
  const page = await readPage(rows, query, { orders: { name: 'p.name' }, fallback: 'name', id: 'p.id' })
  return { ...page, items: page.items.map(({ id, name, email }) => ({ id, name: name ?? '', email: email ?? '' })) }
}

/** Why the people whom a text mentions cannot all be mentioned there: no place here, or the record is not theirs to see. */
export async function mentionProblems(
  { tx, org, now }: Pick<Change, 'tx' | 'org' | 'now'>,
  { subject, text }: { subject: string; text: string },
  talk: Pick<Talk, 'subjects' | 'permissions'>,
): Promise<MentionProblem[]> {
  const wanted = mentionedIn(text)
  if (wanted.length === 0) return []
  if (wanted.length > mostMentions)
    return [problem(`mentions more than ${mostMentions} people; write to fewer at once`)]
  const found = await activePeople(tx, org)
    .select(heldOn(asDay(now), rolesThatSee(talk, subject)).as('sees'))
    .where('p.id', 'in', wanted)
    .execute()
  const blind = found.filter(({ sees }) => !sees).map(({ name }) => name ?? 'Somebody')
  const strangers = wanted.length - found.length
  return [
    ...(strangers > 0
      ? [problem('mentions somebody who has no active place here; choose from the people offered')]
      : []),
    ...blind.map((name) =>
      problem(`${name} may not see this record; give them a role that may, or do not mention them`),
    ),
  ]
}

function problem(message: string): MentionProblem {
  return { path: 'text', message }
}
