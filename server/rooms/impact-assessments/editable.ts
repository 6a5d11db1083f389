import { sql } from 'kysely'
import { because, type EditableList, moving, theReason } from '#platform/lists/index.ts'

/** What can be done with many impact assessments at once. What they say and decide is each one's own. */
export const editableAssessments: EditableList = {
  list: '/impact-assessments',
  kind: 'impact-assessment',
  permission: 'impact-assessments:write',
  changes: { withdraw: moving('withdraw', 'restore'), restore: moving('restore', 'withdraw', theReason) },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('impact_assessments as a')
      .innerJoin('ai_systems as s', (join) => join.onRef('s.org_id', '=', 'a.org_id').onRef('s.id', '=', 'a.system_id'))
      .select(['a.id', 'a.version', 's.name', 'a.edition', 'a.state', 'a.withdrawn_reason'])
      .where('a.org_id', '=', org)
      .where('a.id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, name, edition, state, withdrawn_reason }) => ({
      id,
      version,
      name: `${name ?? ''} (${edition})`,
      values: { state: because(state, withdrawn_reason) },
    }))
  },
}
