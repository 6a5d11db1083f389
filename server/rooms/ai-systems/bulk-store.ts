import type { Updateable } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database/tables.ts'
import type { BulkChange } from './contract.ts'
import { scopeLabels } from './rules/labels.ts'
import { asWord } from './rows.ts'
import { scopes } from './rules/words.ts'

/** What an edit of many may change, as it was before. */
export type Changeable = {
  owner_id: string | null
  unit_id: string | null
  scope: string
  scope_reason: string
  scope_decided_on: string | null
  scope_decided_by: string | null
}
export type Before = Changeable & { id: string; name: string }

export const Remembered = z.object({
  owner_id: z.uuid().nullable(),
  unit_id: z.uuid().nullable(),
  scope: z.string(),
  scope_reason: z.string(),
  scope_decided_on: z.string().nullable(),
  scope_decided_by: z.uuid().nullable(),
})

/** How a system would read after the change, and whether that is how it reads already. */
export function changeOf(change: BulkChange, row: Changeable): { after: Changeable; same: boolean } {
  const after = { ...row, ...wished(change) }
  const same = Object.entries(wished(change)).every(([column, value]) => row[column as keyof Changeable] === value)
  return { after, same }
}

function wished(change: BulkChange): Partial<Changeable> {
  if (change.set === 'owner') return { owner_id: change.owner }
  if (change.set === 'unit') return { unit_id: change.unit }
  return { scope: change.scope, scope_reason: change.reason }
}

export function setColumns(
  change: BulkChange,
  { on, by }: { on: string; by: string | null },
): Updateable<Tables['ai_systems']> {
  return { ...wished(change), ...(change.set === 'scope' && { scope_decided_on: on, scope_decided_by: by }) }
}

/** The columns that put a system back to what it said before. */
export function columnsBefore(change: BulkChange, before: Changeable): Updateable<Tables['ai_systems']> {
  if (change.set === 'owner') return { owner_id: before.owner_id }
  if (change.set === 'unit') return { unit_id: before.unit_id }
  const { scope, scope_reason, scope_decided_on, scope_decided_by } = before
  return { scope, scope_reason, scope_decided_on, scope_decided_by }
}

/** The changed value in words. */
export function valueIn(set: BulkChange['set'], row: Changeable, names: ReadonlyMap<string, string>): string {
  if (set === 'owner') return row.owner_id ? (names.get(row.owner_id) ?? '') : ''
  if (set === 'unit') return row.unit_id ? (names.get(row.unit_id) ?? '') : ''
  const decision = scopeLabels[asWord(scopes, row.scope)]
  return row.scope_reason ? `${decision}: ${row.scope_reason}` : decision
}
