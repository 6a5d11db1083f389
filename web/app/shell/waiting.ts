import { useQuery } from '@tanstack/react-query'
import { api } from '../../ui/api.ts'

/** What waits for this person, as the API's inbox answers it: their tasks, and decisions of every room. */
type Inbox = { tasks: { total: number }; decisions: { items: { what: string }[]; total: number } }

const minute = 60_000
const counted = 100

/** How much waits for this person in all, and for which reasons. */
export function useWaiting(): { total: number; countOf: (reasons: string | string[] | undefined) => number } {
  const { data } = useQuery({
    queryKey: ['/inbox', 'counts'],
    queryFn: () => api.get<Inbox>('/inbox', { query: { limit: counted } }),
    staleTime: minute,
    retry: false,
  })
  const waiting = data?.decisions.items ?? []
  return {
    total: data ? data.tasks.total + data.decisions.total : 0,
    countOf: (reasons = []) => waiting.filter(({ what }) => [reasons].flat().includes(what)).length,
  }
}
