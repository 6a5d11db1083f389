import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, type DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api'
import type { Row, SqlValue } from '../cell-source.ts'
import type { Query } from '../sql/statement.ts'

export type SessionOptions = { workDirectory: string; memoryLimit: string; threads: number }

/**
 * A DuckDB in memory that reads exactly the files it was given. They are linked under names of our own into the run's folder, so that
 * neither wildcards nor quotes of a path mean anything; after `lock` no other file can be opened and no setting changed.
 */
export class Session {
  readonly #connection: DuckDBConnection
  readonly #instance: DuckDBInstance
  readonly #folder: string
  readonly #links: string[] = []

  readonly #running = new Set<Promise<unknown>>()
  #ended = false

  /** How many threads a run may use. */
  readonly threads: number

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string, threads: number) {
    this.threads = threads
    this.#instance = instance
    this.#connection = connection
    this.#folder = folder
  }

  static async open({ workDirectory, memoryLimit, threads }: SessionOptions): Promise<Session> {
    const folder = await mkdtemp(join(workDirectory, 'count-'))
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(threads),
      memory_limit: memoryLimit,
      temp_directory: join(folder, 'spill'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
    })
    const connection = await instance.connect()
    // An instant with a zone is told in the session's own, which would be the machine's: days and groups would move with it.
    await connection.run(`SET TimeZone = 'UTC'`)
    await connection.run('SET enable_progress_bar = true')
    await connection.run('SET enable_progress_bar_print = false')
    // Whoever reads a stream is waited for less often than with the usual 1 MB.
    await connection.run(`SET streaming_buffer_size = '16MB'`)
    return new Session(instance, connection, folder, threads)
  }

  /** A path for SQL that stands for a file of the user. */
  async link(path: string): Promise<string> {
    const link = join(this.#folder, `file-${this.#links.length}`)
    await symlink(path, link)
    this.#links.push(link)
    return link
  }

  async lock(): Promise<void> {
    await this.#connection.run(`SET allowed_paths = [${this.#links.map(literal).join(', ')}]`)
    await this.#connection.run('SET enable_external_access = false')
    await this.#connection.run('SET lock_configuration = true')
  }

  async run(sql: string, values: Query['values'] = []): Promise<void> {
    await this.#whileOpen((connection) => connection.run(sql, boundOf(values)))
  }

  async rows({ sql, values }: Query): Promise<Row[]> {
    const result = await this.#whileOpen((connection) => connection.runAndReadAll(sql, boundOf(values)))
    return result.getRows().map((row) => row.map(plain))
  }

  /** Rows by name, lists and structures among their values, for queries written elsewhere. */
  async objects(sql: string, params: (string | number | boolean | null)[]): Promise<Record<string, unknown>[]> {
    const result = await this.#whileOpen((connection) => connection.runAndReadAll(sql, params))
    return result.getRowObjectsJS()
  }

  /** For results of many rows: each call gives the next part, null after the last. */
  async stream({ sql, values }: Query): Promise<() => Promise<DuckDBDataChunk | null>> {
    const result = await this.#whileOpen((connection) => connection.stream(sql, boundOf(values)))
    return async () => {
      const chunk = await this.#whileOpen(() => result.fetchChunk())
      return chunk === null || chunk.rowCount === 0 ? null : chunk
    }
  }

  async #whileOpen<Value>(work: (connection: DuckDBConnection) => Promise<Value>): Promise<Value> {
    if (this.#ended) throw new Error('the session of this run has ended')
    const running = work(this.#connection)
    this.#running.add(running)
    try {
      return await running
    } finally {
      this.#running.delete(running)
    }
  }

  /** Percent of the query that runs now; 0 while that is not known. */
  get percent(): number {
    const { percentage } = this.#connection.progress
    return Number.isFinite(percentage) && percentage > 0 ? Math.min(100, percentage) : 0
  }

  /** Interrupts the query that runs now, and refuses every later one. */
  stop(): void {
    this.#ended = true
    this.#connection.interrupt()
  }

  /** Stops what still runs and waits for its end, since closing under a query would end the process. */
  async close(): Promise<void> {
    this.stop()
    await Promise.allSettled(this.#running)
    this.#connection.closeSync()
    this.#instance.closeSync()
    await rm(this.#folder, { recursive: true, force: true })
  }
}

function boundOf(values: Query['values']): (string | number)[] {
  return values.map(({ value }) => value)
}

/** Text of ours (paths in our own folder, delimiters, names of JSON keys) where SQL takes no bound value. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Our queries cast everything to text, whole numbers, doubles and booleans; anything else is a query written wrongly. */
function plain(value: unknown): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'bigint' || typeof value === 'boolean') return value
  throw new TypeError(`a query of ours returned ${typeof value}`)
}
