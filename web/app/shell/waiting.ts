import { useQuery } from '@tanstack/react-query'
import { api } from '../../ui/api.ts'

const minute = 60_000

/** Counts of what waits for this person, by the key that a navigation entry names; `inbox` counts their open tasks. */
export function useWaiting(): Record<string, number> {
  const { data } = useQuery({
    queryKey: ['/waiting'],
    queryFn: () => api.get<Record<string, number>>('/waiting'),
    staleTime: minute,
    retry: false,
  })
  return data ?? {}
}
