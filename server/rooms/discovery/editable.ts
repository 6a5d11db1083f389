import { sql } from 'kysely'
import { type EditableList, moving, plain } from '#platform/lists/index.ts'

/** How many finds are judged at once, each through its own route. Registering one asks for its own name and purpose. */
export const editableCandidates: EditableList = {
  list: '/discovery/candidates',
  kind: 'scan-candidate',
  permission: 'discovery:judge',
  changes: { dismiss: moving('dismiss', 'restage'), merge: moving('merge', 'restage') },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('scan_candidates')
      .select(['id', 'version', 'name', 'state'])
      .where('org_id', '=', org)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, name, state }) => ({ id, version, name, values: { state: plain(state) } }))
  },
}
