import { useQuery } from '@tanstack/react-query'
import { api } from '../../ui/api.ts'

/** What waits for this person, as the API's inbox answers it. */
type Inbox = { items: { what: string }[]; total: number }

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
  return {
    total: data?.total ?? 0,
    countOf: (reasons = []) => data?.items.filter(({ what }) => [reasons].flat().includes(what)).length ?? 0,
  }
}
