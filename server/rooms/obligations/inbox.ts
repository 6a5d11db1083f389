import { sql } from 'kysely'
import type { InboxReader } from '#platform/inbox.ts'
import { daysAfter } from '#platform/today.ts'
import { obligationRef } from './identify.ts'

/** Obligations that apply and whose review is due within a month: for who answers for each, and for who reviews them. */
const reviews: InboxReader = {
  permission: 'obligations:read',
  async read({ tx, org, grants, person, today }, limit) {
    let due = tx
      .selectFrom('obligations')
      .where('org_id', '=', org)
      .where('state', 'in', ['applies', 'being-fulfilled', 'reviewed'])
      .where('review_due_on', '<=', daysAfter(today, 30))
    if (!grants.has('obligations:review')) due = due.where('owner_id', '=', person)
    const counted = await due.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
    const rows = await due
      .select(['id', 'title', 'changed_at', 'review_due_on'])
      .orderBy('review_due_on')
      .orderBy('id')
      .limit(limit)
      .execute()
    const items = rows.map(({ id, title, changed_at, review_due_on }) => ({
      what: 'review-obligation',
      subject: obligationRef(id),
      name: title,
      since: changed_at,
      dueOn: review_due_on,
    }))
    return { items, total: counted.total }
  },
}

/** Obligations of which nobody decided whether they apply, as one line: they are gone through together. */
const undecided: InboxReader = {
  permission: 'obligations:decide',
  async read({ tx, org }) {
    const first = await tx
      .selectFrom('obligations')
      .select(['id', 'title', 'created_at', sql<number>`(count(*) over ())::int`.as('times')])
      .where('org_id', '=', org)
      .where('state', '=', 'identified')
      .orderBy('created_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!first) return { items: [], total: 0 }
    const name = first.times === 1 ? first.title : `${first.title}, and ${first.times - 1} more`
    const item = { what: 'decide-obligation', subject: obligationRef(first.id), name, since: first.created_at }
    return { items: [{ ...item, dueOn: null }], total: 1 }
  },
}

export const obligationInbox: readonly InboxReader[] = [reviews, undecided]
