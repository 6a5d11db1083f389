import type { SubjectRef } from '#kernel/id.ts'
import { change, type Door } from '#platform/database/change.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import { remindOfReassessment, watchForRisks } from '#rooms/risks/index.ts'
import { systemActor } from './system-actor.ts'

type Handed = { door: Door }

/** Something happened to an AI system: the risks that come from it are assessed again. */
export async function watchForReassessment(run: JobRun, { door }: Handed): Promise<void> {
  const { type, subject } = run.data
  const fact = { type: String(type), subject: String(subject) as SubjectRef }
  const done = await change(door, systemActor(run.org(), 'risks'), 'risks:edit', (it) => watchForRisks(it, fact))
  if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not call for reassessments')
}

/** Every day: reviews of risks that are due, and acceptances that have expired. */
export async function remindAllOfReassessment(run: JobRun, { door }: Handed): Promise<void> {
  for (const org of await run.organizations()) {
    const done = await change(door, systemActor(org, 'risks'), 'risks:edit', remindOfReassessment)
    if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not call for reassessments')
  }
}
