import { useRecord } from './api.ts'
import type { RecordKind } from './room-pages.ts'

/** A record as the API names it behind a reference (`kind:id`): in search results and in links. */
export type NamedRecord = { ref: string; kind: string; id: string; name: string; state?: string }

const kinds = new Map<string, RecordKind>()

/** Told once by the app, which knows the rooms. */
export function knowRecordKinds(known: RecordKind[]): void {
  for (const one of known) kinds.set(one.kind, one)
}

/** What a kind of record is called: "AI system". */
export function kindLabel(ref: string): string {
  const [kind = ''] = ref.split(':')
  return kinds.get(kind)?.label ?? kind
}

/** What kinds of record are called, by kind. */
export function kindWords(): Record<string, string> {
  return Object.fromEntries([...kinds].map(([kind, { label }]) => [kind, label]))
}

/** The page of the record behind a reference; undefined while no room shows that kind. */
export function addressOf(ref: string): string | undefined {
  const [kind = '', ...id] = ref.split(':')
  return kinds.get(kind)?.to(id.join(':'))
}

/** The records behind references, by reference. One that is gone or may not be seen is missing. At most 200. */
export function useNames(refs: string[]): Map<string, NamedRecord> {
  const sorted = [...new Set(refs)].toSorted().join()
  const { data } = useRecord<{ items: NamedRecord[] }>(sorted === '' ? null : '/subjects', { refs: sorted })
  return new Map(data?.items.map((one) => [one.ref, one]))
}
