import type { QualityCounts } from '@assay/measures'
import type { Bound } from './parameters.ts'

/** A row as DuckDB hands it out: numbers may be bigint, lists are arrays, structs are objects. */
export type CountRow = { [column: string]: unknown }

/** One statement that counts, and the function that turns its rows into counts. */
export type CountQuery = { sql: string; params: Bound[]; read: (rows: CountRow[]) => QualityCounts }

/** A count as a safe integer; null (the sum of no rows) is 0. A bug throws. */
export function countOf(value: unknown): number {
  if (value === null || value === undefined) return 0
  const count = Number(value)
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`a count is read as ${count}`)
  return count
}

/** Row numbers in ascending order. */
export function rowNumbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map(countOf).toSorted((a, b) => a - b) : []
}

/** A key of a group: null stays null, everything else is text. */
export function textOrNull(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  throw new RangeError('a key of a group is read as text')
}
