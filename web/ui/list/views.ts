import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { t } from '../../messages/index.ts'
import { api, ApiProblem, type ListAnswer, refresh } from '../api.ts'
import { type Patch, useAddress } from '../navigation.ts'
import { toast } from '../toast.ts'
import type { ListState } from './state.ts'
import type { Filter } from './types.ts'

/** A list under a name: its filter, search words and order, and its columns (none: the page's own choice). */
export type SavedView = {
  id: string
  name: string
  query: Record<string, string>
  columns: string[]
  shared: boolean
  owner: { id: string; name: string }
}

export type ViewsOf = {
  /** the list's address in the API, and the page's name for it */
  path: string
  id: string
  filters: Filter[]
  state: ListState
  columns: string[]
}

const most = 200

/** The saved views of one list and what can be done with them. They are asked for when the menu opens or the address names one. */
export function useViews({ path, id, filters, state, columns }: ViewsOf, opened: boolean) {
  const [{ view: named }, setAddress] = useAddress()
  const answer = useQuery({
    queryKey: ['/views', path, id],
    queryFn: async () => {
      await bringAlong(path, id)
      return await api.get<ListAnswer<SavedView>>('/views', { query: { list: path, page: id, limit: most } })
    },
    enabled: opened || named !== undefined,
  })
  const views = answer.data?.items ?? []
  const active = views.find((view) => view.id === named)
  const shown: Patch = { ...state.query, columns: columns.join(',') }
  const blank: Patch = { q: undefined, sort: undefined, columns: undefined, view: undefined, cursor: undefined }
  for (const { key } of filters) blank[key] = undefined
  const open = (view: SavedView) => setAddress({ ...blank, ...addressOf(view) })
  useOpenedByAddress(active, filters, open)
  return {
    views,
    active,
    error: answer.error,
    /** whether the list has been narrowed or ordered otherwise since the view was opened */
    changed: active !== undefined && differs(active, shown),
    open,
    leave: () => setAddress(blank),
    async save(name: string) {
      const draft = { list: path, page: id, name, query: state.query, columns }
      const made = await api.post<{ id: string }>('/views', draft)
      await refresh(['/views'])
      setAddress({ view: made.id, columns: columns.join(',') })
    },
    async replace(view: SavedView) {
      await api.patch(`/views/${view.id}`, { query: state.query, columns })
      await refresh(['/views'])
    },
    async forget(view: SavedView) {
      const { name, query } = view
      await api.delete(`/views/${view.id}`)
      if (view.id === named) setAddress({ view: undefined })
      await refresh(['/views'])
      const undo = async () => {
        await api.post('/views', { list: path, page: id, name, query, columns: view.columns })
        await refresh(['/views'])
      }
      toast({ message: t('View “{name}” forgotten', { name }), undo })
    },
    async share(view: SavedView) {
      await api.post(`/views/${view.id}/${view.shared ? 'withdraw' : 'share'}`)
      await refresh(['/views'])
    },
  }
}

export type Views = ReturnType<typeof useViews>

/** A link that names a view alone (`/tasks?view=…`) opens what it shows. */
function useOpenedByAddress(active: SavedView | undefined, filters: Filter[], open: (view: SavedView) => void): void {
  const [address] = useAddress()
  const alone = !['q', 'sort', 'columns', ...filters.map(({ key }) => key)].some((key) => address[key] !== undefined)
  const due = active !== undefined && alone && Object.keys(addressOf(active)).length > 1
  useEffect(() => {
    if (due) open(active)
  })
}

function addressOf({ id, query, columns }: SavedView): Patch {
  return { ...query, ...(columns.length > 0 && { columns: columns.join(',') }), view: id }
}

function differs({ query, columns }: SavedView, shown: Patch): boolean {
  const kept: Patch = { ...query, columns: columns.length > 0 ? columns.join(',') : shown['columns'] }
  return [...new Set([...Object.keys(kept), ...Object.keys(shown)])].some((key) => kept[key] !== shown[key])
}

/** Views that an earlier version kept in this browser move to the account; one whose name is taken there stays behind. */
async function bringAlong(path: string, id: string): Promise<void> {
  const key = `assay:views:${id}`
  const text = localStorage.getItem(key)
  if (text === null) return
  for (const { name, query } of asKeptBefore(JSON.parse(text))) {
    await api.post('/views', { list: path, page: id, name, query }).catch(onlyRefused)
  }
  localStorage.removeItem(key)
}

// Only earlier versions of this page wrote that key, so its shape is known.
function asKeptBefore(views: unknown): Pick<SavedView, 'name' | 'query'>[] {
  return views as Pick<SavedView, 'name' | 'query'>[]
}

/** A refusal leaves that view behind; anything else is a broken wire and shows. */
function onlyRefused(cause: unknown): void {
  if (!(cause instanceof ApiProblem)) throw cause
}
