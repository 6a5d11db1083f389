import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { postgresProcesses } from '#platform/database/cluster/process-table.ts'
import { tagOf } from '#platform/database/cluster/site.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

/** The product as people run it: a process of its own on a data folder, spoken to over HTTP. */
export type RunningHouse = {
  child: ChildProcess
  origin: string
  setUpLink: string | null
  /** everything it has printed so far */
  said(): string
}

export async function startHouse(data: string, masterKey: string): Promise<RunningHouse> {
  const { PATH, HOME, NODE_OPTIONS, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [main, '--without-page'], {
    env: {
      PATH,
      HOME,
      NODE_OPTIONS,
      NODE_COMPILE_CACHE,
      ASSAY_DATA: data,
      ASSAY_PORT: '0',
      ASSAY_MASTER_KEY: masterKey,
      ASSAY_LOG: 'error',
      ASSAY_RATE_LIMIT: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer) => {
    said += chunk.toString()
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const origin = await waitFor(() => {
    if (child.exitCode !== null) throw new Error(`the house ended while it started:\n${said}`)
    return /^Assay is at (\S+)$/m.exec(said)?.[1]
  })
  // The line with the link follows the address in the same breath, where there is one.
  await delay(50)
  return { child, origin, setUpLink: /^Set it up at (\S+)$/m.exec(said)?.[1] ?? null, said: () => said }
}

/** Asks until there is an answer; a start after a kill may take some seconds on a busy machine. */
export async function waitFor<Value>(ask: () => Value | undefined | Promise<Value | undefined>): Promise<Value> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error('waited for a minute in vain')
    await delay(25)
  }
}

export async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => child.once('exit', () => resolve()))
}

/** The postmaster's process, from the file that it keeps while it runs. */
export function postmasterOf(data: string): number {
  return Number(readFileSync(join(data, 'database', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Every PostgreSQL process of this data folder, an orphan's too. */
export function databaseProcesses(data: string): number[] {
  return postgresProcesses(tagOf(join(realpathSync(join(data, 'database')), 'data')))
}

export type Answer = { status: number; body: Record<string, unknown>; cookies: string[] }

/** One request; rejects when the wire breaks, as it does when the other side is killed. */
export async function send(
  origin: string,
  {
    method,
    path,
    cookie = '',
    body,
    version,
  }: { method: string; path: string; cookie?: string; body?: object; version?: number },
): Promise<Answer> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const headers = {
    cookie,
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
  }
  return await new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method, headers, agent: false, timeout: 30_000 }, (response) => {
      let received = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        received += chunk
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: received === '' ? {} : JSON.parse(received),
          cookies: (response.headers['set-cookie'] ?? []).map((it) => it.split(';')[0] ?? ''),
        }),
      )
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer in 30 seconds')))
    sent.on('error', reject)
    sent.end(text)
  })
}

/** Sets a new house up and signs its owner in; gives back the session's cookie. */
export async function setUp({ origin, setUpLink }: RunningHouse): Promise<string> {
  const token = setUpLink?.split('token=')[1] ?? ''
  const owner = {
    name: 'Olive',
    email: 'olive@example.org',
    password: 'correct horse battery staple',
    organization: 'Example',
  }
  const done = await send(origin, { method: 'POST', path: '/api/v1/setup', body: { token, ...owner } })
  if (done.status !== 200) throw new Error(`set-up refused: ${JSON.stringify(done.body)}`)
  const cookie = done.cookies.join('; ')
  await send(origin, { method: 'GET', path: '/api/v1/session', cookie })
  return cookie
}
