import { sql } from 'kysely'
import { because, type EditableList, moving, named, plain, setting, theReason } from '#platform/lists/index.ts'

// What the three registers of the context share: they are kept, withdrawn with a reason, and brought back.
const keeping = {
  withdraw: moving('withdraw', 'restore'),
  restore: moving('restore', 'withdraw', theReason),
}
const permission = 'context:edit'

/** What can be changed in many context issues at once, each through its own route. */
export const editableIssues: EditableList = {
  list: '/context-issues',
  kind: 'context-issue',
  permission,
  changes: { relevant: setting('relevant'), ...keeping },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('context_issues')
      .select(['id', 'version', 'statement as name', 'relevant', 'state', 'reason'])
      .where('org_id', '=', org)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, name, relevant, state, reason }) => ({
      id,
      version,
      name,
      values: { relevant: plain(relevant), state: because(state, reason) },
    }))
  },
}

/** What can be changed in many interested parties at once, each through its own route. */
export const editableParties: EditableList = {
  list: '/interested-parties',
  kind: 'interested-party',
  permission,
  changes: { kind: setting('kind'), ...keeping },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('interested_parties')
      .select(['id', 'version', 'name', 'kind', 'state', 'reason'])
      .where('org_id', '=', org)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, name, kind, state, reason }) => ({
      id,
      version,
      name,
      values: { kind: plain(kind), state: because(state, reason) },
    }))
  },
}

/** What can be changed in many processes at once, each through its own route. */
export const editableProcesses: EditableList = {
  list: '/processes',
  kind: 'process',
  permission,
  changes: { owner: setting('owner'), intervalMonths: setting('intervalMonths'), ...keeping },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('aims_processes as r')
      .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'r.org_id').onRef('p.id', '=', 'r.owner_id'))
      .select(['r.id', 'r.version', 'r.name as name', 'r.owner_id', 'p.name as owner', 'r.interval_months'])
      .select(['r.state', 'r.reason'])
      .where('r.org_id', '=', org)
      .where('r.id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map((r) => ({
      id: r.id,
      version: r.version,
      name: r.name,
      values: {
        owner: named(r.owner_id, r.owner),
        intervalMonths: plain(r.interval_months),
        state: because(r.state, r.reason),
      },
    }))
  },
}
