import { sql } from 'kysely'
import { subjectRef } from '#kernel/id.ts'
import type { InboxReader } from '#platform/inbox.ts'

/** Reports of employees that nobody took up or dismissed yet. */
export const aiSystemInbox: InboxReader = {
  permission: 'ai-systems:review-intake',
  async read({ tx, org }, limit) {
    const waiting = tx.selectFrom('ai_systems').where('org_id', '=', org).where('intake', '=', 'open')
    const rows = await waiting
      .select(['id', 'name', 'created_at'])
      .orderBy('created_at')
      .orderBy('id')
      .limit(limit)
      .execute()
    const counted = await waiting.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
    return {
      items: rows.map(({ id, name, created_at }) => ({
        what: 'answer-intake',
        subject: subjectRef('ai-system', id),
        name,
        since: created_at,
        dueOn: null,
      })),
      total: counted.total,
    }
  },
}
