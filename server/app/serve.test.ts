import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Config, readConfig } from '#platform/config.ts'
import { openSecrets } from '#platform/secrets.ts'
import { attach } from './attach.ts'
import { databaseProcesses, postmasterOf, waitFor } from './durability/running-house.ts'
import { openingLines } from './opening-lines.ts'
import { refusalWords } from './refusal-words.ts'
import { serve, type Serving } from './serve.ts'

let data: string
let config: Config
let serving: Serving
const lines: string[] = []
const progress = (line: string) => void lines.push(line)

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'assay-serve-'))
  const port = await freePort()
  config = readConfig({
    ASSAY_DATA: data,
    ASSAY_PORT: String(port),
    ASSAY_MASTER_KEY: '44'.repeat(32),
    ASSAY_LOG: 'silent',
  })
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function ask(path: string): Promise<{ status: number; body: string } | undefined> {
  const response = await fetch(`http://127.0.0.1:${config.port}${path}`, { headers: { connection: 'close' } }).catch(
    () => undefined,
  )
  return response && { status: response.status, body: await response.text() }
}

const readyIs = (status: number) =>
  waitFor(async () => ((await ask('/health/ready'))?.status === status ? true : undefined))

/** A request whose body is still on its way when the house is told to stop. */
function halfARequest(): { begun: Promise<void>; finish(): Promise<string> } {
  const body = JSON.stringify({
    token: 'none',
    name: 'O',
    email: 'o@example.org',
    password: 'x'.repeat(20),
    organization: 'O',
  })
  const socket = connect(config.port, '127.0.0.1')
  const head = `POST /api/v1/setup HTTP/1.1\r\nHost: assay\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`
  let said = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  socket.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write(head)
  return {
    // The server has read the head once it asks for the rest.
    begun: waitFor(() => (said.includes('100 Continue') ? true : undefined)).then(() => undefined),
    async finish() {
      socket.write(body)
      await Promise.race([ended, waitFor(() => (/HTTP\/1.1 [45]/.test(said) ? true : undefined))])
      socket.destroy()
      return said
    },
  }
}

async function onDatabase(sql: string): Promise<void> {
  const database = await attach(config, openSecrets(config), () => undefined)
  const client = new pg.Client(database.connection('assay_owner'))
  await client.connect()
  await client.query(sql).finally(() => client.end())
  await database.stop()
}

describe('a house that starts', { timeout: 120_000 }, () => {
  it('answers from the first moment on, is ready when it is, and says each slow step', async () => {
    const starting = serve({ config, progress, withoutPage: true })
    const early = await waitFor(() => ask('/health/ready'))
    expect(early.status).toBe(503)
    expect(early.body).toContain('Assay is')
    expect(await ask('/health/live')).toMatchObject({ status: 200 })
    serving = await starting
    expect(await ask('/health/ready')).toMatchObject({ status: 200 })
    expect(serving.setUpLink).toMatch(/\/setup#token=\S{40,}$/)
    expect(openingLines(serving)).toEqual([`Assay is at ${serving.url.origin}`, `Set it up at ${serving.setUpLink}`])
    expect(lines.join('\n')).toMatch(/Starting PostgreSQL[^]*Bringing the database forward/)
  })

  it('is told when its port is in use, before anything else is begun', async () => {
    const second = mkdtempSync(join(tmpdir(), 'assay-second-'))
    const refused = await serve({ config: { ...config, data: second }, progress, withoutPage: true }).catch(
      (cause: unknown) => cause,
    )
    expect(refusalWords(refused, config)).toContain(`Port ${config.port} on 127.0.0.1 is in use`)
    expect(readdirSync(second)).toEqual([])
    rmSync(second, { recursive: true })
    expect(await ask('/health/ready')).toMatchObject({ status: 200 })
  })

  it('is not ready while its database is away, and ready again by itself', async () => {
    process.kill(postmasterOf(data), 'SIGKILL')
    await readyIs(503)
    await readyIs(200)
  })

  it('is not ready while a log cannot be sealed', async () => {
    await onDatabase(`insert into assay.log_alarms (org_id, words) values (gen_random_uuid(), 'secret words')`)
    const answer = await ask('/health/ready')
    expect(answer).toMatchObject({ status: 503 })
    expect(answer?.body).toContain('1 of the logs cannot be sealed')
    expect(answer?.body).not.toContain('secret words')
    await onDatabase('delete from assay.log_alarms')
    expect(await ask('/health/ready')).toMatchObject({ status: 200 })
  })

  it('finishes what was asked for, then leaves no process and no open port when it is stopped', async () => {
    const asked = halfARequest()
    await asked.begun
    const stopped = serving.stop()
    await waitFor(async () => ((await ask('/health/live')) === undefined ? true : undefined))
    expect(await asked.finish()).toContain('HTTP/1.1 410')
    await stopped
    expect(databaseProcesses(data)).toEqual([])
    expect(await ask('/health/live')).toBeUndefined()
  })

  it('can be stopped while it starts', async () => {
    const stopping = new AbortController()
    stopping.abort(new Error('stopped by hand'))
    await expect(serve({ config, progress, withoutPage: true, signal: stopping.signal })).rejects.toThrow(
      'stopped by hand',
    )
    expect(databaseProcesses(data)).toEqual([])
    expect(await ask('/health/live')).toBeUndefined()
  })
})

describe('a migration that fails', { timeout: 120_000 }, () => {
  it('stops the start with its reason, after a backup, and is told at the address until it is mended', async () => {
    await onDatabase(`delete from assay.migrations where name = '0013_erasure.sql'`)
    const held = await serve({ config, progress, withoutPage: true })
    expect(held.refused).toMatch(/failed at 0013_erasure.sql/)
    const opening = openingLines(held).join('\n')
    expect(opening).toMatch(/^Assay is NOT ready/)
    expect(opening).not.toMatch(/^Assay is at|^Set it up at/m)
    const answer = await ask('/health/ready')
    expect(answer?.status).toBe(503)
    expect(answer?.body).toMatch(/failed at 0013_erasure.sql: .*already exists/)
    expect(await ask('/api/v1/session')).toMatchObject({ status: 503 })
    expect(await ask('/health/live')).toMatchObject({ status: 200 })
    expect(databaseProcesses(data)).toEqual([])
    expect(readdirSync(join(data, 'backups'))).toEqual([expect.stringMatching(/^before-\d{8}T\d{6}Z\.tar\.gz$/)])
    await held.stop()
    expect(await ask('/health/live')).toBeUndefined()
  })
})
