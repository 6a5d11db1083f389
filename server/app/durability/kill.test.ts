import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBlobs } from '#platform/blobs/index.ts'
import { readConfig } from '#platform/config.ts'
import { commandOf } from '#platform/database/cluster/process-table.ts'
import { openPool } from '#platform/database/pool.ts'
import { openSecrets } from '#platform/secrets.ts'
import { attach } from '../attach.ts'
import { type Finding, fsck } from '../fsck/index.ts'
import {
  databaseProcesses,
  endOf,
  postmasterOf,
  type RunningHouse,
  send,
  setUp,
  startHouse,
  waitFor,
} from './running-house.ts'

/** How often each of the two is killed; the long run asks for 50. */
const rounds = Number(process.env['KILL_ROUNDS'] ?? 3)
const clients = 4
const masterKey = '33'.repeat(32)

let data: string
let house: RunningHouse
let cookie: string
/** what the server said was done: task to title */
const acknowledged = new Map<string, string>()

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'assay-kill-'))
  house = await startHouse(data, masterKey)
  cookie = await setUp(house)
}, 120_000)

afterAll(async () => {
  house.child.kill('SIGTERM')
  await endOf(house.child)
  expect(databaseProcesses(data)).toEqual([])
  rmSync(data, { recursive: true, force: true })
}, 60_000)

/** Creates and edits tasks until told to end; refusals and broken wires are what a kill looks like from outside. */
async function work(client: number, round: string, until: AbortSignal): Promise<number> {
  let done = 0
  for (let at = 0; !until.aborted; at += 1) {
    const title = `${round} client ${client} task ${at}`
    try {
      const made = await send(house.origin, { method: 'POST', path: '/api/v1/tasks', cookie, body: { title } })
      if (made.status !== 201) continue
      const id = String(made.body['id'])
      acknowledged.set(id, title)
      done += 1
      const edited = `${title}, edited`
      const path = `/api/v1/tasks/${id}`
      // Not yet answered, the edit may have been made or not: either title is right until the answer is there.
      acknowledged.set(id, `${title}|${edited}`)
      const { status } = await send(house.origin, {
        method: 'PATCH',
        path,
        cookie,
        version: 1,
        body: { title: edited },
      })
      if (status === 200) acknowledged.set(id, edited)
    } catch {
      // The wire broke: nothing was acknowledged.
    }
  }
  return done
}

async function underLoad(round: string, kill: () => Promise<void>): Promise<void> {
  const ended = new AbortController()
  const working = Array.from({ length: clients }, (_, client) => work(client, round, ended.signal))
  const before = acknowledged.size
  await waitFor(() => (acknowledged.size > before + 20 ? true : undefined))
  await kill()
  ended.abort()
  await Promise.all(working)
}

async function inspect(): Promise<{ findings: Finding[]; tasks: Map<string, string> }> {
  const config = readConfig({ ASSAY_DATA: data, ASSAY_MASTER_KEY: masterKey })
  const secrets = openSecrets(config)
  const database = await attach(config, secrets, () => undefined)
  const keeper = openPool(database.connection('assay_maintenance'), 1)
  try {
    const blobs = openBlobs({ folder: join(data, 'blobs'), limit: 1 })
    const { findings } = await fsck({ keeper, secrets, blobs, checkpoints: join(data, 'checkpoints') })
    const { rows } = await keeper.query<{ id: string; title: string }>('select id, title from assay.tasks')
    return { findings, tasks: new Map(rows.map(({ id, title }) => [id, title])) }
  } finally {
    await keeper.end()
    await database.stop()
  }
}

async function expectNothingLost(): Promise<void> {
  const { findings, tasks } = await inspect()
  expect(findings).toEqual([])
  const lost = [...acknowledged].filter(([id, titles]) => !titles.split('|').includes(tasks.get(id) ?? 'missing'))
  expect(lost).toEqual([])
}

async function untilReady(): Promise<void> {
  await waitFor(async () => {
    const answer = await send(house.origin, { method: 'GET', path: '/health/ready' }).catch(() => undefined)
    return answer?.status === 200 ? true : undefined
  })
}

describe(`${rounds} kills of each under ${clients} clients`, () => {
  it('of the server lose nothing that it had acknowledged', { timeout: 60_000 * (rounds + 1) }, async () => {
    for (let round = 1; round <= rounds; round += 1) {
      await underLoad(`server ${round}`, async () => {
        house.child.kill('SIGKILL')
        await endOf(house.child)
      })
      house = await startHouse(data, masterKey)
      await untilReady()
      await expectNothingLost()
    }
  })

  it('of PostgreSQL lose nothing either, and the server goes on by itself', {
    timeout: 60_000 * (rounds + 1),
  }, async () => {
    const { pid } = house.child
    for (let round = 1; round <= rounds; round += 1) {
      await underLoad(`database ${round}`, async () => {
        process.kill(postmasterOf(data), 'SIGKILL')
        await waitFor(() => (house.said().split('ended unexpectedly').length > round ? true : undefined))
      })
      await untilReady()
      await expectNothingLost()
    }
    expect(house.child.pid).toBe(pid)
    expect(house.child.exitCode).toBeNull()
  })

  it('leave one database, and nothing of it once the house is stopped', { timeout: 60_000 }, async () => {
    // A postmaster shows how it was started; the processes it has forked show what they do.
    const postmasters = databaseProcesses(data).filter((pid) => commandOf(pid)?.includes('cluster_name='))
    expect(postmasters).toEqual([postmasterOf(data)])
    house.child.kill('SIGTERM')
    await endOf(house.child)
    expect(house.child.exitCode).toBe(0)
    expect(databaseProcesses(data)).toEqual([])
    await expectNothingLost()
  })
})
