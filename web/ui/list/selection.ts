import { useEffect, useState } from 'react'
import type { Selection } from './types.ts'

export type Selected = {
  has: (id: string) => boolean
  toggle: (id: string) => void
  /** All rows of this page, or none of them. */
  togglePage: (ids: string[]) => void
  takeAllMatching: () => void
  clear: () => void
  allMatching: boolean
  /** Null while nothing is chosen. */
  selection: Selection | null
}

const nothing: { ids: string[]; all: boolean } = { ids: [], all: false }

/** Which rows are chosen. Another query forgets the choice, so nothing unseen is ever changed. */
export function useSelection(query: Record<string, string>, total: number): Selected {
  const scope = JSON.stringify(query)
  const [state, setState] = useState<{ scope: string; ids: string[]; all: boolean }>({ scope, ids: [], all: false })
  const { ids, all } = state.scope === scope ? state : nothing
  const keep = (next: string[], allMatching = false) => setState({ scope, ids: next, all: allMatching })
  return {
    has: (id) => all || ids.includes(id),
    toggle: (id) => keep(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]),
    togglePage: (page) => {
      const others = ids.filter((id) => !page.includes(id))
      keep(page.every((id) => ids.includes(id)) ? others : [...others, ...page])
    },
    takeAllMatching: () => keep(ids, true),
    clear: () => keep([]),
    allMatching: all,
    selection: selectionOf(ids, all, query, total),
  }
}

function selectionOf(ids: string[], all: boolean, query: Record<string, string>, total: number): Selection | null {
  if (all) return { kind: 'matching', query, count: total }
  return ids.length > 0 ? { kind: 'ids', ids, count: ids.length } : null
}

/** The version of every row that this page view has shown: a change of many says which versions were looked at. */
export function useVersions<Row>(rows: Row[] | undefined, rowId: (row: Row) => string): Map<string, number> {
  const [versions] = useState(() => new Map<string, number>())
  useEffect(() => {
    for (const row of rows ?? []) versions.set(rowId(row), versionOf(row))
  })
  return versions
}

function versionOf(row: unknown): number {
  const version: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'version') : undefined
  return typeof version === 'number' ? version : 1
}
