import { once } from 'node:events'
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chooseOperatingUser } from './operating-user.ts'
import { finish, runSingleUser } from './single-user.ts'
import { run } from './site.ts'
import { findSoftware } from './software.ts'
import { ask } from './trial.ts'

/** A PostgreSQL as somebody else would run it, for the tests: on a port, with an administrator who has a password. */
export type ForeignServer = {
  url(login: string, password: string, database: string): string
  /** Runs SQL as the administrator. */
  asAdmin(sql: string, database?: string): Promise<Record<string, unknown>[]>
  stop(): Promise<void>
}

export const admin = { user: 'admin', password: 'admin-secret' }

export async function startForeignServer(preferred: 'system' | 'npm'): Promise<ForeignServer> {
  const directory = mkdtempSync(join(tmpdir(), 'assay-foreign-'))
  const data = join(directory, 'data')
  const user = chooseOperatingUser(data)
  const software = await findSoftware({ major: null, preferred, user, directory, progress: () => {} })
  const place = { software, user }
  mkdirSync(data, { mode: 0o700 })
  if (user) chownSync(data, user.uid, user.gid)
  const made = await finish(
    run(place, 'initdb', data, ['-U', admin.user, '-E', 'UTF8', '--no-sync'], { output: 'pipe' }),
  )
  if (made.code !== 0) throw new Error(made.errors)
  await runSingleUser(place, data, 'postgres', [`alter role ${admin.user} password '${admin.password}'`])
  writeFileSync(join(data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n')

  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=']
  const child = run(
    place,
    'postgres',
    data,
    settings.flatMap((it) => ['-c', it]),
    { output: 'pipe' },
  )
  child.stdout?.resume()
  child.stderr?.resume()
  const asAdmin: ForeignServer['asAdmin'] = (sql, database = 'postgres') =>
    ask({ host: '127.0.0.1', port, ...admin, database }, sql)
  while (!(await asAdmin('select 1').catch(() => false))) await delay(20)
  return {
    url: (login, password, database) => `postgres://${login}:${password}@127.0.0.1:${port}/${database}`,
    asAdmin,
    stop: async () => {
      child.kill('SIGINT')
      await once(child, 'exit')
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}
