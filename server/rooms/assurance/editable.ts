import { sql } from 'kysely'
import { type EditableList, moving, plain } from '#platform/lists/index.ts'

/** What can be done with many measurement plans at once: limits are looked at and approved one by one. */
export const editablePlans: EditableList = {
  list: '/measurement-plans',
  kind: 'measurement-plan',
  permission: 'assurance:plan',
  changes: { withdraw: moving('withdraw', 'reinstate') },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('measurement_plans')
      .select(['id', 'version', 'title as name', 'state'])
      .where('org_id', '=', org)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, name, state }) => ({ id, version, name, values: { state: plain(state) } }))
  },
}
