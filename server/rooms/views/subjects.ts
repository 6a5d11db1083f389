import { sql } from 'kysely'
import type { SubjectReader } from '#platform/subjects.ts'

export const viewSubjects: SubjectReader = {
  kind: 'shared-view',
  permission: 'views:read',
  async read(tx, org, ids) {
    return await tx
      .selectFrom('shared_views')
      .select(['id', 'name', 'state'])
      .where('org_id', '=', org)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
  },
}
