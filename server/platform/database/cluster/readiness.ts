import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type Connection, loginRoles, type Progress } from './cluster.ts'
import { isAlive } from './process-table.ts'
import type { Postmaster } from './postmaster.ts'

/** How a running cluster takes our logins. */
export type Reception =
  | { kind: 'ready'; version: string; ownerMayCreateDatabases: boolean; sortOrderChanged: boolean }
  | { kind: 'database-missing' }
  | { kind: 'login-refused' }
  | { kind: 'gone' }

/** Waits until the server accepts connections (after a crash it replays its log first), then tries each login role. */
export async function receive(
  postmaster: Postmaster,
  connection: (role: (typeof loginRoles)[number]) => Connection,
  progress: Progress,
  patience = Number.POSITIVE_INFINITY,
): Promise<Reception> {
  let owner: Reception = { kind: 'gone' }
  for (const role of loginRoles) {
    const reception = await tryUntilAnswered(postmaster, connection(role), progress, patience)
    if (reception.kind !== 'ready') return reception
    if (role === 'assay_owner') owner = reception
  }
  return owner
}

async function tryUntilAnswered(
  postmaster: Postmaster,
  connection: Connection,
  progress: Progress,
  patience: number,
): Promise<Reception> {
  const began = performance.now()
  let said = false
  while (isAlive(postmaster.pid)) {
    const reception = await tryOnce(connection)
    if (reception) return reception
    const waited = performance.now() - began
    if (waited > patience) return { kind: 'gone' }
    if (waited > 5000 && !said) {
      said = true
      progress('PostgreSQL is recovering from its log…')
    }
    await delay(20)
  }
  return { kind: 'gone' }
}

/** Null while the server does not answer yet. */
async function tryOnce(connection: Connection): Promise<Reception | null> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 3000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<Omit<Extract<Reception, { kind: 'ready' }>, 'kind'>>(
      `select current_setting('server_version') as version, rolcreatedb as "ownerMayCreateDatabases",
              datcollversion is distinct from pg_database_collation_actual_version(d.oid) as "sortOrderChanged"
         from pg_catalog.pg_roles, pg_catalog.pg_database d
        where rolname = current_user and datname = current_database()`,
    )
    const [row] = rows
    return row ? { kind: 'ready', ...row } : null
  } catch (error) {
    return refusalOf(error)
  } finally {
    await client.end().catch(() => {})
  }
}

function refusalOf(error: unknown): Reception | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '28P01' || code === '28000') return { kind: 'login-refused' }
  if (code === '3D000') return { kind: 'database-missing' }
  return null
}
