import { type Kysely, Kysely as KyselyDatabase, PostgresDialect } from 'kysely'
import pg, { type PoolClient } from 'pg'
import type { Tables } from './tables.ts'

/** A handle on an open transaction of one organization. Rooms hold no other way to the database. */
export type Transaction = Kysely<Tables>

// Instants come as Date; a calendar date stays the text it is, and counts fit a safe integer.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} is beyond the safe integers`)
  return value
})

/** Kysely over the one connection that holds the transaction; begin and commit stay with the caller. */
export function onConnection(client: PoolClient): Transaction {
  const lent = { query: client.query.bind(client), release() {} }
  const pool = { connect: () => Promise.resolve(lent), end: () => Promise.resolve() }
  return new KyselyDatabase<Tables>({ dialect: new PostgresDialect({ pool: asPool(pool) }) })
}

// Kysely asks a pool for connect() and end() only, but types it as the whole of node-postgres's.
function asPool(pool: { connect(): Promise<unknown>; end(): Promise<void> }): pg.Pool {
  return pool as unknown as pg.Pool
}
