import { sql } from 'kysely'
import { subjectRef } from '#kernel/id.ts'
import type { InboxReader } from '#platform/inbox.ts'
import { describeTrigger, triggersByName } from './trigger-names.ts'

type Waiting = { id: string; trigger_id: string; note: string; about: string | null; since: Date; times: number }

/** Raised triggers, one line for each kind of event: one screening answers them all. */
export const screeningInbox: InboxReader = {
  permission: 'screening:conclude',
  async read({ tx, org }, limit) {
    const raised = triggersByName(tx, org).where('t.state', '=', 'raised')
    const { rows } = await sql<Waiting>`
      select distinct on (trigger_id) id, trigger_id, note, about,
             min(created_at) over (partition by trigger_id) as since, count(*) over (partition by trigger_id) as times
        from (${raised}) raised order by trigger_id, created_at, id`.execute(tx)
    const items = rows
      .toSorted((a, b) => a.since.getTime() - b.since.getTime())
      .map(({ id, since, times, ...row }) => ({
        what: 'answer-trigger',
        subject: subjectRef('screening-trigger', id),
        name: Number(times) === 1 ? describeTrigger(row) : `${describeTrigger(row)}, and ${Number(times) - 1} more`,
        since,
        dueOn: null,
      }))
    return { items: items.slice(0, limit), total: items.length }
  },
}
