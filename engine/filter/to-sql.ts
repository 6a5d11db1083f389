import type { Statement } from '../sql/statement.ts'
import type { Condition, Literal } from './parse.ts'

/** The SQL of a column by its name in the file; missing values are already null there. */
export type ColumnSql = (name: string) => string

/**
 * A condition as SQL with bound values. A number compares numbers (the text "07" is 7), text compares text byte by byte; where the
 * column holds no number, the comparison is null and the row is not taken.
 */
export function conditionSql(condition: Condition, statement: Statement, column: ColumnSql): string {
  const { dialect } = statement
  const bind = ({ kind, value }: Literal) => (kind === 'number' ? statement.number(value) : statement.text(value))
  const as = (name: string, numbers: boolean) => (numbers ? dialect.number(column(name)) : dialect.text(column(name)))
  const textOf = (literal: Literal): Literal => ({ kind: 'text', value: String(literal.value) })

  switch (condition.kind) {
    case 'compare': {
      const { column: name, operator, value } = condition
      const left = as(name, value.kind === 'number')
      return `(${left} ${operator === '!=' ? '<>' : operator} ${bind(value)})`
    }
    case 'in': {
      const numbers = condition.values.every(({ kind }) => kind === 'number')
      const places = condition.values.map((it) => bind(numbers ? it : textOf(it)))
      return `(${as(condition.column, numbers)} IN (${places.join(', ')}))`
    }
    case 'between': {
      const { low, high } = condition
      const numbers = low.kind === 'number' && high.kind === 'number'
      const [from, to] = [low, high].map((it) => bind(numbers ? it : textOf(it)))
      return `(${as(condition.column, numbers)} BETWEEN ${from} AND ${to})`
    }
    case 'null':
      return `(${column(condition.column)} IS NULL)`
    case 'not':
      return `(NOT ${conditionSql(condition.of, statement, column)})`
    case 'and':
    case 'or':
      return `(${condition.all.map((it) => conditionSql(it, statement, column)).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`
  }
}
