import type { Run } from '@assay/engine'
import { subjectRef } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { StoredFile } from '#platform/blobs/index.ts'
import { change, type Change, type Changed, read } from '#platform/database/change.ts'
import { JobRefusal, type JobResult, type JobRun } from '#platform/jobs/index.ts'
import { keepRecord, measure, problemLines } from './carry-out.ts'
import { readDefinition } from './definition.ts'
import { finishRun, type Outcome } from './finish.ts'
import { headlineOf } from './headline.ts'
import type { AssuranceParts } from './parts.ts'
import { loadRun, saveEnded } from './runs-store.ts'

/** Carries out a run that was asked for. Safe to run twice: what is finished stays as it is. */
export async function makeRun(job: JobRun, parts: AssuranceParts): Promise<JobResult | void> {
  const { door, blobs, subjects } = parts
  const org = job.org()
  const id = String(job.data['run'])
  const who = parts.actor(org)
  const seen = await read(door, who, 'assurance:run', 'now', ({ tx }) => loadRun(tx, org, id))
  const run = seen.ok ? seen.value : undefined
  if (!run) throw new JobRefusal('This run is not there any more.')
  const result = { label: 'Open the run', href: `/assurance/runs/${id}` }
  if (run.state !== 'asked') return result

  const end = async (ended: Ended) => {
    await change(door, who, 'assurance:run', (it) => endRun(it, id, ended))
  }
  const outcome = await measure(job, parts, run).catch(async (cause: unknown) => {
    // Nobody tries again what was refused, so the run does not wait for it either.
    if (cause instanceof JobRefusal) await end({ state: 'refused', problems: [cause.message] })
    throw cause
  })
  if (!outcome.ok) {
    const state = outcome.kind
    const problems = outcome.kind === 'refused' ? problemLines(outcome) : []
    await end({ state, problems })
    if (state === 'cancelled') return undefined
    throw new JobRefusal(problems.join(' ').slice(0, 2000) || 'The engine refused this file.')
  }
  const record = await keepRecord(blobs, outcome.run)
  const found = outcomeOf(outcome.run, record)
  const finished = await change(door, who, 'assurance:run', (it) => finishRun(it, run, found, subjects))
  if (!finished.ok) throw new Error('the system may not record runs')
  return result
}

/** Notes that a run was called off before its turn came. */
export async function noteCalledOff(job: JobRun, { door, actor }: AssuranceParts): Promise<void> {
  const id = String(job.data['run'])
  const who = actor(job.org())
  await change(door, who, 'assurance:run', async (it) => {
    const run = await loadRun(it.tx, it.org, id)
    if (run?.state !== 'asked') return refuse({ kind: 'not-waiting' })
    return await endRun(it, id, { state: 'cancelled', problems: [] })
  })
}

/** The file that a run is about, among those that it is compared with. */
export function mainFileOf<File extends { role: string }>(files: readonly File[]): File | undefined {
  return files.find(({ role }) => role === 'data' || role === 'current' || role === 'train') ?? files[0]
}

/** A run of the engine as what is filed about it. */
export function outcomeOf(run: Run, record: StoredFile): Outcome {
  const main = mainFileOf(run.data)
  const defined = readDefinition(run.definition)
  return {
    verdict: run.verdict,
    reasons: run.reasons,
    warnings: run.warnings,
    headline: headlineOf(run),
    fileSha256: main?.sha256 ?? null,
    rows: main?.rows ?? null,
    rowsUsed: main?.rowsUsed ?? null,
    engine: `${run.engine.name} ${run.engine.version}, rules ${run.engine.rules}`,
    seed: run.seed,
    definitionSha256: defined.ok ? defined.value.sha256 : null,
    happenedOn: null,
    record,
  }
}

type Ended = { state: 'refused' | 'cancelled'; problems: string[] }

const factOf = { refused: 'measurement-run.refused', cancelled: 'measurement-run.cancelled' } as const

async function endRun({ tx, org }: Change, id: string, ended: Ended): Promise<Result<Changed<null>, never>> {
  await saveEnded(tx, org, id, ended)
  return ok({
    value: null,
    facts: [{ type: factOf[ended.state], subject: subjectRef('measurement-run', id) }],
  })
}
