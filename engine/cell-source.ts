import type { Dialect } from './sql/dialect.ts'
import type { Query } from './sql/statement.ts'

/** What a column holds, as far as counting needs to know. `other` (lists, structures, bytes) cannot be measured. */
export type ColumnType = 'text' | 'boolean' | 'integer' | 'decimal' | 'double' | 'date' | 'instant' | 'other'

/** `name` as in the file, `sql` how queries write it. */
export type SourceColumn = { name: string; sql: string; type: ColumnType }

export type SqlValue = string | number | bigint | boolean | null
export type Row = SqlValue[]

/**
 * Rows that can be counted: a file behind DuckDB, a table of PostgreSQL, a table of ClickHouse. Everything that measures asks through
 * this port, so that one query text per dialect is all that an engine has to provide.
 */
export type CellSource = {
  dialect: Dialect
  /** What stands after FROM. */
  from: string
  columns: SourceColumn[]
  /** All rows of a small result. Whole numbers come as bigint or as a safe number. */
  rows: (query: Query) => Promise<Row[]>
}
