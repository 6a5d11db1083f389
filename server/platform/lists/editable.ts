import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '../database/transaction.ts'

/** What a change of one record asks of its own route: `PATCH <list>/:id`, or `POST <list>/:id/<verb>`. */
export type Step = { method: 'PATCH' | 'POST'; below: string; body: Record<string, unknown> }

/** A value of a record: as its route takes it, and as a person reads it (empty where there is none). */
export type EditableValue = { value: unknown; shown: string }

export type EditableRow = { id: string; version: number; name: string; values: Record<string, EditableValue> }

/** One change that can be made to many records of a list: what it sends to each record's own route, and what takes it back. */
export type ListChange = {
  /** the value that it changes, by its name in `EditableRow.values` */
  changes: string
  /** what to send; `given` is what the person chose */
  step(given: Record<string, unknown>): Step
  /** what gives the former value back */
  back(before: unknown): Step
}

/** A list whose records can be changed many at a time. A room declares it once; every rule stays with the room's routes. */
export type EditableList = {
  /** its address in the API, without `/api/v1` */
  list: string
  /** the records, as subjects of facts name them */
  kind: string
  /** who may change any of them, `room:verb`; each record's own route asks for its own as well */
  permission: string
  changes: Record<string, ListChange>
  /** these records as they stand now; what is not there is left out */
  read(tx: Transaction, org: OrganizationId, ids: readonly string[]): Promise<EditableRow[]>
}

/** Sets one field by the record's PATCH. */
export function setting(field: string): ListChange {
  const patch = (value: unknown): Step => ({ method: 'PATCH', below: '', body: { [field]: value } })
  return { changes: field, step: (given) => patch(given[field]), back: patch }
}

/** Takes a step of the record's life, which another step takes back. */
export function moving(verb: string, back: string): ListChange {
  return {
    changes: 'state',
    step: (given) => ({ method: 'POST', below: `/${verb}`, body: given }),
    back: () => ({ method: 'POST', below: `/${back}`, body: {} }),
  }
}

export function plain(value: string | number | null): EditableValue {
  return { value, shown: value === null ? '' : String(value) }
}

/** A reference to a person, a unit or another named record. */
export function named(id: string | null, name: string | null): EditableValue {
  return { value: id, shown: id === null ? '' : (name ?? 'Erased person') }
}
