import type { NumberColumn } from '@assay/measures'
import { DuckDBDoubleVector, DuckDBTinyIntVector } from '@duckdb/node-api'
import type { SourceColumn } from '../cell-source.ts'
import { columnSql } from '../count/resolve.ts'
import { numberSql } from '../count/column-stats.ts'
import { Statement } from '../sql/statement.ts'
import type { FileSource } from './open-source.ts'
import type { Session } from './session.ts'

/** Columns read in one pass keep all their values in memory; more than this many values are read in several passes. */
const valuesAtOnce = 32_000_000

/**
 * Every distinct value of number columns with its count: the values are read as they stand, sorted here and counted in runs, which is
 * several times as fast as grouping by value in SQL where nearly every value is its own group.
 */
export async function exactValues(
  session: Session,
  source: FileSource,
  { columns, missing, rows }: { columns: SourceColumn[]; missing: string[]; rows: number },
): Promise<NumberColumn[]> {
  const atOnce = Math.max(1, Math.floor(valuesAtOnce / Math.max(1, rows)))
  const found: NumberColumn[] = []
  for (let from = 0; from < columns.length; from += atOnce) {
    const part = columns.slice(from, from + atOnce)
    const read = await readValues(session, source, { columns: part, missing, rows })
    for (const [index, column] of part.entries()) {
      const it = read[index]
      if (it !== undefined) found.push(counted(column.name, rows, it))
    }
  }
  return found
}

type Values = { values: Float64Array; length: number; nulls: number; notFinite: number }

async function readValues(
  session: Session,
  source: FileSource,
  { columns, missing, rows }: { columns: SourceColumn[]; missing: string[]; rows: number },
): Promise<Values[]> {
  const { dialect } = source
  const statement = new Statement(dialect)
  const valueOf = columnSql(source, statement, missing)
  const asked = columns.flatMap((column) => {
    const value = valueOf(column.name)
    const number = numberSql(column, value, dialect.number)
    return [number, `CAST(CASE WHEN ${value} IS NULL THEN 1 ELSE 0 END AS TINYINT)`]
  })
  const result = await session.stream(statement.query(`SELECT ${asked.join(', ')} FROM ${source.from}`))
  const read = columns.map((): Values => ({ values: new Float64Array(rows), length: 0, nulls: 0, notFinite: 0 }))
  for (;;) {
    const chunk = await result.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) return read
    for (const [index, into] of read.entries()) {
      take(into, chunk.getColumnVector(index * 2), chunk.getColumnVector(index * 2 + 1), chunk.rowCount)
    }
  }
}

function take(into: Values, numbers: unknown, absent: unknown, rows: number): void {
  if (!(numbers instanceof DuckDBDoubleVector) || !(absent instanceof DuckDBTinyIntVector)) {
    throw new TypeError('a query of ours did not return doubles')
  }
  for (let row = 0; row < rows; row += 1) {
    const value = numbers.getItem(row)
    if (value !== null && Number.isFinite(value)) {
      into.values[into.length] = value
      into.length += 1
    } else if (absent.getItem(row) === 1) into.nulls += 1
    else into.notFinite += 1
  }
}

function counted(column: string, rows: number, { values, length, nulls, notFinite }: Values): NumberColumn {
  const sorted = values.subarray(0, length).toSorted()
  let distinct = 0
  const counts = new Float64Array(length)
  for (const value of sorted) {
    if (distinct > 0 && sorted[distinct - 1] === value) counts[distinct - 1] = (counts[distinct - 1] ?? 0) + 1
    else {
      // Adding 0 makes one zero of -0 and 0, which are equal and would otherwise stand by chance of order.
      sorted[distinct] = value + 0
      counts[distinct] = 1
      distinct += 1
    }
  }
  const exact = { mode: 'exact' as const, values: sorted.subarray(0, distinct), counts: counts.subarray(0, distinct) }
  return { column, kind: 'number', rows, nulls, notFinite, values: exact }
}
