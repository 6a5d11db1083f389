import type { DriftPlan } from '../plan.ts'
import type { RowUse } from '../kinds/measured.ts'
import type { DataRole } from '../run.ts'
import { columnNamed, conditionOf, filterOf } from '../count/resolve.ts'
import { refuse } from '../sources/problem.ts'
import { Statement } from '../sql/statement.ts'
import type { FileSource } from './open-source.ts'
import { literal, type Session } from './session.ts'

/** A source as drift counts it: its filtered rows, read once where the file would have to be parsed for each column. */
export type Prepared = {
  source: FileSource
  rows: number
  rowsUsed: number
  windows: { name: string; source: FileSource; rows: number }[]
}

/**
 * Text is parsed once into a table that spills to disk; Parquet is read where it lies unless a filter or windows need a table. Windows are
 * consecutive rows of the file, or periods of a column of dates; rows without a date are a window of their own.
 */
export async function prepare(
  session: Session,
  source: FileSource,
  plan: DriftPlan,
  names: string[],
): Promise<Prepared> {
  const windows = source.role === 'data' ? plan.windows : undefined
  if (source.format.kind === 'parquet' && plan.filter === undefined && windows === undefined) {
    const rows = await countOf(session, source.from)
    return { source, rows, rowsUsed: rows, windows: [] }
  }
  const statement = new Statement(source.dialect)
  const filter = filterOf(source, 'filter', plan.filter)
  const where = filter === null ? '' : ` WHERE ${conditionOf(source, statement, plan.missing, filter)}`
  const columns = names.map((it) => columnNamed(source, 'columns', it).sql)
  const window = windowSql(source, windows)
  const table = source.dialect.quoted(`${source.role} read`)
  const numbered = `SELECT row_number() OVER () - 1 AS row_at, * FROM ${source.from}`
  const { sql, values } = statement.query(
    `CREATE TEMP TABLE ${table} AS SELECT ${[...new Set(columns), `${window} AS w`].join(', ')} FROM (${numbered})${where}`,
  )
  await session.run(sql, values)
  const read: FileSource = { ...source, from: table }
  const [rows, rowsUsed] = [await countOf(session, source.from), await countOf(session, table)]
  if (windows === undefined) return { source: read, rows, rowsUsed, windows: [] }
  const found = await session.rows({
    sql: `SELECT w, count(*) FROM ${table} GROUP BY w ORDER BY w NULLS LAST`,
    values: [],
  })
  if ('column' in windows && found.every(([name]) => typeof name !== 'string')) {
    refuse(
      'windows.column',
      `column "${windows.column}" holds no date; write dates as 2026-03-31, or name another column`,
    )
  }
  return {
    source: read,
    rows,
    rowsUsed,
    windows: found.map(([name, n]) => ({
      name: name === null || name === undefined ? 'no date' : String(name),
      source: {
        ...read,
        from: `(SELECT * FROM ${table} WHERE w IS NOT DISTINCT FROM ${typeof name === 'string' ? literal(name) : 'NULL'})`,
      },
      rows: Number(n),
    })),
  }
}

async function countOf(session: Session, from: string): Promise<number> {
  const [row] = await session.rows({ sql: `SELECT count(*) FROM ${from}`, values: [] })
  return Number(row?.[0] ?? 0)
}

function windowSql(source: FileSource, windows: DriftPlan['windows']): string {
  if (windows === undefined) return 'NULL'
  if ('rows' in windows) {
    const first = `(row_at // ${windows.rows}) * ${windows.rows} + 1`
    return `format('rows from {:012d}', CAST(${first} AS BIGINT))`
  }
  const { sql } = columnNamed(source, 'windows.column', windows.column)
  return `strftime(date_trunc('${windows.period}', TRY_CAST(CAST(${sql} AS VARCHAR) AS TIMESTAMP)), '%Y-%m-%d')`
}

/** How the rows of a prepared file were used. */
export function rowUseOf(role: DataRole, { rows, rowsUsed }: Prepared): RowUse {
  const left = rows === rowsUsed ? [] : [{ why: 'outside of the filter', rows: rows - rowsUsed }]
  return { role, rows, rowsUsed, left }
}
