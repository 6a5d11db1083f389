import type { SubjectReader } from '#platform/subjects.ts'

/** An import is called by the file that was uploaded. */
export const importSubjects: SubjectReader = {
  kind: 'import',
  permission: 'imports:read',
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('imports')
      .select(['id', 'file_name', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, file_name, state }) => ({ id, name: file_name, state }))
  },
}
