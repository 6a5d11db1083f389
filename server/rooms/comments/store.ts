import { type Selectable, sql } from 'kysely'
import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId, PersonId, SubjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type PageQuery, readPage } from '#platform/http/paging.ts'
import type { CommentView, ThreadView } from './contract.ts'
import { type Comment, type CommentId, mentionedIn } from './model.ts'

/** A thread as it is kept; what one may do with it depends on who asks. */
export type Thread = Omit<ThreadView, 'maySettle'>

const columns = [
  'c.id',
  'c.version',
  'c.subject',
  'c.thread_id',
  'c.author_id',
  'c.text',
  'c.state',
  'c.edited_at',
  'c.resolved_by',
  'c.resolved_at',
  'c.created_at',
] as const

type Row = Pick<
  Selectable<Tables['comments']>,
  | 'id'
  | 'version'
  | 'subject'
  | 'thread_id'
  | 'author_id'
  | 'text'
  | 'state'
  | 'edited_at'
  | 'resolved_by'
  | 'resolved_at'
  | 'created_at'
>

function commentsOf(tx: Transaction, org: OrganizationId) {
  return tx.selectFrom('comments as c').where('c.org_id', '=', org).select(columns)
}

const repliesShown = 20

/** One page of the threads about a record, the newest first, each with its first replies. */
export async function listThreads(
  tx: Transaction,
  org: OrganizationId,
  query: PageQuery & { subject: string; state?: 'open' | 'resolved' | undefined },
): Promise<Page<Thread>> {
  let rows = commentsOf(tx, org).where('c.subject', '=', query.subject).where('c.thread_id', 'is', null)
  if (query.state) rows = rows.where('c.resolved_at', query.state === 'open' ? 'is' : 'is not', null)
  const page = await readPage(rows, query, {
    orders: { saidAt: 'c.created_at' },
    fallback: '-saidAt',
    id: 'c.id',
  })
  return { ...page, items: await toThreads(tx, org, page.items) }
}

export async function findThread(tx: Transaction, org: OrganizationId, id: string): Promise<Thread | undefined> {
  const row = await commentsOf(tx, org).where('c.id', '=', id).where('c.thread_id', 'is', null).executeTakeFirst()
  return row && (await toThreads(tx, org, [row]))[0]
}

/** One page of the replies in a thread, in the order in which they were said. */
export async function listReplies(
  tx: Transaction,
  org: OrganizationId,
  thread: string,
  query: PageQuery,
): Promise<Page<CommentView>> {
  const rows = commentsOf(tx, org).where('c.thread_id', '=', thread)
  const page = await readPage(rows, query, { orders: { saidAt: 'c.created_at' }, fallback: 'saidAt', id: 'c.id' })
  const names = await namesIn(tx, org, page.items)
  return { ...page, items: page.items.map((row) => toView(row, names)) }
}

async function toThreads(tx: Transaction, org: OrganizationId, roots: readonly Row[]): Promise<Thread[]> {
  const replies = await firstReplies(
    tx,
    org,
    roots.map(({ id }) => id),
  )
  const names = await namesIn(tx, org, [...roots, ...replies])
  return roots.map((root) => {
    const own = replies.filter(({ thread_id }) => thread_id === root.id)
    return {
      ...toView(root, names),
      resolved: root.resolved_at && { by: personOf(root.resolved_by ?? '', names), at: root.resolved_at },
      replies: own.map((row) => toView(row, names)),
      replyCount: own[0]?.all_replies ?? 0,
    }
  })
}

/** The first replies of each of these threads, with how many it has in all. */
async function firstReplies(
  tx: Transaction,
  org: OrganizationId,
  threads: readonly string[],
): Promise<(Row & { all_replies: number })[]> {
  if (threads.length === 0) return []
  return await tx
    .selectFrom(
      commentsOf(tx, org)
        .where('c.thread_id', 'in', threads)
        .select([
          sql<number>`row_number() over (partition by c.thread_id order by c.created_at, c.id)`.as('place'),
          sql<number>`(count(*) over (partition by c.thread_id))::int`.as('all_replies'),
        ])
        .as('c'),
    )
    .select([...columns, 'c.all_replies'])
    .where('c.place', '<=', repliesShown)
    .orderBy('c.thread_id')
    .orderBy('c.place')
    .execute()
}

type Names = ReadonlyMap<string, string>

/** What everybody in these rows is called by now: who said, settled and is mentioned. */
async function namesIn(tx: Transaction, org: OrganizationId, rows: readonly Row[]): Promise<Names> {
  const ids = rows.flatMap(({ author_id, resolved_by, text }) => [
    author_id,
    ...(resolved_by ? [resolved_by] : []),
    ...mentionedIn(text ?? ''),
  ])
  if (ids.length === 0) return new Map()
  const people = await tx
    .selectFrom('people')
    .select(['id', 'name'])
    .where('org_id', '=', org)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(people.map(({ id, name }) => [id, name ?? 'Erased person']))
}

function personOf(id: string, names: Names): { id: string; name: string } {
  return { id, name: names.get(id) ?? formerColleague }
}

function toView(row: Row, names: Names): CommentView {
  const { id, version, subject, text } = row
  const mentions = mentionedIn(text ?? '').map((person) => personOf(person, names))
  const said = { text, mentions, saidAt: row.created_at, editedAt: row.edited_at }
  const author = personOf(row.author_id, names)
  return { id, version, subject, thread: row.thread_id, author, state: asState(row.state), ...said }
}

function asState(state: string): Comment['state'] {
  if (state === 'said' || state === 'withdrawn' || state === 'erased') return state
  throw new Error(`a comment cannot be ${state}`)
}

/** The comment as the rules see it. Throws on a row that is none of its states. */
export async function loadComment(tx: Transaction, org: OrganizationId, id: string): Promise<Comment | undefined> {
  const row = await commentsOf(tx, org).where('c.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const body = {
    id: id as CommentId,
    version: row.version,
    subject: row.subject as SubjectRef,
    thread: row.thread_id as CommentId | null,
    author: row.author_id as PersonId,
    resolved: row.resolved_at && { by: row.resolved_by as PersonId, at: row.resolved_at },
  }
  const state = asState(row.state)
  if (state !== 'said') return { ...body, state }
  if (row.text === null) throw new Error(`comment ${id} is said and has no text`)
  return { ...body, state, text: row.text, editedAt: row.edited_at }
}

export async function insertComment(
  tx: Transaction,
  org: OrganizationId,
  { id, subject, thread, author, text }: Pick<Comment, 'id' | 'subject' | 'thread' | 'author'> & { text: string },
): Promise<void> {
  await tx
    .insertInto('comments')
    .values({ org_id: org, id, subject, thread_id: thread, author_id: author, text })
    .execute()
}

/** Saves the comment at the version that was looked at. Throws when it is another: a change holds the organization's lock. */
export async function saveComment(tx: Transaction, org: OrganizationId, comment: Comment): Promise<void> {
  const { id, version, state, resolved } = comment
  const said = comment.state === 'said' ? { text: comment.text, edited_at: comment.editedAt } : { text: null }
  await tx
    .updateTable('comments')
    .set({ state, ...said, resolved_by: resolved?.by ?? null, resolved_at: resolved?.at ?? null })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Takes the text out of every earlier version; the row itself must hold none any more. */
export async function eraseVersions(tx: Transaction, org: OrganizationId, id: string): Promise<void> {
  await sql`select history.erase_personal(${org}::uuid, 'comments', ${id}::uuid)`.execute(tx)
}

/** How many threads about each of these records are open: those that nobody settled and that still say something. */
export async function countOpenThreads(
  tx: Transaction,
  org: OrganizationId,
  subjects: readonly string[],
): Promise<{ subject: string; open: number }[]> {
  return await tx
    .selectFrom('comments as c')
    .select(['c.subject', sql<number>`count(*)::int`.as('open')])
    .where('c.org_id', '=', org)
    .where('c.subject', 'in', subjects)
    .where('c.thread_id', 'is', null)
    .where('c.resolved_at', 'is', null)
    .where(
      sql<boolean>`(c.state = 'said' or exists (select from comments r
        where r.org_id = c.org_id and r.thread_id = c.id and r.state = 'said'))`,
    )
    .groupBy('c.subject')
    .execute()
}
