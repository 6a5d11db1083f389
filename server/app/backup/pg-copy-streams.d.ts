// The package has no types of its own; these are the two of its functions that are used here.
declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream'
  import type { Submittable } from 'pg'

  /** Streams the rows of `COPY … TO STDOUT`. */
  export function to(statement: string): Readable & Submittable
  /** Takes rows in for `COPY … FROM STDIN`; `rowCount` is known when it has finished. */
  export function from(statement: string): Writable & Submittable & { rowCount: number }
}
