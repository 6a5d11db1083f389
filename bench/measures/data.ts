import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

export type BenchFiles = { parquet: string; csv: string; before: string; after: string }

/** Values from a hash of the row number: the same rows on every machine, in no helpful order. */
const share = (salt: number) => `(hash(i + ${salt}) % 1000000) / 1000000.0`

const race = `CASE WHEN ${share(1)} < 0.5 THEN 'White' WHEN ${share(1)} < 0.7 THEN 'Black' WHEN ${share(1)} < 0.85 THEN 'Hispanic' WHEN ${share(1)} < 0.95 THEN 'Asian' ELSE 'Other' END`

/** Ten million predictions as Parquet and CSV, and two files of a million rows with twenty columns for drift. */
export async function generate(folder: string): Promise<BenchFiles> {
  const files = {
    parquet: join(folder, 'predictions.parquet'),
    csv: join(folder, 'predictions.csv'),
    before: join(folder, 'before.parquet'),
    after: join(folder, 'after.parquet'),
  }
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' })
  const connection = await instance.connect()
  const rows =
    `SELECT ${race} AS race, CASE WHEN ${share(2)} < 0.48 THEN 'Female' ELSE 'Male' END AS sex, ` +
    `CAST(${share(3)} < 0.3 AS INTEGER) AS y, CAST(${share(3)} * 0.7 + ${share(4)} * 0.3 < 0.32 AS INTEGER) AS p, ` +
    `round(${share(4)}, 6) AS score, i AS id FROM range(10000000) AS t(i)`
  await connection.run(`COPY (${rows}) TO '${files.parquet}' (FORMAT parquet)`)
  await connection.run(`COPY (FROM '${files.parquet}') TO '${files.csv}' (FORMAT csv)`)
  for (const [file, shift] of [
    [files.before, 0],
    [files.after, 0.05],
  ] as const) {
    const numbers = Array.from(
      { length: 14 },
      (_, at) =>
        `sqrt(-2 * ln(${share(at * 7 + 1)} + 1e-7)) * cos(6.2832 * ${share(at * 7 + 2)}) + ${at % 3 === 0 ? shift : 0} AS n${at}`,
    )
    const categories = Array.from(
      { length: 6 },
      (_, at) => `'c' || CAST(floor(${share(200 + at)} * ${5 + at * 9} ) AS INTEGER) AS c${at}`,
    )
    const from = `range(${shift === 0 ? 0 : 1_000_000}, ${shift === 0 ? 1_000_000 : 2_000_000}) AS t(i)`
    await connection.run(
      `COPY (SELECT ${[...numbers, ...categories].join(', ')} FROM ${from}) TO '${file}' (FORMAT parquet)`,
    )
  }
  connection.closeSync()
  instance.closeSync()
  return files
}
