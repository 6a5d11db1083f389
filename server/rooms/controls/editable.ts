import { sql } from 'kysely'
import { type EditableList, moving, named, plain, setting } from '#platform/lists/index.ts'

/** What can be changed in many controls at once, each through its own route. */
export const editableControls: EditableList = {
  list: '/controls',
  kind: 'applied-control',
  permission: 'controls:edit',
  changes: {
    owner: setting('owner'),
    checkMonths: setting('checkMonths'),
    start: moving('start', 'put-back'),
    retire: moving('retire', 'bring-back'),
  },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('applied_controls as r')
      .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.owner_id'))
      .select(['r.id', 'r.version', 'r.name as name', 'r.owner_id', 'p.name as owner', 'r.check_months', 'r.state'])
      .where('r.org_id', '=', org)
      .where('r.id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map((r) => ({
      id: r.id,
      version: r.version,
      name: r.name,
      values: {
        owner: named(r.owner_id, r.owner),
        checkMonths: plain(r.check_months),
        state: plain(r.state),
      },
    }))
  },
}
