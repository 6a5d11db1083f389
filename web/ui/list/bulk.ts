import { t } from '../../messages/index.ts'
import { api, refresh } from '../api.ts'
import type { serverSays } from '../server-words.ts'
import { toast } from '../toast.ts'
import type { Bulk, BulkChange, BulkField, Selection } from './types.ts'

export type Outcome = {
  id: string
  name: string
  before: string
  after: string
  outcome: 'changes' | 'same' | 'refused'
  why: string | null
  says: Parameters<typeof serverSays>[0]
}
export type Preview = { rows: Outcome[]; changing: number; refused: number }
export type Given = Record<string, string>
type Rows = { id: string; version: number }[]
type Done = { id: string; changed: number }
type Undone = { undone: number; kept: { id: string; name: string; why: string }[] }

/** The chosen rows at the versions that were looked at; all that match are asked for as they are now. */
export async function rowsOf({ path, versions }: Bulk, selection: Selection): Promise<Rows> {
  if (selection.kind === 'ids') return selection.ids.map((id) => ({ id, version: versions.get(id) ?? 1 }))
  const chosen = await api.post<{ rows: Rows }>(`${path}/bulk-edits/choose`, { query: selection.query })
  return chosen.rows
}

/** What the fields hold as the records' own routes take it; undefined while something needed is missing. */
export function givenBy(fields: BulkField[], values: Given, emptied: boolean): Record<string, unknown> | undefined {
  const given: Record<string, unknown> = {}
  for (const field of fields) {
    const value = (values[field.name] ?? '').trim()
    if (value === '' && !(emptied && canBeEmptied(field)) && !mayBeEmpty(field)) return undefined
    const chosen = emptied && canBeEmptied(field) ? '' : value
    given[field.name] = chosen === '' ? null : valueOf(field, chosen)
  }
  return given
}

function valueOf(field: BulkField, chosen: string): unknown {
  if (field.kind !== 'choice' || !field.as) return chosen
  return field.as === 'number' ? Number(chosen) : chosen === 'true'
}

function mayBeEmpty(field: BulkField): boolean {
  return field.kind === 'day' && field.mayBeEmpty === true
}

/** Whether the rows can be left without any such value. */
export function canBeEmptied(field: BulkField): boolean {
  if (field.kind === 'reference') return field.required !== true
  if (field.kind === 'choice') return field.optional === true
  return field.kind === 'day' && field.mayBeEmpty !== true
}

/** As many rows as the server changes as one entry; more are changed in slices, as later work. */
export const mostAtOnce = 500
const lookedAtOnce = 250

type Asked = { change: BulkChange; given: unknown; rows: Rows }
type Looking = { signal: AbortSignal; onSeen: (rows: number) => void }

/** What the change would do to each row; of very many, part by part. */
export async function preview(bulk: Bulk, { change, ...asked }: Asked, looking: Looking): Promise<Preview> {
  const step = asked.rows.length > mostAtOnce ? lookedAtOnce : mostAtOnce
  const seen: Preview = { rows: [], changing: 0, refused: 0 }
  for (let from = 0; from < asked.rows.length; from += step) {
    looking.signal.throwIfAborted()
    const rows = asked.rows.slice(from, from + step)
    const body = { change: change.change, given: asked.given, rows }
    const part = await api.post<Preview>(`${bulk.path}/bulk-edits/preview`, body)
    seen.rows.push(...part.rows)
    seen.changing += part.changing
    seen.refused += part.refused
    looking.onSeen(seen.rows.length)
  }
  return seen
}

/** Has very many rows changed as later work; gives the work to watch. */
export async function orderInSlices({ path }: Bulk, { change, given, rows }: Asked): Promise<string> {
  const order = { change: change.change, given, rows }
  return (await api.post<{ job: string }>(`${path}/bulk-edits/in-slices`, order)).job
}

type Order = Asked & { partial: boolean }

/** Changes the rows as one; the note that follows can undo all of it. */
export async function carryOut({ path }: Bulk, { change: { change }, ...order }: Order): Promise<void> {
  const done = await api.post<Done>(`${path}/bulk-edits`, { change, ...order })
  const message = t('{count, plural, one {# row changed} other {# rows changed}}', { count: done.changed })
  toast({ message, undo: () => undo(path, done.id) })
}

async function undo(path: string, id: string): Promise<void> {
  const { undone, kept } = await api.post<Undone>(`${path}/bulk-edits/${id}/undo`)
  await refresh()
  toast({ message: t('{count, plural, one {# row set back} other {# rows set back}}', { count: undone }) })
  if (kept.length === 0) return
  const names = kept.map(({ name, id: record }) => name || record).join(', ')
  const stay = t(
    '{count, plural, one {# row was changed since and stays: {names}} other {# rows were changed since and stay: {names}}}',
    {
      count: kept.length,
      names,
    },
  )
  toast({ message: stay })
}
