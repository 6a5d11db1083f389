import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Member, openTestHouse, type TestHouse } from '../../../test/house.ts'
import { subjectRef } from '#kernel/id.ts'
import { ok } from '#kernel/result.ts'
import { openPool } from '#platform/database/pool.ts'

let house: TestHouse
let owner: Member
let employee: Member
let stranger: Member
let task: string
let foreign: string
let port: number

const missing = '01890000-0000-7000-8000-00000000dead'

beforeAll(async () => {
  house = await openTestHouse({ ASSAY_LOG: 'silent' }, (http) => {
    http.post('/api/v1/test/throws', { config: { permission: 'tasks:create' } }, (request) =>
      request.change(() => Promise.reject(new Error('a bug'))),
    )
    http.post('/api/v1/test/violates', { config: { permission: 'tasks:create' } }, (request) =>
      request.change(async ({ tx, org }) => {
        await tx.insertInto('tasks').values({ org_id: org, id: missing, title: '' }).execute()
        return ok({ value: null, facts: [{ type: 'a.b', subject: subjectRef('a', 'b') }] })
      }),
    )
    http.post('/api/v1/test/half', { config: { permission: 'tasks:create' } }, (request) =>
      request.change(async ({ tx, org }) => {
        await tx.insertInto('tasks').values({ org_id: org, id: missing, title: 'Half' }).execute()
        throw new Error('broke off half way')
      }),
    )
    http.post('/api/v1/test/no-queue', { config: { permission: 'tasks:create' } }, (request) =>
      request.change(() =>
        Promise.resolve(
          ok({
            value: null,
            facts: [{ type: 'a.b', subject: subjectRef('a', 'b') }],
            jobs: [{ queue: 'no-such-queue', data: {} }],
          }),
        ),
      ),
    )
  })
  owner = await house.organization()
  stranger = await house.organization('Stranger')
  employee = await house.join(owner, ['employee'])
  task = (await owner.post('/tasks', { title: 'Ours' })).body.id
  foreign = (await stranger.post('/tasks', { title: 'Theirs' })).body.id
  await owner.patch(`/tasks/${task}`, 1, { title: 'Ours, edited' })
  await house.http.listen({ port: 0, host: '127.0.0.1' })
  const address = house.http.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})

async function standing() {
  const { rows } = await house.keeper.query(`
    select (select json_agg(l order by l.org_id) from (select org_id, size, recorded_at from assay.organization_logs) l) as logs,
           (select count(*) from assay.facts) as facts,
           (select json_agg(t order by t.id) from assay.tasks t) as tasks,
           (select count(*) from history.tasks) as versions`)
  return rows[0]
}

/** Sends part of a request and hangs up, as a browser does when its tab is closed. */
async function hangUp(sent: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(sent, () => {
        socket.destroy()
      })
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
  })
}

const head = (length: number) =>
  `POST /api/v1/tasks HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${owner.cookie}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`

type Kind = { name: string; status: number | null; send(): Promise<{ status: number } | void> }

const kinds: Kind[] = [
  { name: 'a missing id', status: 404, send: () => owner.patch(`/tasks/${missing}`, 1, { title: 'x' }) },
  {
    name: 'an id of another organization',
    status: 404,
    send: () => owner.patch(`/tasks/${foreign}`, 1, { title: 'x' }),
  },
  {
    name: 'a reference of another organization',
    status: 422,
    send: () => owner.post('/tasks', { title: 'x', dependsOn: [foreign] }),
  },
  { name: 'a stale version', status: 412, send: () => owner.patch(`/tasks/${task}`, 1, { title: 'x' }) },
  {
    name: 'a body that is no JSON',
    status: 400,
    send: () => owner.post('/tasks', '{"title": ', { 'content-type': 'application/json' }),
  },
  {
    name: 'a body with an unknown field',
    status: 400,
    send: () => owner.post('/tasks', { title: 'x', colour: 'red' }),
  },
  { name: 'a role that may not', status: 403, send: () => employee.post('/tasks', { title: 'x' }) },
  { name: 'a rule that says no', status: 409, send: () => owner.post(`/tasks/${task}/reopen`) },
  {
    name: 'a past that is looked at',
    status: 409,
    send: () => owner.post('/tasks', { title: 'x' }, { 'assay-as-of': '1' }),
  },
  { name: 'a bug', status: 500, send: () => owner.post('/test/throws') },
  { name: 'a value that the schema forbids', status: 500, send: () => owner.post('/test/violates') },
  { name: 'a break half way', status: 500, send: () => owner.post('/test/half') },
  { name: 'a queue that does not exist', status: 500, send: () => owner.post('/test/no-queue') },
  { name: 'a request that was never whole', status: null, send: () => hangUp(head(100) + '{"title": "x') },
  { name: 'a request that broke off in its head', status: null, send: () => hangUp(head(100).slice(0, 60)) },
]

describe('1,000 refused and failed changes of every kind', () => {
  it('change nothing, leave no transaction open and the pool free', { timeout: 180_000 }, async () => {
    const before = await standing()
    const other: string[] = []
    const rounds = Math.ceil(1000 / kinds.length)
    for (let round = 0; round < rounds; round += 1) {
      const answers = await Promise.all(
        kinds.map(async ({ name, status, send }) => ({ name, status, got: await send() })),
      )
      for (const { name, status, got } of answers) {
        if (status !== null && got?.status !== status) other.push(`${name}: ${got?.status}`)
      }
    }
    expect(other).toEqual([])
    expect(await standing()).toEqual(before)
    await expectFree()
  })

  it('of those who hang up before the answer leave the pool free as well', async () => {
    const body = JSON.stringify({ title: 'Sent whole' })
    await Promise.all(Array.from({ length: 100 }, () => hangUp(head(body.length) + body)))
    const { body: list } = await owner.get('/tasks')
    expect(list.total).toBeGreaterThan(0)
    await expectFree()
  })

  async function expectFree(): Promise<void> {
    const { pool } = house.door
    await expect.poll(() => pool.idleCount - pool.totalCount, { timeout: 30_000 }).toBe(0)
    expect(pool.waitingCount).toBe(0)
    const owned = openPool(house.connection('owner'), 1)
    const { rows } = await owned.query(
      `select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    )
    const { rows: locks } = await owned.query(
      `select 1 from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and locktype = 'advisory' and objsubid = 1 and classid::bigint <> 0`,
    )
    await owned.end()
    expect(rows).toEqual([])
    expect(locks).toEqual([])
    expect((await owner.post('/tasks', { title: 'Still works' })).status).toBe(201)
  }
})
