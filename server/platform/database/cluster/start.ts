import { type Connection, databaseName, type LoginRole, type Passwords, type Progress } from './cluster.ts'
import { clearRemains, type Postmaster, startFailed, startPostmaster, stopPostmaster } from './postmaster.ts'
import { receive, type Reception } from './readiness.ts'
import { ClusterRefusal } from './refusal.ts'
import { alignAccess, alignRoles } from './roles.ts'
import { logOf } from './server-log.ts'
import { port } from './settings.ts'
import { runSingleUser } from './single-user.ts'
import type { Site } from './site.ts'

export function connectionTo(site: Site, passwords: Passwords, role: LoginRole, database = databaseName): Connection {
  return { host: site.socketDirectory, port, user: role, password: passwords[role], database }
}

/** Starts; where a password, an attribute or the sort order differs, sets it right while the server is stopped. */
export async function start(site: Site, passwords: Passwords, progress: Progress): Promise<Postmaster> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const postmaster = startPostmaster(site, progress)
    const reception = await receive(postmaster, (role) => connectionTo(site, passwords, role), progress)
    if (reception.kind === 'gone') {
      await clearRemains(site)
      throw startFailed(site, postmaster.saidBefore)
    }
    const repairs = repairsFor(site, passwords, reception)
    if (repairs.length === 0) return postmaster
    await stopPostmaster(site, postmaster)
    if (reception.kind === 'database-missing') throw databaseMissing(site)
    for (const { label, database, statements } of repairs) {
      progress(label)
      await runSingleUser(site, site.data, database, statements)
    }
  }
  throw new ClusterRefusal(
    'start-failed',
    `PostgreSQL in ${site.data} refuses its own logins. See ${logOf(site.directory)}.`,
  )
}

type Repair = { label: string; database: string; statements: string[] }

function repairsFor(site: Site, passwords: Passwords, reception: Reception): Repair[] {
  const repairs: Repair[] = []
  const isReady = reception.kind === 'ready'
  if (!isReady || reception.ownerMayCreateDatabases !== site.testing) {
    const statements = [...alignRoles(passwords, site.testing), ...alignAccess(databaseName)]
    repairs.push({ label: 'Setting the database passwords…', database: 'template1', statements })
  }
  // Indexes on text are in the order of the library that built them: with another one they would miss rows.
  if (isReady && reception.sortOrderChanged) {
    const refresh = [databaseName, 'template1', 'postgres'].map(
      (it) => `alter database ${it} refresh collation version`,
    )
    const statements = [`reindex database ${databaseName}`, ...refresh]
    repairs.push({ label: "Rebuilding the indexes in this machine's sort order…", database: databaseName, statements })
  }
  return repairs
}

function databaseMissing(site: Site): ClusterRefusal {
  return new ClusterRefusal(
    'database-missing',
    `PostgreSQL in ${site.data} runs but its database ${databaseName} is gone. Restore a backup into a new data directory.`,
  )
}
