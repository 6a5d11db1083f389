import { subjectRef } from '#kernel/id.ts'
import type { InboxReader } from '#platform/inbox.ts'
import { daysAfter } from '#platform/today.ts'
import { reviewSubjects } from './model.ts'

const names = { context: 'Context', 'interested-parties': 'Interested parties', scope: 'Scope' } as const

/** The next look at context, parties and scope, where it is due within a month. One that never happened is readiness' to tell. */
export const organizationInbox: InboxReader = {
  permission: 'context:review',
  async read({ tx, org, today }, limit) {
    const last = await tx
      .selectFrom('organization_reviews')
      .distinctOn('about')
      .select(['about', 'next_due_on', 'created_at'])
      .where('org_id', '=', org)
      .orderBy('about')
      .orderBy('reviewed_on', 'desc')
      .orderBy('id', 'desc')
      .execute()
    const items = reviewSubjects.flatMap((about) => {
      const due = last.find((one) => one.about === about && one.next_due_on <= daysAfter(today, 30))
      if (!due) return []
      const item = { what: `review-${about}`, subject: subjectRef('organization', org), name: names[about] }
      return [{ ...item, since: due.created_at, dueOn: due.next_due_on }]
    })
    return { items: items.slice(0, limit), total: items.length }
  },
}
