import { DuckDBDoubleVector } from '@duckdb/node-api'
import type { CellSource, SourceColumn } from '../cell-source.ts'
import { numberSql } from '../count/column-stats.ts'
import { columnSql } from '../count/resolve.ts'
import { type Query, Statement } from '../sql/statement.ts'
import type { FileSource } from './open-source.ts'
import type { Session } from './session.ts'

/** Which number columns are read of a source, as the file has them. */
export type NumbersAsked = { columns: SourceColumn[]; missing: string[] }

/** Rows without a number: nothing there, or something that is no finite number. */
export type Apart = { nulls: number; notFinite: number }

/**
 * Reads columns of numbers once, side by side, and shows the finite ones part by part: `see(column, values)` with the column's place in
 * `columns`, in the order of the file. `values` is reused for the next part. Returns what has no number, column by column.
 */
export async function eachNumbers(
  session: Session,
  source: FileSource,
  { columns, missing }: NumbersAsked,
  see: (column: number, values: Float64Array) => void,
): Promise<Apart[]> {
  const statement = new Statement(source.dialect)
  const asked = columns.map((column) => numberOrNaN(source, statement, column, missing))
  return await eachDouble(session, statement.query(`SELECT ${asked.join(', ')} FROM ${source.from}`), asked.length, see)
}

/** As `eachNumbers`, for a query of ours that gives so many columns of doubles. */
export async function eachDouble(
  session: Session,
  query: Query,
  width: number,
  see: (column: number, values: Float64Array) => void,
): Promise<Apart[]> {
  const fetchNext = await session.stream(query)
  const apart = Array.from({ length: width }, (): Apart => ({ nulls: 0, notFinite: 0 }))
  let finite = new Float64Array(2048)
  // The next part is fetched while this one is looked at.
  let next = fetchNext()
  for (;;) {
    const chunk = await next
    if (chunk === null) return apart
    next = fetchNext()
    const size = chunk.rowCount
    if (size > finite.length) finite = new Float64Array(size)
    for (const [at, counted] of apart.entries()) {
      const numbers = chunk.getColumnVector(at)
      if (!(numbers instanceof DuckDBDoubleVector)) throw new TypeError('a query of ours did not return doubles')
      see(at, finite.subarray(0, finiteOf(numbers, size, { into: finite, counted })))
    }
  }
}

function finiteOf(
  numbers: DuckDBDoubleVector,
  size: number,
  { into, counted }: { into: Float64Array; counted: Apart },
): number {
  let length = 0
  for (let row = 0; row < size; row += 1) {
    const it = numbers.getItem(row)
    if (it === null) counted.nulls += 1
    else if (Number.isFinite(it)) {
      into[length] = it
      length += 1
    } else counted.notFinite += 1
  }
  return length
}

/** NULL where nothing is there; NaN where something is that is no number, so that one vector tells both. */
export function numberOrNaN(source: CellSource, statement: Statement, column: SourceColumn, missing: string[]): string {
  const { dialect } = source
  const valueOf = columnSql(source, statement, missing)
  const number = numberSql(column, valueOf(column.name), dialect.number)
  if (column.type === 'double' || column.type === 'integer' || column.type === 'decimal') return number
  return `CASE WHEN ${valueOf(column.name)} IS NOT NULL THEN coalesce(${number}, CAST('NaN' AS DOUBLE)) END`
}
