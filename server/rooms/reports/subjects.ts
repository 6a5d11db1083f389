import type { SubjectReader } from '#platform/subjects.ts'

export const reportSubjects: SubjectReader = {
  kind: 'report',
  permission: 'reports:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('reports')
      .select(['id', 'title', 'seq'])
      .where('org_id', '=', org)
      .where('id', 'in', [...ids])
      .execute()
    return rows.map(({ id, title, seq }) => ({ id, name: `${title}, entry ${seq}` }))
  },
}
