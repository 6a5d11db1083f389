import { join } from 'node:path'
import { freezeDriftReference, runMeasurement } from '@assay/engine'
import type { Blobs } from '#platform/blobs/index.ts'
import type { Config } from '#platform/config.ts'
import { change, type Door } from '#platform/database/change.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import { type AssuranceParts, lookAtWatched, remindOfOverdue, removeExpired } from '#rooms/assurance/index.ts'
import { subjects } from './subjects.ts'
import { systemActor } from './system-actor.ts'

type Handed = { blobs: Blobs; door: Door; config: Pick<Config, 'measure' | 'data'> }

/** What the room of measurements is handed: the engine, and how much of the machine it may take. */
export function assuranceParts({ blobs, door, config }: Handed): AssuranceParts {
  const { folder, memory, threads } = config.measure
  const workFolder = join(config.data, 'measuring')
  return {
    blobs,
    door,
    subjects,
    measuring: { run: runMeasurement, freeze: freezeDriftReference, folder, workFolder, memoryLimit: memory, threads },
    actor: (org) => systemActor(org, 'assurance'),
  }
}

/** Every day, plans whose interval has passed without a run become a task of the owner. */
export async function remindAllOfOverdue(run: JobRun, { door }: Pick<Handed, 'door'>): Promise<void> {
  for (const org of await run.organizations()) {
    const done = await change(door, systemActor(org, 'assurance'), 'assurance:run', remindOfOverdue)
    if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not remind of measurements')
  }
}

/** Every hour, plans look at the files that they were told to look at by themselves. */
export async function lookAtAllWatched(run: JobRun, handed: Handed): Promise<void> {
  const parts = assuranceParts(handed)
  for (const org of await run.organizations()) await lookAtWatched(parts, org)
}

/** Every night, content whose days are over goes; a change removes some of it, so that nobody waits long behind one. */
export async function removeAllExpired(run: JobRun, { door }: Pick<Handed, 'door'>): Promise<void> {
  for (const org of await run.organizations()) {
    for (;;) {
      const done = await change(door, systemActor(org, 'assurance'), 'assurance:plan', removeExpired)
      if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not remove the content of files')
      if (!done.ok) break
    }
  }
}
