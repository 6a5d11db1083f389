import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId, SubjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Pool } from 'pg'
import type { Change, Job } from '../database/change.ts'
import type { Transaction } from '../database/transaction.ts'
import { type PageQuery, readPage } from '../http/paging.ts'
import { inOrganization } from '../operational.ts'
import type { JobView } from './contract.ts'

/**
 * Notes long work that somebody waits for, in the change that asks for it. Gives its id and the job to put among the
 * change's own: `return ok({ value, facts, jobs: [work.job] })`.
 */
export async function beginLongWork(
  { org, tx, actor, person }: Pick<Change, 'org' | 'tx' | 'actor' | 'person'>,
  { queue, kind, subject, data = {} }: { queue: string; kind: string; subject?: SubjectRef; data?: Job['data'] },
): Promise<{ id: string; job: Job }> {
  const id = uuidv7()
  const seen = { kind, subject: subject ?? null, started_by: actor, person_id: person }
  await tx
    .insertInto('jobs')
    .values({ org_id: org, id, ...seen })
    .execute()
  return { id, job: { queue, data: { ...data, org, job: id } } }
}

type Ending = { state: 'done'; result: string | null } | { state: 'failed'; error: string }

/** What the runner writes about one piece of long work. Every statement leaves work alone that has ended. */
export type Progress = {
  /** false when it was called off or has ended */
  start(): Promise<boolean>
  report(percent: number, stage: string): Promise<boolean>
  isCalledOff(): Promise<boolean>
  waitForAnotherTry(): Promise<void>
  end(ending: Ending): Promise<void>
}

export function progressOf(pool: Pool, org: OrganizationId, id: string): Progress {
  const write = async (values: { state?: string; percent?: number; stage?: string; finished_at?: Date } & object) =>
    await inOrganization(pool, org, async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('jobs')
        .set({ ...values, changed_at: new Date() })
        .where('org_id', '=', org)
        .where('id', '=', id)
        .where('state', 'in', ['queued', 'running'])
        .executeTakeFirst()
      return numUpdatedRows > 0n
    })
  return {
    start: () => write({ state: 'running' }),
    report: (percent, stage) => write({ percent: Math.min(100, Math.max(0, Math.round(percent))), stage }),
    isCalledOff: async () => (await inOrganization(pool, org, (tx) => findJob(tx, org, id)))?.state === 'cancelled',
    async waitForAnotherTry() {
      await write({ state: 'queued', stage: 'Did not work; it is tried again shortly.' })
    },
    async end(ending) {
      await write({ ...ending, ...(ending.state === 'done' && { percent: 100 }), finished_at: new Date() })
    },
  }
}

const columns = [
  'id',
  'kind',
  'subject',
  'state',
  'percent',
  'stage',
  'result',
  'error',
  'person_id as startedBy',
  'created_at as createdAt',
  'changed_at as changedAt',
  'finished_at as finishedAt',
] as const

export async function findJob(tx: Transaction, org: OrganizationId, id: string): Promise<JobView | undefined> {
  const row = await tx
    .selectFrom('jobs')
    .select(columns)
    .where('org_id', '=', org)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asView(row)
}

export async function listJobs(
  tx: Transaction,
  org: OrganizationId,
  { person, state, ...page }: PageQuery & { person: string | null; state?: JobView['state'] | undefined },
): Promise<Page<JobView>> {
  let query = tx.selectFrom('jobs').select(columns).where('org_id', '=', org)
  if (person) query = query.where('person_id', '=', person)
  if (state) query = query.where('state', '=', state)
  const found = await readPage(query, page, { orders: { createdAt: 'created_at' }, fallback: '-createdAt', id: 'id' })
  return { ...found, items: found.items.map(asView) }
}

/** Calls work off that waits or runs; false when it has ended already. */
export async function callOff(tx: Transaction, org: OrganizationId, id: string): Promise<boolean> {
  const now = new Date()
  const { numUpdatedRows } = await tx
    .updateTable('jobs')
    .set({ state: 'cancelled', changed_at: now, finished_at: now })
    .where('org_id', '=', org)
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function asView(row: Omit<JobView, 'state'> & { state: string }): JobView {
  const { state } = row
  if (state !== 'queued' && state !== 'running' && state !== 'done' && state !== 'failed' && state !== 'cancelled') {
    throw new Error(`job ${row.id} is in the unknown state ${state}`)
  }
  return { ...row, state }
}
