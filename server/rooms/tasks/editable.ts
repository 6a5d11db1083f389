import { sql } from 'kysely'
import { type EditableList, moving, named, plain, setting } from '#platform/lists/index.ts'

/** What can be changed in many tasks at once, each through its own route. */
export const editableTasks: EditableList = {
  list: '/tasks',
  kind: 'task',
  permission: 'tasks:complete',
  changes: {
    owner: setting('owner'),
    dueOn: setting('dueOn'),
    complete: moving('complete', 'reopen'),
    cancel: moving('cancel', 'reopen'),
  },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('tasks as t')
      .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 't.org_id').onRef('p.id', '=', 't.owner_id'))
      .select(['t.id', 't.version', 't.title as name', 't.owner_id', 'p.name as owner', 't.due_on', 't.state'])
      .where('t.org_id', '=', org)
      .where('t.id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, name, owner_id, owner, due_on, state }) => ({
      id,
      version,
      name,
      values: { owner: named(owner_id, owner), dueOn: plain(due_on), state: plain(state) },
    }))
  },
}
