import { v7 as uuidv7 } from 'uuid'
import type { OrganizationId, SubjectRef } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import type { Selectable, Updateable } from 'kysely'
import type { Pool } from 'pg'
import { type Change, type Door, type Job, type Who, withClient } from '../database/change.ts'
import type { Tables } from '../database/tables.ts'
import { onConnection, type Transaction } from '../database/transaction.ts'
import { type PageQuery, readPage } from '../http/paging.ts'
import { inOrganization } from '../operational.ts'
import type { JobView } from './contract.ts'
import type { JobResult } from './queue.ts'

/**
 * Notes long work that somebody waits for, in the change that asks for it. `title` says it in words ("Import of
 * systems.csv"). Gives its id and the job to put among the change's own: `return ok({ value, facts, jobs: [work.job] })`.
 */
export async function beginLongWork(
  { org, tx, actor, person }: Pick<Change, 'org' | 'tx' | 'actor' | 'person'>,
  { queue, title, subject, data = {} }: { queue: string; title: string; subject?: SubjectRef; data?: Job['data'] },
): Promise<{ id: string; job: Job }> {
  const id = uuidv7()
  const seen = { kind: queue, title, subject: subject ?? null, started_by: actor, person_id: person }
  await tx
    .insertInto('jobs')
    .values({ org_id: org, id, ...seen })
    .execute()
  return { id, job: { queue, data: { ...data, org, job: id } } }
}

/**
 * Starts long work that changes no record by being asked for, such as computing something again: whoever may read may ask. The
 * route has asked for the permission. Gives the id under which it is followed.
 */
export async function startLongWork(
  door: Pick<Door, 'pool' | 'enqueue'>,
  { org, actor, person }: Who,
  work: Parameters<typeof beginLongWork>[1],
): Promise<string> {
  return await withClient(door.pool, async (client) => {
    await client.query('begin')
    await client.query(`select set_config('app.org', $1, true)`, [org])
    const tx = onConnection(client)
    const { id, job } = await beginLongWork({ org, tx, actor, person }, work)
    await door.enqueue(tx, client, [job])
    await client.query('commit')
    return id
  })
}

/** The work of this kind about a record that waits or runs, if any. */
export async function findUnderWay(
  tx: Transaction,
  org: OrganizationId,
  { queue, subject }: { queue: string; subject: SubjectRef },
): Promise<string | undefined> {
  const found = await tx
    .selectFrom('jobs')
    .select('id')
    .where('org_id', '=', org)
    .where('kind', '=', queue)
    .where('subject', '=', subject)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  return found?.id
}

type Ending = { state: 'done'; result: JobResult | undefined } | { state: 'failed'; failure: string }

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
  const write = async (values: Updateable<Tables['jobs']>) =>
    await inOrganization(pool, org, async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('jobs')
        .set({ ...values, changed_at: new Date() })
        .where('org_id', '=', org)
        .where('id', '=', id)
        .where('state', 'in', ['waiting', 'running'])
        .executeTakeFirst()
      return numUpdatedRows > 0n
    })
  return {
    start: () => write({ state: 'running', percent: null, stage: '', started_at: new Date() }),
    report: (percent, stage) => write({ percent: Math.min(100, Math.max(0, Math.round(percent))), stage }),
    isCalledOff: async () => (await inOrganization(pool, org, (tx) => findJob(tx, org, id)))?.state === 'cancelled',
    async waitForAnotherTry() {
      await write({ state: 'waiting', stage: 'Did not work; it is tried again shortly.' })
    },
    async end(ending) {
      const finished_at = new Date()
      if (ending.state === 'failed') await write({ ...ending, finished_at })
      else {
        const { label = null, href = null } = ending.result ?? {}
        await write({ state: 'done', percent: 100, stage: '', result_label: label, result_href: href, finished_at })
      }
    },
  }
}

const columns = [
  'id',
  'kind',
  'title',
  'subject',
  'state',
  'percent',
  'stage',
  'result_label',
  'result_href',
  'failure',
  'person_id',
  'created_at',
  'started_at',
  'changed_at',
  'finished_at',
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
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Row = Pick<Selectable<Tables['jobs']>, (typeof columns)[number]>

function asView(row: Row): JobView {
  const { id, kind, title, subject, percent, stage, failure, result_label, result_href } = row
  return {
    id,
    kind,
    title,
    subject,
    percent,
    stage,
    failure,
    state: asState(row),
    secondsLeft: secondsLeft(row),
    result: result_label !== null && result_href !== null ? { label: result_label, href: result_href } : null,
    startedBy: row.person_id,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    finishedAt: row.finished_at,
  }
}

function asState({ id, state }: Row): JobView['state'] {
  if (state === 'waiting' || state === 'running' || state === 'done') return state
  if (state === 'failed' || state === 'cancelled') return state
  throw new Error(`job ${id} is in the unknown state ${state}`)
}

/** At the pace so far; a pace is known from five percent on. */
function secondsLeft({ state, percent, started_at, changed_at }: Row): number | null {
  if (state !== 'running' || percent === null || percent < 5 || started_at === null) return null
  const spent = (changed_at.getTime() - started_at.getTime()) / 1000
  return Math.ceil((spent * (100 - percent)) / percent)
}
