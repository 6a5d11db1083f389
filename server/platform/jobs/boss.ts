import type { Db } from 'pg-boss'
import type { Pool, PoolClient } from 'pg'

/** The queue's own schema, kept apart from the records. */
export const jobsSchema = 'jobs'

/** Settings of every instance: nothing is created at run time, and nothing that only an owner may do is tried. */
export function bossOptions(db: Db) {
  return {
    schema: jobsSchema,
    db,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  } as const
}

/** The queue's statements over a connection of ours; several statements at once give the rows of the last that has any. */
export function sqlOf(connection: Pick<Pool | PoolClient, 'query'>): Db {
  return {
    async executeSql(text, values) {
      const result: unknown = await connection.query(text, values)
      return Array.isArray(result) ? { rows: result.flatMap(rowsOf) } : { rows: rowsOf(result) }
    },
  }
}

function rowsOf(result: unknown): unknown[] {
  return (result as { rows: unknown[] }).rows
}
