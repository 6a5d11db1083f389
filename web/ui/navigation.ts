import { useParams, useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'
import { readAsOf } from './as-of.ts'

/** A function that opens an address of the page (`/ai-systems?state=live`), keeping the instant that is looked at. */
export function useGo(): (to: string, options?: { replace?: boolean }) => void {
  const { history } = useRouter()
  return useCallback(
    (to, { replace = false } = {}) => {
      const href = withAsOf(to, readAsOf(history.location.search))
      if (replace) history.replace(href)
      else history.push(href)
    },
    [history],
  )
}

/** Parameters of the address, and a function that changes some of them (undefined removes one). */
export function useAddress(): [Record<string, string>, (patch: Patch, options?: { push?: boolean }) => void] {
  const { history } = useRouter()
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const change = useCallback(
    (patch: Patch, { push = false } = {}) => {
      const { pathname, search: now } = history.location
      const href = pathname + patched(now, patch)
      if (push) history.push(href)
      else history.replace(href)
    },
    [history],
  )
  return [Object.fromEntries(new URLSearchParams(search)), change]
}

export type Patch = Record<string, string | undefined>

/** Keeps a link inside the past that the page shows. */
export function withAsOf(to: string, asOf: string | undefined): string {
  if (asOf === undefined) return to
  const [path = '', search = ''] = to.split('?')
  return path + patched(search, { asOf })
}

function patched(search: string, patch: Patch): string {
  const parameters = new URLSearchParams(search)
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined || value === '') parameters.delete(name)
    else parameters.set(name, value)
  }
  return parameters.size > 0 ? `?${parameters.toString()}` : ''
}

/** A parameter of the page's path (`$id`). */
export function useParameter(name: string): string {
  const value: unknown = useParams({ strict: false, select: (parameters) => Reflect.get(parameters, name) })
  if (typeof value !== 'string') throw new Error(`The path of this page has no $${name}.`)
  return value
}
