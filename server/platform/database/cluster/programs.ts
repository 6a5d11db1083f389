import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Progress } from './cluster.ts'
import { identityOf, type OperatingUser } from './operating-user.ts'

/** PostgreSQL programs that the operating user can run. `version` is the full one, as "15.18". */
export type Software = { bin: string; version: string; major: number }

export type Wish = {
  /** The only major version that will do: the one which made the data folder; null for a new one. */
  major: number | null
  preferred: 'system' | 'npm'
  user: OperatingUser | null
  /** Where the npm programs may be unpacked when they cannot run where they are. */
  directory: string
  progress: Progress
}

/** Asks `postgres` its version as the operating user; null when it cannot run there. */
export function probe(bin: string, user: OperatingUser | null): Software | null {
  if (!existsSync(join(bin, 'initdb'))) return null
  const asked = spawnSync(join(bin, 'postgres'), ['--version'], {
    ...identityOf(user),
    cwd: '/',
    env: environment(),
    encoding: 'utf8',
  })
  const version = /\(PostgreSQL\) (\d+(?:\.\d+)?)/.exec(asked.stdout ?? '')?.[1]
  if (asked.status !== 0 || !version) return null
  return { bin, version, major: Number.parseInt(version, 10) }
}

/** What PostgreSQL's programs get of our environment: nothing that could carry a secret or change their behaviour. */
export function environment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}
