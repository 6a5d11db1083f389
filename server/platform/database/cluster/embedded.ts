import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { adopt } from './adopt.ts'
import type { Cluster, Passwords, Progress } from './cluster.ts'
import { clearDrafts, createCluster, giveTo, majorOf } from './create-cluster.ts'
import { chooseOperatingUser } from './operating-user.ts'
import { keepLogSmall } from './server-log.ts'
import { chooseSocketDirectory, openDirectory, type Site, tagOf } from './site.ts'
import { findSoftware } from './software.ts'
import { start } from './start.ts'
import { supervise } from './supervise.ts'
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
  const { passwords, progress } = options
  const directory = openDirectory(options.directory)
  const lock = lockDirectory(directory)
  try {
    const site = await survey(directory, options)
    if (majorOf(site.data) === null) await createCluster(site, passwords, progress)
    const postmaster = (await adopt(site, passwords, progress)) ?? (await start(site, passwords, progress))
    const log = keepLogSmall(directory)
    return supervise(site, options, postmaster, () => {
      log.stop()
      if (site.socketDirectory !== site.data) rmSync(site.socketDirectory, { recursive: true, force: true })
      lock.release()
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

async function survey(directory: string, options: EmbeddedOptions): Promise<Site> {
  await clearDrafts(directory)
  const data = join(directory, 'data')
  const user = chooseOperatingUser(data, options.operatingUser)
  const { preferred = 'system', progress, testing = false } = options
  const software = await findSoftware({ major: majorOf(data), preferred, user, directory, progress })
  const tag = tagOf(data)
  giveTo({ data, user })
  return { directory, data, tag, socketDirectory: chooseSocketDirectory(data, tag, user), user, software, testing }
}
