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
  const asked = columns.map((column) => numberOrMark(source, statement, column, missing))
  return await eachDouble(session, statement.query(`SELECT ${asked.join(', ')} FROM ${source.from}`), asked.length, see)
}

/** As `eachNumbers`, for a query of ours that gives so many columns of doubles, none of them NULL: see `numberOrMark`. */
export async function eachDouble(
  session: Session,
  query: Query,
  width: number,
  see: (column: number, values: Float64Array) => void,
): Promise<Apart[]> {
  const fetchNext = await session.stream(query)
  const apart = Array.from({ length: width }, (): Apart => ({ nulls: 0, notFinite: 0 }))
  const finite = new Float64Array(4096)
  // The next part is fetched while this one is looked at.
  let next = fetchNext()
  for (;;) {
    const chunk = await next
    if (chunk === null) return apart
    next = fetchNext()
    const size = chunk.rowCount
    for (const [at, counted] of apart.entries()) {
      const values = valuesOf(chunk.getColumnVector(at)).subarray(0, size)
      for (let from = 0; from < size; from += finite.length) {
        see(at, finiteOf(values.subarray(from, from + finite.length), finite, counted))
      }
    }
  }
}

/** The finite values, in `into`; all others are counted by their marks. */
function finiteOf(values: Float64Array, into: Float64Array, counted: Apart): Float64Array {
  let length = 0
  for (const it of values) {
    if (it - it === 0) {
      into[length] = it
      length += 1
    } else if (it === Number.POSITIVE_INFINITY) counted.nulls += 1
    else counted.notFinite += 1
  }
  return into.subarray(0, length)
}

/**
 * A number as a double that is never NULL, since the library looks up each NULL by itself, which costs more than all the rest: Infinity where
 * nothing is there, NaN where something is that is no finite number.
 */
export function numberOrMark(
  source: CellSource,
  statement: Statement,
  column: SourceColumn,
  missing: string[],
): string {
  const { dialect } = source
  const valueOf = columnSql(source, statement, missing)
  const number = () => numberSql(column, valueOf(column.name), dialect.number)
  if (column.type === 'integer' || column.type === 'decimal') return `coalesce(${number()}, CAST('Infinity' AS DOUBLE))`
  return (
    `CASE WHEN ${dialect.finite(number())} THEN ${number()} WHEN ${valueOf(column.name)} IS NULL ` +
    `THEN CAST('Infinity' AS DOUBLE) ELSE CAST('NaN' AS DOUBLE) END`
  )
}

/** The library hands out values one by one and keeps their array to itself. */
function valuesOf(vector: object): Float64Array {
  const values: unknown = vector instanceof DuckDBDoubleVector ? Reflect.get(vector, 'items') : undefined
  if (values instanceof Float64Array) return values
  throw new TypeError('a query of ours did not return doubles')
}
