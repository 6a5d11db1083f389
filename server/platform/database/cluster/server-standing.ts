import type { ConnectionOptions } from 'node:tls'
import pg from 'pg'
import { loginRoles } from './cluster.ts'
import { ClusterRefusal } from './refusal.ts'
import { ownedRoles } from './roles.ts'

/** Where DATABASE_URL leads, and as whom. */
export type Endpoint = {
  url: string
  host: string
  port: number
  database: string
  login: string
  ssl: boolean | ConnectionOptions
}

/** How a server stands towards what Assay needs, as the login of DATABASE_URL sees it. */
export type Standing = {
  login: string
  major: number
  encoding: string
  trigramsAvailable: boolean
  /** Whether the login may hand out rights on the database. */
  mayGrant: boolean
  /** Roles of ours that could step round row-level security. */
  overpowered: string[]
  /** Roles and grants that are not there yet, in words. */
  missing: string[]
}

export function endpointOf(url: string): Endpoint {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) refuseAddress('is not such an address')
  // node-postgres knows the forms of host, socket folder and sslmode; what it understood is read back from it.
  const client = new pg.Client({ connectionString: url })
  if (new URL(url).pathname.length < 2) refuseAddress('names no database')
  return {
    url,
    host: client.host,
    port: client.port,
    database: client.database ?? '',
    login: client.user ?? '',
    ssl: client.ssl,
  }
}

/** A connection as the login of DATABASE_URL. Refuses with what the server or the network said. */
export async function connect(
  endpoint: Endpoint,
  database = endpoint.database,
): Promise<pg.Client | 'database-missing'> {
  const { host, port, login, ssl } = endpoint
  const password = new pg.Client({ connectionString: endpoint.url }).password
  const client = new pg.Client({ host, port, user: login, ssl, database, password, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    return explain(error, endpoint)
  }
}

/** Creates the database that DATABASE_URL names, with the sort order of our own cluster. */
export async function createDatabase(endpoint: Endpoint): Promise<void> {
  const client = await connect(endpoint, 'postgres')
  const name = pg.escapeIdentifier(endpoint.database)
  try {
    if (client === 'database-missing') throw new Error('the server has no database postgres to connect to')
    await client.query(
      `create database ${name} template template0 encoding 'UTF8' locale_provider icu icu_locale 'und'`,
    )
  } catch (error) {
    throw new ClusterRefusal(
      'login-not-allowed',
      `The database ${endpoint.database} does not exist and ${endpoint.login} could not create it ` +
        `(${error instanceof Error ? error.message : String(error)}). Create it as an administrator: ` +
        `create database ${name} owner ${pg.escapeIdentifier(endpoint.login)} template template0 encoding 'UTF8';`,
      { cause: error },
    )
  } finally {
    if (client !== 'database-missing') await client.end()
  }
}

export async function inspect(client: pg.Client): Promise<Standing> {
  const { rows } = await client.query<Omit<Standing, 'missing'>>(
    `select current_user as login,
            current_setting('server_version_num')::int / 10000 as major,
            current_setting('server_encoding') as encoding,
            exists (select from pg_catalog.pg_available_extensions where name = 'pg_trgm') as "trigramsAvailable",
            (select pg_has_role(current_user, datdba, 'usage') from pg_catalog.pg_database
              where datname = current_database()) as "mayGrant",
            array(select rolname::text from pg_catalog.pg_roles
              where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole)) as overpowered`,
    [[...loginRoles, ...ownedRoles]],
  )
  const [row] = rows
  if (!row) throw new Error('the server answered nothing about itself')
  return { ...row, missing: await missingFrom(client) }
}

async function missingFrom(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(
    `with wanted(role) as (select unnest($1::text[])),
          known as (select role, r.oid from wanted left join pg_catalog.pg_roles r on r.rolname = role)
     select 'role ' || role as what from known where oid is null
     union all
     select 'connect on the database for ' || role from known
      where role = any($2) and oid is not null and not has_database_privilege(oid, current_database(), 'connect')
     union all
     select 'create on the database for assay_owner' from known
      where role = 'assay_owner' and oid is not null and not has_database_privilege(oid, current_database(), 'create')
     union all
     select 'membership of assay_owner in ' || k.role from known k, known o
      where k.role = any($3) and o.role = 'assay_owner' and not pg_has_role(o.oid, k.oid, 'usage')
     union all
     select 'extension pg_trgm' where not exists (select from pg_catalog.pg_extension where extname = 'pg_trgm')`,
    [[...loginRoles, ...ownedRoles], loginRoles, ownedRoles],
  )
  return rows.map((row) => row.what)
}

function explain(error: unknown, { host, port, login, database }: Endpoint): 'database-missing' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const said = error instanceof Error ? error.message || code : String(error)
  if (code === '3D000') return 'database-missing'
  if (code.startsWith('28')) {
    throw new ClusterRefusal(
      'login-not-allowed',
      `The server ${host}:${port} refuses ${login} on ${database}: ${said}. Check user and password in DATABASE_URL.`,
      { cause: error },
    )
  }
  throw new ClusterRefusal(
    'server-unreachable',
    `No PostgreSQL answers at ${host}:${port} (${said}). Check DATABASE_URL and that the server runs.`,
    { cause: error },
  )
}

function refuseAddress(fault: string): never {
  throw new ClusterRefusal(
    'address-unfit',
    `DATABASE_URL must read postgres://user:password@host:port/database; what is set ${fault}.`,
  )
}
