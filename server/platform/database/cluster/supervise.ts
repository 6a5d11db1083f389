import { setTimeout as delay } from 'node:timers/promises'
import type { Cluster, Passwords, Progress } from './cluster.ts'
import { clearRemains, type Postmaster, removeLockFiles, stopPostmaster } from './postmaster.ts'
import type { Site } from './site.ts'
import { connectionTo, start } from './start.ts'

type Wishes = { passwords: Passwords; progress: Progress }

/** Watches over the running postmaster, replaces it whenever it dies, and at the end stops it and calls `release`. */
export function supervise(
  site: Site,
  { passwords, progress }: Wishes,
  first: Postmaster,
  release: () => void,
): Cluster {
  const leaving = new AbortController()
  const listeners: (() => void)[] = []
  let postmaster: Postmaster | null = first
  let restarts = 0

  const watch = async () => {
    while (postmaster) {
      await postmaster.gone
      if (leaving.signal.aborted) return
      postmaster = null
      progress('PostgreSQL ended unexpectedly. Starting it again…')
      const next = await restart(site, { passwords, progress }, leaving.signal)
      if (next && leaving.signal.aborted) await stopPostmaster(site, next)
      if (!next || leaving.signal.aborted) return
      postmaster = next
      restarts += 1
      for (const listener of listeners) listener()
    }
  }
  const watching = watch()

  const stop = async () => {
    leaving.abort()
    // The child is not counted among what keeps this process alive, so until it is gone something else must.
    const held = setInterval(() => undefined, 1000)
    try {
      if (postmaster) await stopPostmaster(site, postmaster)
      await watching
    } finally {
      clearInterval(held)
    }
    postmaster = null
    release()
  }
  let stopped: Promise<void> | null = null

  return {
    connection: (role, database) => connectionTo(site, passwords, role, database),
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
async function restart(site: Site, { passwords, progress }: Wishes, leaving: AbortSignal): Promise<Postmaster | null> {
  for (let pause = 250; !leaving.aborted; pause = Math.min(pause * 2, 30_000)) {
    try {
      await clearRemains(site)
      removeLockFiles(site)
      return await start(site, passwords, progress)
    } catch (error) {
      progress(error instanceof Error ? error.message : String(error))
      await delay(pause, undefined, { signal: leaving }).catch(() => {})
    }
  }
  return null
}
