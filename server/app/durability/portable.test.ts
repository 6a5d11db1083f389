import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admin, type ForeignServer, startForeignServer } from '#platform/database/cluster/foreign-server.ts'
import { endOf, send, setUp, startHouse } from './running-house.ts'

const assay = fileURLToPath(new URL('../../../cli/assay.js', import.meta.url))
const masterKey = '66'.repeat(32)

let folder: string
let server: ForeignServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-portable-'))
  server = await startForeignServer('npm')
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Ran = { code: number; out: string; err: string }

async function run(args: string[], environment: Record<string, string>): Promise<Ran> {
  const { PATH, HOME, NODE_OPTIONS, NODE_COMPILE_CACHE } = process.env
  return await new Promise((resolve) => {
    const env = { PATH, HOME, NODE_OPTIONS, NODE_COMPILE_CACHE, ASSAY_MASTER_KEY: masterKey, ...environment }
    execFile(process.execPath, [assay, ...args], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    )
  })
}

describe('a house of ours and one on a server of somebody else', { timeout: 240_000 }, () => {
  it('take each other over by backup and restore, whatever PostgreSQL each of them runs', async () => {
    const [ours, theirs, back] = ['ours', 'theirs', 'back'].map((name) => join(folder, name))
    if (!ours || !theirs || !back) throw new Error('three folders were expected')
    const house = await startHouse(ours, masterKey)
    const cookie = await setUp(house)
    await send(house.origin, { method: 'POST', path: '/api/v1/tasks', cookie, body: { title: 'Carried along' } })
    mkdirSync(join(folder, 'backups'))
    // While it serves.
    const made = await run(['backup', join(folder, 'backups')], { ASSAY_DATA: ours })
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('The master key is not in it') })
    const [first = ''] = readdirSync(join(folder, 'backups'))
    house.child.kill('SIGTERM')
    await endOf(house.child)

    const onServer = { ASSAY_DATA: theirs, DATABASE_URL: server.url(admin.user, admin.password, 'portable') }
    const moved = await run(['restore', join(folder, 'backups', first)], onServer)
    expect(moved).toMatchObject({ code: 0, out: expect.stringContaining('Everything is as it was recorded') })
    const again = await run(['restore', join(folder, 'backups', first)], onServer)
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('holds Assay already') })

    const file = join(folder, 'from-the-server.tar.gz')
    const [kept, checked] = await Promise.all([run(['backup', file], onServer), run(['fsck', '--json'], onServer)])
    expect(kept).toMatchObject({ code: 0 })
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('"findings":[]') })
    const returned = await run(['restore', file], { ASSAY_DATA: back })
    expect(returned).toMatchObject({ code: 0, out: expect.stringContaining('Everything is as it was recorded') })
    const used = await run(['restore', file], { ASSAY_DATA: back })
    expect(used).toMatchObject({ code: 2, err: expect.stringContaining('holds a database already') })

    const reopened = await startHouse(back, masterKey)
    try {
      const signedIn = await send(reopened.origin, {
        method: 'POST',
        path: '/api/v1/session',
        body: { email: 'olive@example.org', password: 'correct horse battery staple' },
      })
      const session = signedIn.cookies.join('; ')
      await send(reopened.origin, { method: 'GET', path: '/api/v1/session', cookie: session })
      const { body } = await send(reopened.origin, { method: 'GET', path: '/api/v1/tasks', cookie: session })
      expect(body).toMatchObject({ total: 1, items: [{ title: 'Carried along' }] })
      expect((await send(reopened.origin, { method: 'GET', path: '/api/v1/tasks', cookie })).status).toBe(401)
    } finally {
      reopened.child.kill('SIGTERM')
      await endOf(reopened.child)
    }
  })

  it('are told apart from folders without one', async () => {
    const nowhere = { ASSAY_DATA: join(folder, 'nowhere') }
    const noDatabase = [['fsck'], ['backup', folder], ['ledger', 'check', assay]]
    const [unknown, missing, ...refused] = await Promise.all([
      run(['fsck'], { ...nowhere, ASSAY_COLOUR: 'red' }),
      run(['restore', join(folder, 'no.tar.gz')], nowhere),
      ...noDatabase.map((command) => run(command, nowhere)),
    ])
    expect(refused).toHaveLength(noDatabase.length)
    for (const one of refused) {
      expect(one).toMatchObject({ code: 2, err: expect.stringContaining('There is no database in') })
    }
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('Unknown setting ASSAY_COLOUR') })
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('There is no file') })
  })
})
