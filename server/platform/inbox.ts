import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from './database/transaction.ts'
import type { Grants } from './grants.ts'

/** Something that waits for this person's decision. `what` names it, such as `approve-document`. */
export type InboxItem = {
  what: string
  /** the record to decide on, as a SubjectRef */
  subject: string
  name: string
  /** since when it waits */
  since: Date
  dueOn: string | null
}

export type InboxView = { tx: Transaction; org: OrganizationId; grants: Grants; person: string; today: string }

/** What one room has waiting for a person; rooms export one, `app` gathers them. */
export type InboxReader = {
  /** who is asked at all, `room:verb` */
  permission: string
  /** the longest waiting first, at most `limit`, and how many there are in all */
  read(at: InboxView, limit: number): Promise<{ items: InboxItem[]; total: number }>
}

/** What waits for this person in every room, longest waiting first; `total` counts what did not fit as well. */
export async function readInbox(
  readers: readonly InboxReader[],
  at: InboxView,
  limit: number,
): Promise<{ items: InboxItem[]; total: number }> {
  const items: InboxItem[] = []
  let total = 0
  for (const reader of readers.filter(({ permission }) => at.grants.has(permission))) {
    const found = await reader.read(at, limit)
    items.push(...found.items)
    total += found.total
  }
  return { items: items.toSorted((a, b) => a.since.getTime() - b.since.getTime()).slice(0, limit), total }
}
