import pg from 'pg'
import { type Cluster, type Connection, type LoginRole, loginRoles, type Passwords, type Progress } from './cluster.ts'
import { ClusterRefusal } from './refusal.ts'
import { alignAccess, ensureRole, ownedRoles } from './roles.ts'
import { scramVerifier } from './scram.ts'
import { oldestMajor } from './software.ts'
import { connect, createDatabase, endpointOf, type Endpoint, inspect, type Standing } from './server-standing.ts'

export type ServerOptions = {
  /** postgres://login:password@host:port/database, a login that may create roles at least for the first start. */
  url: string
  passwords: Passwords
  progress: Progress
}

/** Any number: it keeps two copies of Assay that start at once from aligning the roles at once. */
const alignmentLock = 4_200_142

/**
 * Opens a PostgreSQL server that somebody else runs: brings our roles, their passwords and their grants to what is
 * needed, and refuses with the statement to run where the login may not. The server is never stopped by us.
 */
export async function openServerCluster(options: ServerOptions): Promise<Cluster> {
  const endpoint = endpointOf(options.url)
  const admin = await connectOrCreate(endpoint, options.progress)
  try {
    const before = await inspect(admin)
    refuseUnfit(before, endpoint)
    if (!(await allSettled(before, endpoint, options.passwords))) {
      options.progress('Setting up the roles on the PostgreSQL server…')
      await align(admin, before, endpoint, options.passwords)
      await ensureTrigrams(connectionTo(endpoint, options.passwords, 'assay_owner'))
      await refuseUnsettled(await inspect(admin), endpoint, options.passwords)
    }
    return present(before.major, endpoint, options.passwords)
  } finally {
    await admin.end()
  }
}

function present(version: number, endpoint: Endpoint, passwords: Passwords): Cluster {
  return {
    connection: (role, database) => connectionTo(endpoint, passwords, role, database),
    version,
    kind: 'server',
    processId: null,
    restarts: 0,
    onRestart: () => {},
    stop: async () => {},
  }
}

function connectionTo(
  { host, port, ssl, database: own }: Endpoint,
  passwords: Passwords,
  role: LoginRole,
  database = own,
): Connection {
  return { host, port, user: role, password: passwords[role], database, ...(ssl ? { ssl } : {}) }
}

async function connectOrCreate(endpoint: Endpoint, progress: Progress): Promise<pg.Client> {
  const client = await connect(endpoint)
  if (client !== 'database-missing') return client
  progress(`Creating the database ${endpoint.database} on the PostgreSQL server…`)
  await createDatabase(endpoint)
  const second = await connect(endpoint)
  if (second === 'database-missing') throw new Error(`the database ${endpoint.database} vanished after it was created`)
  return second
}

function refuseUnfit(standing: Standing, { database }: Endpoint): void {
  if (standing.major < oldestMajor) {
    throw new ClusterRefusal(
      'server-too-old',
      `The server runs PostgreSQL ${standing.major}; Assay needs ${oldestMajor} or newer. Upgrade it, or use another server.`,
    )
  }
  if (standing.encoding !== 'UTF8') {
    throw new ClusterRefusal(
      'address-unfit',
      `The database ${database} has the encoding ${standing.encoding}; Assay needs UTF8. Create it with ENCODING 'UTF8'.`,
    )
  }
  if (standing.overpowered.length > 0) {
    const statements = standing.overpowered.map((role) => `alter role ${role} nosuperuser nobypassrls nocreaterole;`)
    throw new ClusterRefusal(
      'login-not-allowed',
      `Row-level security would not bind these roles: ${standing.overpowered.join(', ')}. Run as an administrator: ` +
        statements.join(' '),
    )
  }
  if (!standing.trigramsAvailable) {
    throw new ClusterRefusal(
      'address-unfit',
      'The server does not offer the extension pg_trgm, which search needs. Install it (Debian: postgresql-contrib).',
    )
  }
}

async function allSettled(standing: Standing, endpoint: Endpoint, passwords: Passwords): Promise<boolean> {
  if (standing.missing.length > 0) return false
  const refused = await refusedLogins(endpoint, passwords)
  return refused.length === 0
}

async function refusedLogins(endpoint: Endpoint, passwords: Passwords): Promise<LoginRole[]> {
  const refused: LoginRole[] = []
  for (const role of loginRoles) {
    const client = new pg.Client({ ...connectionTo(endpoint, passwords, role), connectionTimeoutMillis: 10_000 })
    client.on('error', () => {})
    try {
      await client.connect()
    } catch {
      refused.push(role)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return refused
}

async function align(
  admin: pg.Client,
  standing: Standing,
  { database }: Endpoint,
  passwords: Passwords,
): Promise<void> {
  const name = pg.escapeIdentifier(database)
  const statements = [
    ...[...loginRoles, ...ownedRoles].map(ensureRole),
    ...loginRoles.map((role) => `alter role ${role} with login password '${scramVerifier(passwords[role])}'`),
    `grant ${ownedRoles.join(', ')} to assay_owner`,
    // Without owning the database these would only warn; what is then missing is found and refused afterwards.
    ...(standing.mayGrant ? [...alignAccess(name), `grant create on database ${name} to assay_owner`] : []),
    ...(standing.mayGrant ? ['grant usage, create on schema public to assay_owner'] : []),
  ]
  try {
    await admin.query('begin')
    await admin.query('select pg_advisory_xact_lock($1)', [alignmentLock])
    for (const statement of statements) await admin.query(statement)
    await admin.query('commit')
  } catch (error) {
    await admin.query('rollback')
    throw notAllowed(standing.login, error)
  }
}

/** A trusted extension: whoever may create in the database may create it. */
async function ensureTrigrams(connection: Connection): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('create extension if not exists pg_trgm')
  } catch (error) {
    throw new ClusterRefusal(
      'login-not-allowed',
      `assay_owner cannot create the extension pg_trgm (${messageOf(error)}). Run in the database as an administrator: ` +
        'create extension pg_trgm;',
      { cause: error },
    )
  } finally {
    await client.end().catch(() => {})
  }
}

async function refuseUnsettled(standing: Standing, endpoint: Endpoint, passwords: Passwords): Promise<void> {
  if (standing.missing.length > 0) {
    throw new ClusterRefusal(
      'login-not-allowed',
      `${standing.login} may not grant what is missing: ${standing.missing.join('; ')}. Use the owner of the database ` +
        'in DATABASE_URL, or grant it as an administrator.',
    )
  }
  const refused = await refusedLogins(endpoint, passwords)
  if (refused.length > 0) {
    throw new ClusterRefusal(
      'login-not-allowed',
      `The server does not let ${refused.join(', ')} log in to ${endpoint.database}. Allow them in its pg_hba.conf ` +
        '(method scram-sha-256), as its log says.',
    )
  }
}

function notAllowed(login: string, error: unknown): ClusterRefusal {
  return new ClusterRefusal(
    'login-not-allowed',
    `${login} may not set up Assay's roles (${messageOf(error)}). Use a login in DATABASE_URL that may create roles ` +
      `and owns the database, or run as an administrator: alter role ${pg.escapeIdentifier(login)} createrole;`,
    { cause: error },
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
