import { inOrganization } from '#platform/operational.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import type { Parts } from './rooms.ts'

const day = 86_400_000

/** Interrupted and refused uploads leave content that no organization keeps. */
export async function sweepBlobs(run: JobRun, { blobs, pool }: Parts): Promise<void> {
  const kept = new Set<string>()
  for (const org of await run.organizations()) {
    const rows = await inOrganization(pool, org, (tx) =>
      tx.selectFrom('blobs').select('sha256').where('org_id', '=', org).execute(),
    )
    for (const { sha256 } of rows) kept.add(sha256)
  }
  await blobs.sweep((sha256) => Promise.resolve(kept.has(sha256)))
}

/** Sign-ins that ended by themselves go. Answers under an Idempotency-Key are kept for a day, and what long work came to for a quarter of a year. */
export async function forgetWhatIsOver(run: JobRun, { pool, accounts }: Parts): Promise<void> {
  const { idleHours, longestHours } = accounts.sessions
  await accounts.pool.query(
    `delete from session where "updatedAt" < now() - make_interval(hours => $1) or "createdAt" < now() - make_interval(hours => $2)`,
    [idleHours, longestHours],
  )
  const [yesterday, longAgo] = [new Date(Date.now() - day), new Date(Date.now() - 90 * day)]
  for (const org of await run.organizations()) {
    await inOrganization(pool, org, async (tx) => {
      await tx.deleteFrom('idempotency_keys').where('org_id', '=', org).where('created_at', '<', yesterday).execute()
      await tx.deleteFrom('jobs').where('org_id', '=', org).where('finished_at', '<', longAgo).execute()
    })
  }
}
