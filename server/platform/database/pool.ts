import { type ClientConfig, Pool } from 'pg'

/** Opens the pool of the unprivileged application role. The session speaks for no organization until a transaction says so. */
export function openPool(connection: ClientConfig, size = 12): Pool {
  const pool = new Pool({
    ...connection,
    max: size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'assay',
    options:
      '-c search_path=assay -c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000',
  })
  // An idle connection whose server went away must not end the process; the next query opens a new one.
  pool.on('error', () => undefined)
  // Nor must a lent one: whoever waits for its answer is refused, and the event itself would be an uncaught exception.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
