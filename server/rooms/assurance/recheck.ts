import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { change, type Change, type Changed, read } from '#platform/database/change.ts'
import { beginLongWork, JobRefusal, type JobResult, type JobRun } from '#platform/jobs/index.ts'
import { keepRecord, measure, problemLines } from './carry-out.ts'
import type { AssuranceParts } from './parts.ts'
import { insertRecheck, saveRecheck, type Settled } from './rechecks-store.ts'
import { loadRun } from './runs-store.ts'

export const recheckQueue = 'assurance-recheck'

export type RecheckRefusal =
  | { kind: 'not-found' }
  | { kind: 'not-finished' }
  | { kind: 'data-is-elsewhere' }
  | { kind: 'content-gone' }
  | { kind: 'reference-content-gone' }

/** Asks for a finished run to be computed again from the same file and definition, to see whether the record is the same. */
export async function askForRecheck(
  it: Change,
  id: string,
): Promise<Result<Changed<{ id: string; job: string }>, RecheckRefusal>> {
  const { org, tx, actor } = it
  const run = await loadRun(tx, org, id)
  if (!run) return refuse({ kind: 'not-found' })
  if (run.state !== 'finished') return refuse({ kind: 'not-finished' })
  if (run.origin !== 'server') return refuse({ kind: 'data-is-elsewhere' })
  if (run.path === null && run.fileBlobSha256 === null) return refuse({ kind: 'content-gone' })
  if (run.test?.path === null && run.test.fileBlobSha256 === null) return refuse({ kind: 'content-gone' })
  if (run.plan.reference?.sha256 === null) return refuse({ kind: 'reference-content-gone' })
  const subject = subjectRef('measurement-run', id)
  const recheck = uuidv7()
  const title = `Compute again: ${run.plan.title}`
  const work = await beginLongWork(it, { queue: recheckQueue, title, subject, data: { run: id, recheck } })
  await insertRecheck(tx, org, { id: recheck, run: id, askedBy: actor, job: work.id })
  const facts: Changed<null>['facts'] = [{ type: 'measurement-run.recheck-asked-for', subject }]
  return ok({ value: { id: recheck, job: work.id }, facts, jobs: [work.job] })
}

/** Computes the run again and says whether the bytes of its record are equal. */
export async function makeRecheck(job: JobRun, parts: AssuranceParts): Promise<JobResult | void> {
  const { door, blobs } = parts
  const org = job.org()
  const [id, recheck] = [String(job.data['run']), String(job.data['recheck'])]
  const who = parts.actor(org)
  const seen = await read(door, who, 'assurance:run', 'now', ({ tx }) => loadRun(tx, org, id))
  const run = seen.ok ? seen.value : undefined
  if (!run) throw new JobRefusal('This run is not there any more.')
  const outcome = await measure(job, parts, run)
  const settle = async (found: Settled) => {
    await change(door, who, 'assurance:run', (it) => settleRecheck(it, { id, recheck, found }))
  }
  if (!outcome.ok) {
    if (outcome.kind === 'cancelled') return undefined
    const problem = problemLines(outcome).join(' ').slice(0, 2000)
    await settle({ problem })
    throw new JobRefusal(problem)
  }
  const record = await keepRecord(blobs, outcome.run)
  const { name, version, rules } = outcome.run.engine
  const equal = record.sha256 === run.recordSha256
  await settle({ equal, recordSha256: record.sha256, engine: `${name} ${version}, rules ${rules}` })
  return { label: 'Open the run', href: `/assurance/runs/${id}` }
}

const factOf = {
  equal: 'measurement-run.confirmed-by-bytes',
  different: 'measurement-run.contradicted-by-bytes',
} as const

async function settleRecheck(
  { tx, org }: Change,
  { id, recheck, found }: { id: string; recheck: string; found: Settled },
): Promise<Result<Changed<null>, never>> {
  await saveRecheck(tx, org, recheck, found)
  const type = 'problem' in found ? 'measurement-run.recheck-refused' : factOf[found.equal ? 'equal' : 'different']
  const facts: Changed<null>['facts'] = [{ type, subject: subjectRef('measurement-run', id) }]
  return ok({ value: null, facts })
}
