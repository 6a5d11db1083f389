import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canEnter, identityOf, type OperatingUser } from './operating-user.ts'
import { ClusterRefusal } from './refusal.ts'
import { environment, type Software } from './programs.ts'

/** Where one cluster lives, who runs it and with which programs. */
export type Site = {
  /** Ours: lock, unpacked programs. */
  directory: string
  /** PostgreSQL's own folder. */
  data: string
  /** Names our processes in the process table (cluster_name). */
  tag: string
  socketDirectory: string
  user: OperatingUser | null
  software: Software
  testing: boolean
}

/** The longest path of a unix socket is 104 bytes on macOS and 108 on Linux, "/.s.PGSQL.5432" included. */
const longestSocketDirectory = 85

/** Creates the folder where it is missing and returns its real path, so that one folder never has two names. */
export function openDirectory(wished: string): string {
  try {
    const isNew = !existsSync(wished)
    mkdirSync(wished, { recursive: true })
    // Root's folder may be walked through, since the data folder inside belongs to another user; nothing is listed.
    if (isNew) chmodSync(wished, process.getuid?.() === 0 ? 0o711 : 0o700)
    accessSync(wished, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(wished)
  } catch (error) {
    throw new ClusterRefusal(
      'directory-unfit',
      `The data directory ${wished} cannot be used: ${error instanceof Error ? error.message : String(error)}. ` +
        'Start Assay as the user it belongs to, or choose one that you may write to.',
      { cause: error },
    )
  }
}

export function tagOf(data: string): string {
  return `assay-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`
}

/** The data folder itself where the path is short enough, else a private folder in the system's temporary one. */
export function chooseSocketDirectory(data: string, tag: string, user: OperatingUser | null): string {
  if (Buffer.byteLength(data) <= longestSocketDirectory) return data
  const roots = [tmpdir(), '/tmp']
  const root = roots.find((folder) => Buffer.byteLength(join(folder, tag)) <= longestSocketDirectory) ?? '/tmp'
  const folder = join(root, tag)
  makePrivate(folder, user)
  return folder
}

/** Makes `folder` one that `user` alone may enter; one that somebody else has put there is refused, never used. */
export function makePrivate(folder: string, user: OperatingUser | null): void {
  const owner = user?.uid ?? process.getuid?.()
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    if (user) lchownSync(folder, user.uid, user.gid)
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new ClusterRefusal(
      'directory-unfit',
      `${folder} is not a private folder of the user who runs PostgreSQL. Remove it and start again.`,
    )
  }
}

/**
 * Starts one of PostgreSQL's programs as the operating user, told the data folder by PGDATA.
 *
 * Root often keeps a checkout under /root, which no other user can walk through. On Linux the child is then handed the
 * open folder as descriptor 3 and reaches it as /proc/self/fd/3, without opening anybody's home to others.
 */
export function run(
  site: Pick<Site, 'software' | 'user'>,
  program: 'initdb' | 'postgres',
  data: string,
  args: string[],
  options: { output: 'pipe' | number; detached?: boolean; input?: 'pipe' | 'ignore' },
): ChildProcess {
  const door = doorOf(site.user, data)
  const stdio: SpawnOptions['stdio'] = [options.input ?? 'ignore', options.output, options.output]
  if (door.descriptor !== null) stdio.push(door.descriptor)
  try {
    return spawn(join(site.software.bin, program), args, {
      ...identityOf(site.user),
      cwd: '/',
      env: { ...environment(), PGDATA: door.path },
      detached: options.detached ?? false,
      stdio,
    })
  } finally {
    if (door.descriptor !== null) closeSync(door.descriptor)
  }
}

function doorOf(user: OperatingUser | null, data: string): { path: string; descriptor: number | null } {
  if (canEnter(user, data)) return { path: data, descriptor: null }
  if (process.platform === 'linux' && user) return { path: '/proc/self/fd/3', descriptor: openSync(data, 'r') }
  throw new ClusterRefusal(
    'directory-unreachable',
    `The user ${user?.name ?? 'who runs PostgreSQL'} cannot enter ${data}, and PostgreSQL does not run as root. ` +
      'Choose a data directory outside of private folders, for example /var/lib/assay.',
  )
}
