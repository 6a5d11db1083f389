import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { Config } from '#platform/config.ts'
import { type Cluster, ClusterRefusal, databaseName } from '#platform/database/cluster/index.ts'
import type { Secrets } from '#platform/secrets.ts'
import { openCluster, rolePasswords } from './compose.ts'

export type Attached = Pick<Cluster, 'connection'> & { stop(): Promise<void> }

/**
 * The database for a tool that runs beside a serving house or without one: where the house runs, its PostgreSQL is used
 * and left running; else it is started for as long as the tool needs it.
 */
export async function attach(config: Config, secrets: Secrets, progress: (line: string) => void): Promise<Attached> {
  try {
    return await openCluster(config, secrets, progress)
  } catch (cause) {
    if (!(cause instanceof ClusterRefusal) || cause.kind !== 'already-supervised') throw cause
    const running = findRunning(join(config.data, 'database', 'data'))
    if (!running) throw cause
    progress('Assay is running; its database is used.')
    const passwords = rolePasswords(secrets)
    return {
      connection: (role, database = databaseName) => ({ ...running, user: role, password: passwords[role], database }),
      stop: () => Promise.resolve(),
    }
  }
}

/** Where the PostgreSQL of this folder listens, from the file that it keeps while it runs. */
function findRunning(data: string): { host: string; port: number } | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const [port, host = ''] = [Number(lines[3]), lines[4]]
    if (!Number.isInteger(port)) return null
    return { port, host: isAbsolute(host) ? host : data }
  } catch {
    return null
  }
}
