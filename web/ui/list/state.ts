import { useState } from 'react'
import { useAddress, type Patch } from '../navigation.ts'
import type { Column, Filter } from './types.ts'

export const pageSize = 50

/** Where a page of the list begins, known for the cursors this page view has passed. */
type Place = { before: string; offset: number }
const places = new Map<string, Place>()

export type ListState = {
  /** Search, filters and order as the API takes them, without paging. */
  query: Record<string, string>
  cursor: string
  offset: number | undefined
  q: string
  sort: string
  chosen: (filter: Filter) => string[]
  change: (patch: Patch) => void
  choose: (filter: Filter, values: string[]) => void
  turn: (next: string) => void
  turnBack: () => void
}

/** The list's state lives in the address, so that it can be shared, kept as a view and gone back to. */
export function useListState(filters: Filter[], defaultSort: string): ListState {
  const [address, setAddress] = useAddress()
  const { q = '', sort = defaultSort, cursor = '' } = address
  const query: Record<string, string> = { sort }
  if (q) query['q'] = q
  for (const { key } of filters) if (address[key]) query[key] = address[key]
  // Any other filter or order begins at the first page.
  const change = (patch: Patch) => setAddress({ ...patch, cursor: undefined })
  const offset = cursor === '' ? 0 : places.get(cursor)?.offset
  return {
    query,
    cursor,
    offset,
    q,
    sort,
    change,
    chosen: ({ key }) => address[key]?.split(',') ?? [],
    choose: ({ key }, values) => change({ [key]: values.join(',') }),
    turn: (next) => {
      places.set(next, { before: cursor, offset: (offset ?? 0) + pageSize })
      setAddress({ cursor: next }, { push: true })
    },
    turnBack: () => setAddress({ cursor: places.get(cursor)?.before }, { push: true }),
  }
}

/** Which columns are shown: those that the address names, else those remembered in this browser under the list's id. */
export function useColumnChoice<Row>(id: string, columns: Column<Row>[]): [Column<Row>[], (keys: string[]) => void] {
  const key = `assay:columns:${id}`
  const [{ columns: named }, setAddress] = useAddress()
  const [remembered, setRemembered] = useState(() => readJson<string[]>(key))
  const chosen = named === undefined ? remembered : named.split(',')
  const shown = columns.filter((column, index) => index === 0 || (chosen?.includes(column.key) ?? !column.optional))
  const choose = (keys: string[]) => {
    if (named !== undefined) return setAddress({ columns: keys.join(',') })
    localStorage.setItem(key, JSON.stringify(keys))
    setRemembered(keys)
  }
  return [shown, choose]
}

/** Only this page writes these keys, so their shape is known; what cannot be read counts as absent. */
function readJson<Value>(key: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '') as Value
  } catch {
    return undefined
  }
}
