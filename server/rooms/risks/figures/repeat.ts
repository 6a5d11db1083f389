import { simulationRules } from '@assay/measures'
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { change, type Door, read, type Who } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import type { OrganizationId } from '#kernel/id.ts'
import { findUnderWay, JobRefusal, type JobResult, type JobRun, startLongWork } from '#platform/jobs/index.ts'
import { inOrganization } from '#platform/operational.ts'
import { actorName } from '#rooms/assurance/index.ts'
import type { SimulationDetail } from './contract.ts'
import { readRecord, recordOf } from './inputs.ts'
import { type SimulationParts, simulateWatched } from './simulate.ts'
import { findSimulation } from './simulations-store.ts'

export const simulationRepeatQueue = 'risk-simulation-repeat'

type Kept = { id: string; record: string | null; recordSha256: string | null }
type RepeatRefusal = { kind: 'not-finished' } | { kind: 'other-rules' }

/**
 * Asks for a finished simulation to be computed again from its own record. Everybody who may read may ask, so asking writes no
 * record; while one repetition of it is under way, that one is given.
 */
export async function askForRepeat(
  door: Door,
  who: Who,
  { id, record, recordSha256 }: Kept,
): Promise<Result<{ job: string }, RepeatRefusal>> {
  if (record === null || recordSha256 === null) return refuse({ kind: 'not-finished' })
  if (readRecord(record).rules !== simulationRules) return refuse({ kind: 'other-rules' })
  const subject = subjectRef('risk-simulation', id)
  const queue = simulationRepeatQueue
  const running = await inOrganization(door.pool, who.org, (tx) => findUnderWay(tx, who.org, { queue, subject }))
  if (running) return ok({ job: running })
  const title = 'Compute a simulation again'
  const data = { simulation: id, asked_by: who.actor }
  return ok({ job: await startLongWork(door, who, { queue, title, subject, data }) })
}

/** Computes it again, and notes whether the bytes of its record are equal. */
export async function makeRepeat(job: JobRun, { door, actor }: SimulationParts): Promise<JobResult | void> {
  const org = job.org()
  const who = actor(org)
  const id = String(job.data['simulation'])
  const seen = await read(door, who, 'risks:read', 'now', ({ tx }) => findSimulation(tx, org, id))
  const kept = seen.ok ? seen.value : undefined
  if (!kept || kept.record === null) throw new JobRefusal('This simulation is not there any more.')
  const { schema: _schema, result: _result, ...inputs } = readRecord(kept.record)
  if (inputs.rules !== simulationRules)
    throw new JobRefusal(`It was computed under the rules ${inputs.rules}, and Assay has ${simulationRules} by now.`)
  const again = await simulateWatched(job, inputs)
  if (!again) return undefined
  const { sha256 } = recordOf(inputs, again)
  const equal = sha256 === kept.recordSha256
  const noted = { simulation: id, askedBy: String(job.data['asked_by']), job: String(job.data['job']), equal, sha256 }
  await change(door, who, 'risks:rate', async ({ tx }) => {
    if (!(await insertRepeat(tx, org, noted))) return refuse({ kind: 'noted-before' })
    const type = equal ? 'risk-simulation.confirmed-by-bytes' : 'risk-simulation.contradicted-by-bytes'
    return ok({ value: null, facts: [{ type, subject: subjectRef('risk-simulation', id) }] })
  })
  return { label: 'Open the result', href: `/risks/simulations/${id}` }
}

type Repeat = { simulation: string; askedBy: string; job: string; equal: boolean; sha256: string }

/** False where it is noted already: a job may be run twice. */
async function insertRepeat(tx: Transaction, org: OrganizationId, it: Repeat): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('risk_simulation_repeats')
    .values({
      org_id: org,
      id: uuidv7(),
      simulation_id: it.simulation,
      asked_by: it.askedBy,
      equal: it.equal,
      record_sha256: it.sha256,
      job_id: it.job,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'job_id']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** How often it was computed again, the newest first. */
export async function listRepeats(
  tx: Transaction,
  org: OrganizationId,
  simulation: string,
): Promise<SimulationDetail['repeats']> {
  const rows = await tx
    .selectFrom('risk_simulation_repeats as c')
    .where('c.org_id', '=', org)
    .where('c.simulation_id', '=', simulation)
    .select(['c.id', 'c.equal', 'c.record_sha256', 'c.job_id', 'c.created_at'])
    .select(actorName('c.asked_by').as('asked_by'))
    .orderBy('c.created_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ id, equal, record_sha256, job_id, created_at, asked_by }) => ({
    id,
    equal,
    recordSha256: record_sha256,
    askedBy: asked_by,
    at: created_at,
    job: job_id,
  }))
}
