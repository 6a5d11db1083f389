import { type InboxReader, type InboxView as At, readInbox } from '#platform/inbox.ts'
import type { InboxView } from './contract.ts'
import { listTasks } from './store.ts'

/** What this person has to do and to decide: their own open tasks, and what waits for them in every room. */
export async function readOwnInbox(at: At, readers: readonly InboxReader[], limit: number): Promise<InboxView> {
  const { tx, org, person, today } = at
  const mine = { owner: person, state: 'open' as const }
  const tasks = await listTasks(tx, org, { ...mine, limit, sort: 'urgency' }, today)
  const overdue = await listTasks(tx, org, { ...mine, limit: 1, due: 'overdue' }, today)
  const week = await listTasks(tx, org, { ...mine, limit: 1, due: 'week' }, today)
  return {
    tasks: { items: tasks.items, total: tasks.total, overdue: overdue.total, dueThisWeek: week.total },
    decisions: await readInbox(readers, at, limit),
  }
}
