import { parseSubject, type SubjectRef } from '#kernel/id.ts'
import { change, type Door } from '#platform/database/change.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import { remindOfChecks, settleCheckTasks } from '#rooms/controls/index.ts'
import { systemActor } from './system-actor.ts'

type Handed = { door: Door }

/** Every day: a task for each check of a control that comes due. */
export async function remindAllOfChecks(run: JobRun, { door }: Handed): Promise<void> {
  for (const org of await run.organizations()) {
    const done = await change(door, systemActor(org, 'controls'), 'tasks:create', remindOfChecks)
    if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not ask for checks')
  }
}

/** A control was checked, edited or stopped: the task of its check is done or needless now. */
export async function settleTasksOfControl(run: JobRun, { door }: Handed): Promise<void> {
  const type = String(run.data['type'])
  const { id: control } = parseSubject(String(run.data['subject']) as SubjectRef)
  const who = systemActor(run.org(), 'controls')
  const done = await change(door, who, 'tasks:edit', (it) => settleCheckTasks(it, { type, control }))
  if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not settle tasks of checks')
}
