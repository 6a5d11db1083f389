import type { SqlValue } from '../cell-source.ts'
import type { FileFormat, FileSource } from '../duckdb/open-source.ts'
import { refusalOf } from '../duckdb/refusal.ts'
import type { Problem } from '../sources/problem.ts'
import type { Surprise } from '../run.ts'
import { headOf } from '../sources/head.ts'
import { identify } from '../sources/identity.ts'
import { Refused } from '../sources/problem.ts'
import { surprisesOfFile } from '../surprises/file.ts'
import { surprisesOfValues } from '../surprises/values.ts'
import { type ColumnKind, kindOf } from './kinds.ts'

export type InspectedColumn = {
  name: string
  kind: ColumnKind
  /** rows without a value, and different values, among the rows that were looked at */
  empty: number
  distinct: number
  examples: string[]
}

/** What a file holds as the engine would read it, from its first rows alone: nothing is measured. */
export type Inspection = {
  format: FileFormat['kind']
  compression: 'none' | 'gzip' | 'zstd'
  columns: InspectedColumn[]
  /** the first rows, in the order of the columns; null is no value */
  rows: (string | null)[][]
  /** how many rows the kinds, counts and surprises rest on */
  looked: number
  /** of the whole file, where that is known without reading it */
  total: number | null
  surprises: Omit<Surprise, 'role'>[]
}

export type InspectOutcome = { ok: true; inspection: Inspection } | { ok: false; problems: Problem[] }

export type InspectRequest = {
  /** Absolute. Its name's ending does not matter: what a file is, its first bytes tell. */
  path: string
  /** Is used for links, and is the caller's to remove. */
  workDirectory: string
  memoryLimit?: string
}

const shownRows = 8
const mostRows = 1_000
const mostCells = 200_000
const longestValue = 200

/**
 * Looks at the first rows of a CSV, Parquet or JSON-lines file, plain, gzip or zstd, as a measurement would read it: its columns, what they
 * hold, and what reads otherwise than its author may have meant. Rejects for bugs only: a file that cannot be read is a refusal.
 */
export async function inspectFile({
  path,
  workDirectory,
  memoryLimit = '256MB',
}: InspectRequest): Promise<InspectOutcome> {
  // Whoever measures counts in a thread, and would load a second engine here for nothing.
  const [{ Session }, { openSource }] = await Promise.all([
    import('../duckdb/session.ts'),
    import('../duckdb/open-source.ts'),
  ])
  const limits = { workDirectory, memoryLimit, threads: 1 }
  const session = await Session.open(limits)
  try {
    const identity = await identify('data', path)
    const head = await headOf(identity)
    const source = await openSource(session, identity, head)
    await session.lock()
    return { ok: true, inspection: await inspected(source) }
  } catch (error) {
    const problems = error instanceof Refused ? error.problems : refusalOf(error, { memoryLimit, linked: ['data'] })
    if (problems === null) throw error
    return { ok: false, problems }
  } finally {
    await session.close()
  }
}

async function inspected(source: FileSource): Promise<Inspection> {
  const { format, columns, from, dialect } = source
  const most = Math.max(shownRows, Math.min(mostRows, Math.floor(mostCells / columns.length)))
  const texts = columns.map(({ sql }) => dialect.text(sql)).join(', ')
  const sql = `SELECT ${texts} FROM ${from} LIMIT ${most}`
  const rows = await source.rows({ sql, values: [] })
  const seen = columns.map((column, at) => lookAt(column, rows, at))
  return {
    format: format.kind,
    compression: format.kind === 'parquet' ? 'none' : format.compression,
    columns: seen.map(({ column }) => column),
    rows: rows.slice(0, shownRows).map((row) => row.map((value) => (value === null ? null : cut(String(value))))),
    looked: rows.length,
    total: rows.length < most ? rows.length : await countOf(source),
    surprises: [...surprisesOfFile(source), ...seen.flatMap(({ surprises }) => surprises)].map(
      ({ role: _role, ...surprise }) => surprise,
    ),
  }
}

function lookAt(
  { name, type }: FileSource['columns'][number],
  rows: SqlValue[][],
  at: number,
): { column: InspectedColumn; surprises: Surprise[] } {
  const values = new Map<string, number>()
  let empty = 0
  for (const row of rows) {
    const value = row[at] ?? null
    if (value === null || value === '') empty += 1
    else values.set(String(value), (values.get(String(value)) ?? 0) + 1)
  }
  const { kind, unlike } = kindOf(type, values)
  const told = type === 'text' ? surprisesOfValues({ role: 'data', column: name, values }) : []
  const known = new Set(told.flatMap(({ examples }) => examples))
  const odd = unlike.filter((value) => !known.has(value))
  return {
    column: { name, kind, empty, distinct: values.size, examples: [...values.keys()].slice(0, 3).map(cut) },
    surprises: [...told.map(shortened), ...(odd.length > 0 ? [mixed(name, kind, odd, values)] : [])],
  }
}

function mixed(column: string, kind: ColumnKind, odd: string[], values: Map<string, number>): Surprise {
  const count = odd.reduce((sum, value) => sum + (values.get(value) ?? 0), 0)
  const settle = 'correct the file, or write them under "missing" if they mean "no value"'
  const what = `nearly all values read as ${kind}, and these do not`
  return { role: 'data', column, code: 'odd-values', what, examples: odd.slice(0, 5).map(cut), count, settle }
}

function shortened(surprise: Surprise): Surprise {
  return { ...surprise, examples: surprise.examples.map(cut) }
}

/** Parquet knows how many rows it has; counting the lines of another file would mean to read all of it. */
async function countOf({ format, from, rows }: FileSource): Promise<number | null> {
  if (format.kind !== 'parquet') return null
  const [[count] = []] = await rows({ sql: `SELECT count(*) FROM ${from}`, values: [] })
  return Number(count)
}

function cut(value: string): string {
  return value.length <= longestValue ? value : `${value.slice(0, longestValue - 1)}…`
}
