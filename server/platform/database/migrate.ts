import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Client, type ClientConfig } from 'pg'
import { dressTables } from './dress.ts'

const folder = new URL('../../migrations/', import.meta.url)
const ground = readFileSync(new URL('ground.sql', import.meta.url), 'utf8')
const door = readFileSync(new URL('door.sql', import.meta.url), 'utf8')
const dressing = readFileSync(new URL('dress.ts', import.meta.url), 'utf8')

export type Migration = { name: string; sql: string; checksum: string }

export class MigrationRefusal extends Error {
  override name = 'MigrationRefusal'
}

/**
 * Brings the database to the newest schema, forward only and under a lock. `beforeChange` runs once before the first
 * pending migration of a database that already holds data (the automatic backup). `through` names the migrations to stop
 * at: those of a backup, whose data come in before the later ones are run. Throws MigrationRefusal with the file and the
 * reason when one fails; that migration's transaction is rolled back and start-up must stop.
 */
export async function migrate(
  owner: ClientConfig,
  {
    beforeChange,
    progress,
    through,
  }: { beforeChange?: () => Promise<void>; progress: (line: string) => void; through?: ReadonlySet<string> },
): Promise<{ applied: string[] }> {
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('assay migrations'))`)
    const wanted = readMigrations().filter(({ name }) => !through || through.has(name))
    return await bringForward(client, wanted, { progress, ...(beforeChange && { beforeChange }) })
  } finally {
    await client.end()
  }
}

/** The migrations of this release, in their order. */
export function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function bringForward(
  client: Client,
  migrations: Migration[],
  { beforeChange, progress }: { beforeChange?: () => Promise<void>; progress: (line: string) => void },
): Promise<{ applied: string[] }> {
  await client.query(`${ground}
    create table if not exists assay.migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
  const done = await readApplied(client)
  const pending = migrations.filter(({ name }) => !done.has(name))
  refuseEdited(migrations, done)
  refuseUnknown(migrations, done)
  const dress = createHash('sha256').update(ground).update(door).update(dressing).digest('hex')
  if (pending.length === 0 && done.get('dressing') === dress) return { applied: [] }
  if (done.size > 0 && pending.length > 0) await beforeChange?.()
  if (pending.length > 0) progress(`Bringing the database forward (${pending.length} steps)…`)
  await inTransaction(client, 'as-of views', () => dropViews(client))
  for (const migration of pending) {
    await inTransaction(client, migration.name, async () => {
      await client.query('set local search_path = assay')
      await renameInTwins(client, migration.sql)
      await client.query(migration.sql)
      await client.query('insert into assay.migrations (name, checksum) values ($1, $2)', [
        migration.name,
        migration.checksum,
      ])
    })
  }
  await inTransaction(client, 'history and row-level security', async () => {
    await client.query('set local search_path = assay')
    await client.query(door)
    await dressTables(client)
    await client.query(
      `insert into assay.migrations (name, checksum) values ('dressing', $1) on conflict (name) do update set checksum = excluded.checksum`,
      [dress],
    )
  })
  return { applied: pending.map(({ name }) => name) }
}

async function readApplied(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from assay.migrations')
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

function refuseEdited(migrations: Migration[], done: Map<string, string>): void {
  const edited = migrations.find(({ name, checksum }) => done.has(name) && done.get(name) !== checksum)
  if (edited) {
    throw new MigrationRefusal(
      `Migration ${edited.name} was edited after it had been applied. Restore the released file.`,
    )
  }
}

function refuseUnknown(migrations: Migration[], done: Map<string, string>): void {
  const known = new Set([...migrations.map(({ name }) => name), 'dressing'])
  const unknown = [...done.keys()].find((name) => !known.has(name))
  if (unknown) {
    throw new MigrationRefusal(
      `The database was written by a newer Assay (it has ${unknown}). Start that version or newer.`,
    )
  }
}

async function inTransaction(client: Client, what: string, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new MigrationRefusal(
      `Bringing the database forward failed at ${what}: ${reason}. Nothing of this step was kept.`,
      { cause },
    )
  }
}

/** The views read the tables' columns, so they go before a migration and are built anew after it. */
async function dropViews(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'as_of'::regnamespace and relkind = 'v'`,
  )
  for (const { name } of rows) await client.query(`drop view as_of."${name}"`)
}

/** `-- history: rename TABLE.OLD to NEW` in a migration renames the column in the twin, whose versions stay. */
async function renameInTwins(client: Client, sql: string): Promise<void> {
  for (const [, table, before, after] of sql.matchAll(/^-- history: rename (\w+)\.(\w+) to (\w+)$/gm)) {
    await client.query(`alter table history."${table}" rename column "${before}" to "${after}"`)
  }
}
