import type { Run } from '@assay/engine'
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { StoredFile } from '#platform/blobs/index.ts'
import type { Change, Changed, Fact } from '#platform/database/change.ts'
import type { Subjects } from '#platform/subjects.ts'
import type { ImportBody, PushBody } from './contract.ts'
import { type Defined, readDefinition } from './definition.ts'
import { finishRun, type Outcome } from './finish.ts'
import { mainFileOf, outcomeOf } from './make-run.ts'
import type { MeasurementPlan, MeasurementPlanId, Origin } from './model.ts'
import { personBehind } from './person-behind.ts'
import { findByDefinition, insertPlan, loadPlan } from './plans-store.ts'
import { insertRun, loadRun } from './runs-store.ts'

type Problem = { path: string; message: string }
export type PushRefusal =
  | { kind: 'bad-definition'; problems: Problem[] }
  | { kind: 'no-such-reference'; problems: Problem[] }
  | { kind: 'no-plan-for-this' }
  | { kind: 'other-kind' }
type Done = Changed<{ id: string; plan: string }>

/**
 * Files a run that the command line computed where the data is. Its record is kept as it came; the plan is the one named, or
 * the approved one of the same definition, or one drafted from it.
 */
export async function pushRun(
  it: Change,
  { run, plan: planId, subject }: PushBody,
  record: StoredFile,
  subjects: Subjects,
): Promise<Result<Done, PushRefusal>> {
  const defined = readDefinition(run.definition)
  if (!defined.ok) return defined
  const found = await planFor(it, { planId, subject, defined: defined.value, run }, subjects)
  if (!found.ok) return found
  const { plan, facts } = found.value
  if (plan.kind !== run.kind) return refuse({ kind: 'other-kind' })
  const outcome = outcomeOf(asRun(run), record)
  const main = mainFileOf(run.data)
  return await fileRun(
    it,
    { plan, origin: 'client', fileName: main?.name ?? 'data', tool: null, outcome, facts },
    subjects,
  )
}

type Wanted = { planId: string | undefined; subject: string | undefined; defined: Defined; run: PushBody['run'] }
type Planned = { plan: MeasurementPlan; facts: Fact[] }

async function planFor(it: Change, wanted: Wanted, subjects: Subjects): Promise<Result<Planned, PushRefusal>> {
  const { org, tx } = it
  const { planId, subject, defined } = wanted
  if (planId !== undefined) {
    const plan = await loadPlan(tx, org, planId)
    return plan ? ok({ plan, facts: [] }) : missing('plan', 'does not exist here; choose another')
  }
  const known = await findByDefinition(tx, org, defined.sha256, subject)
  if (known) return ok({ plan: known, facts: [] })
  if (subject === undefined) return refuse({ kind: 'no-plan-for-this' })
  return await draftFrom(it, { ...wanted, subject }, subjects)
}

async function draftFrom(
  it: Change,
  { subject, defined, run }: Wanted & { subject: string },
  subjects: Subjects,
): Promise<Result<Planned, PushRefusal>> {
  const { org, tx, grants } = it
  if ((await subjects.missing({ tx, org, grants }, [subject])).length > 0) {
    return missing('subject', `${subject} does not exist here`)
  }
  const id = uuidv7() as MeasurementPlanId
  const { title, reason } = run.definition
  const words = {
    title:
      typeof title === 'string' && title !== ''
        ? title.slice(0, 200)
        : `${run.kind} of ${run.data[0]?.name}`.slice(0, 200),
    reason: typeof reason === 'string' && reason !== '' ? reason.slice(0, 4000) : 'Drafted from a run that was pushed.',
  }
  const what = { subject, kind: run.kind, ...words, definition: defined.text, definitionSha256: defined.sha256 }
  // A key writes for whoever made it, so its maker does not approve the plan alone.
  const author = await personBehind(it)
  const rest = { intervalDays: null, reference: null, authors: author ? [author] : [] }
  const plan: MeasurementPlan = { id, version: 1, series: id, edition: 1, ...what, ...rest, state: 'draft' }
  await insertPlan(tx, org, plan)
  return ok({ plan, facts: [{ type: 'measurement-plan.drafted', subject: subjectRef('measurement-plan', id) }] })
}

/** Files a result that another tool computed. Assay has seen neither the data nor the computation, and says so. */
export async function importRun(
  it: Change,
  given: ImportBody,
  record: StoredFile,
  subjects: Subjects,
): Promise<Result<Done, PushRefusal | { kind: 'in-the-future' }>> {
  const plan = await loadPlan(it.tx, it.org, given.plan)
  if (!plan) return missing('plan', 'does not exist here; choose another')
  if (given.measuredOn > it.now.toISOString().slice(0, 10)) return refuse({ kind: 'in-the-future' })
  const first = given.values.find(({ value }) => value !== null)
  const group = first?.group ? `, ${first.group}` : ''
  const outcome: Outcome = {
    verdict: given.verdict,
    reasons: given.reasons,
    warnings: [],
    headline: first && first.value !== null ? { measure: `${first.measure}${group}`, value: first.value } : null,
    fileSha256: given.fileSha256,
    rows: given.rows,
    rowsUsed: given.rows,
    engine: null,
    seed: null,
    definitionSha256: null,
    happenedOn: given.measuredOn,
    record,
  }
  const { fileName, tool } = given
  return await fileRun(it, { plan, origin: 'imported', fileName, tool, outcome, facts: [] }, subjects)
}

type Filing = {
  plan: MeasurementPlan
  origin: Origin
  fileName: string
  tool: string | null
  outcome: Outcome
  facts: Fact[]
}

async function fileRun(
  it: Change,
  { plan, origin, fileName, tool, outcome, facts }: Filing,
  subjects: Subjects,
): Promise<Result<Done, never>> {
  const { org, tx, seq, actor } = it
  const id = uuidv7()
  const { fileSha256 } = outcome
  const what = { plan: plan.id, series: plan.series, subject: plan.subject, kind: plan.kind, origin }
  const data = { job: null, file: null, path: null, fileName, fileSha256, tool }
  await insertRun(tx, org, { id, ...what, askedBy: actor, seq, ...data })
  const run = await loadRun(tx, org, id)
  if (!run) throw new Error('a run that was just written is not there')
  const finished = await finishRun(it, run, outcome, subjects)
  if (!finished.ok) return finished
  const [first, ...rest] = finished.value.facts
  const pushed = {
    type: origin === 'client' ? 'measurement-run.pushed' : 'measurement-run.imported',
    subject: first.subject,
  }
  return ok({ value: { id, plan: plan.id }, facts: [pushed, ...facts, first, ...rest] })
}

function missing(
  path: string,
  message: string,
): { ok: false; error: { kind: 'no-such-reference'; problems: Problem[] } } {
  return refuse({ kind: 'no-such-reference', problems: [{ path, message }] })
}

// The wire's schema has checked every member that is read from a pushed record; the rest travels along unread.
function asRun(record: PushBody['run']): Run {
  return record as unknown as Run
}
