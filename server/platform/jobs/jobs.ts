import { type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Pool, PoolClient } from 'pg'
import type { OrganizationId } from '#kernel/id.ts'
import type { Job } from '../database/change.ts'
import { bossOptions, sqlOf } from './boss.ts'
import { type JobRun, JobRefusal, type Queue, type Queues } from './queue.ts'
import { type Progress, progressOf } from './long-work.ts'

export type JobsParts<Parts> = {
  /** the application's pool: progress is written through it, under row-level security */
  pool: Pool
  /** the maintenance role's pool: jobs of all organizations are taken through it */
  keeper: Pool
  queues: Queues<Parts>
  /** what every handler is given; asked for when the first job runs */
  parts(): Parts
  log: { error(context: object, words: string): void }
}

export type Jobs = {
  /** Puts jobs in, in the transaction that this connection holds open. */
  enqueue(client: PoolClient, jobs: Job[]): Promise<void>
  /** Starts the workers and the schedules. */
  start(): Promise<void>
  /** Looks for work now instead of at the next poll. */
  wake(): void
  /** Does all work that is due, here and now; for tests and for tools. Returns how many jobs were done. */
  drain(): Promise<number>
  /** Lets running work end for up to ten seconds, then gives it back to be tried again. */
  stop(): Promise<void>
}

type Stored = { org?: OrganizationId; job?: string } & Job['data']

export function openJobs<Parts>({ pool, keeper, queues, parts, log }: JobsParts<Parts>): Jobs {
  const settings = { ...bossOptions(sqlOf(keeper)), supervise: true, superviseIntervalSeconds: 15, schedule: true }
  // Two instances: the quiet one only puts jobs in and must not run anything in the background.
  const quiet = new PgBoss(bossOptions(sqlOf(keeper)))
  const working = new PgBoss(settings)
  const workers: string[] = []
  let quietStart: Promise<unknown> | undefined
  for (const boss of [quiet, working]) {
    boss.on('error', (error) => log.error({ err: error }, 'jobs'))
  }
  const ready = async () => {
    quietStart ??= quiet.start()
    await quietStart.catch((reason: unknown) => {
      quietStart = undefined
      throw reason
    })
    return quiet
  }
  const runOf = (queue: Queue<Parts>) => (job: JobWithMetadata<Stored>) =>
    runJob({ pool, keeper, queue, job, parts: parts(), log })
  return {
    async enqueue(client, jobs) {
      const boss = await ready()
      for (const { queue, data } of jobs) await boss.send(queue, data, { db: sqlOf(client) })
    },
    async start() {
      await working.start()
      for (const [name, queue] of Object.entries(queues)) {
        const run = runOf(queue)
        const options = { pollingIntervalSeconds: 5, includeMetadata: true } as const
        workers.push(
          await working.work<Stored, void, typeof options>(name, options, async ([job]) => {
            if (job) await run(job)
          }),
        )
      }
    },
    wake() {
      for (const worker of workers) working.notifyWorker(worker)
    },
    async drain() {
      const boss = await ready()
      let done = 0
      for (let before = -1; before < done; ) {
        before = done
        for (const [name, queue] of Object.entries(queues)) done += await drainQueue(boss, name, runOf(queue))
      }
      return done
    },
    async stop() {
      await working.stop({ close: false, graceful: true, timeout: 10_000 })
      await quietStart?.catch(() => undefined)
      await quiet.stop({ close: false, graceful: false })
    },
  }
}

async function drainQueue(
  boss: PgBoss,
  name: string,
  run: (job: JobWithMetadata<Stored>) => Promise<void>,
): Promise<number> {
  let done = 0
  for (;;) {
    const [job] = await boss.fetch<Stored>(name, { includeMetadata: true })
    if (!job) return done
    done += 1
    await run(job).then(
      () => boss.complete(name, job.id),
      (reason: unknown) => boss.fail(name, job.id, { message: String(reason) }),
    )
  }
}

type Running<Parts> = Pick<JobsParts<Parts>, 'pool' | 'keeper' | 'log'> & {
  queue: Queue<Parts>
  job: JobWithMetadata<Stored>
  parts: Parts
}

/** One try. A refusal ends the work; anything else is tried again by the queue, and ends it at the last try. */
async function runJob<Parts>(running: Running<Parts>): Promise<void> {
  const { pool, queue, job, parts, log } = running
  const { org, job: id } = job.data
  const progress = org && id ? progressOf(pool, org, id) : undefined
  const watch = watchOf(progress)
  if (progress && !(await progress.start())) {
    watch.stop()
    if (await progress.isCalledOff()) await queue.calledOff?.(runFor(running, progress, watch), parts)
    return
  }
  try {
    const result = await queue.work(runFor(running, progress, watch), parts)
    await progress?.end({ state: 'done', result: result ?? undefined })
  } catch (cause) {
    if (cause instanceof JobRefusal) {
      await progress?.end({ state: 'failed', failure: cause.message })
      return
    }
    log.error({ err: cause, queue: job.name, job: job.id }, 'a job failed')
    const last = job.retryCount >= job.retryLimit
    const failure = `Something went wrong on our side. The log names it under ${job.id}.`
    await (last ? progress?.end({ state: 'failed', failure }) : progress?.waitForAnotherTry())
    throw cause
  } finally {
    watch.stop()
  }
}

type Watch = { calledOff: boolean; stop(): void }

/** Looks once a second whether the work was called off, so that `cancelled()` can answer at once. */
function watchOf(progress: Progress | undefined): Watch {
  const watch: Watch = { calledOff: false, stop: () => clearInterval(timer) }
  const look = async () => {
    if (await progress?.isCalledOff()) watch.calledOff = true
  }
  const timer = setInterval(() => void look().catch(() => undefined), 1000)
  timer.unref()
  return watch
}

function runFor<Parts>({ keeper, job }: Running<Parts>, progress: Progress | undefined, watch: Watch): JobRun {
  return {
    data: job.data,
    org() {
      if (!job.data.org) throw new Error(`a job of ${job.name} is for no organization`)
      return job.data.org
    },
    async organizations() {
      const { rows } = await keeper.query<{ org_id: OrganizationId }>(
        'select org_id from assay.organizations order by 1',
      )
      return rows.map(({ org_id }) => org_id)
    },
    async progress(percent, stage) {
      if (progress && !(await progress.report(percent, stage))) watch.calledOff = true
    },
    cancelled: () => watch.calledOff,
  }
}
