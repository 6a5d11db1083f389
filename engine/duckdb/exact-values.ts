import type { ExactValues, NumberColumn } from '@assay/measures'
import { DuckDBDoubleVector, DuckDBTinyIntVector } from '@duckdb/node-api'
import type { SourceColumn } from '../cell-source.ts'
import { columnSql } from '../count/resolve.ts'
import { numberSql } from '../count/column-stats.ts'
import { Statement } from '../sql/statement.ts'
import type { FileSource } from './open-source.ts'
import type { Session } from './session.ts'
import { ascending } from './sorted.ts'

/** Which values are read of a source: of one column, as the file has them. */
export type Asked = { column: SourceColumn; missing: string[]; rows: number }

/** Rows without a number: nothing there, or something that is no finite number. */
export type Apart = { nulls: number; notFinite: number }

/**
 * Every distinct value of a number column with its count: the values are read as they stand, sorted here and counted in runs, which is
 * several times as fast as grouping by value in SQL where nearly every value is its own group.
 */
export async function exactValues(session: Session, source: FileSource, asked: Asked): Promise<NumberColumn> {
  const values = new Float64Array(asked.rows)
  let length = 0
  const apart = await eachValue(session, source, asked, (value) => {
    values[length] = value
    length += 1
  })
  return { column: asked.column.name, kind: 'number', rows: asked.rows, ...apart, values: counted(values, length) }
}

/** Calls `see` with every finite number of a column, in the order of the file. */
export async function eachValue(
  session: Session,
  source: FileSource,
  { column, missing }: Asked,
  see: (value: number) => void,
): Promise<Apart> {
  const { dialect } = source
  const statement = new Statement(dialect)
  const value = columnSql(source, statement, missing)(column.name)
  const number = numberSql(column, value, dialect.number)
  const absent = `CAST(CASE WHEN ${value} IS NULL THEN 1 ELSE 0 END AS TINYINT)`
  const result = await session.stream(statement.query(`SELECT ${number}, ${absent} FROM ${source.from}`))
  const apart: Apart = { nulls: 0, notFinite: 0 }
  for (;;) {
    const chunk = await result.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) return apart
    const [numbers, absents] = [chunk.getColumnVector(0), chunk.getColumnVector(1)]
    if (!(numbers instanceof DuckDBDoubleVector) || !(absents instanceof DuckDBTinyIntVector)) {
      throw new TypeError('a query of ours did not return doubles')
    }
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const it = numbers.getItem(row)
      if (it !== null && Number.isFinite(it)) see(it)
      else if (absents.getItem(row) === 1) apart.nulls += 1
      else apart.notFinite += 1
    }
  }
}

function counted(values: Float64Array, length: number): ExactValues {
  const sorted = ascending(values.subarray(0, length))
  const counts = new Uint32Array(length)
  let [distinct, last] = [0, Number.NaN]
  for (let at = 0; at < length; at += 1) {
    const value = sorted[at] ?? 0
    if (value !== last) {
      sorted[distinct] = value
      last = value
      distinct += 1
    }
    counts[distinct - 1] = (counts[distinct - 1] ?? 0) + 1
  }
  return { mode: 'exact', values: sorted.subarray(0, distinct), counts: counts.subarray(0, distinct) }
}
