import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, type Connection, type EmbeddedOptions, openEmbeddedCluster, type Passwords } from './index.ts'
import { postgresProcesses, signal } from './process-table.ts'
import { tagOf } from './site.ts'

/** What the tests of this folder share: folders and clusters that vanish afterwards, whatever happened. */
export const passwords: Passwords = {
  assay_owner: 'owner-secret',
  assay_app: "app'secret",
  assay_identity: 'identity-secret',
  assay_maintenance: 'maintenance-secret',
}

/** Where PostgreSQL can come from here; the one from npm is always there, an installed one perhaps. */
export function programSources(): ('system' | 'npm')[] {
  const installed = existsSync('/usr/lib/postgresql') || spawnSync('pg_config').status === 0
  if (!installed) process.stdout.write('No PostgreSQL is installed here: only the one from npm is tried.\n')
  return installed ? ['system', 'npm'] : ['npm']
}

export type Trial = {
  directory: string
  lines: string[]
  open(options?: Partial<EmbeddedOptions>): Promise<Cluster>
  /** PostgreSQL's processes on this folder. */
  processes(): number[]
  end(): Promise<void>
}

export function beginTrial(directory = join(mkdtempSync(join(tmpdir(), 'assay-cluster-')), 'database')): Trial {
  const opened: Cluster[] = []
  const lines: string[] = []
  const processes = () => postgresProcesses(tagOf(join(directory, 'data')))
  return {
    directory,
    lines,
    processes,
    open: async (options = {}) => {
      const cluster = await openEmbeddedCluster({ directory, passwords, progress: (it) => lines.push(it), ...options })
      opened.push(cluster)
      return cluster
    },
    end: async () => {
      await Promise.all(opened.map((cluster) => cluster.stop()))
      for (const pid of processes()) signal(pid, 'SIGKILL')
      await until(() => processes().length === 0)
      rmSync(join(tmpdir(), relative(tmpdir(), directory).split(sep)[0] ?? ''), {
        recursive: true,
        force: true,
        maxRetries: 20,
        retryDelay: 50,
      })
    },
  }
}

/** The rows of one statement on a connection of its own. */
export async function ask(connection: Connection, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

/** Waits for something that will come, and for nothing else: the test's own limit is the patience. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(10)
}

/** Kills a process for good; nothing at all, were there none: id 0 would mean the test's own group. */
export function killForGood(pid: number | null | undefined): number {
  if (!pid) throw new Error('there is no process to kill')
  process.kill(pid, 'SIGKILL')
  return pid
}
