import type { Pool } from 'pg'
import type { OrganizationId } from '#kernel/id.ts'
import { inOrganization } from '#platform/operational.ts'
import { asDay } from '#platform/today.ts'
import { readiness } from './findings.ts'
import { rulesVersion } from './model.ts'
import type { Situation } from './situation.ts'
import { firstDayWithout, holdOrganization, insertSnapshot, snapshotOf } from './store.ts'

export type SnapshotParts = {
  pool: Pool
  /** how everything was at the end of that day (UTC), and the last entry by then */
  situationAt(org: OrganizationId, day: string): Promise<{ seq: number; situation: Situation }>
  /** asked between two days, so that a long catching up can be called off */
  cancelled(): boolean
}

/**
 * Keeps a snapshot of every day that is over and has none, from the records as they were: a server that was off for a
 * week misses nothing, and a year of sample history gets its curve. Safe to run twice, and ends where the organization
 * is removed meanwhile. Returns how many days it added.
 */
export async function takeSnapshots(
  org: OrganizationId,
  today: string,
  { pool, situationAt, cancelled }: SnapshotParts,
): Promise<number> {
  let taken = 0
  const first = await inOrganization(pool, org, (tx) => firstDayWithout(tx, org))
  for (let day = first; day !== null && day < today && !cancelled(); day = dayAfter(day)) {
    const { seq, situation } = await situationAt(org, day)
    const snapshot = snapshotOf({ day, seq, rulesVersion }, readiness(situation))
    const kept = await inOrganization(pool, org, async (tx) => {
      const here = await holdOrganization(tx, org)
      if (here) await insertSnapshot(tx, org, snapshot)
      return here
    })
    if (!kept) break
    taken += 1
  }
  return taken
}

function dayAfter(day: string): string {
  return asDay(new Date(Date.parse(day) + 86_400_000))
}
