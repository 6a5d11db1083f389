import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { columnList, type CopiedTable, qualified, readTwinColumns, type TwinColumn } from './catalogue.ts'

/** A reference between tables, and whether the schema itself has it checked at the end of a transaction. */
type Reference = { table: string; name: string; deferrable: boolean; deferred: boolean }

/**
 * Makes an empty, migrated database ready to take rows in as they are: no trigger stamps or records them, row-level
 * security (which COPY does not know) is off for this transaction, references are checked once all are there. Everything
 * happens in the transaction that the client holds open. Gives back what takes all of it back, and throws where a
 * reference leads nowhere.
 */
export async function openTables(client: pg.ClientBase, tables: readonly CopiedTable[]): Promise<() => Promise<void>> {
  const references = await readReferences(client)
  const secured = await readForced(client)
  for (const { table, name } of references) {
    await client.query(`alter table ${table} alter constraint "${name}" deferrable initially deferred`)
  }
  for (const table of tables) {
    await client.query(`alter table ${qualified(table)} disable trigger user`)
    await client.query(`alter table ${qualified(table)} no force row level security`)
  }
  return async () => {
    await client.query('set constraints all immediate')
    for (const { table, name, deferrable, deferred } of references) {
      const kind = `${deferrable ? '' : 'not '}deferrable initially ${deferred ? 'deferred' : 'immediate'}`
      await client.query(`alter table ${table} alter constraint "${name}" ${kind}`)
    }
    for (const table of tables) await client.query(`alter table ${qualified(table)} enable trigger user`)
    for (const table of secured) await client.query(`alter table ${table} force row level security`)
  }
}

async function readReferences(client: pg.ClientBase): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    select conrelid::regclass::text as table, conname as name, condeferrable as deferrable, condeferred as deferred
      from pg_constraint
     where contype = 'f' and conparentid = 0 and connamespace in ('assay'::regnamespace, 'identity'::regnamespace)`)
  return rows
}

async function readForced(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select oid::regclass::text as name from pg_class where relforcerowsecurity
       and relnamespace in ('assay'::regnamespace, 'history'::regnamespace, 'identity'::regnamespace)`)
  return rows.map(({ name }) => name)
}

/**
 * Makes the history twins what they were: a column that versions before did not know is marked so, and one that has been
 * dropped since is there again, since the digests of those versions are over it.
 */
export async function alignTwins(client: pg.ClientBase, wanted: readonly TwinColumn[]): Promise<void> {
  const here = await readTwinColumns(client)
  for (const { table, name, type, late } of wanted) {
    const found = here.find((column) => column.table === table && column.name === name)
    if (!found) await client.query(`alter table history."${table}" add column "${name}" ${type}`)
    if (late && found && !found.late) await client.query(`comment on column history."${table}"."${name}" is 'late'`)
  }
}

/** Takes the rows of one table in; gives back how many there were. */
export async function copyIn(
  client: pg.Client,
  table: CopiedTable,
  content: AsyncIterable<Uint8Array>,
): Promise<number> {
  const copy = client.query(copyFrom(`copy ${qualified(table)} (${columnList(table)}) from stdin`))
  await pipeline(Readable.from(content, { objectMode: false }), copy)
  return copy.rowCount
}

/** What was going on when the backup was made has ended, and transactions of another server mean nothing here. */
export async function settleRows(client: pg.ClientBase, tables: readonly CopiedTable[]): Promise<void> {
  await client.query(`update assay.organization_logs set xid = '0'`)
  if (!tables.some(({ schema, name }) => schema === 'assay' && name === 'jobs')) return
  await client.query(`
    update assay.jobs set state = 'failed', finished_at = now(), changed_at = now(),
           failure = 'This work was interrupted when the database was restored from a backup. Begin it anew.'
     where state in ('waiting', 'running')`)
}
