import type { GroupValue, RegressionSums } from '@assay/measures'
import type { CellSource, Row, SourceColumn, SqlValue } from '../cell-source.ts'
import type { Condition } from '../filter/parse.ts'
import { refuse } from '../sources/problem.ts'
import { Statement } from '../sql/statement.ts'
import { numberSql } from './column-stats.ts'
import { columnSql, conditionOf } from './resolve.ts'

export type ResidualsAsked = {
  keys: SourceColumn[]
  label: SourceColumn
  prediction: SourceColumn
  filter: Condition | null
  missing: string[]
}

export type ResidualsRead = {
  sums: RegressionSums[]
  rows: number
  rowsUsed: number
  left: { why: string; rows: number }[]
}

/** Residuals are whole numbers of at most 2e9 units, so that their squares fit 64 bits. */
const largest = 1_000_000_000

/**
 * Sums of the residuals label − prediction of each group, in one pass over the keys: whole numbers in units of a power of ten that is read off
 * the largest label or prediction there is, so that no order of adding changes them.
 */
export async function countResiduals(source: CellSource, asked: ResidualsAsked): Promise<ResidualsRead> {
  const scale = await scaleOf(source, asked)
  const statement = new Statement(source.dialect)
  const { dialect } = source
  const { label, prediction } = numbersOf(source, statement, asked)
  const held = asked.filter === null ? null : conditionOf(source, statement, asked.missing, asked.filter)
  const keys = asked.keys.map(({ sql }, index) => `${sql} AS k${index}`)
  const inner = [
    ...keys,
    `${label} AS y`,
    `${prediction} AS p`,
    `${held === null ? '1' : `CASE WHEN ${held} THEN 1 ELSE 0 END`} AS f`,
  ]
  const units = (it: string) => `CASE WHEN kind = 0 THEN CAST(round(${it} * ${statement.number(scale)}) AS BIGINT) END`
  const kind =
    `CASE WHEN f = 0 THEN 1 WHEN y IS NULL THEN 2 WHEN p IS NULL THEN 3 ` +
    `WHEN NOT ${dialect.finite('y')} OR NOT ${dialect.finite('p')} THEN 4 ELSE 0 END`
  const names = asked.keys.map((_, index) => `k${index}`)
  const sums = ['sum(e)', 'sum(abs(e))', 'sum(e * e)', 'sum(y)', 'sum(y * y)'].map((it) => dialect.text(it))
  const kinds = `SELECT ${[...names, 'y', 'p', `${kind} AS kind`].join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${source.from}) AS r`
  const whole = `SELECT ${[...names, 'kind', `${units('(y - p)')} AS e`, `${units('y')} AS y`].join(', ')} FROM (${kinds}) AS s`
  const found = await source.rows(
    statement.query(
      `SELECT ${[...names.map((it) => dialect.text(it)), 'kind', dialect.count, ...sums].join(', ')} FROM (${whole}) AS t GROUP BY ${[...names, 'kind'].join(', ')}`,
    ),
  )
  return read(found, asked, scale)
}

/** Of the largest label or prediction; throws Refused where either column holds no number at all. */
async function scaleOf(source: CellSource, asked: ResidualsAsked): Promise<number> {
  const statement = new Statement(source.dialect)
  const { label, prediction } = numbersOf(source, statement, asked)
  const most = (it: string) => `max(abs(CASE WHEN ${source.dialect.finite(it)} THEN ${it} END))`
  const [row = []] = await source.rows(
    statement.query(
      `SELECT ${most('y')}, ${most('p')} FROM (SELECT ${label} AS y, ${prediction} AS p FROM ${source.from}) AS r`,
    ),
  )
  const [ofLabel, ofPrediction] = row
  for (const [path, value, { name }] of [
    ['label', ofLabel, asked.label],
    ['prediction', ofPrediction, asked.prediction],
  ] as const) {
    if (typeof value !== 'number') refuse(path, `column "${name}" holds no number; a regression needs numbers`)
  }
  const greatest = Math.max(Number(ofLabel), Number(ofPrediction))
  return greatest === 0 ? 1 : 10 ** Math.floor(Math.log10(largest / greatest))
}

function numbersOf(source: CellSource, statement: Statement, { label, prediction, missing }: ResidualsAsked) {
  const valueOf = columnSql(source, statement, missing)
  const number = (column: SourceColumn) => numberSql(column, valueOf(column.name), source.dialect.number)
  return { label: number(label), prediction: number(prediction) }
}

function read(found: Row[], asked: ResidualsAsked, scale: number): ResidualsRead {
  const nobody = new Set(asked.missing)
  const width = asked.keys.length
  const why = [
    '',
    'outside of the filter',
    `no number in "${asked.label.name}"`,
    `no number in "${asked.prediction.name}"`,
    'NaN or Infinity in label or prediction',
  ]
  const sums = new Map<string, RegressionSums>()
  const left = new Map<number, number>()
  let [rows, rowsUsed] = [0, 0]
  for (const row of found) {
    const [kind, n, ...totals] = row.slice(width)
    const count = Number(n)
    rows += count
    if (Number(kind) !== 0) {
      left.set(Number(kind), (left.get(Number(kind)) ?? 0) + count)
      continue
    }
    rowsUsed += count
    const key = row.slice(0, width).map((it): GroupValue => (typeof it === 'string' && !nobody.has(it) ? it : null))
    const id = JSON.stringify(key)
    sums.set(id, added(sums.get(id) ?? nothing(key, scale), count, totals))
  }
  return {
    sums: [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it),
    rows,
    rowsUsed,
    left: [...left].toSorted(([a], [b]) => a - b).map(([kind, count]) => ({ why: why[kind] ?? '', rows: count })),
  }
}

function nothing(key: GroupValue[], scale: number): RegressionSums {
  return { key, rows: 0, scale, residuals: 0n, absolute: 0n, squares: 0n, labels: 0n, labelSquares: 0n }
}

function added(it: RegressionSums, rows: number, totals: (SqlValue | undefined)[]): RegressionSums {
  const [residuals, absolute, squares, labels, labelSquares] = totals.map((total) => BigInt(String(total ?? '0')))
  return {
    ...it,
    rows: it.rows + rows,
    residuals: it.residuals + (residuals ?? 0n),
    absolute: it.absolute + (absolute ?? 0n),
    squares: it.squares + (squares ?? 0n),
    labels: it.labels + (labels ?? 0n),
    labelSquares: it.labelSquares + (labelSquares ?? 0n),
  }
}

/** The sums of groups that differ only in other columns, added up: `wanted` are places in their keys. */
export function pooledResiduals(sums: RegressionSums[], wanted: number[]): RegressionSums[] {
  const groups = new Map<string, RegressionSums>()
  for (const it of sums) {
    const key = wanted.map((place) => it.key[place] ?? null)
    const id = JSON.stringify(key)
    const { residuals, absolute, squares, labels, labelSquares } = it
    const known = groups.get(id) ?? nothing(key, it.scale)
    groups.set(id, added(known, it.rows, [residuals, absolute, squares, labels, labelSquares]))
  }
  return [...groups.values()]
}
