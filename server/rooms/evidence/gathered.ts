import { sql } from 'kysely'
import type { InboxReader } from '#platform/inbox.ts'
import type { SubjectReader } from '#platform/subjects.ts'

/** Evidence by name, for links and for the search over all rooms. */
export const evidenceSubjects: SubjectReader = {
  kind: 'evidence',
  permission: 'evidence:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('evidence')
      .select(['id', 'title', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, title, state }) => ({ id, name: title, state }))
  },
  async search(tx, org, words, limit) {
    const rows = await tx
      .selectFrom('evidence')
      .select(['id', 'title', 'state'])
      .where('org_id', '=', org)
      .where('title', 'ilike', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
      .orderBy(sql`position(lower(${words}) in lower(title))`)
      .orderBy('created_at', 'desc')
      .limit(limit)
      .execute()
    return rows.map(({ id, title, state }) => ({ id, name: title, state }))
  },
}

/** Signals that somebody else brought and that have not expired wait for a look. */
export const evidenceInbox: InboxReader = {
  permission: 'evidence:review',
  async read({ tx, org, person, today }, limit) {
    const waiting = tx
      .selectFrom('evidence')
      .where('org_id', '=', org)
      .where('state', '=', 'signal')
      .where('collector', '<>', `person:${person}`)
      .where('recorded_by', '<>', `person:${person}`)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', today)]))
    const counted = await waiting.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const rows = await waiting
      .select(['id', 'title', 'created_at', 'valid_until'])
      .orderBy('created_at')
      .limit(limit)
      .execute()
    const items = rows.map(({ id, title, created_at, valid_until }) => ({
      what: 'review-evidence',
      subject: `evidence:${id}`,
      name: title,
      since: created_at,
      dueOn: valid_until,
    }))
    return { items, total: Number(counted.total) }
  },
}
