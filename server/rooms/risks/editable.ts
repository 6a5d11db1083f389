import { sql } from 'kysely'
import { type EditableList, moving, named, plain, setting } from '#platform/lists/index.ts'

/** What can be changed in many risks at once, each through its own route. */
export const editableRisks: EditableList = {
  list: '/risks',
  kind: 'risk',
  permission: 'risks:edit',
  changes: {
    owner: setting('owner'),
    reviewDueOn: setting('reviewDueOn'),
    close: moving('close', 'take-back-closing'),
  },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('risks as r')
      .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.owner_id'))
      .select(['r.id', 'r.version', 'r.title as name', 'r.owner_id', 'p.name as owner', 'r.review_due_on', 'r.state'])
      .where('r.org_id', '=', org)
      .where('r.id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map((r) => ({
      id: r.id,
      version: r.version,
      name: r.name,
      values: {
        owner: named(r.owner_id, r.owner),
        reviewDueOn: plain(r.review_due_on),
        state: plain(r.state),
      },
    }))
  },
}
