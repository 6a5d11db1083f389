import { inOrganization } from '#platform/operational.ts'
import type { JobRun, Queues } from '#platform/jobs/index.ts'
import type { Parts } from './rooms.ts'

/** Every kind of later work: the queue that a change puts its job in, and who does it. */
export const queues: Queues<Parts> = {
  'blobs-sweep': { schedule: '40 3 * * *', work: sweepBlobs },
}

/** Interrupted and refused uploads leave content that no organization keeps. */
async function sweepBlobs(run: JobRun, { blobs, pool }: Parts): Promise<void> {
  const kept = new Set<string>()
  for (const org of await run.organizations()) {
    const rows = await inOrganization(pool, org, (tx) =>
      tx.selectFrom('blobs').select('sha256').where('org_id', '=', org).execute(),
    )
    for (const { sha256 } of rows) kept.add(sha256)
  }
  await blobs.sweep((sha256) => Promise.resolve(kept.has(sha256)))
}
