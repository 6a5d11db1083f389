import {
  chmodSync,
  closeSync,
  existsSync,
  fchownSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Progress } from './cluster.ts'
import { lastLines, logOf, openLog } from './server-log.ts'
import { commandOf, isAlive, postgresProcesses, signal } from './process-table.ts'
import { ClusterRefusal } from './refusal.ts'
import { accessRules, fingerprint, localSettings, port, serverSettings } from './settings.ts'
import { chooseSocketDirectory, run, type Site } from './site.ts'

export type Postmaster = {
  pid: number
  /** Resolves when it has ended, whoever ended it. */
  gone: Promise<void>
  /** The size of the log in bytes when it started. */
  saidBefore: number
}

/** Starts PostgreSQL in a session of its own: Ctrl-C reaches us alone, and we stop it after the last request. */
export function startPostmaster(site: Site, progress: Progress): Postmaster {
  progress(`Starting PostgreSQL ${site.software.version}…`)
  chooseSocketDirectory(site.data, site.tag, site.user)
  const subject = subjectOf(site)
  replaceFile(site, 'postgresql.conf', serverSettings(subject))
  replaceFile(site, 'pg_hba.conf', accessRules())
  const log = openLog(site.directory)
  const saidBefore = fstatSync(log).size
  const args = ['-c', `cluster_name=${site.tag}`, '-c', `assay.settings=${fingerprint(subject)}`]
  const child = run(site, 'postgres', site.data, args, { output: log, detached: true })
  closeSync(log)
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  child.unref()
  if (child.pid === undefined) throw startFailed(site, saidBefore)
  return { pid: child.pid, gone, saidBefore }
}

/** The running postmaster of this data folder that an earlier process of ours left behind, if there is one. */
export function findOrphan(site: Site): { postmaster: Postmaster; settled: boolean } | null {
  const pid = readPid(site)
  if (pid === null || !isAlive(pid)) return null
  const command = commandOf(pid) ?? ''
  if (!command.includes(`cluster_name=${site.tag}`)) return null
  const settled = command.includes(`assay.settings=${fingerprint(subjectOf(site))}`)
  return { postmaster: { pid, gone: untilGone(pid), saidBefore: 0 }, settled }
}

/**
 * Ends the postmaster: a fast shutdown (open transactions roll back), then an immediate one, then by force; what was
 * committed is safe in each case.
 */
export async function stopPostmaster(site: Site, postmaster: Postmaster): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ]
  for (const [name, patience] of steps) {
    signal(postmaster.pid, name)
    if (await endsWithin(patience, () => !isAlive(postmaster.pid))) break
  }
  await clearRemains(site)
}

/**
 * Waits until no backend of a dead postmaster is left, and ends those that stay: they hold the shared memory that a new
 * postmaster must not find in use.
 */
export async function clearRemains(site: Site): Promise<void> {
  const steps: [NodeJS.Signals | null, number][] = [
    [null, 2_000],
    ['SIGTERM', 3_000],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 5_000],
  ]
  for (const [name, patience] of steps) {
    if (name) for (const pid of postgresProcesses(site.tag)) signal(pid, name)
    if (await endsWithin(patience, () => postgresProcesses(site.tag).length === 0)) return
  }
  throw new ClusterRefusal(
    'stop-failed',
    `PostgreSQL processes of ${site.data} do not end: ${postgresProcesses(site.tag).join(', ')}. End them and start again.`,
  )
}

export function startFailed(site: Site, saidBefore: number): ClusterRefusal {
  const said = lastLines(site.directory, saidBefore)
  return new ClusterRefusal(
    'start-failed',
    `PostgreSQL did not start. It said: ${said || '(nothing)'} The whole log: ${logOf(site.directory)}`,
  )
}

/**
 * Removes the lock files of a postmaster that is known to be gone: their process id may belong to another program by now,
 * or to a zombie that nobody collects, which PostgreSQL would take for a rival. Should one live after all, as after
 * moving the folder, the shared memory that PostgreSQL finds by the folder itself still keeps a second one out.
 */
export function removeLockFiles(site: Site): void {
  const socket = join(site.socketDirectory, `.s.PGSQL.${port}`)
  for (const file of [join(site.data, 'postmaster.pid'), socket, `${socket}.lock`]) rmSync(file, { force: true })
}

function readPid(site: Site): number | null {
  const pid = Number.parseInt(readText(join(site.data, 'postmaster.pid')), 10)
  return Number.isInteger(pid) && pid > 1 ? pid : null
}

function subjectOf(site: Site): Parameters<typeof serverSettings>[0] {
  // A path through the descriptor that the folder may be handed over as has no name; "." is the data folder always.
  const socketDirectory = site.socketDirectory === site.data ? '.' : site.socketDirectory
  const hasLocal = existsSync(join(site.data, localSettings))
  return { major: site.software.major, socketDirectory, testing: site.testing, hasLocal }
}

/** Written anew and moved over the old one: as root we must not write through a link that the database's user made. */
function replaceFile(site: Site, name: string, content: string): void {
  const path = join(site.data, name)
  const draft = `${path}.draft`
  rmSync(draft, { force: true })
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeFileSync(file, content)
    if (site.user) fchownSync(file, site.user.uid, site.user.gid)
  } finally {
    closeSync(file)
  }
  chmodSync(draft, 0o600)
  renameSync(draft, path)
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(500, undefined, { ref: false })
}

async function endsWithin(milliseconds: number, ended: () => boolean): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (!ended()) {
    if (performance.now() > deadline) return false
    await delay(20)
  }
  return true
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
