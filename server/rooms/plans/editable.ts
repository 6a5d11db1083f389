import { sql } from 'kysely'
import { because, type EditableList, moving, theReason } from '#platform/lists/index.ts'

/** What can be done with many plans at once. What a plan asks of people are tasks, and changed there. */
export const editablePlans: EditableList = {
  list: '/plans',
  kind: 'plan',
  permission: 'plans:edit',
  changes: { discard: moving('discard', 'restore'), restore: moving('restore', 'discard', theReason) },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('plans')
      .select(['id', 'version', 'name', 'state', 'reason'])
      .where('org_id', '=', org)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, name, state, reason }) => ({
      id,
      version,
      name,
      values: { state: because(state, reason) },
    }))
  },
}
