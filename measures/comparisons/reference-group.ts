import { type Cell, type CellTable, type GroupValue, sizeOf } from '../cells.ts'
import { nameOf } from '../tables.ts'

/**
 * What the other groups are compared with, and by which rule it was chosen. Never the alphabet: `largest-of-equals` says that two groups
 * are equally large and the first of them by name was taken, so that a plan should declare one.
 */
export type ReferenceGroup = { group: GroupValue[]; rule: 'declared' | 'largest' | 'largest-of-equals' }

/**
 * The declared group, or the largest. Null only for a table without rows.
 * Throws a RangeError when the declared group is not in the table, naming what is.
 */
export function referenceGroup(table: CellTable, declared?: GroupValue[]): ReferenceGroup | null {
  if (declared) return { group: findGroup(table, declared).key, rule: 'declared' }
  const [first] = table.cells
  if (!first) return null
  const largest = table.cells.reduce((best, cell) => (sizeOf(cell) > sizeOf(best) ? cell : best), first)
  const equals = table.cells.filter((cell) => sizeOf(cell) === sizeOf(largest))
  return { group: largest.key, rule: equals.length > 1 ? 'largest-of-equals' : 'largest' }
}

/** The cell of a group. Throws a RangeError when there is none, naming up to ten that there are. */
export function findGroup(table: CellTable, group: GroupValue[]): Cell {
  const name = nameOf(group)
  const found = table.cells.find((cell) => nameOf(cell.key) === name)
  if (found) return found
  const there = table.cells.slice(0, 10).map((cell) => nameOf(cell.key))
  const more = table.cells.length > there.length ? ` and ${table.cells.length - there.length} more` : ''
  throw new RangeError(
    `the group ${name} is not among the groups of ${table.columns.join(', ')}: ${there.join(', ')}${more}`,
  )
}
