import type { CellSource, SourceColumn } from '../cell-source.ts'
import type { Condition } from '../filter/parse.ts'
import { refuse } from '../sources/problem.ts'
import { type Query, Statement } from '../sql/statement.ts'
import { type Asked, conditionOf } from './resolve.ts'

/** What one pass counts: every combination of the values of these columns. */
export type CountAsked = {
  keys: SourceColumn[]
  label: Asked | null
  prediction: Asked | null
  filter: Condition | null
  missing: string[]
}

/** `label` and `prediction` are texts of a column, or "true"/"false" of a condition; null where there is none. */
export type CountedRow = {
  key: (string | null)[]
  label: string | null
  prediction: string | null
  inFilter: boolean
  rows: number
}

/** More combinations than this are refused: groups are then not groups, but names of rows. */
export const mostCombinations = 500_000

/**
 * One GROUP BY over every key at once. Grouping is by the column's own type and only its few results are cast to text, since casting
 * each row costs more than counting it. The filter is a key too, so that rows outside of it are counted in the same pass.
 */
export function countQuery(source: CellSource, asked: CountAsked): Query {
  const { dialect } = source
  const statement = new Statement(dialect)
  const value = (it: Asked) =>
    it.kind === 'column' ? it.column.sql : conditionOf(source, statement, asked.missing, it.condition)
  const inner = asked.keys.map(({ sql }, index) => `${sql} AS k${index}`)
  const outer = asked.keys.map((_, index) => dialect.text(`k${index}`))
  if (asked.label !== null) inner.push(`${value(asked.label)} AS y`)
  if (asked.prediction !== null) inner.push(`${value(asked.prediction)} AS p`)
  if (asked.filter !== null) {
    const held = conditionOf(source, statement, asked.missing, asked.filter)
    inner.push(`CASE WHEN ${held} THEN 1 ELSE 0 END AS f`)
  }
  const names = inner.map((it) => it.slice(it.lastIndexOf(' AS ') + ' AS '.length))
  const results = [
    ...outer,
    asked.label === null ? 'NULL' : dialect.text('y'),
    asked.prediction === null ? 'NULL' : dialect.text('p'),
    asked.filter === null ? '1' : 'f',
    'n',
  ]
  const grouped = names.length === 0 ? '' : ` GROUP BY ${names.join(', ')}`
  const counted = `SELECT ${[...names, `${dialect.count} AS n`].join(', ')} FROM (SELECT ${
    inner.length === 0 ? '1 AS nothing' : inner.join(', ')
  } FROM ${source.from}) AS r${grouped}`
  return statement.query(`SELECT ${results.join(', ')} FROM (${counted}) AS g LIMIT ${mostCombinations + 1}`)
}

/** Counts, with the values in `missing` read as none, in one order whatever the engine's threads were. */
export async function countRows(source: CellSource, asked: CountAsked): Promise<CountedRow[]> {
  const found = await source.rows(countQuery(source, asked))
  if (found.length > mostCombinations) {
    const names = asked.keys.map(({ name }) => `"${name}"`).join(', ')
    refuse(
      'by',
      `${names} with label and prediction have more than ${mostCombinations} combinations of values; measure fewer columns at a time, or cut numbers into bands`,
    )
  }
  const nobody = new Set(asked.missing)
  const merged = new Map<string, CountedRow>()
  for (const row of found) {
    const texts = row.slice(0, asked.keys.length + 2).map((it) => textOf(it, nobody))
    const inFilter = Number(row.at(-2)) === 1
    const id = JSON.stringify([inFilter, ...texts])
    const known = merged.get(id)
    const rows = Number(row.at(-1))
    if (known !== undefined) known.rows += rows
    else {
      const [label = null, prediction = null] = texts.slice(-2)
      merged.set(id, { key: texts.slice(0, -2), label, prediction, inFilter, rows })
    }
  }
  return [...merged].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row)
}

function textOf(value: unknown, nobody: Set<string>): string | null {
  if (typeof value !== 'string' || nobody.has(value)) return null
  return value
}
