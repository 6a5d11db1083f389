import type { Pool } from 'pg'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { TaskView } from './contract.ts'
import { listTasks } from './store.ts'

export type CalendarOwner = { org: OrganizationId; person: string }

/** Whose calendar this address is; the database's own function is the only way from a token to an organization. */
export async function resolveCalendar(pool: Pool, hash: Buffer): Promise<CalendarOwner | null> {
  const { rows } = await pool.query<{ organization: OrganizationId; person: string }>(
    'select organization, person from identity.resolve_calendar_feed($1)',
    [hash],
  )
  const found = rows[0]
  return found ? { org: found.organization, person: found.person } : null
}

/** The open tasks of a person that have a day; those without one have no place in a calendar. */
export async function listForCalendar(
  tx: Transaction,
  org: OrganizationId,
  { person, today }: { person: string; today: string },
): Promise<{ organization: string; tasks: TaskView[] }> {
  const { name } = await tx
    .selectFrom('organizations')
    .select('name')
    .where('org_id', '=', org)
    .executeTakeFirstOrThrow()
  const tasks: TaskView[] = []
  let cursor: string | undefined
  do {
    const query = { owner: person, state: 'open' as const, due: 'set' as const, limit: 200, ...(cursor && { cursor }) }
    const page = await listTasks(tx, org, query, today)
    tasks.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return { organization: name, tasks }
}
