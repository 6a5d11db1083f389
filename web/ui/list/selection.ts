import { useState } from 'react'
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
