import { describe, expect, it } from 'vitest'
import { duckdb } from '../sql/dialect.ts'
import { Statement } from '../sql/statement.ts'
import { columnsOf, parseFilter } from './parse.ts'
import { conditionSql } from './to-sql.ts'

function sqlOf(source: string) {
  const parsed = parseFilter(source)
  if (!parsed.ok) return parsed.message
  const statement = new Statement(duckdb)
  const sql = conditionSql(parsed.condition, statement, (name) => duckdb.quoted(name))
  const { values } = statement.query(sql)
  return { sql, values: values.map(({ value }) => value) }
}

const propublica =
  "days_b_screening_arrest <= 30 and days_b_screening_arrest >= -30 and is_recid != -1 and c_charge_degree != 'O' and score_text != 'N/A'"

describe('a filter', () => {
  it('binds every value and pastes none', () => {
    expect(sqlOf("x = -5 and name = 'it''s; drop table t --'")).toEqual({
      sql: '((TRY_CAST("x" AS DOUBLE) = CAST($1 AS DOUBLE)) AND (CAST("name" AS VARCHAR) = CAST($2 AS VARCHAR)))',
      values: [-5, "it's; drop table t --"],
    })
  })

  it('says what ProPublica says', () => {
    expect(sqlOf(propublica)).toMatchObject({ values: [30, -30, -1, 'O', 'N/A'] })
    const parsed = parseFilter(propublica)
    expect(parsed.ok && columnsOf(parsed.condition)).toEqual([
      'days_b_screening_arrest',
      'is_recid',
      'c_charge_degree',
      'score_text',
    ])
  })

  it.each([
    ['a between -30 and 30', '(TRY_CAST("a" AS DOUBLE) BETWEEN CAST($1 AS DOUBLE) AND CAST($2 AS DOUBLE))', [-30, 30]],
    ["a in (1, 'x')", '(CAST("a" AS VARCHAR) IN (CAST($1 AS VARCHAR), CAST($2 AS VARCHAR)))', ['1', 'x']],
    ['a is not null', '(NOT ("a" IS NULL))', []],
    ['not a is null or b>1', '((NOT ("a" IS NULL)) OR (TRY_CAST("b" AS DOUBLE) > CAST($1 AS DOUBLE)))', [1]],
    ['"na""me" <> 1e3', '(TRY_CAST("na""me" AS DOUBLE) <> CAST($1 AS DOUBLE))', [1000]],
    ['hours-per-week<-5', '(TRY_CAST("hours-per-week" AS DOUBLE) < CAST($1 AS DOUBLE))', [-5]],
    ['flag = TRUE', '(CAST("flag" AS VARCHAR) = CAST($1 AS VARCHAR))', ['true']],
  ])('reads %s', (source, sql, values) => {
    expect(sqlOf(source)).toEqual({ sql, values })
  })

  it.each([
    ['', 'expected the name of a column at 1'],
    ['a =', 'expected a number or text at 4'],
    ['a = b', "expected a number or text at 5; text stands in single quotes: 'b'"],
    ["a = 'x", 'a quote that is never closed'],
    ['a = 1; drop table t', 'nothing can begin with ; at 6'],
    ['a = 1 b = 2', 'expected "and", "or" or the end at 7'],
    ['(a = 1', 'expected ")" at 7'],
    ['a like 1', 'expected =, !=, <, <=, >, >=, in, between or is after "a"'],
    ['a = 1e999', 'too large'],
    [`${'('.repeat(200)}a = 1${')'.repeat(200)}`, 'nested deeper than 100'],
    ['and = 1', 'expected the name of a column at 1'],
  ])('refuses %s and points at it', (source, message) => {
    expect(sqlOf(source)).toContain(message)
  })
})
