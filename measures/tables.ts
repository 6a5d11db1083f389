import type { Cell, CellTable, Confusion, GroupValue } from './cells.ts'
import { checkTable } from './checked.ts'

/** The empty confusion table. */
export const noRows: Confusion = { tp: 0, fp: 0, fn: 0, tn: 0 }

/** The confusion table of everybody in either. */
export function addConfusions(a: Confusion, b: Confusion): Confusion {
  return { tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn, tn: a.tn + b.tn }
}

/** The confusion table of everybody in `whole` who is not in `part`. Throws a RangeError when part is no part of whole. */
export function withoutConfusion(whole: Confusion, part: Confusion): Confusion {
  const rest = { tp: whole.tp - part.tp, fp: whole.fp - part.fp, fn: whole.fn - part.fn, tn: whole.tn - part.tn }
  checkTable(rest)
  return rest
}

/** One confusion table of all cells. */
export function totalOf(table: CellTable): Confusion {
  return table.cells.reduce<Confusion>(addConfusions, noRows)
}

/**
 * The cells of fewer columns: counts of the same combination of the kept columns are added up. Cells come in the order of their keys
 * (by code point, null last), whatever the order they were counted in.
 * Throws a RangeError for a column that the table does not have or that is named twice, a key of another length, or counts that are none.
 */
export function marginal(table: CellTable, columns: string[]): CellTable {
  assertTable(table)
  const places = columns.map((column, at) => {
    const place = table.columns.indexOf(column)
    if (place < 0)
      throw new RangeError(`the table has no column “${column}”; it has ${table.columns.join(', ') || 'none'}`)
    if (columns.indexOf(column) !== at) throw new RangeError(`column “${column}” is named twice`)
    return place
  })
  const kept = table.cells.map((cell) => ({ ...cell, key: places.map((place) => cell.key[place] ?? null) }))
  return { columns: [...columns], cells: gathered(kept) }
}

/**
 * The cells of several tables together: shards, days, hosts.
 * Throws a RangeError unless all have the same columns in the same order.
 */
export function mergeTables(tables: [CellTable, ...CellTable[]]): CellTable {
  const [{ columns }] = tables
  for (const table of tables) {
    assertTable(table)
    if (JSON.stringify(table.columns) !== JSON.stringify(columns)) {
      throw new RangeError(`tables of ${columns.join(', ')} and of ${table.columns.join(', ')} cannot be added`)
    }
  }
  return { columns: [...columns], cells: gathered(tables.flatMap((table) => table.cells)) }
}

/** A name for a key that two keys share only if they are equal; safe as a key of a Map whatever the groups are called. */
export function nameOf(key: GroupValue[]): string {
  return JSON.stringify(key)
}

function gathered(cells: Cell[]): Cell[] {
  const byKey = new Map<string, Cell>()
  for (const cell of cells) {
    const name = nameOf(cell.key)
    const before = byKey.get(name)
    byKey.set(name, { key: cell.key, ...addConfusions(before ?? noRows, cell) })
  }
  const all = [...byKey.values()]
  all.forEach(checkTable)
  return all.toSorted((a, b) => compareKeys(a.key, b.key))
}

function compareKeys(a: GroupValue[], b: GroupValue[]): number {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? null
    if (value === other) continue
    if (value === null) return 1
    return other === null || value < other ? -1 : 1
  }
  return 0
}

function assertTable(table: CellTable): void {
  for (const cell of table.cells) {
    checkTable(cell)
    if (cell.key.length !== table.columns.length) {
      throw new RangeError(`a cell has ${cell.key.length} values for ${table.columns.length} columns`)
    }
  }
}
