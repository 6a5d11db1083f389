import type { FreezeOutcome, Plan } from '@assay/engine'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { StoredFile } from '#platform/blobs/index.ts'
import { change, type Change, type Changed, read } from '#platform/database/change.ts'
import { beginLongWork, JobRefusal, type JobResult, type JobRun } from '#platform/jobs/index.ts'
import { copyOf, keepRecord, problemLines, withEngine } from './carry-out.ts'
import { storedPlan } from './definition.ts'
import { keepFrozen, type LoadedReference, loadReference } from './files/frozen-store.ts'
import type { MeasurementPlan, WrongState } from './model.ts'
import type { AssuranceParts } from './parts.ts'
import { loadPlan, savePlan } from './plans-store.ts'
import { shapeOf } from './reference-shape.ts'

export const freezeQueue = 'assurance-freeze'

export type FreezeRefusal =
  | { kind: 'person-needed' }
  | { kind: 'not-found' }
  | WrongState
  | { kind: 'not-drift' }
  | { kind: 'reference-needed' }
  | { kind: 'reference-content-gone' }
  | { kind: 'frozen-already' }

/**
 * Asks for the reference of a draft to be frozen: its bins, quantiles, categories and counts become a file of their own, whose hash the log
 * states, and later data is compared with that. The rows that it was made of are then no longer needed.
 */
export async function askToFreeze(
  it: Change,
  id: string,
): Promise<Result<Changed<{ id: string; job: string }>, FreezeRefusal>> {
  const { org, tx, person } = it
  if (!person) return refuse({ kind: 'person-needed' })
  const plan = await loadPlan(tx, org, id)
  if (!plan) return refuse({ kind: 'not-found' })
  if (plan.state !== 'draft') return refuse({ kind: 'wrong-state', state: plan.state })
  if (plan.kind !== 'drift') return refuse({ kind: 'not-drift' })
  const reference = plan.reference === null ? undefined : await loadReference(tx, org, plan.reference)
  if (!reference) return refuse({ kind: 'reference-needed' })
  if (reference.frozen?.shapeSha256 === shapeOf(plan.definition)) return refuse({ kind: 'frozen-already' })
  const source = reference.frozen ? await loadReference(tx, org, reference.frozen.from) : reference
  if (!source || source.blobSha256 === null) return refuse({ kind: 'reference-content-gone' })
  const subject = subjectRef('measurement-plan', id)
  const data = { plan: id, version: plan.version, source: source.id, person }
  const work = await beginLongWork(it, {
    queue: freezeQueue,
    title: `Freeze the reference: ${plan.title}`,
    subject,
    data,
  })
  const facts: Changed<null>['facts'] = [{ type: 'measurement-plan.freezing-asked-for', subject }]
  return ok({ value: { id, job: work.id }, facts, jobs: [work.job] })
}

/** Freezes the reference and puts it into the plan, where nobody has changed the plan meanwhile. */
export async function makeFrozenReference(job: JobRun, parts: AssuranceParts): Promise<JobResult | void> {
  const { door, blobs } = parts
  const org = job.org()
  const [id, sourceId, version] = [String(job.data['plan']), String(job.data['source']), Number(job.data['version'])]
  const who = parts.actor(org)
  const result = { label: 'Open the plan', href: `/assurance/plans/${id}` }
  const seen = await read(door, who, 'assurance:plan', 'now', async ({ tx }) => {
    const plan = await loadPlan(tx, org, id)
    const reference = plan?.reference ? await loadReference(tx, org, plan.reference) : undefined
    return { plan, reference, source: await loadReference(tx, org, sourceId) }
  })
  if (!seen.ok) throw new Error('the system may not read plans')
  const { plan, reference, source } = seen.value
  if (!plan || !source) throw new JobRefusal('This plan or its reference is not there any more.')
  // Asked twice, it is done once.
  if (reference?.frozen?.from === source.id && reference.frozen.shapeSha256 === shapeOf(plan.definition)) return result
  const defined = storedPlan(plan.definition)
  if (!defined.ok) throw new JobRefusal('The engine does not take the definition of this plan any more. Edit the plan.')
  const outcome = await freeze(job, parts, { plan: defined.value, source })
  if (!outcome.ok) {
    if (outcome.kind === 'cancelled') return undefined
    throw new JobRefusal(problemLines(outcome).join(' ').slice(0, 2000) || 'The engine refused this file.')
  }
  const name = `${source.name.replace(/\.[^.]+$/, '').slice(0, 250)}.reference.json`
  const stored = await keepRecord(blobs, { ...outcome.reference }, name)
  const kept = await change(door, who, 'assurance:plan', (it) => putInto(it, { plan, version, source, stored }))
  if (!kept.ok) throw new JobRefusal('The plan was changed while its reference was frozen. Freeze it again.')
  return result
}

async function freeze(
  job: JobRun,
  { blobs, measuring }: AssuranceParts,
  { plan, source }: { plan: Plan; source: LoadedReference },
): Promise<FreezeOutcome> {
  return await withEngine(job, measuring, async (engine) => {
    const kept = { fileName: source.name, fileBlobSha256: source.blobSha256 }
    const data = await copyOf(engine.workDirectory, blobs, kept)
    return await measuring.freeze({ plan, files: { data }, ...engine })
  })
}

type Put = { plan: MeasurementPlan; version: number; source: LoadedReference; stored: StoredFile }

async function putInto(
  it: Change,
  { plan, version, source, stored }: Put,
): Promise<Result<Changed<null>, { kind: 'stale' }>> {
  const { org, tx } = it
  const now = await loadPlan(tx, org, plan.id)
  if (!now || now.version !== version || now.state !== 'draft') return refuse({ kind: 'stale' })
  const reference = await keepFrozen(it, { from: source, shapeSha256: shapeOf(plan.definition), stored })
  await savePlan(tx, org, { ...now, reference })
  return ok({
    value: null,
    // The hash is the subject of the fact, so that the entry's own proof is one of these very bytes.
    facts: [
      { type: 'drift-reference.frozen', subject: subjectRef('drift-reference', stored.sha256) },
      { type: 'measurement-plan.reference-frozen', subject: subjectRef('measurement-plan', plan.id) },
    ],
  })
}

/** Whether a reference that was frozen here counts what the plan asks for; one that was not frozen always does. */
export async function isFrozenForThis(it: Change, plan: MeasurementPlan): Promise<boolean> {
  const reference = plan.reference === null ? undefined : await loadReference(it.tx, it.org, plan.reference)
  return !reference?.frozen || reference.frozen.shapeSha256 === shapeOf(plan.definition)
}
