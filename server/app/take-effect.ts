import { change } from '#platform/database/change.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import { letDueTakeEffect } from '#rooms/documents/index.ts'
import type { Parts } from './rooms.ts'
import { systemActor } from './system-actor.ts'

/** Every day, approved versions whose planned day has come begin to hold. */
export async function documentsTakeEffect(run: JobRun, { door }: Pick<Parts, 'door'>): Promise<void> {
  for (const org of await run.organizations()) {
    const done = await change(door, systemActor(org, 'documents'), 'documents:approve', letDueTakeEffect)
    if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not let documents take effect')
  }
}
