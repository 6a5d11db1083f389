import { sql } from 'kysely'
import { type EditableList, moving, plain, setting } from '#platform/lists/index.ts'

/** What can be changed in many pieces of evidence at once, each through its own route. A review is one person looking at one piece. */
export const editableEvidence: EditableList = {
  list: '/evidence',
  kind: 'evidence',
  permission: 'evidence:edit',
  changes: { validUntil: setting('validUntil'), withdraw: moving('withdraw', 'restore') },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('evidence')
      .select(['id', 'version', 'title as name', 'valid_until', 'state'])
      .where('org_id', '=', org)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, name, valid_until, state }) => ({
      id,
      version,
      name,
      values: { validUntil: plain(valid_until), state: plain(state) },
    }))
  },
}
