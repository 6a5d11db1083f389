import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Member, openTestHouse, type TestHouse } from '../../../test/house.ts'
import { ok, refuse } from '#kernel/result.ts'
import { subjectRef } from '#kernel/id.ts'
import { change } from '../database/change.ts'
import { openPool } from '../database/pool.ts'
import { beginLongWork, installJobs, JobRefusal, type Jobs, openJobs, type Queues } from './index.ts'

let house: TestHouse
let owner: Member
let jobs: Jobs
const done: string[] = []
let fails = 0

const queues: Queues<{ greeting: string }> = {
  greet: {
    async work(run, { greeting }) {
      done.push(`${greeting} ${String(run.data['name'])}`)
    },
  },
  report: {
    async work(run) {
      await run.progress(40, 'Reading')
      if (run.data['bad']) throw new JobRefusal('The file has no header row. Add one and try again.')
      if (run.data['stop']) {
        await owner.post(`/jobs/${String(run.data['job'])}/cancel`)
        await run.progress(50, 'Still reading')
        if (run.cancelled()) return undefined
      }
      return { label: 'Report', href: `/reports/${run.org()}` }
    },
  },
  flaky: {
    retries: 1,
    async work() {
      fails += 1
      throw new Error('the wire broke')
    },
  },
  nightly: {
    schedule: '15 2 * * *',
    async work(run) {
      done.push(`nightly for ${(await run.organizations()).length}`)
    },
  },
}

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.organization()
  await installJobs(house.connection('owner'), queues)
  const keeper = openPool(house.connection('maintenance'), 2)
  const log = { error: () => undefined }
  jobs = openJobs({ pool: house.door.pool, keeper, queues, parts: () => ({ greeting: 'hello' }), log })
  afterAll(async () => {
    await jobs.stop()
    await keeper.end()
  })
})

type Wanted = { queue: string; data?: Record<string, string | number | boolean | null>; refused?: boolean }

async function ask({ queue, data = {}, refused = false }: Wanted): Promise<string> {
  const door = {
    ...house.door,
    enqueue: (_tx: unknown, client: Parameters<Jobs['enqueue']>[0], wanted: never[]) => jobs.enqueue(client, wanted),
  }
  let id = ''
  const who = { org: owner.org, actor: `person:${owner.person}`, person: owner.person }
  await change(door, who, 'tasks:create', async (it) => {
    const work = await beginLongWork(it, { queue, title: `Work of ${queue}`, data })
    id = work.id
    if (refused) return refuse({ kind: 'no' })
    return ok({ value: null, facts: [{ type: 'task.created', subject: subjectRef('task', id) }], jobs: [work.job] })
  })
  return id
}

describe('later work', () => {
  it('is done after the change that asked for it', async () => {
    await ask({ queue: 'greet', data: { name: 'world' } })
    expect(await jobs.drain()).toBe(1)
    expect(done).toEqual(['hello world'])
    expect(await jobs.drain()).toBe(0)
  })

  it('is not done when the change was refused', async () => {
    const id = await ask({ queue: 'greet', data: { name: 'nobody' }, refused: true })
    expect(await jobs.drain()).toBe(0)
    expect((await owner.get(`/jobs/${id}`)).status).toBe(404)
  })

  it('of a queue that does not exist takes its change back', async () => {
    await expect(ask({ queue: 'no-such-queue' })).rejects.toThrow('no-such-queue')
  })

  it('shows how far it is and what came out of it', async () => {
    const id = await ask({ queue: 'report' })
    expect((await owner.get(`/jobs/${id}`)).body).toMatchObject({
      title: 'Work of report',
      state: 'waiting',
      percent: null,
      startedBy: owner.person,
    })
    await jobs.drain()
    expect((await owner.get(`/jobs/${id}`)).body).toMatchObject({
      state: 'done',
      percent: 100,
      result: { label: 'Report', href: `/reports/${owner.org}` },
    })
    expect((await owner.post(`/jobs/${id}/cancel`)).status).toBe(409)
  })

  it('says in words why it was refused, and is not tried again', async () => {
    const id = await ask({ queue: 'report', data: { bad: true } })
    await jobs.drain()
    const { body } = await owner.get(`/jobs/${id}`)
    expect(body).toMatchObject({ state: 'failed', failure: expect.stringContaining('header row') })
    expect(await jobs.drain()).toBe(0)
  })

  it('notices while it runs that it was called off', async () => {
    const id = await ask({ queue: 'report', data: { stop: true } })
    await jobs.drain()
    expect((await owner.get(`/jobs/${id}`)).body).toMatchObject({ state: 'cancelled', percent: 40, result: null })
  })

  it('that was called off before it began is not begun', async () => {
    const id = await ask({ queue: 'greet', data: { name: 'late' } })
    expect((await owner.post(`/jobs/${id}/cancel`)).body.state).toBe('cancelled')
    await jobs.drain()
    expect(done).not.toContain('hello late')
  })

  it('is tried again after a failure, and fails at the last try without saying more than it may', async () => {
    const id = await ask({ queue: 'flaky' })
    await jobs.drain()
    expect((await owner.get(`/jobs/${id}`)).body.state).toBe('waiting')
    const keeper = openPool(house.connection('maintenance'), 1)
    await keeper.query(`update jobs.job set start_after = now() where name = 'flaky'`).finally(() => keeper.end())
    await jobs.drain()
    expect(fails).toBe(2)
    const { body } = await owner.get(`/jobs/${id}`)
    expect(body.state).toBe('failed')
    expect(body.failure).not.toContain('the wire broke')
  })

  it('is listed for those who may see it, and for nobody else', async () => {
    const employee = await house.join(owner, ['employee'])
    const stranger = await house.organization('Other')
    expect((await owner.get('/jobs?limit=2')).body).toMatchObject({ items: [{}, {}], total: 6 })
    expect((await employee.get('/jobs')).body.total).toBe(0)
    const { body } = await owner.get('/jobs?state=failed')
    const [failed] = body.items
    expect((await employee.get(`/jobs/${failed.id}`)).status).toBe(404)
    expect((await stranger.get(`/jobs/${failed.id}`)).status).toBe(404)
    expect((await stranger.post(`/jobs/${failed.id}/cancel`)).status).toBe(404)
    expect((await employee.post(`/jobs/${failed.id}/cancel`)).status).toBe(403)
  })

  it('is taken out by the maintenance role alone', async () => {
    await expect(house.door.pool.query('select data from jobs.job')).rejects.toThrow('permission denied')
    await expect(house.door.pool.query('delete from jobs.job')).rejects.toThrow('permission denied')
  })

  it('is picked up by running workers without waiting for their next look', async () => {
    await jobs.start()
    await ask({ queue: 'greet', data: { name: 'workers' } })
    jobs.wake()
    await expect.poll(() => done, { timeout: 4000 }).toContain('hello workers')
  })

  it('that comes back by itself is known to the clock, and knows every organization', async () => {
    const keeper = openPool(house.connection('maintenance'), 1)
    const schedules = await keeper.query('select name, cron from jobs.schedule')
    expect(schedules.rows).toEqual([{ name: 'nightly', cron: '15 2 * * *' }])
    const { rows } = await keeper.query<{ count: number }>('select count(*) from assay.organizations')
    await keeper.end()
    await ask({ queue: 'nightly' })
    await jobs.drain()
    await expect.poll(() => done, { timeout: 4000 }).toContain(`nightly for ${rows[0]?.count}`)
  })
})
