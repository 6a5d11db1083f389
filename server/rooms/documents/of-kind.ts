import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { DocumentKind, DocumentVersion } from './model.ts'
import { findVersionIn } from './versions-store.ts'

type Effective = Extract<DocumentVersion, { state: 'effective' }>
type Open = Extract<DocumentVersion, { state: 'draft' | 'in-review' | 'approved' }>
type Standing = {
  id: string
  title: string
  reviewMonths: number | null
  holds: Effective | undefined
  /** who approved what holds, by name; null where nobody is known */
  approvedBy: string | null
  open: Open | undefined
}

/**
 * The document of one's own that stands for a kind of which there should be one: what is effective before what is being written,
 * then the newest. With the version that holds and the one that is worked on.
 */
export async function findOfKind(
  tx: Transaction,
  org: OrganizationId,
  kind: DocumentKind,
): Promise<Standing | undefined> {
  const row = await tx
    .selectFrom('documents as d')
    .leftJoin('document_versions as e', (join) =>
      join.onRef('e.org_id', '=', 'd.org_id').onRef('e.document_id', '=', 'd.id').on('e.state', '=', 'effective'),
    )
    .leftJoin('people as a', (join) => join.onRef('a.org_id', '=', 'e.org_id').onRef('a.id', '=', 'e.approved_by'))
    .select(['d.id', 'd.title', 'd.review_months', 'a.name', 'e.approved_outside_by'])
    .where('d.org_id', '=', org)
    .where('d.kind', '=', kind)
    .where('d.origin', '=', 'internal')
    .where('d.withdrawn_on', 'is', null)
    .orderBy((order) => order.case().when('e.id', 'is', null).then(1).else(0).end())
    .orderBy('e.effective_on', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, title, review_months, name, approved_outside_by } = row
  return {
    id,
    title,
    reviewMonths: review_months,
    approvedBy: name ?? approved_outside_by,
    holds: await findVersionIn(tx, org, id, ['effective']),
    open: await findVersionIn(tx, org, id, ['draft', 'in-review', 'approved']),
  }
}
