import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { OrganizationId } from '#kernel/id.ts'
import type { Change, Job } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { InboxReader } from '#platform/inbox.ts'
import { inOrganization } from '#platform/operational.ts'
import type { Subjects } from '#platform/subjects.ts'
import { type Comment, mentionedIn } from './model.ts'

/** The queue of letters to people who were mentioned. */
export const commentMail = 'comments-mail'

/**
 * Tells the people whom a text mentions, but not its author, and gives back the jobs that mail them. Who was told before
 * is not told again; who is mentioned no more is told nothing any more.
 */
export async function tellMentioned(
  { tx, org, now }: Pick<Change, 'tx' | 'org' | 'now'>,
  { id, author, text }: Pick<Comment, 'id' | 'author'> & { text: string },
  { mailed }: { mailed: boolean },
): Promise<Job[]> {
  const people = mentionedIn(text).filter((person) => person !== author)
  await dropNotices(tx, org, id, people)
  if (people.length === 0) return []
  const told = await tx
    .insertInto('comment_notices')
    .values(people.map((person) => ({ org_id: org, person_id: person, comment_id: id, created_at: now })))
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id', 'comment_id']).doNothing())
    .returning('person_id')
    .execute()
  if (!mailed) return []
  return told.map(({ person_id }) => ({ queue: commentMail, data: { org, comment: id, person: person_id } }))
}

/** Takes the notices of a comment back, but for those to `except`. */
export async function dropNotices(
  tx: Transaction,
  org: OrganizationId,
  comment: string,
  except: readonly string[] = [],
): Promise<void> {
  let gone = tx.deleteFrom('comment_notices').where('org_id', '=', org).where('comment_id', '=', comment)
  if (except.length > 0) gone = gone.where('person_id', 'not in', except)
  await gone.execute()
}

/** Notes that this person has looked at what is said about a record; gives back how many mentions that were. */
export async function markSeen(pool: Pool, org: OrganizationId, person: string, subject: string): Promise<number> {
  return await inOrganization(pool, org, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('comment_notices')
      .set({ seen_at: new Date() })
      .where('org_id', '=', org)
      .where('person_id', '=', person)
      .where('seen_at', 'is', null)
      .where('comment_id', 'in', (inner) =>
        inner.selectFrom('comments').select('id').where('org_id', '=', org).where('subject', '=', subject),
      )
      .executeTakeFirst()
    return Number(numUpdatedRows)
  })
}

/** Where somebody is mentioned and has not looked yet: one line a record, the longest waiting first. */
export function commentInbox(subjects: Subjects): InboxReader {
  return {
    permission: 'comments:read',
    async read({ tx, org, grants, person }, limit) {
      if (await looksAtPast(tx)) return { items: [], total: 0 }
      const waiting = await tx
        .selectFrom('comment_notices as n')
        .innerJoin('comments as c', (join) =>
          join.onRef('c.org_id', '=', 'n.org_id').onRef('c.id', '=', 'n.comment_id'),
        )
        .where('n.org_id', '=', org)
        .where('n.person_id', '=', person)
        .where('n.seen_at', 'is', null)
        .where('c.state', '=', 'said')
        .where(sql<boolean>`split_part(c.subject, ':', 1) = any(${subjects.kindsSeen(grants)}::text[])`)
        .groupBy('c.subject')
        .select(['c.subject', sql<Date>`min(n.created_at)`.as('since')])
        .orderBy('since')
        .orderBy('c.subject')
        .execute()
      const shown = waiting.slice(0, limit)
      const refs = shown.map(({ subject }) => subject)
      const names = new Map((await subjects.read({ tx, org, grants }, refs)).map(({ ref, name }) => [ref, name]))
      const items = shown.flatMap(({ subject, since }) => {
        const name = names.get(subject)
        return name === undefined ? [] : [{ what: 'read-mention', subject, name, since, dueOn: null }]
      })
      return { items, total: waiting.length - (shown.length - items.length) }
    },
  }
}

// What somebody has seen is no record, so nobody knows what waited for whom on an earlier day.
async function looksAtPast(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ past: boolean }>`
    select coalesce(nullif(current_setting('app.as_of', true), '') is not null, false) as past`.execute(tx)
  return rows[0]?.past ?? false
}
