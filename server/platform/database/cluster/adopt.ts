import { once } from 'node:events'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import type { Passwords, Progress } from './cluster.ts'
import { clearRemains, findOrphan, type Postmaster, removeLockFiles, stopPostmaster } from './postmaster.ts'
import { receive } from './readiness.ts'
import { ClusterRefusal } from './refusal.ts'
import { port } from './settings.ts'
import type { Site } from './site.ts'
import { connectionTo } from './start.ts'

/** A postmaster that was left running is taken over when it answers us with today's version and settings, else ended. */
export async function adopt(site: Site, passwords: Passwords, progress: Progress): Promise<Postmaster | null> {
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
  if (await isServed(site)) throw servedElsewhere(site)
  removeLockFiles(site)
  return null
}

/** Whether somebody answers on the socket: a process in another container sees our files but not our processes. */
async function isServed(site: Site): Promise<boolean> {
  const socket = createConnection(join(site.socketDirectory, `.s.PGSQL.${port}`))
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

function servedElsewhere(site: Site): ClusterRefusal {
  return new ClusterRefusal(
    'already-supervised',
    `A PostgreSQL that this process cannot see serves ${site.data}, perhaps in another container. Stop that one first.`,
  )
}

/** The server adds its packager to the version: "15.18 (Debian 15.18-0+deb12u1)". */
function isCurrent(version: string, site: Site): boolean {
  return version.split(' ')[0] === site.software.version
}
