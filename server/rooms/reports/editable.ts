import { sql } from 'kysely'
import { type EditableList, moving, plain } from '#platform/lists/index.ts'

/** What can be done with many reports at once; what they say never changes. */
export const editableReports: EditableList = {
  list: '/reports',
  kind: 'report',
  permission: 'reports:withdraw',
  changes: { withdraw: moving('withdraw', 'reinstate') },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('reports')
      .select(['id', 'version', 'title as name'])
      .select(
        sql<string>`case when withdrawn_at is not null then 'withdrawn' when made_at is not null then 'made'
        else 'not-made' end`.as('state'),
      )
      .where('org_id', '=', org)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, name, state }) => ({ id, version, name, values: { state: plain(state) } }))
  },
}
