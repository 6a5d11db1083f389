import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from './database/transaction.ts'

/**
 * The day (UTC, `YYYY-MM-DD`) that a reader looks from: today, or the day of the entry that the past is looked at as of.
 * What is overdue or has expired is asked against this day, so that the same question about the past keeps its answer.
 */
export async function dayOf({
  tx,
  org,
  seq,
}: {
  tx: Transaction
  org: OrganizationId
  seq: number | null
}): Promise<string> {
  if (seq === null) return asDay(new Date())
  const entry = await tx
    .selectFrom('entries')
    .select('recorded_at')
    .where('org_id', '=', org)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return asDay(entry?.recorded_at ?? new Date())
}

/** The day of an instant in UTC. */
export function asDay(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

/** The day so many days after this one. */
export function daysAfter(day: string, days: number): string {
  return asDay(new Date(Date.parse(day) + days * 86_400_000))
}
