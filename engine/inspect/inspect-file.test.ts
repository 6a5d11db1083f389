import { gzipSync, zstdCompressSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, describe, expect, it } from 'vitest'
import { scratch } from '../testing.ts'
import { inspectFile } from './inspect-file.ts'

const at = scratch()
afterAll(at.remove)

async function lookedAt(name: string, content: string | Uint8Array) {
  const outcome = await inspectFile({ path: at.write(name, content), workDirectory: at.folder })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.inspection
}

async function refused(name: string, content: string | Uint8Array) {
  const outcome = await inspectFile({ path: at.write(name, content), workDirectory: at.folder })
  return outcome.ok ? [] : outcome.problems.map(({ message }) => message)
}

const csv = 'id,age,member,born,code\n1,30,true,1990-01-02,01\n2,,false,1991-02-03,02\n3,41.5,true,1992-03-04,03\n'

const kinds = [
  ['id', 'number'],
  ['age', 'number'],
  ['member', 'truth'],
  ['born', 'date'],
]

describe('a file that is only looked at', () => {
  it.each([
    ['plain', csv, 'none'],
    ['gzip', gzipSync(csv), 'gzip'],
    ['zstd', zstdCompressSync(csv), 'zstd'],
  ])('tells columns, kinds, first rows and surprises of %s CSV', async (_, content, compression) => {
    const found = await lookedAt('people.bin', content)
    expect(found).toMatchObject({ format: 'csv', compression, looked: 3, total: 3 })
    expect(found.columns.map(({ name, kind }) => [name, kind])).toEqual([...kinds, ['code', 'text']])
    expect(found.columns[1]).toMatchObject({ empty: 1, distinct: 2, examples: ['30', '41.5'] })
    expect(found.rows[1]).toEqual(['2', null, 'false', '1991-02-03', '02'])
    expect(found.surprises).toMatchObject([{ column: 'code', examples: ['01', '02', '03'], count: 3 }])
  })

  it('takes the types of Parquet from the file, and its number of rows', async () => {
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const path = `${at.folder}/people.parquet`
    await connection.run(
      `COPY (SELECT i AS id, i % 2 = 0 AS even, DATE '2026-01-01' AS day, '0' || i AS code, [i] AS list FROM range(5000) t(i)) TO '${path}'`,
    )
    connection.closeSync()
    instance.closeSync()
    const outcome = await inspectFile({ path, workDirectory: at.folder })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    const { columns, looked, total, rows } = outcome.inspection
    expect(columns.map(({ kind }) => kind)).toEqual(['number', 'truth', 'date', 'text', 'other'])
    expect([looked, total, rows.length]).toEqual([1000, 5000, 8])
  })

  it('names values that would silently be no number', async () => {
    const ages = Array.from({ length: 40 }, (_, index) => String(20 + index))
    const { columns, surprises } = await lookedAt('ages.csv', `age\n${[...ages, 'about 30', '?'].join('\n')}\n`)
    expect(columns[0]?.kind).toBe('number')
    expect(surprises.map(({ examples }) => examples)).toEqual([['?'], ['about 30']])
  })

  it('keeps names that look like code, and long values short', async () => {
    const { columns, rows } = await lookedAt('odd.jsonl', `{"__proto__":"${'x'.repeat(5000)}","'; drop":null}\n`)
    expect(columns.map(({ name }) => name)).toEqual(['__proto__', "'; drop"])
    expect(rows[0]?.[0]).toHaveLength(200)
    expect(rows[0]?.[1]).toBeNull()
  })

  it.each([
    ['nothing', '', 'is empty'],
    ['two columns of one name', 'a,a\n1,2\n', 'several columns named "a"'],
    ['a Parquet file that is cut off', 'PAR1xxxx', 'cannot be read'],
    ['a gzip file that is cut off', gzipSync(csv.repeat(50)).subarray(0, 40), 'cannot be unpacked'],
    ['bytes that are no table', Uint8Array.from([1, 0, 2, 3]), 'neither CSV, JSON lines nor Parquet'],
    ['a line with a field too many', 'a,b\n1,2,3\n', 'has 3 fields'],
  ])('refuses %s in words', async (_, content, words) => {
    expect((await refused('odd', content)).join()).toContain(words)
  })
})
