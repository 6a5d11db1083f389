import { sql } from 'kysely'
import { type EditableList, moving, named, plain, setting } from '#platform/lists/index.ts'
import type { EditableRow } from '#platform/lists/index.ts'

/** An edit of a component names its kind; where no row is looked at any will do. */
function ofItsKind(row?: EditableRow) {
  return { kind: row?.values['kind']?.value ?? 'model' }
}

/** What can be changed in many models, datasets, prompts and agents at once, each through its own route. */
export const editableComponents: EditableList = {
  list: '/components',
  kind: 'component',
  permission: 'components:edit',
  changes: {
    owner: setting('owner', ofItsKind),
    unit: setting('unit', ofItsKind),
    retire: moving('retire', 'reinstate'),
  },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('components as c')
      .leftJoin('people as p', (join) => join.onRef('p.org_id', '=', 'c.org_id').onRef('p.id', '=', 'c.owner_id'))
      .leftJoin('units as u', (join) => join.onRef('u.org_id', '=', 'c.org_id').onRef('u.id', '=', 'c.unit_id'))
      .select(['c.id', 'c.version', 'c.kind', 'c.name', 'c.owner_id', 'p.name as owner', 'c.unit_id', 'u.name as unit'])
      .select('c.state')
      .where('c.org_id', '=', org)
      .where('c.id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, kind, name, owner_id, owner, unit_id, unit, state }) => ({
      id,
      version,
      name: name ?? '',
      values: { kind: plain(kind), owner: named(owner_id, owner), unit: named(unit_id, unit), state: plain(state) },
    }))
  },
}
