import type { OrganizationId } from '#kernel/id.ts'
import type { Job } from '../database/change.ts'

/** What a handler is handed. It may be run again after a crash, so it must be safe to run twice. */
export type JobRun = {
  data: Job['data']
  /** the organization that the work is for; throws for a scheduled job, which is for none */
  org(): OrganizationId
  /** every organization of the house, for scheduled work */
  organizations(): Promise<OrganizationId[]>
  /** shows how far the work is, 0 to 100, where somebody waits for it */
  progress(percent: number, stage: string): Promise<void>
  /** whether somebody has called the work off; ask between two steps and return when so */
  cancelled(): boolean
}

/** What long work came to: a page, or a file under /api/v1. */
export type JobResult = { label: string; href: string }

/** The later work of one kind. `Parts` is what `app` gives to every handler. */
export type Queue<Parts> = {
  /** does the work; gives back what came out of it, where somebody waits for that */
  work(run: JobRun, parts: Parts): Promise<JobResult | void>
  /** told when its turn comes and it was called off before: it sets right what was noted when it was asked for */
  calledOff?(run: JobRun, parts: Parts): Promise<void>
  /** cron expression in UTC, for work that comes back by itself */
  schedule?: string
  /** how often it is tried again after an unexpected failure; 3 */
  retries?: number
  /** how many seconds one try may take; an hour */
  seconds?: number
}

export type Queues<Parts> = Readonly<Record<string, Queue<Parts>>>

/** A failure that trying again does not mend; its words are shown to whoever waits. */
export class JobRefusal extends Error {
  override name = 'JobRefusal'
}
