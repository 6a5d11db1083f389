import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { databaseName, type Passwords, type Progress } from './cluster.ts'
import { bornAt, signal } from './process-table.ts'
import { ClusterRefusal } from './refusal.ts'
import { alignAccess, alignRoles } from './roles.ts'
import { finish, runSingleUser } from './single-user.ts'
import { run, type Site } from './site.ts'

const draftPrefix = 'creating-'

/** In a draft: process id and start of its initdb, which survives us when we are killed. */
const maker = 'initdb.pid'

/** The major version that made the data folder; null when there is none yet. */
export function majorOf(data: string): number | null {
  const file = join(data, 'PG_VERSION')
  if (existsSync(file)) return Number.parseInt(readFileSync(file, 'utf8'), 10)
  if (!existsSync(data)) return null
  throw new ClusterRefusal(
    'directory-unfit',
    `${data} holds no PostgreSQL data. Move it away and start again, or restore a backup.`,
  )
}

/**
 * Makes the cluster with its roles and the empty database. It is made aside and moved into place when it is complete, so
 * a creation that was cut short leaves nothing that a later start could take for a database.
 */
export async function createCluster(site: Site, passwords: Passwords, progress: Progress): Promise<void> {
  // A password that is unfit is refused before anything is made.
  const roles = alignRoles(passwords, site.testing)
  progress(`Creating the database with PostgreSQL ${site.software.version}…`)
  const draft = mkdtempSync(join(site.directory, draftPrefix))
  const data = join(draft, 'data')
  try {
    chmodSync(draft, 0o711)
    mkdirSync(data, { mode: 0o700 })
    if (site.user) chownSync(data, site.user.uid, site.user.gid)
    await initialise(site, draft, progress)
    await runSingleUser(site, data, 'template1', [
      ...roles,
      'create extension pg_trgm',
      `create database ${databaseName} owner assay_owner`,
      ...alignAccess(databaseName),
    ])
    renameSync(data, site.data)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Removes what an interrupted creation left behind, after ending the initdb that may still be at work on it. */
export async function clearDrafts(directory: string): Promise<void> {
  for (const name of readdirSync(directory)) {
    if (!name.startsWith(draftPrefix)) continue
    const draft = join(directory, name)
    const [pid, born] = readMaker(draft)
    if (pid > 1 && bornAt(pid) === born) {
      signal(-pid, 'SIGKILL')
      while (bornAt(pid) === born) await delay(10)
    }
    rmSync(draft, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

function readMaker(draft: string): [number, string] {
  const file = join(draft, maker)
  const [pid = '', born = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return [Number(pid), born]
}

/**
 * Root may have copied a data folder back from a backup; PostgreSQL insists on owning every file of its own. Only while
 * the folder is still root's: later its user could have put links there to files that are not the database's.
 */
export function giveTo(site: Pick<Site, 'data' | 'user'>): void {
  if (!site.user || !existsSync(site.data) || lstatSync(site.data).uid !== 0) return
  for (const name of readdirSync(site.data, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(site.data, name), site.user.uid, site.user.gid)
  }
  lchownSync(site.data, site.user.uid, site.user.gid)
}

/**
 * Sort order: ICU's root collation, so that lists read as people expect in every language ("ä" beside "a", "B" after
 * "a"); where a build lacks ICU or the C.UTF-8 locale the next best is taken and said.
 */
const sortOrders = [
  { label: 'ICU root', args: ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=und'] },
  { label: 'ICU root', args: ['--locale=C', '--locale-provider=icu', '--icu-locale=und'] },
  { label: 'C.UTF-8 (capitals before small letters)', args: ['--locale=C.UTF-8'] },
  { label: 'C (capitals before small letters)', args: ['--locale=C'] },
]

async function initialise(site: Site, draft: string, progress: Progress): Promise<void> {
  const access = ['--username=postgres', '--auth-local=reject', '--auth-host=reject']
  let errors = ''
  for (const [index, { label, args }] of sortOrders.entries()) {
    const all = [...access, '--encoding=UTF8', '--data-checksums', '--no-instructions', ...args]
    // A process group of its own, so that its helpers can be ended with it.
    const child = run(site, 'initdb', join(draft, 'data'), all, { output: 'pipe', detached: true })
    if (child.pid) writeFileSync(join(draft, maker), `${child.pid}\n${bornAt(child.pid) ?? ''}`)
    const result = await finish(child)
    if (result.code === 0) {
      if (index > 0) progress(`Lists are sorted by ${label}: PostgreSQL here offers no better.`)
      return
    }
    errors = result.errors
    if (!/icu|locale/i.test(errors)) break
  }
  throw new ClusterRefusal('creation-failed', `The database could not be created in ${site.directory}: ${errors}`)
}
