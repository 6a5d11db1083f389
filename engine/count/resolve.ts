import type { CellSource, SourceColumn } from '../cell-source.ts'
import { columnsOf, type Condition, parseFilter } from '../filter/parse.ts'
import { conditionSql } from '../filter/to-sql.ts'
import { refuse } from '../sources/problem.ts'
import type { Statement } from '../sql/statement.ts'

/** What a plan means by a label or a prediction: a column, or a condition that makes the positive ones. */
export type Asked = { kind: 'column'; column: SourceColumn } | { kind: 'condition'; condition: Condition }

/** Finds a column by its exact name; Throws Refused with the names that there are. */
export function columnNamed(source: CellSource, path: string, name: string): SourceColumn {
  const found = source.columns.find((it) => it.name === name)
  if (found === undefined) {
    const near = source.columns.filter((it) => it.name.trim().toLowerCase() === name.trim().toLowerCase())
    const known = near.length > 0 ? near : source.columns
    return refuse(
      path,
      `there is no column "${name}"; there ${near.length > 0 ? 'is' : 'are'} ${listed(known.map((it) => it.name))}`,
    )
  }
  if (found.type === 'other')
    refuse(path, `column "${name}" holds lists, structures or bytes, which cannot be measured`)
  return found
}

/** A column, or else a condition whose columns all exist. */
export function columnOrCondition(source: CellSource, path: string, text: string): Asked {
  if (source.columns.some(({ name }) => name === text))
    return { kind: 'column', column: columnNamed(source, path, text) }
  const parsed = parseFilter(text)
  if (!parsed.ok) return { kind: 'column', column: columnNamed(source, path, text) }
  return { kind: 'condition', condition: checked(source, path, parsed.condition) }
}

export function filterOf(source: CellSource, path: string, text: string | undefined): Condition | null {
  if (text === undefined) return null
  const parsed = parseFilter(text)
  return parsed.ok ? checked(source, path, parsed.condition) : refuse(path, parsed.message)
}

function checked(source: CellSource, path: string, condition: Condition): Condition {
  for (const name of columnsOf(condition)) columnNamed(source, path, name)
  return condition
}

/** How SQL writes a column whose values in `missing` are nobody's. */
export function columnSql(source: CellSource, statement: Statement, missing: string[]): (name: string) => string {
  return (name) => {
    const { sql } = columnNamed(source, 'filter', name)
    if (missing.length === 0) return sql
    const places = missing.map((it) => statement.text(it)).join(', ')
    return `(CASE WHEN ${statement.dialect.text(sql)} IN (${places}) THEN NULL ELSE ${sql} END)`
  }
}

export function conditionOf(source: CellSource, statement: Statement, missing: string[], condition: Condition): string {
  return conditionSql(condition, statement, columnSql(source, statement, missing))
}

/** Names for people, at most twenty. */
export function listed(names: string[]): string {
  const shown = names.slice(0, 20).map((it) => `"${it}"`)
  return `${shown.join(', ')}${names.length > 20 ? ` and ${names.length - 20} more` : ''}`
}
