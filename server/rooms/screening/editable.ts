import { sql } from 'kysely'
import { because, type EditableList, moving, plain, theReason } from '#platform/lists/index.ts'
import { describeTrigger, triggersByName } from './trigger-names.ts'

/** How many triggers are judged at once, each through its own route. */
const triggers: EditableList = {
  list: '/screening-triggers',
  kind: 'screening-trigger',
  permission: 'screening:conclude',
  changes: { dismiss: moving('dismiss', 'reopen'), reopen: moving('reopen', 'dismiss', theReason) },
  async read(tx, org, ids) {
    const rows = await triggersByName(tx, org)
      .select(['t.version', 't.reason'])
      .where('t.id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      version: row.version,
      name: describeTrigger(row),
      values: { state: because(row.state, row.reason) },
    }))
  },
}

/** Deals and competitors are taken out of the figures and back in. */
function ofBusinessCase(list: string, kind: string, table: 'deals' | 'competitor_certifications'): EditableList {
  return {
    list,
    kind,
    permission: 'business-case:edit',
    changes: { withdraw: moving('withdraw', 'restore'), restore: moving('restore', 'withdraw') },
    async read(tx, org, ids) {
      const rows = await tx
        .selectFrom(table)
        .select(['id', 'version', 'name', 'state'])
        .where('org_id', '=', org)
        .where('id', '=', sql<string>`any(${ids}::uuid[])`)
        .execute()
      return rows.map(({ id, version, name, state }) => ({ id, version, name, values: { state: plain(state) } }))
    },
  }
}

/** What can be changed in many records of this room at once. */
export const editableOfScreening: readonly EditableList[] = [
  triggers,
  ofBusinessCase('/deals', 'deal', 'deals'),
  ofBusinessCase('/competitors', 'competitor', 'competitor_certifications'),
]
