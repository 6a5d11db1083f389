import { sql } from 'kysely'
import type { InboxReader } from '#platform/inbox.ts'
import type { SubjectReader } from '#platform/subjects.ts'
import { documentsOf } from './document-rows.ts'
import { addMonths } from './model.ts'

/** Documents by name, for links and for the search over all rooms. */
export const documentSubjects: SubjectReader = {
  kind: 'document',
  permission: 'documents:read-all',
  async read(tx, org, ids) {
    const rows = await documentsOf(tx, org).where('d.id', 'in', ids).execute()
    return rows.map(({ id, title, state }) => ({ id, name: title, state }))
  },
  async search(tx, org, words, limit) {
    const rows = await documentsOf(tx, org)
      .where('d.title', 'ilike', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
      .orderBy(sql`position(lower(${words}) in lower(d.title))`)
      .orderBy('d.title')
      .limit(limit)
      .execute()
    return rows.map(({ id, title, state }) => ({ id, name: title, state }))
  },
}

/** Versions that somebody else wrote and that wait for an approval, where no other approver was asked. */
export const approvalInbox: InboxReader = {
  permission: 'documents:approve',
  async read({ tx, org, person }, limit) {
    const waiting = tx
      .selectFrom('document_versions as v')
      .innerJoin('documents as d', (join) =>
        join.onRef('d.org_id', '=', 'v.org_id').onRef('d.id', '=', 'v.document_id'),
      )
      .where('v.org_id', '=', org)
      .where('v.state', '=', 'in-review')
      .where('d.withdrawn_on', 'is', null)
      .where(sql<boolean>`not ${person}::uuid = any (v.authors)`)
      .where((where) =>
        where.or([where('v.requested_approver', 'is', null), where('v.requested_approver', '=', person)]),
      )
    const counted = await waiting.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const rows = await waiting
      .select(['d.id', 'd.title', 'v.number', 'v.changed_at'])
      .orderBy('v.changed_at')
      .limit(limit)
      .execute()
    const items = rows.map(({ id, title, number, changed_at }) => ({
      what: 'approve-document',
      subject: `document:${id}`,
      name: `${title}, version ${number}`,
      since: changed_at,
      dueOn: null,
    }))
    return { items, total: Number(counted.total) }
  },
}

/** Effective documents that this person answers for and whose review is due within a month. */
export const reviewInbox: InboxReader = {
  permission: 'documents:review',
  async read({ tx, org, person, today }, limit) {
    const due = documentsOf(tx, org)
      .where('d.owner_id', '=', person)
      .where('e.id', 'is not', null)
      .where('d.review_due_on', '<=', addMonths(today, 1))
    const counted = await due.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
    const rows = await due.orderBy('d.review_due_on').limit(limit).execute()
    const items = rows.map(({ id, title, review_due_on, changed_at }) => ({
      what: 'review-document',
      subject: `document:${id}`,
      name: title,
      since: changed_at,
      dueOn: review_due_on,
    }))
    return { items, total: Number(counted.total) }
  },
}
