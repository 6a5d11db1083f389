import type { Cell, CellTable } from '@assay/measures'
import type { CountedRow } from './count-rows.ts'
import type { Positive } from './positive.ts'

export type CellsRead = {
  table: CellTable
  rows: number
  rowsUsed: number
  left: { why: string; rows: number }[]
}

type Reading = {
  columns: string[]
  /** Null where the plan names none; every row then counts as unfavourable in truth, and only selection is defined. */
  label: Positive | null
  prediction: Positive
  /** What the missing values are called in the account of rows that were left out. */
  names: { label: string; prediction: string }
}

/** Turns counts of raw values into confusion tables, and accounts for every row that is in none. */
export function cellsOf(counted: CountedRow[], { columns, label, prediction, names }: Reading): CellsRead {
  const cells = new Map<string, Cell>()
  const left = new Map<string, number>()
  let [rows, rowsUsed] = [0, 0]
  for (const row of counted) {
    rows += row.rows
    const why = whyLeft(row, label !== null, names)
    if (why !== null) {
      left.set(why, (left.get(why) ?? 0) + row.rows)
      continue
    }
    rowsUsed += row.rows
    const id = JSON.stringify(row.key)
    const cell = cells.get(id) ?? { key: row.key, tp: 0, fp: 0, fn: 0, tn: 0 }
    const favourable = label?.(row.label ?? '') ?? false
    const selected = prediction(row.prediction ?? '')
    cell[selected ? (favourable ? 'tp' : 'fp') : favourable ? 'fn' : 'tn'] += row.rows
    cells.set(id, cell)
  }
  return {
    table: { columns, cells: [...cells.values()] },
    rows,
    rowsUsed,
    left: [...left].map(([why, count]) => ({ why, rows: count })).toSorted((a, b) => (a.why < b.why ? -1 : 1)),
  }
}

function whyLeft(row: CountedRow, wantsLabel: boolean, names: Reading['names']): string | null {
  if (!row.inFilter) return 'outside of the filter'
  if (wantsLabel && row.label === null) return `no value in ${names.label}`
  if (row.prediction === null) return `no value in ${names.prediction}`
  return null
}

/** Text in order of its UTF-16 units, whatever the language of the machine; no value comes last. */
export function inOrder(a: (string | null)[], b: (string | null)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null
    if (left === right) continue
    if (left === null) return 1
    if (right === null) return -1
    return left < right ? -1 : 1
  }
  return 0
}
