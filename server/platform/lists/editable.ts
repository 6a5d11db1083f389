import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '../database/transaction.ts'

/** What a change of one record asks of its own route: `PATCH <list>/:id`, or `POST <list>/:id/<verb>`. */
export type Step = { method: 'PATCH' | 'POST'; below: string; body: Record<string, unknown> }

/** A value of a record: as its route takes it, and as a person reads it (empty where there is none). */
export type EditableValue = { value: unknown; shown: string }

export type EditableRow = {
  id: string
  version: number
  name: string
  values: Record<string, EditableValue>
  /** the parameters of its own route, where that takes others than its id */
  at?: Record<string, string>
}

/** One change that can be made to many records of a list: what it sends to each record's own route, and what takes it back. */
export type ListChange = {
  /** the value that it changes, by its name in `EditableRow.values` */
  changes: string
  /** what to send; `given` is what the person chose. Without a row it only shows whether the route would take that. */
  step(given: Given, row?: EditableRow): Step
  /** what gives the former value back */
  back(before: unknown, row: EditableRow): Step
  /** whether the row says so already, where comparing the one field that is set does not tell */
  same?(given: Given, row: EditableRow): boolean
}

export type Given = Record<string, unknown>

/** A list whose records can be changed many at a time. A room declares it once; every rule stays with the room's routes. */
export type EditableList = {
  /** its address in the API, without `/api/v1` */
  list: string
  /** where one record of it is changed, when that is not `<list>/:id` */
  record?: string
  /** the records, as subjects of facts name them */
  kind: string
  /** who may change any of them, `room:verb`; each record's own route asks for its own as well */
  permission: string
  changes: Record<string, ListChange>
  /** these records as they stand now; what is not there is left out */
  read(tx: Transaction, org: OrganizationId, ids: readonly string[]): Promise<EditableRow[]>
}

/** Sets one field by the record's PATCH; `beside` is what that wants to be told with it. */
export function setting(field: string, beside: (row?: EditableRow) => Given = () => ({})): ListChange {
  const patch = (value: unknown, row?: EditableRow): Step => ({
    method: 'PATCH',
    below: '',
    body: { ...beside(row), [field]: value },
  })
  return { changes: field, step: (given, row) => patch(given[field], row), back: patch }
}

/** Takes a step of the record's life, which another step takes back; `told` is what that one wants to be told. */
export function moving(verb: string, back: string, told: (before: unknown) => Given = () => ({})): ListChange {
  return {
    changes: 'state',
    step: (given) => ({ method: 'POST', below: `/${verb}`, body: given }),
    back: (before) => ({ method: 'POST', below: `/${back}`, body: told(before) }),
  }
}

/** A state that carries its reason, so that a step that clears it can be taken back with the same. */
export function because(state: string, reason: string | null): EditableValue {
  return { value: { state, reason }, shown: reason === null ? state : `${state}, ${reason}` }
}

/** The reason of the state before, as the step that brings it back takes it. */
export function theReason(before: unknown): Given {
  return { reason: z.object({ reason: z.string() }).parse(before).reason }
}

export function plain(value: string | number | boolean | null): EditableValue {
  return { value, shown: value === null ? '' : String(value) }
}

/** A reference to a person, a unit or another named record. */
export function named(id: string | null, name: string | null): EditableValue {
  return { value: id, shown: id === null ? '' : (name ?? 'Erased person') }
}
