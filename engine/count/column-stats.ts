import type { CellSource, SourceColumn } from '../cell-source.ts'
import { type Query, Statement } from '../sql/statement.ts'
import { columnSql } from './resolve.ts'

/** What a first look at a column tells: whether it holds numbers, and where they lie. */
export type ColumnStats = {
  column: SourceColumn
  rows: number
  nulls: number
  /** Values that read as numbers, NaN and infinite ones among them. */
  numbers: number
  finite: number
  low: number | null
  high: number | null
  /** Text that has leading zeros as codes do. */
  zeros: number
}

/** One pass over all columns. */
export function statsQuery(source: CellSource, columns: SourceColumn[], missing: string[]): Query {
  const { dialect } = source
  const statement = new Statement(dialect)
  const valueOf = columnSql(source, statement, missing)
  const asked = columns.flatMap(({ name, type }) => {
    const value = valueOf(name)
    const number = isText(type) ? dialect.number(value) : numberSql({ type }, value, dialect.number)
    const finite = `CASE WHEN ${dialect.finite(number)} THEN ${number} END`
    return [
      `count(${value})`,
      `count(${number})`,
      `count(${finite})`,
      `min(${finite})`,
      `max(${finite})`,
      isText(type) ? `count(CASE WHEN ${value} LIKE '0_%' AND ${value} NOT LIKE '0.%' THEN 1 END)` : '0',
    ]
  })
  return statement.query(`SELECT ${[dialect.count, ...asked].join(', ')} FROM ${source.from}`)
}

export async function statsOf(source: CellSource, columns: SourceColumn[], missing: string[]): Promise<ColumnStats[]> {
  const [row = []] = await source.rows(statsQuery(source, columns, missing))
  const rows = Number(row[0] ?? 0)
  return columns.map((column, index) => {
    const [filled, numbers, finite, low, high, zeros] = row.slice(1 + index * 6, 7 + index * 6)
    return {
      column,
      rows,
      nulls: rows - Number(filled ?? 0),
      numbers: Number(numbers ?? 0),
      finite: Number(finite ?? 0),
      low: typeof low === 'number' ? low + 0 : null,
      high: typeof high === 'number' ? high + 0 : null,
      zeros: Number(zeros ?? 0),
    }
  })
}

function isText(type: SourceColumn['type']): boolean {
  return type === 'text'
}

/** Columns of dates and booleans are categories, whatever a cast would make of them. */
export function numberSql({ type }: Pick<SourceColumn, 'type'>, value: string, number: (it: string) => string): string {
  return type === 'boolean' || type === 'date' || type === 'instant' ? 'CAST(NULL AS DOUBLE)' : number(value)
}
