import type { LossFigures, LossTogether } from '@assay/measures'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import { ok, refuse } from '#kernel/result.ts'
import { change, type Door, read, type Who } from '#platform/database/change.ts'
import { JobRefusal, type JobResult, type JobRun } from '#platform/jobs/index.ts'
import type { Headline } from './contract.ts'
import { simulateInThread } from './in-thread.ts'
import { readInputs, recordOf, type SimulationInputs } from './inputs.ts'
import { compare, standsOf } from './model.ts'
import { endSimulation, findSimulation } from './simulations-store.ts'

export type SimulationParts = { door: Door; actor(org: OrganizationId): Who }

/** Carries out a simulation that was asked for. Safe to run twice: what has ended stays as it is. */
export async function makeSimulation(job: JobRun, { door, actor }: SimulationParts): Promise<JobResult | void> {
  const org = job.org()
  const id = String(job.data['simulation'])
  const who = actor(org)
  const seen = await read(door, who, 'risks:read', 'now', ({ tx }) => findSimulation(tx, org, id))
  const found = seen.ok ? seen.value : undefined
  if (!found) throw new JobRefusal('This simulation is not there any more.')
  const result = { label: 'Open the result', href: `/risks/simulations/${id}` }
  if (found.inputs === null) return result
  const inputs = readInputs(found.inputs)
  const together = await simulateWatched(job, inputs).catch(async (cause: unknown) => {
    await end({ door, who, id }, { state: 'failed' })
    throw new JobRefusal(`The computation broke off (${cause instanceof Error ? cause.message : String(cause)}).`)
  })
  if (!together) {
    await end({ door, who, id }, { state: 'cancelled' })
    return undefined
  }
  const { record, sha256 } = recordOf(inputs, together)
  const headline = JSON.stringify(headlineOf(inputs, together))
  await end({ door, who, id }, { state: 'finished', record, record_sha256: sha256, headline })
  return result
}

/** Notes that a simulation was called off before its turn came. */
export async function noteSimulationCalledOff(job: JobRun, { door, actor }: SimulationParts): Promise<void> {
  const at = { door, who: actor(job.org()), id: String(job.data['simulation']) }
  await end(at, { state: 'cancelled' })
}

type Ending = Parameters<typeof endSimulation>[3]

async function end({ door, who, id }: { door: Door; who: Who; id: string }, ending: Ending): Promise<void> {
  const done = await change(door, who, 'risks:rate', async ({ tx, org }) => {
    if (!(await endSimulation(tx, org, id, ending))) return refuse({ kind: 'ended-before' })
    const subject = subjectRef('risk-simulation', id)
    return ok({ value: null, facts: [{ type: factOf[ending.state], subject }] })
  })
  if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not simulate')
}

const factOf = {
  finished: 'risk-simulation.finished',
  cancelled: 'risk-simulation.cancelled',
  failed: 'risk-simulation.broke-off',
} as const

/** Shows after each risk how far it is, and ends the thread when somebody calls it off: null then. */
export async function simulateWatched(job: JobRun, inputs: SimulationInputs): Promise<LossTogether | null> {
  const controller = new AbortController()
  const all = inputs.risks.length
  let [done, told] = [0, 0]
  const tell = async () => {
    if (job.cancelled()) return controller.abort()
    if (told === done) return
    told = done
    await job.progress((100 * done) / all, all === 1 ? 'Simulating' : `Risk ${done} of ${all}`)
    if (job.cancelled()) controller.abort()
  }
  let telling = tell()
  const watch = setInterval(() => {
    telling = telling.then(tell)
  }, 250)
  try {
    await telling
    return await simulateInThread(inputs, {
      signal: controller.signal,
      onProgress: (it) => {
        done = it
      },
    })
  } finally {
    clearInterval(watch)
    await telling
  }
}

/** The few figures that lists show, and how each stage stands against the tolerance. */
function headlineOf({ tolerance }: SimulationInputs, { inherent, residual }: LossTogether): Headline {
  const of = (figures: LossFigures) => ({
    mean: figures.mean,
    inTwenty: figures.quantiles.find(({ share }) => share === 0.95)?.loss ?? figures.mean,
    stands: tolerance ? standsOf(compare(tolerance.points, figures.exceeding)) : null,
  })
  return { inherent: of(inherent), residual: residual ? of(residual) : null }
}
