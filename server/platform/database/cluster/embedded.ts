import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type Cluster,
  type Connection,
  databaseName,
  type LoginRole,
  type Passwords,
  type Progress,
} from './cluster.ts'
import { clearDrafts, createCluster, giveTo, majorOf } from './create-cluster.ts'
import { chooseOperatingUser } from './operating-user.ts'
import {
  clearRemains,
  findOrphan,
  type Postmaster,
  startFailed,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import { receive } from './readiness.ts'
import { ClusterRefusal } from './refusal.ts'
import { alignAccess, alignRoles } from './roles.ts'
import { keepLogSmall, logOf } from './server-log.ts'
import { port } from './settings.ts'
import { runSingleUser } from './single-user.ts'
import { chooseSocketDirectory, openDirectory, type Site, tagOf } from './site.ts'
import { findSoftware } from './software.ts'
import { lockDirectory } from './supervisor-lock.ts'

export type EmbeddedOptions = {
  /** Ours alone; created where it is missing. */
  directory: string
  passwords: Passwords
  progress: Progress
  /** The owner may create databases (templates and their clones); durability stays as it is. */
  testing?: boolean
  /** Which PostgreSQL serves a new database where both are there. */
  preferred?: 'system' | 'npm'
  /** As root: the operating system's user for PostgreSQL instead of `postgres` or `nobody`. */
  operatingUser?: string
}

/**
 * Opens our own PostgreSQL in `directory`: creates it the first time, adopts or replaces one that a killed process left
 * running, and starts it again whenever it dies. Throws ClusterRefusal with what to do.
 */
export async function openEmbeddedCluster(options: EmbeddedOptions): Promise<Cluster> {
  const directory = openDirectory(options.directory)
  const lock = lockDirectory(directory)
  try {
    const site = await survey(directory, options)
    if (majorOf(site.data) === null) await createCluster(site, options.passwords, options.progress)
    const postmaster = (await adopt(site, options)) ?? (await start(site, options))
    const log = keepLogSmall(directory)
    return supervise(site, options, postmaster, () => {
      log.stop()
      lock.release()
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

async function survey(directory: string, options: EmbeddedOptions): Promise<Site> {
  clearDrafts(directory)
  const data = join(directory, 'data')
  const user = chooseOperatingUser(data, options.operatingUser)
  const { preferred = 'system', progress, testing = false } = options
  const software = await findSoftware({ major: majorOf(data), preferred, user, directory, progress })
  const tag = tagOf(data)
  giveTo({ data, user })
  return { directory, data, tag, socketDirectory: chooseSocketDirectory(data, tag, user), user, software, testing }
}

function connectionTo(site: Site, passwords: Passwords, role: LoginRole, database = databaseName): Connection {
  return { host: site.socketDirectory, port, user: role, password: passwords[role], database }
}

/** A postmaster that was left running is taken over when it answers us with today's version and settings, else ended. */
async function adopt(site: Site, { passwords, progress }: EmbeddedOptions): Promise<Postmaster | null> {
  const orphan = findOrphan(site)
  if (orphan?.settled) {
    const reception = await receive(orphan.postmaster, (role) => connectionTo(site, passwords, role), progress, 30_000)
    if (reception.kind === 'ready' && isCurrent(reception.version, site)) {
      progress(`Taking over the running PostgreSQL ${site.software.version}…`)
      return orphan.postmaster
    }
  }
  if (orphan) {
    progress('Stopping the PostgreSQL that an earlier start left behind…')
    await stopPostmaster(site, orphan.postmaster)
  }
  await clearRemains(site)
  return null
}

/** The server adds its packager to the version: "15.18 (Debian 15.18-0+deb12u1)". */
function isCurrent(version: string, site: Site): boolean {
  return version.split(' ')[0] === site.software.version
}

/** Starts and, where a password or attribute differs from what we were given, sets it while the server is stopped. */
async function start(site: Site, options: EmbeddedOptions): Promise<Postmaster> {
  const { passwords, progress } = options
  for (const attempt of ['first', 'aligned']) {
    const postmaster = startPostmaster(site, progress)
    const reception = await receive(postmaster, (role) => connectionTo(site, passwords, role), progress)
    if (reception.kind === 'ready' && reception.ownerMayCreateDatabases === site.testing) return postmaster
    if (reception.kind === 'gone') {
      await clearRemains(site)
      throw startFailed(site)
    }
    await stopPostmaster(site, postmaster)
    if (reception.kind === 'database-missing') throw databaseMissing(site)
    if (attempt === 'first') {
      progress('Setting the database passwords…')
      await runSingleUser(site, site.data, 'template1', [
        ...alignRoles(passwords, site.testing),
        ...alignAccess(databaseName),
      ])
    }
  }
  throw new ClusterRefusal(
    'start-failed',
    `PostgreSQL in ${site.data} refuses its own logins. See ${logOf(site.directory)}.`,
  )
}

function databaseMissing(site: Site): ClusterRefusal {
  return new ClusterRefusal(
    'database-missing',
    `PostgreSQL in ${site.data} runs but its database ${databaseName} is gone. Restore a backup into a new data directory.`,
  )
}

function supervise(site: Site, options: EmbeddedOptions, first: Postmaster, release: () => void): Cluster {
  const leaving = new AbortController()
  const listeners: (() => void)[] = []
  let postmaster: Postmaster | null = first
  let restarts = 0

  const watch = async () => {
    while (postmaster) {
      await postmaster.gone
      if (leaving.signal.aborted) return
      postmaster = null
      options.progress('PostgreSQL ended unexpectedly. Starting it again…')
      postmaster = await restart(site, options, leaving.signal)
      restarts += 1
      if (postmaster) for (const listener of listeners) listener()
    }
  }
  const watching = watch()

  const stop = async () => {
    leaving.abort()
    if (postmaster) await stopPostmaster(site, postmaster)
    await watching
    if (postmaster) await stopPostmaster(site, postmaster)
    postmaster = null
    release()
  }
  let stopped: Promise<void> | null = null

  return {
    connection: (role, database) => connectionTo(site, options.passwords, role, database),
    version: site.software.major,
    kind: 'embedded',
    get processId() {
      return postmaster?.pid ?? null
    },
    get restarts() {
      return restarts
    },
    onRestart: (listener) => void listeners.push(listener),
    stop: () => (stopped ??= stop()),
  }
}

/** Tries until it serves again or we are told to stop: at once, then after ever longer pauses up to half a minute. */
async function restart(site: Site, options: EmbeddedOptions, leaving: AbortSignal): Promise<Postmaster | null> {
  for (let pause = 250; !leaving.aborted; pause = Math.min(pause * 2, 30_000)) {
    try {
      await clearRemains(site)
      return await start(site, options)
    } catch (error) {
      options.progress(error instanceof Error ? error.message : String(error))
      await delay(pause, undefined, { signal: leaving }).catch(() => {})
    }
  }
  return null
}
