import type { ClientBase } from 'pg'

/** Reads a query's rows through a cursor, so that a large table never stands in memory; one at a time on a connection. */
export async function* readRows<Row extends object>(
  client: ClientBase,
  query: string,
  values: unknown[] = [],
): AsyncGenerator<Row> {
  await client.query(`declare fsck_rows no scroll cursor for ${query}`, values)
  try {
    for (;;) {
      const { rows } = await client.query<Row>('fetch 1000 from fsck_rows')
      if (rows.length === 0) return
      yield* rows
    }
  } finally {
    // After a failed statement there is no cursor left to close.
    await client.query('close fsck_rows').catch(() => undefined)
  }
}

/** An instant as text of microseconds since 1970 UTC: what a Date would cut off is compared too. */
export function microseconds(column: string): string {
  return `(extract(epoch from ${column}) * 1000000)::bigint::text`
}
