import { ApiProblem, createClient, type Query } from '@assay/sdk'
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { asOfHeader, useAsOf } from './as-of.ts'
import { toast } from './toast.ts'

export { ApiProblem, type Query } from '@assay/sdk'

/** The one client of the page. Paths are the API's, without `/api/v1`. */
export const api = createClient({ baseUrl: '/api/v1' })

export const signedOut = new EventTarget()

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: announceSignOut }),
  mutationCache: new MutationCache({ onError: announceSignOut }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (failures, error) => !(error instanceof ApiProblem) && failures < 2 },
  },
})

/** A view as it arrives: the server's types say `Date` where JSON carries an ISO instant. */
export type Wire<View> = View extends Date
  ? string
  : View extends object
    ? { [Name in keyof View]: Wire<View[Name]> }
    : View

/** What every list answers: `next` is the cursor of the following page, `total` counts all matching rows. */
export type ListAnswer<Row> = { items: Row[]; next: string | null; total: number }

/** One GET as a query, at the instant that the page looks at. For loaders and for several queries at once. */
export function reading<Answer>(path: string, query: Query = {}, asOf?: string) {
  return queryOptions({
    queryKey: [path, query, asOf ?? 'now'],
    queryFn: ({ signal }) => api.get<Answer>(path, { query, signal, headers: asOfHeader(asOf) }),
  })
}

/** Reads a record (or anything else) at the instant the page looks at. A `null` path waits. */
export function useRecord<Answer>(path: string | null, query: Query = {}): UseQueryResult<Answer, Error> {
  const asOf = useAsOf()
  return useQuery({ ...reading<Answer>(path ?? '', query, asOf), enabled: path !== null })
}

/** Reads one page of a list; the rows of the page before stay until the next have come. */
export function useList<Row>(path: string, query: Query = {}): UseQueryResult<ListAnswer<Row>, Error> {
  const asOf = useAsOf()
  return useQuery({ ...reading<ListAnswer<Row>>(path, query, asOf), placeholderData: keepPreviousData })
}

/** What to say when a change is done; with `undo`, the note offers it. */
export type Done = string | { message: string; undo: () => Promise<unknown> }

export type Write<Input, Answer> = {
  /** The call itself: `(input) => api.post<AiSystem>('/ai-systems', input)`. */
  write: (input: Input) => Promise<Answer>
  /** What to say. */
  done?: (answer: Answer, input: Input) => Done | undefined
  /** What to do next, such as opening what was made. */
  onDone?: (answer: Answer, input: Input) => void
  /** Paths whose queries are read again; absent, all on the page are. */
  touches?: string[]
}

/**
 * A change through the API. Every query it may have touched is read again before it counts as done. A refusal is in
 * `error` for the form or button to show (`ProblemAlert`); nothing is swallowed.
 */
export function useWrite<Input = void, Answer = unknown>({
  write,
  done,
  onDone,
  touches,
}: Write<Input, Answer>): UseMutationResult<Answer, Error, Input> {
  return useMutation({
    mutationFn: write,
    onSuccess: async (answer, input) => {
      await refresh(touches)
      const said = done?.(answer, input)
      if (said !== undefined) toast(typeof said === 'string' ? { message: said } : undoable(said))
      onDone?.(answer, input)
    },
  })
}

/** Reads again what is on the page: everything, or only what lies below the given paths. */
export function refresh(paths?: string[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [path] }) => paths === undefined || paths.some((one) => String(path).startsWith(one)),
  })
}

function undoable({ message, undo }: Exclude<Done, string>) {
  return { message, undo: () => undo().then(() => refresh()) }
}

/** A 401 in the middle of work means that the session has ended; the app then asks to sign in and comes back. */
function announceSignOut(error: Error): void {
  if (error instanceof ApiProblem && error.status === 401) signedOut.dispatchEvent(new Event('signed-out'))
}
