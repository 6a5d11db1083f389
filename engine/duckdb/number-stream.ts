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

/** Takes the next part of a column: its values in the order of the file, marks among them. They are reused for the next part. */
export type SeePart = (column: number, values: Float64Array) => void

/** Reads columns of numbers once, side by side, part by part. `see` gets each part of each with the column's place in `columns`. */
export async function eachNumbers(
  session: Session,
  source: FileSource,
  { columns, missing }: NumbersAsked,
  see: SeePart,
): Promise<void> {
  const statement = new Statement(source.dialect)
  const asked = columns.map((column) => numberOrMark(source, statement, column, missing))
  await eachDouble(session, statement.query(`SELECT ${asked.join(', ')} FROM ${source.from}`), asked.length, see)
}

/** As `eachNumbers`, for a query of ours that gives so many columns of doubles, none of them NULL: see `numberOrMark`. */
export async function eachDouble(session: Session, query: Query, width: number, see: SeePart): Promise<void> {
  const fetchNext = await session.stream(query)
  // The next part is fetched while this one is looked at.
  let next = fetchNext()
  for (;;) {
    const chunk = await next
    if (chunk === null) return
    next = fetchNext()
    const size = chunk.rowCount
    for (let column = 0; column < width; column += 1) {
      see(column, valuesOf(chunk.getColumnVector(column)).subarray(0, size))
    }
  }
}

/** Copies the finite values to the front of `into` and counts all others by their marks; returns how many there are. */
export function finiteInto(values: Float64Array, into: Float64Array, apart: Apart): number {
  let length = 0
  for (const it of values) {
    if (it - it === 0) {
      into[length] = it
      length += 1
    } else countMark(it, apart)
  }
  return length
}

/** Counts what stands where a row has no finite number. */
export function countMark(mark: number, apart: Apart): void {
  if (mark === Number.POSITIVE_INFINITY) apart.nulls += 1
  else apart.notFinite += 1
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
