import type { SubjectRef } from '#kernel/id.ts'
import { change, type Door } from '#platform/database/change.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import { remindOfReviews, watchForImpact } from '#rooms/impact-assessments/index.ts'
import { systemActor } from './system-actor.ts'

type Handed = { door: Door }
const permission = 'impact-assessments:write'

/** Something happened to an AI system: its approved impact assessment has to be looked at again. */
export async function watchForNewLook(run: JobRun, { door }: Handed): Promise<void> {
  const { type, subject } = run.data
  const fact = { type: String(type), subject: String(subject) as SubjectRef }
  const who = systemActor(run.org(), 'impact-assessments')
  const done = await change(door, who, permission, (it) => watchForImpact(it, fact))
  if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not reopen impact assessments')
}

/** Every day: impact assessments whose review day has passed. */
export async function remindAllOfImpactReviews(run: JobRun, { door }: Handed): Promise<void> {
  for (const org of await run.organizations()) {
    const done = await change(door, systemActor(org, 'impact-assessments'), permission, remindOfReviews)
    if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not reopen impact assessments')
  }
}
