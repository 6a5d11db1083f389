import { ApiProblem, type ProblemDocument } from '@assay/sdk'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { t } from '../messages/index.ts'
import { api } from './api.ts'
import { showAsOf, useAsOf } from './as-of.ts'

export type Organization = { id: string; name: string; demo: boolean }

/** Who looks at the page, for which organisation, and what they may do there. */
export type Session = {
  person: { id: string; name: string; email: string }
  organization: Organization
  organizations: Organization[]
  roles: string[]
  /** Named `room:verb`. */
  permissions: string[]
  /** The size of the organisation's log now, and up to which entry this person has seen what changed. */
  seq: number
  seenSeq: number
}

/** The session, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['/session'],
  queryFn: () => api.get<Session>('/session').catch(nobody),
  staleTime: 60_000,
})

/** The session inside the shell, where there always is one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new ApiProblem(notSignedIn)
  return data
}

export function useMay(permission: string | undefined): boolean {
  const { data } = useQuery(sessionQuery)
  return permission === undefined || (data?.permissions.includes(permission) ?? false)
}

/** Why nothing can be changed here: the past is read-only, or the permission is missing. Undefined when it can. */
export function useCannotWrite(permission?: string): string | undefined {
  const asOf = useAsOf()
  const may = useMay(permission)
  if (asOf !== undefined)
    return t('You are looking at {asOf}. Go back to today to change anything.', { asOf: showAsOf(asOf) })
  return may ? undefined : t('Your role does not include this. Ask an owner or the AIMS manager.')
}

const notSignedIn: ProblemDocument = { type: 'about:blank', title: 'Not signed in', status: 401 }

function nobody(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 401) return null
  throw error
}
