/** What a bound value is; a dialect says how to write its place. */
export type Bound = { type: 'text' | 'number'; value: string | number }

/**
 * Where the SQL of our engines differs. Counting needs little: bound places, quoted names, text and number of a column. A number
 * that a text does not hold is null, never an error.
 */
export type Dialect = {
  name: 'duckdb' | 'postgresql' | 'clickhouse'
  /** A name of a column or table, quoted: the only way that one gets into SQL. */
  quoted: (name: string) => string
  /** The place of the index-th bound value, counted from 1, with its type. */
  place: (index: number, type: Bound['type']) => string
  /** Text in an order that does not depend on the machine's language. */
  text: (expression: string) => string
  /** A double, null where the text holds none. */
  number: (expression: string) => string
  /** Whether a double is neither NaN nor infinite; null for null. */
  finite: (expression: string) => string
  /** Units of 1e-9 of a double as a whole number, so that sums do not depend on the order of rows. */
  nanos: (expression: string) => string
  count: string
}

const doubled = (quote: string) => (name: string) => `${quote}${name.replaceAll(quote, quote + quote)}${quote}`

export const duckdb: Dialect = {
  name: 'duckdb',
  quoted: doubled('"'),
  place: (index, type) => `CAST($${index} AS ${type === 'text' ? 'VARCHAR' : 'DOUBLE'})`,
  text: (it) => `CAST(${it} AS VARCHAR)`,
  number: (it) => `TRY_CAST(${it} AS DOUBLE)`,
  finite: (it) => `isfinite(${it})`,
  nanos: (it) => `CAST(round(${it} * 1e9) AS HUGEINT)`,
  count: 'count(*)',
}

/** A text that is a number as `TRY_CAST` of DuckDB understands it; PostgreSQL 15 has no cast that yields null. */
const numeral = `'^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?\\s*$'`

export const postgresql: Dialect = {
  name: 'postgresql',
  quoted: doubled('"'),
  place: (index, type) => `CAST($${index} AS ${type === 'text' ? 'text' : 'double precision'})`,
  text: (it) => `(CAST(${it} AS text) COLLATE "C")`,
  number: (it) => `(CASE WHEN CAST(${it} AS text) ~ ${numeral} THEN CAST(CAST(${it} AS text) AS double precision) END)`,
  finite: (it) => `((${it}) NOT IN ('NaN', 'Infinity', '-Infinity'))`,
  nanos: (it) => `CAST(round(CAST(${it} * 1e9 AS numeric)) AS numeric)`,
  count: 'count(*)',
}

export const clickhouse: Dialect = {
  name: 'clickhouse',
  quoted: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  place: (index, type) => `{p${index}:${type === 'text' ? 'String' : 'Float64'}}`,
  text: (it) => `CAST(${it}, 'Nullable(String)')`,
  number: (it) => `toFloat64OrNull(CAST(${it}, 'Nullable(String)'))`,
  finite: (it) => `isFinite(${it})`,
  nanos: (it) => `toInt128(round(${it} * 1e9))`,
  count: 'count()',
}
