import { type EditableList, moving, named, plain, setting } from '#platform/lists/index.ts'
import { sql } from 'kysely'
import { documentsOf } from './document-rows.ts'

/** How many documents are kept, changed at once, each through its own route. Approving and reviewing is reading one. */
export const editableDocuments: EditableList = {
  list: '/documents',
  kind: 'document',
  permission: 'documents:write',
  changes: {
    owner: setting('owner'),
    readers: setting('readers'),
    reviewDueOn: setting('reviewDueOn'),
    reviewMonths: setting('reviewMonths'),
    retentionMonths: setting('retentionMonths'),
    withdraw: moving('withdraw', 'restore'),
  },
  async read(tx, org, ids) {
    const rows = await documentsOf(tx, org).where('d.id', '=', sql<string>`any(${ids}::uuid[])`).execute()
    return rows.map((d) => ({
      id: d.id,
      version: d.version,
      name: d.title,
      values: {
        owner: named(d.owner_id, d.owner_name),
        readers: plain(d.readers),
        reviewDueOn: plain(d.review_due_on),
        reviewMonths: plain(d.review_months),
        retentionMonths: plain(d.retention_months),
        state: plain(d.state),
      },
    }))
  },
}
