import type { OrganizationId } from '#kernel/id.ts'
import { read } from '#platform/database/change.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import { asDay } from '#platform/today.ts'
import { type Situation, takeSnapshots } from '#rooms/readiness/index.ts'
import type { Parts } from './rooms.ts'
import { readSituation } from './situation.ts'
import { systemActor } from './system-actor.ts'

/** Keeps where every organization, or the one that the job is for, stood at the end of each day that is over. */
export async function takeAllSnapshots(run: JobRun, parts: Pick<Parts, 'door' | 'pool'>): Promise<void> {
  const today = asDay(new Date())
  const organizations = run.data['org'] ? [run.org()] : await run.organizations()
  for (const org of organizations) {
    if (run.cancelled()) return
    try {
      await takeSnapshots(org, today, {
        pool: parts.pool,
        situationAt: (of, day) => situationAt(parts.door, of, day),
        cancelled: run.cancelled,
      })
    } catch (cause) {
      // The sample was removed while its past was being read: nothing of it is to be kept.
      if ((await run.organizations()).includes(org)) throw cause
    }
  }
}

/** Everything as it was at the end of a day (UTC), from the history of the records. */
export async function situationAt(
  door: Parts['door'],
  org: OrganizationId,
  day: string,
): Promise<{ seq: number; situation: Situation }> {
  const who = systemActor(org, 'readiness')
  const instant = new Date(`${day}T23:59:59.999Z`)
  const then = await read(door, who, 'readiness:read', { instant }, async ({ tx, seq }) => ({
    seq: seq ?? 0,
    situation: await readSituation(tx, org, day),
  }))
  if (!then.ok) throw new Error(`the system may not read readiness: ${then.error.permission}`)
  return then.value
}
