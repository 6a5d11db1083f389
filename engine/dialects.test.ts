import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { CellSource, Row } from './cell-source.ts'
import { type CountAsked, countQuery, countRows } from './count/count-rows.ts'
import { countScores } from './count/count-scores.ts'
import { openSource } from './duckdb/open-source.ts'
import { Session } from './duckdb/session.ts'
import { columnNamed, columnOrCondition, filterOf } from './count/resolve.ts'
import { headOf } from './sources/head.ts'
import { identify } from './sources/identity.ts'
import { clickhouse, postgresql } from './sql/dialect.ts'
import { scratch } from './testing.ts'

const at = scratch()
const lines: string[] = []
for (let index = 0; index < 2_000; index += 1) {
  const group = ["O'Brien", 'Zoë', 'a "b"', ''][index % 4] ?? ''
  lines.push(
    `${group === '' ? '' : `"${group.replaceAll('"', '""')}"`},${(index * 7) % 3 === 0 ? 1 : 0},${index % 5 < 2 ? 1 : 0},${((index * 31) % 100) / 100},${(index % 11) - 5},${index % 50 === 0 ? 'N/A' : '01'}`,
  )
}
const names = ['g', 'y', 'p', 's', 'x', 'odd name"']

let session: Session
let client: pg.Client
let sources: { file: CellSource; table: CellSource }

beforeAll(async () => {
  session = await Session.open({ workDirectory: at.folder, memoryLimit: '256MB', threads: 1 })
  const header = names.map((it) => `"${it.replaceAll('"', '""')}"`).join(',')
  const identity = await identify('data', at.write('rows.csv', `${header}\n${lines.join('\n')}\n`))
  const file = await openSource(session, identity, await headOf(identity))
  await session.lock()
  client = new pg.Client(inject('cluster').owner)
  await client.connect()
  const columns = names.map((name) => ({ name, sql: postgresql.quoted(name), type: 'text' as const }))
  await client.query(`CREATE TEMP TABLE counted (${columns.map(({ sql }) => `${sql} text`).join(', ')})`)
  const all = await session.rows({ sql: `SELECT * FROM ${file.from}`, values: [] })
  for (const row of all) await client.query('INSERT INTO counted VALUES ($1, $2, $3, $4, $5, $6)', row)
  const table: CellSource = {
    dialect: postgresql,
    from: 'counted',
    columns,
    rows: async ({ sql, values }) => {
      const found = await client.query<Row>({ text: sql, values: values.map(({ value }) => value), rowMode: 'array' })
      return found.rows
    },
  }
  sources = { file, table }
})

afterAll(async () => {
  await client.end()
  await session.close()
  at.remove()
})

const filter = `x between -3 and 4 and not g in ('nobody') and "odd name""" = 1 and (y = '1' or y != 5) and s >= 0.02`

function asked(source: CellSource, prediction = 'p'): CountAsked {
  return {
    keys: [columnNamed(source, 'by', 'g'), columnNamed(source, 'by', 'odd name"')],
    label: columnOrCondition(source, 'label', 'y'),
    prediction: columnOrCondition(source, 'prediction', prediction),
    filter: filterOf(source, 'filter', filter),
    missing: ['N/A'],
  }
}

describe('the queries that count', () => {
  it.each(['p', 's >= 0.5'])(
    'give the same cells in a file and in PostgreSQL, with the prediction %s',
    async (prediction) => {
      const [inFile, inTable] = await Promise.all(
        [sources.file, sources.table].map((it) => countRows(it, asked(it, prediction))),
      )
      expect(inTable).toEqual(inFile)
      expect(inFile?.reduce((sum, { rows }) => sum + rows, 0)).toBe(2_000)
      expect(inFile?.some(({ inFilter }) => inFilter)).toBe(true)
    },
  )

  it.each([
    ['exactly', 2_000],
    ['on a grid', 3_000_000],
  ])('give the same scores %s in a file and in PostgreSQL', async (_, rows) => {
    const [inFile, inTable] = await Promise.all(
      [sources.file, sources.table].map((it) => {
        const { label, ...rest } = asked(it)
        if (label === null) throw new Error('there is a label')
        return countScores(it, {
          ...rest,
          label,
          positive: (value) => value === '1',
          score: columnNamed(it, 'score', 's'),
          rows,
        })
      }),
    )
    expect(inTable).toEqual(inFile)
    expect(inFile?.tables.length).toBe(3)
  })

  it('are written for ClickHouse with typed places and no value in their text', () => {
    const { sql, values } = countQuery({ ...sources.table, dialect: clickhouse }, asked(sources.table))
    expect(sql).toContain('{p1:')
    expect(sql).not.toMatch(/nobody|N\/A|-3/)
    expect(values).toHaveLength(new Set(sql.match(/\{p\d+:/g)).size)
  })
})
