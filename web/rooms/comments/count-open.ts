import { api } from '../../ui/api.ts'
import { asOfHeader } from '../../ui/as-of.ts'

type Asked = { id: string; tell: (open: number) => void; fail: (error: unknown) => void }
type Counts = { items: { id: string; open: number }[] }

const waiting = new Map<string, Asked[]>()
const most = 200

/** How many threads about a record are open. The rows of a list ask at the same moment, so one request answers them all. */
export function countOpen(reference: string, asOf: string | undefined): Promise<number> {
  const [kind = '', ...rest] = reference.split(':')
  const key = `${kind} ${asOf ?? ''}`
  return new Promise((tell, fail) => {
    const asked = waiting.get(key) ?? []
    if (asked.length === 0) setTimeout(() => void askAll(key, kind, asOf), 20)
    waiting.set(key, [...asked, { id: rest.join(':'), tell, fail }])
  })
}

async function askAll(key: string, kind: string, asOf: string | undefined): Promise<void> {
  const asked = waiting.get(key) ?? []
  waiting.delete(key)
  for (let from = 0; from < asked.length; from += most) {
    const part = asked.slice(from, from + most)
    const ids = part.map(({ id }) => id).join(',')
    try {
      const { items } = await api.get<Counts>('/comments/counts', { query: { kind, ids }, headers: asOfHeader(asOf) })
      for (const { id, tell } of part) tell(items.find((one) => one.id === id)?.open ?? 0)
    } catch (error) {
      for (const { fail } of part) fail(error)
    }
  }
}
