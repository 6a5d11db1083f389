import { formerColleague } from '#kernel/former-colleague.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { DocumentRecord } from './contract.ts'

export type NewReview = {
  id: string
  document: string
  number: number
  by: string
  on: string
  outcome: 'no-change' | 'new-version'
  note: string
  nextDueOn: string | null
}

export async function insertReview(tx: Transaction, org: OrganizationId, it: NewReview): Promise<void> {
  await tx
    .insertInto('document_reviews')
    .values({
      org_id: org,
      id: it.id,
      document_id: it.document,
      number: it.number,
      reviewed_by: it.by,
      reviewed_on: it.on,
      outcome: it.outcome,
      note: it.note,
      next_due_on: it.nextDueOn,
    })
    .execute()
}

/** The reviews of a document, newest first. */
export async function listReviews(
  tx: Transaction,
  org: OrganizationId,
  document: string,
): Promise<DocumentRecord['reviews']> {
  const rows = await tx
    .selectFrom('document_reviews as r')
    .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.reviewed_by'))
    .select(['r.id', 'r.number', 'r.reviewed_by', 'p.name', 'r.reviewed_on', 'r.outcome', 'r.note', 'r.next_due_on'])
    .where('r.org_id', '=', org)
    .where('r.document_id', '=', document)
    .orderBy('r.reviewed_on', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    by: { id: row.reviewed_by, name: row.name ?? formerColleague },
    on: row.reviewed_on,
    outcome: row.outcome === 'no-change' ? 'no-change' : 'new-version',
    note: row.note,
    nextDueOn: row.next_due_on,
  }))
}
