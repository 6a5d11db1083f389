import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { actorName } from './actor-name.ts'
import type { RecheckView } from './contract.ts'

/** What came out of computing a run again. */
export type Settled = { equal: boolean; recordSha256: string; engine: string } | { problem: string }

/** How often a run was computed again, the newest first. */
export async function listRechecks(tx: Transaction, org: OrganizationId, run: string): Promise<RecheckView[]> {
  const rows = await tx
    .selectFrom('measurement_rechecks as c')
    .where('c.org_id', '=', org)
    .where('c.run_id', '=', run)
    .select(['c.id', 'c.job_id', 'c.asked_by', 'c.equal', 'c.record_sha256', 'c.engine', 'c.problem', 'c.created_at'])
    .select(actorName('c.asked_by').as('asked_by_name'))
    .orderBy('c.created_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    job: row.job_id,
    askedBy: { ref: row.asked_by, name: row.asked_by_name },
    askedAt: row.created_at,
    equal: row.equal,
    recordSha256: row.record_sha256,
    engine: row.engine,
    problem: row.problem,
  }))
}

export async function insertRecheck(
  tx: Transaction,
  org: OrganizationId,
  { id, run, askedBy, job }: { id: string; run: string; askedBy: string; job: string },
): Promise<void> {
  await tx
    .insertInto('measurement_rechecks')
    .values({ org_id: org, id, run_id: run, asked_by: askedBy, job_id: job })
    .execute()
}

export async function saveRecheck(tx: Transaction, org: OrganizationId, id: string, found: Settled): Promise<void> {
  const set =
    'problem' in found
      ? { problem: found.problem }
      : { equal: found.equal, record_sha256: found.recordSha256, engine: found.engine }
  await tx.updateTable('measurement_rechecks').set(set).where('org_id', '=', org).where('id', '=', id).execute()
}
