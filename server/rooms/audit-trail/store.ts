import { type ExpressionBuilder, sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { PageRefusal } from '#platform/http/paging.ts'
import type { TrailQuery } from './contract.ts'

export type FactRow = { seq: number; position: number; type: string; subject: string; recordedAt: Date; actor: string }

/** One page of facts with the entries that state them, newest first unless asked otherwise. */
export async function listFacts(tx: Transaction, org: OrganizationId, query: TrailQuery): Promise<Page<FactRow>> {
  const matching = filtered(tx, org, query)
  const counted = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const descending = query.sort === '-recordedAt'
  let page = matching.select(['f.seq', 'f.position', 'f.type', 'f.subject', 'e.recorded_at as recordedAt', 'e.actor'])
  if (query.cursor !== undefined) {
    const at = parseCursor(query.cursor)
    const further = sql.raw(descending ? '<' : '>')
    page = page.where(sql<boolean>`(f.seq, f.position) ${further} (${at.seq}, ${at.position})`)
  }
  const direction = descending ? 'desc' : 'asc'
  const rows = await page
    .orderBy('f.seq', direction)
    .orderBy('f.position', direction)
    .limit(query.limit + 1)
    .execute()
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  return { items, next: rows.length > query.limit && last ? cursorOf(last) : null, total: Number(counted.total) }
}

export function cursorOf({ seq, position }: { seq: number; position: number }): string {
  return `${seq}.${position}`
}

function parseCursor(cursor: string): { seq: number; position: number } {
  const [, seq, position] = /^(\d{1,15})\.(\d{1,9})$/.exec(cursor) ?? []
  if (seq === undefined) throw new PageRefusal('cursor', 'This cursor belongs to another list. Start again without it.')
  return { seq: Number(seq), position: Number(position) }
}

function filtered(tx: Transaction, org: OrganizationId, { subject, type, actor, from, to, q }: TrailQuery) {
  let query = tx
    .selectFrom('facts as f')
    .innerJoin('entries as e', (join) => join.onRef('e.org_id', '=', 'f.org_id').onRef('e.seq', '=', 'f.seq'))
    .where('f.org_id', '=', org)
  if (subject) query = query.where('f.subject', '=', subject)
  if (type) query = query.where(isOneOf(type.split(/[,|]/)))
  if (actor) query = query.where('e.actor', '=', actor)
  if (from) query = query.where('e.recorded_at', '>=', new Date(from))
  if (to)
    query = query.where('e.recorded_at', '<=', new Date(/^\d{4}-\d{2}-\d{2}$/.test(to) ? `${to}T23:59:59.999Z` : to))
  if (q)
    query = query.where((where) => where.or([where('f.type', 'ilike', like(q)), where('f.subject', 'ilike', like(q))]))
  return query
}

/** `task.` stands for every fact about a task. */
function isOneOf(types: string[]) {
  return (where: ExpressionBuilder<{ f: Tables['facts'] }, 'f'>) =>
    where.or(types.map((type) => (type.endsWith('.') ? where('f.type', '^@', type) : where('f.type', '=', type))))
}

function like(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}

export async function findEntry(tx: Transaction, org: OrganizationId, seq: number) {
  const entry = await tx
    .selectFrom('entries')
    .select(['seq', 'recorded_at', 'actor', 'leaf', 'leaf_hash'])
    .where('org_id', '=', org)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (!entry) return undefined
  const facts = await tx
    .selectFrom('facts')
    .select(['type', 'subject'])
    .where('org_id', '=', org)
    .where('seq', '=', seq)
    .orderBy('position')
    .execute()
  const rows = await tx
    .selectFrom('entry_rows')
    .select(['table_name', 'row_id', 'operation', 'digest'])
    .where('org_id', '=', org)
    .where('seq', '=', seq)
    .orderBy('table_name')
    .orderBy('row_id')
    .execute()
  return { ...entry, facts, rows }
}

/** Names of those who acted; a person who was erased is called so, and the system has no name. */
export async function nameActors(
  tx: Transaction,
  org: OrganizationId,
  actors: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  const ids = (kind: string) => [
    ...new Set(actors.filter((it) => it.startsWith(`${kind}:`)).map((it) => it.slice(kind.length + 1))),
  ]
  const [people, machines] = [ids('person'), ids('machine')]
  const named = new Map<string, { id: string; name: string }>()
  if (people.length > 0) {
    const rows = await tx
      .selectFrom('people')
      .select(['id', 'name'])
      .where('org_id', '=', org)
      .where('id', 'in', people)
      .execute()
    for (const { id, name } of rows) named.set(`person:${id}`, { id, name: name ?? 'Erased person' })
  }
  if (machines.length > 0) {
    const rows = await tx
      .selectFrom('api_keys')
      .select(['id', 'name'])
      .where('org_id', '=', org)
      .where('id', 'in', machines)
      .execute()
    for (const { id, name } of rows) named.set(`machine:${id}`, { id, name })
  }
  return named
}
