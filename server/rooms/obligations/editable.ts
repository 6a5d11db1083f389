import { sql } from 'kysely'
import { type EditableList, moving, named, plain, setting } from '#platform/lists/index.ts'

/** What can be changed in many obligations at once, each through its own route. */
export const editableObligations: EditableList = {
  list: '/obligations',
  kind: 'obligation',
  permission: 'obligations:edit',
  changes: {
    owner: setting('owner'),
    dueOn: setting('dueOn'),
    reviewDueOn: setting('reviewDueOn'),
    withdraw: moving('withdraw', 'restore'),
  },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('obligations as r')
      .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.owner_id'))
      .select([
        'r.id',
        'r.version',
        'r.title as name',
        'r.owner_id',
        'p.name as owner',
        'r.review_due_on',
        'r.state',
        'r.due_on',
      ])
      .where('r.org_id', '=', org)
      .where('r.id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map((r) => ({
      id: r.id,
      version: r.version,
      name: r.name,
      values: {
        owner: named(r.owner_id, r.owner),
        dueOn: plain(r.due_on),
        reviewDueOn: plain(r.review_due_on),
        state: plain(r.state),
      },
    }))
  },
}
