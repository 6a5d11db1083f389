import { type GroupValue, type ScoreCount, type ScoreTable, tableOfHistogram } from '@assay/measures'
import type { CellSource, Row, SourceColumn } from '../cell-source.ts'
import type { Condition } from '../filter/parse.ts'
import { refuse } from '../sources/problem.ts'
import { type Query, Statement } from '../sql/statement.ts'
import type { Positive } from './positive.ts'
import { type Asked, columnSql, conditionOf } from './resolve.ts'
import { inOrder } from './cells.ts'

export type ScoresAsked = {
  keys: SourceColumn[]
  label: Asked
  positive: Positive
  score: SourceColumn
  filter: Condition | null
  missing: string[]
  /** Groups that only tell rows apart further, such as the prediction; no key of the tables. */
  rows: number
}

/** `exact`: every distinct score; `binned`: on a grid of `bins`, ranks within a bin tied. */
export type ScoresRead = {
  tables: ScoreTable[]
  mode: 'exact' | 'binned'
  bins: number | null
  rowsUsed: number
  left: { why: string; rows: number }[]
  /** Of those left, rows that have a label and no finite score. */
  scoreless: number
}

/** Beyond this many rows scores are counted on a grid, since distinct scores would grow with the rows. */
export const mostRowsExact = 2_000_000
export const gridBins = 4_096
const mostDistinct = 4_000_000

/** Counts scores by group and label: exactly, or on a grid where there are too many rows for that and all lie in [0, 1]. */
export async function countScores(source: CellSource, asked: ScoresAsked): Promise<ScoresRead> {
  if (asked.rows > mostRowsExact) {
    const binned = await countOnGrid(source, asked)
    if (binned !== null) return binned
  }
  const rows = await source.rows(scoreQuery(source, asked, 'exact'))
  if (rows.length > mostDistinct) {
    refuse(
      'score',
      `column "${asked.score.name}" has more than ${mostDistinct} distinct scores outside of 0 to 1; scale it to 0 to 1, or round it`,
    )
  }
  return { ...tablesOf(rows, asked), mode: 'exact', bins: null }
}

/** Columns of the result: the keys, label, in filter, kind of score, score or bin, rows, sum of the scores in units of 1e-9. */
export function scoreQuery(source: CellSource, asked: ScoresAsked, mode: 'exact' | 'binned'): Query {
  const { dialect } = source
  const statement = new Statement(dialect)
  const label = asked.label
  const labelSql =
    label.kind === 'column' ? label.column.sql : conditionOf(source, statement, asked.missing, label.condition)
  const filter =
    asked.filter === null
      ? '1'
      : `CASE WHEN ${conditionOf(source, statement, asked.missing, asked.filter)} THEN 1 ELSE 0 END`
  const number = dialect.number(columnSql(source, statement, asked.missing)(asked.score.name))
  const inner = [
    ...asked.keys.map(({ sql }, index) => `${sql} AS k${index}`),
    `${labelSql} AS y`,
    `${filter} AS f`,
    `${number} AS s`,
  ].join(', ')
  const keys = asked.keys.map((_, index) => `k${index}`)
  const kind = `CASE WHEN s IS NULL THEN 0 WHEN NOT ${dialect.finite('s')} THEN 1 WHEN s < 0 OR s > 1 THEN 2 ELSE 3 END`
  const place = mode === 'exact' ? `CASE WHEN ${dialect.finite('s')} THEN s END` : binOf(dialect.name)
  const sum = mode === 'exact' ? '0' : `sum(CASE WHEN s BETWEEN 0 AND 1 THEN ${dialect.nanos('s')} ELSE 0 END)`
  const grouped = [...keys, 'y', 'f', `${kind} AS kind`, `${place} AS place`]
  const names = [...keys, 'y', 'f', 'kind', 'place']
  const counted = `SELECT ${[...grouped, `${dialect.count} AS n`, `${sum} AS total`].join(', ')} FROM (SELECT ${inner} FROM ${source.from}) AS r GROUP BY ${names.join(', ')}`
  const results = [...keys.map(dialect.text), dialect.text('y'), 'f', 'kind', 'place', 'n', dialect.text('total')]
  return statement.query(`SELECT ${results.join(', ')} FROM (${counted}) AS g LIMIT ${mostDistinct + 1}`)
}

function binOf(dialect: string): string {
  const bin = `floor(s * ${gridBins})`
  const inside = `CASE WHEN s BETWEEN 0 AND 1 THEN CASE WHEN s = 1 THEN ${gridBins - 1} ELSE ${bin} END END`
  return dialect === 'clickhouse' ? inside : `CAST(${inside} AS INTEGER)`
}

async function countOnGrid(source: CellSource, asked: ScoresAsked): Promise<ScoresRead | null> {
  const rows = await source.rows(scoreQuery(source, asked, 'binned'))
  const read = readRows(rows, asked)
  if (read.used.some(({ kind }) => kind === 2)) return null
  const tables = [...groupedBy(read.used)].map(([, entries]) => {
    const key = entries[0]?.key ?? []
    const zeros = () => Array.from({ length: gridBins }, () => 0)
    const histogram = {
      key,
      bins: gridBins,
      positive: zeros(),
      negative: zeros(),
      sums: Array.from({ length: gridBins }, () => 0n),
    }
    for (const { place, positive, rows: n, total } of entries) {
      const side = positive ? histogram.positive : histogram.negative
      side[place] = (side[place] ?? 0) + n
      histogram.sums[place] = (histogram.sums[place] ?? 0n) + total
    }
    return tableOfHistogram(histogram)
  })
  return {
    tables: tables.toSorted((a, b) => inOrder(a.key, b.key)),
    mode: 'binned',
    bins: gridBins,
    rowsUsed: read.rowsUsed,
    left: read.left,
    scoreless: read.scoreless,
  }
}

function tablesOf(rows: Row[], asked: ScoresAsked): Omit<ScoresRead, 'mode' | 'bins'> {
  const { used, rowsUsed, left, scoreless } = readRows(rows, asked)
  const tables = [...groupedBy(used)].map(([, entries]): ScoreTable => {
    const scores = new Map<number, ScoreCount>()
    for (const { place, positive, rows: n } of entries) {
      const score = place === 0 ? 0 : place
      const known = scores.get(score) ?? { score, positive: 0, negative: 0 }
      known[positive ? 'positive' : 'negative'] += n
      scores.set(score, known)
    }
    return { key: entries[0]?.key ?? [], scores: [...scores.values()].toSorted((a, b) => a.score - b.score) }
  })
  return { tables: tables.toSorted((a, b) => inOrder(a.key, b.key)), rowsUsed, left, scoreless }
}

type Entry = { key: GroupValue[]; positive: boolean; kind: number; place: number; rows: number; total: bigint }

function readRows(
  rows: Row[],
  asked: ScoresAsked,
): { used: Entry[]; rowsUsed: number; left: ScoresRead['left']; scoreless: number } {
  const nobody = new Set(asked.missing)
  const textOf = (it: unknown) => (typeof it === 'string' && !nobody.has(it) ? it : null)
  const left = new Map<string, number>()
  const used: Entry[] = []
  let [rowsUsed, scoreless] = [0, 0]
  const width = asked.keys.length
  for (const row of rows) {
    const [label, inFilter, kind, place, n, total] = row.slice(width)
    const count = Number(n)
    const value = textOf(label)
    const why = whyLeft(Number(inFilter) === 1, value, Number(kind), asked)
    if (Number(inFilter) === 1 && value !== null && Number(kind) < 2) scoreless += count
    if (why === null && value !== null) {
      rowsUsed += count
      const key = row.slice(0, width).map(textOf)
      used.push({
        key,
        positive: asked.positive(value),
        kind: Number(kind),
        place: Number(place),
        rows: count,
        total: BigInt(String(total).split('.')[0] ?? '0'),
      })
    } else if (why !== null) left.set(why, (left.get(why) ?? 0) + count)
  }
  const account = [...left].map(([why, count]) => ({ why, rows: count })).toSorted((a, b) => (a.why < b.why ? -1 : 1))
  return { used, rowsUsed, left: account, scoreless }
}

function whyLeft(inFilter: boolean, label: string | null, kind: number, { score }: ScoresAsked): string | null {
  if (!inFilter) return 'outside of the filter'
  if (label === null) return 'no value in the label'
  if (kind === 0) return `no number in "${score.name}"`
  return kind === 1 ? `NaN or Infinity in "${score.name}"` : null
}

function groupedBy(entries: Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const id = JSON.stringify(entry.key)
    const known = groups.get(id)
    if (known === undefined) groups.set(id, [entry])
    else known.push(entry)
  }
  return groups
}

/** The tables of some of the columns: groups that differ only in other columns are pooled by the caller's own pooling. */
export function scoreGroups(tables: ScoreTable[], columns: string[], wanted: string[]): Map<string, ScoreTable[]> {
  const places = wanted.map((it) => columns.indexOf(it))
  const groups = new Map<string, ScoreTable[]>()
  for (const table of tables) {
    const key = places.map((place) => table.key[place] ?? null)
    const id = JSON.stringify(key)
    const known = groups.get(id) ?? []
    groups.set(id, [...known, { key, scores: table.scores }])
  }
  return groups
}
