import { sql } from 'kysely'
import { z } from 'zod'
import {
  type EditableList,
  type EditableRow,
  type Given,
  type ListChange,
  moving,
  named,
  plain,
  setting,
  type Step,
} from '#platform/lists/index.ts'
import { peopleOf, toView } from './people-store.ts'

const Held = z.array(z.object({ role: z.string(), expiresOn: z.string().nullable() }))
type Held = z.infer<typeof Held>

function rolesOf(row?: EditableRow): Held {
  return Held.parse(row?.values['roles']?.value ?? [])
}

function assigning(roles: readonly Given[]): Step {
  return { method: 'POST', below: '/roles', body: { roles: [...roles] } }
}

function without(row: EditableRow | undefined, { role }: Given): Held {
  return rolesOf(row).filter((held) => held.role !== role)
}

const back: ListChange['back'] = (before) => assigning(Held.parse(before))

/** One role more, beside those that each person holds. */
const givingRole: ListChange = {
  changes: 'roles',
  step: (given, row) => assigning([...without(row, given), { expiresOn: null, ...given }]),
  same: ({ role, expiresOn = null }, row) =>
    rolesOf(row).some((held) => held.role === role && held.expiresOn === expiresOn),
  back,
}

/** One role less; the others stay. Without a row, whether there is such a role. */
const takingRole: ListChange = {
  changes: 'roles',
  step: (given, row) => assigning(row ? without(row, given) : [given]),
  same: (given, row) => without(row, given).length === rolesOf(row).length,
  back,
}

/** What can be changed in many people at once, each through their own route. Name and address are never erased this way. */
export const editablePeople: EditableList = {
  list: '/people',
  kind: 'person',
  permission: 'people:edit',
  changes: {
    unit: setting('unit'),
    giveRole: givingRole,
    takeRole: takingRole,
    disable: moving('disable', 'enable'),
    enable: moving('enable', 'disable'),
  },
  async read(tx, org, ids) {
    const rows = await peopleOf(tx, org).where('p.id', '=', sql<string>`any(${ids}::uuid[])`).execute()
    return rows.map(toView).map(({ id, version, name, state, unit, roles }) => ({
      id,
      version,
      name,
      values: {
        unit: named(unit?.id ?? null, unit?.name ?? null),
        state: plain(state),
        roles: {
          value: roles.map(({ role, expiresOn }) => ({ role, expiresOn })),
          shown: roles.map(({ role, expiresOn }) => (expiresOn ? `${role} (${expiresOn})` : role)).join(', '),
        },
      },
    }))
  },
}
