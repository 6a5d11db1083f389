import type { CellSource, ColumnType, SourceColumn } from '../cell-source.ts'
import type { DataRole } from '../run.ts'
import { duckdb } from '../sql/dialect.ts'
import { csvShapeOf } from '../sources/csv-shape.ts'
import type { Compression, Head } from '../sources/head.ts'
import type { FileIdentity } from '../sources/identity.ts'
import { jsonColumnsOf, looksLikeJson } from '../sources/json-shape.ts'
import { refuse } from '../sources/problem.ts'
import { literal, type Session } from './session.ts'

export type FileFormat =
  | { kind: 'csv'; compression: Compression; delimiter: string; byteOrderMark: boolean }
  | { kind: 'jsonl'; compression: Compression }
  | { kind: 'parquet' }

export type FileSource = CellSource & { role: DataRole; identity: FileIdentity; format: FileFormat }

/** Opens a file as a view named after its role. Every text column stays text: nothing is guessed from values. */
export async function openSource(session: Session, identity: FileIdentity, head: Head): Promise<FileSource> {
  const { role } = identity
  const link = literal(await session.link(identity.path))
  const opened = head.parquet
    ? await openParquet(session, identity, link)
    : looksLikeJson(head.bytes)
      ? jsonView(jsonColumnsOf(identity, head), link, head.compression)
      : csvView(csvShapeOf(identity, head), link, head.compression)
  await session.run(`CREATE VIEW ${duckdb.quoted(role)} AS SELECT * FROM ${opened.reader}`)
  return {
    role,
    identity,
    format: opened.format,
    dialect: duckdb,
    from: duckdb.quoted(role),
    columns: opened.columns,
    rows: (query) => session.rows(query),
  }
}

type Opened = { format: FileFormat; columns: SourceColumn[]; reader: string }

function csvView(
  { delimiter, byteOrderMark, blankLines, columns }: ReturnType<typeof csvShapeOf>,
  link: string,
  compression: Compression,
): Opened {
  const types = columns.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ')
  // A line of more than 2 MB is refused by the reader; the buffer holds several of them and bounds its memory.
  const reader =
    `read_csv(${link}, auto_detect = false, delim = ${literal(delimiter)}, quote = '"', escape = '"', header = true, skip = ${blankLines}, ` +
    `columns = {${types}}, compression = ${literal(compression)}, max_line_size = 2000000, buffer_size = 8388608)`
  return { format: { kind: 'csv', compression, delimiter, byteOrderMark }, columns: columns.map(textColumn), reader }
}

function jsonView(columns: string[], link: string, compression: Compression): Opened {
  const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ')
  const packing = compression === 'none' ? 'uncompressed' : compression
  const reader =
    `read_json(${link}, format = 'newline_delimited', columns = {${types}}, compression = ${literal(packing)}) ` +
    `AS t(${columns.map((_, index) => `c${index}`).join(', ')})`
  return { format: { kind: 'jsonl', compression }, columns: columns.map(textColumn), reader }
}

async function openParquet(session: Session, { role, name }: FileIdentity, link: string): Promise<Opened> {
  try {
    const described = await session.rows({ sql: `DESCRIBE SELECT * FROM read_parquet(${link})`, values: [] })
    const schema = await session.rows({ sql: `SELECT name, num_children FROM parquet_schema(${link})`, values: [] })
    const names = topLevelNames(schema.map(([it, children]) => ({ name: String(it), children: Number(children ?? 0) })))
    const twice = names.find((it, index) => names.indexOf(it) !== index)
    if (twice !== undefined) refuse(role, `${name} has several columns named "${twice}"; rename them`)
    const columns = names.map((it, index) => ({
      name: it,
      sql: `c${index}`,
      type: typeOf(String(described[index]?.[1] ?? '')),
    }))
    const given = `read_parquet(${link}) AS t(${columns.map(({ sql }) => sql).join(', ')})`
    const texts = columns.filter((_, index) => readAsText.test(String(described[index]?.[1] ?? '')))
    const reader =
      texts.length === 0
        ? given
        : `(SELECT * REPLACE (${texts.map(({ sql }) => `CAST(${sql} AS VARCHAR) AS ${sql}`).join(', ')}) FROM ${given})`
    return { format: { kind: 'parquet' }, columns, reader }
  } catch (error) {
    if (error instanceof Error && /Invalid Input|IO Error|Serialization|No magic bytes/i.test(error.message)) {
      return refuse(role, `${name} begins as Parquet but cannot be read; it may be cut off`)
    }
    throw error
  }
}

/**
 * Names as the file has them, before DuckDB makes duplicates distinct. A Parquet schema lists its tree from the root down, each node
 * before its children.
 */
function topLevelNames([root, ...nodes]: { name: string; children: number }[]): string[] {
  const names: string[] = []
  let [at, left] = [0, root?.children ?? 0]
  const skipped = (index: number): number => {
    let next = index + 1
    for (let child = 0; child < (nodes[index]?.children ?? 0); child += 1) next = skipped(next)
    return next
  }
  for (; left > 0; left -= 1) {
    names.push(nodes[at]?.name ?? '')
    at = skipped(at)
  }
  return names
}

function textColumn(name: string, index: number): SourceColumn {
  return { name, sql: `c${index}`, type: 'text' }
}

/** Values that have one way to be written and nothing to be reckoned with. */
const readAsText = /^(UUID|TIME( WITH TIME ZONE)?|INTERVAL)$/

function typeOf(native: string): ColumnType {
  if (readAsText.test(native)) return 'text'
  if (native === 'VARCHAR' || native.startsWith('ENUM')) return 'text'
  if (native === 'BOOLEAN') return 'boolean'
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(native)) return 'integer'
  if (native.startsWith('DECIMAL')) return 'decimal'
  if (native === 'DOUBLE' || native === 'FLOAT') return 'double'
  if (native === 'DATE') return 'date'
  if (native.startsWith('TIMESTAMP')) return 'instant'
  return 'other'
}
