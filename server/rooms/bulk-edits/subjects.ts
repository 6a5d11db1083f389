import { sql } from 'kysely'
import type { SubjectReader } from '#platform/subjects.ts'

export const bulkEditSubjects: SubjectReader = {
  kind: 'list-edit',
  permission: 'bulk-edits:read',
  async read(tx, org, ids) {
    const { rows } = await sql<{ id: string; list: string; state: string; rows: number }>`
      select e.id, e.list, e.state,
             (select count(*)::int from list_edit_rows r where r.org_id = e.org_id and r.edit_id = e.id) as rows
        from list_edits e where e.org_id = ${org} and e.id = any(${ids}::uuid[])`.execute(tx)
    return rows.map(({ id, list, state, rows: count }) => ({ id, state, name: `${list.slice(1)} (${count})` }))
  },
}
