import { positiveOf } from '../count/positive.ts'
import { type Asked, columnNamed, columnOrCondition, columnSql, conditionOf, filterOf } from '../count/resolve.ts'
import { countMark, eachDouble, numberOrMark } from '../duckdb/number-stream.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import type { Session } from '../duckdb/session.ts'
import type { DriftStream } from '../drift-streams.ts'
import type { DriftPlan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import { Statement } from '../sql/statement.ts'

/** What was read: in words, how many values, and rows that had none. */
export type StreamRead = { words: string; values: number; left: { nulls: number; notFinite: number } }

/** Shows the values of a stream one by one, in the order of its column or of the file. */
export async function eachStreamed(
  source: FileSource,
  asked: DriftStream,
  { plan, session, path }: { plan: DriftPlan; session: Session; path: string },
  see: (value: number) => void,
): Promise<StreamRead> {
  const statement = new Statement(source.dialect)
  const value = await valueOf(source, asked, plan, { statement, path })
  const filter = filterOf(source, 'filter', plan.filter)
  const held = filter === null ? [] : [conditionOf(source, statement, plan.missing, filter)]
  const order = asked.order === undefined ? null : columnNamed(source, `${path}.order`, asked.order)
  const ordered = order === null ? null : columnSql(source, statement, plan.missing)(order.name)
  const where = [...held, ...(ordered === null ? [] : [`${ordered} IS NOT NULL`])]
  // Text that reads as numbers is ordered as numbers; dates of ISO 8601 are in order as text.
  const asNumbers = ordered === null || order?.type !== 'text' ? [] : [`${source.dialect.number(ordered)} NULLS LAST`]
  const by = ordered === null ? [] : [...asNumbers, ordered, 'row_at']
  const numbered = `(SELECT row_number() OVER () AS row_at, * FROM ${source.from}) AS r`
  const sql =
    `SELECT ${value.sql} FROM ${ordered === null ? source.from : numbered}` +
    `${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}${by.length === 0 ? '' : ` ORDER BY ${by.join(', ')}`}`
  let values = 0
  const left = { nulls: 0, notFinite: 0 }
  await eachDouble(session, statement.query(sql), 1, (_, part) => {
    for (const it of part) {
      if (Number.isFinite(it)) {
        values += 1
        see(it)
      } else countMark(it, left)
    }
  })
  return { words: value.words, values, left }
}

type Place = { statement: Statement; path: string }

async function valueOf(source: FileSource, asked: DriftStream, plan: DriftPlan, { statement, path }: Place) {
  const answer = (it: Asked) => answerSql(source, it, plan, statement)
  if (asked.value !== undefined) {
    const found = columnOrCondition(source, `${path}.value`, asked.value)
    const sql =
      found.kind === 'column'
        ? numberOrMark(source, statement, found.column, plan.missing)
        : marked(await answer(found))
    return { words: asked.value, sql }
  }
  const { label, prediction } = plan
  if (label === undefined || prediction === undefined) {
    return refuse(
      `${path}.value`,
      'is missing: name a column, or give the plan a label and a prediction that may disagree',
    )
  }
  const y = await answer(columnOrCondition(source, 'label', label))
  const p = await answer(columnOrCondition(source, 'prediction', prediction))
  return { words: 'errors', sql: marked(`abs(${y} - ${p})`) }
}

/** As `numberOrMark` marks what is not there. */
function marked(number: string): string {
  return `coalesce(CAST(${number} AS DOUBLE), CAST('Infinity' AS DOUBLE))`
}

/** 1 where the positive answer is given, 0 where another is, NULL where there is none. */
async function answerSql(source: FileSource, asked: Asked, plan: DriftPlan, statement: Statement): Promise<string> {
  if (asked.kind === 'condition') {
    const held = () => conditionOf(source, statement, plan.missing, asked.condition)
    return `(CASE WHEN ${held()} THEN 1 WHEN NOT ${held()} THEN 0 END)`
  }
  const { dialect } = source
  const own = new Statement(dialect)
  const answers = await source.rows(
    own.query(
      `SELECT DISTINCT ${dialect.text(columnSql(source, own, plan.missing)(asked.column.name))} FROM ${source.from} LIMIT 51`,
    ),
  )
  const texts = answers.flatMap(([it]) => (typeof it === 'string' ? [it] : []))
  if (texts.length > 50)
    refuse('label', `column "${asked.column.name}" has more than 50 answers; write a condition for the positive ones`)
  const positive = texts.filter(positiveOf(asked, plan.positive))
  const value = () => columnSql(source, statement, plan.missing)(asked.column.name)
  const places = positive.map((it) => statement.text(it))
  const yes = places.length === 0 ? '' : ` WHEN ${dialect.text(value())} IN (${places.join(', ')}) THEN 1`
  return `(CASE WHEN ${value()} IS NULL THEN NULL${yes} ELSE 0 END)`
}
