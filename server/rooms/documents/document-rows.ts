import { sql } from 'kysely'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { DocumentView } from './contract.ts'

/** Whose eyes: everything that is kept, or only what is effective and meant for everyone. */
export type Audience = 'aims' | 'everyone'

export const stateOf = sql<DocumentView['state']>`case when d.withdrawn_on is not null then 'withdrawn'
  when e.id is not null then 'effective' else coalesce(w.state, 'draft') end`

export function documentsOf(tx: Transaction, org: OrganizationId) {
  return tx
    .selectFrom('documents as d')
    .leftJoin('document_versions as e', (join) =>
      join.onRef('e.org_id', '=', 'd.org_id').onRef('e.document_id', '=', 'd.id').on('e.state', '=', 'effective'),
    )
    .leftJoin('document_versions as w', (join) =>
      join
        .onRef('w.org_id', '=', 'd.org_id')
        .onRef('w.document_id', '=', 'd.id')
        .on('w.state', 'in', ['draft', 'in-review', 'approved']),
    )
    .leftJoin('people as o', (join) => join.onRef('o.org_id', '=', 'd.org_id').onRef('o.id', '=', 'd.owner_id'))
    .leftJoin('people as a', (join) => join.onRef('a.org_id', '=', 'e.org_id').onRef('a.id', '=', 'e.approved_by'))
    .where('d.org_id', '=', org)
    .select([
      'd.id',
      'd.version',
      'd.kind',
      'd.code',
      'd.title',
      'd.owner_id',
      'o.name as owner_name',
      'd.origin',
      'd.publisher',
      'd.readers',
      'd.retention_months',
      'd.review_months',
      'd.review_due_on',
      'd.template',
      'd.withdrawn_on',
      'd.withdrawn_reason',
      'd.changed_at',
      'e.number as effective_number',
      'e.effective_on',
      'e.approved_by',
      'a.name as approver_name',
      'e.approved_outside',
      'e.approved_outside_by',
      'e.approved_on',
      'e.approval_note',
      'w.number as open_number',
      'w.state as open_state',
      stateOf.as('state'),
    ])
}

type Query = ReturnType<typeof documentsOf>
export type DocumentRow = Awaited<ReturnType<Query['executeTakeFirstOrThrow']>>
