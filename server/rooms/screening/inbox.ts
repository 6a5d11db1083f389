import { sql } from 'kysely'
import { subjectRef } from '#kernel/id.ts'
import type { InboxReader } from '#platform/inbox.ts'
import { describeTrigger, triggersByName } from './trigger-names.ts'

/** Raised triggers as one line, by the first of them: one screening answers them all. */
export const screeningInbox: InboxReader = {
  permission: 'screening:conclude',
  async read({ tx, org }) {
    const raised = triggersByName(tx, org).where('t.state', '=', 'raised')
    const first = await raised
      .select(sql<number>`(count(*) over ())::int`.as('times'))
      .orderBy('t.created_at')
      .orderBy('t.id')
      .limit(1)
      .executeTakeFirst()
    if (!first) return { items: [], total: 0 }
    const item = {
      what: 'answer-trigger',
      subject: subjectRef('screening-trigger', first.id),
      name: first.times === 1 ? describeTrigger(first) : `${describeTrigger(first)}, and ${first.times - 1} more`,
      since: first.created_at,
      dueOn: null,
    }
    return { items: [item], total: 1 }
  },
}
