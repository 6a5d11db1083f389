import type { Day, PlannedTask } from './terms.ts'

/** A stretch of a kept plan with the task that somebody works on; null while the plan was never adopted. */
export type KeptTask = PlannedTask & {
  ownerId: string | null
  task: {
    id: string
    version: number
    title: string
    state: 'open' | 'done' | 'cancelled'
    dueOn: Day | null
    doneOn: Day | null
    ownerId: string | null
  } | null
}
