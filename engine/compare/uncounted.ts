import type { DriftColumn, ExactValues, NumberColumn } from '@assay/measures/drift/columns'
import { ascending } from './sorted.ts'

/** A number column as it was read: its finite values in the order of the file. */
export type UncountedNumbers = Omit<NumberColumn, 'values' | 'sums' | 'notFinite'> & {
  notFinite: number
  values: { mode: 'uncounted'; values: Float64Array<ArrayBuffer> }
}

export type ReadColumn = DriftColumn | UncountedNumbers

/** Every distinct value with its count: the values are sorted and counted in runs. */
export function counted(column: ReadColumn): DriftColumn {
  if (!isUncounted(column)) return column
  return { ...column, values: inRuns(column.values.values) }
}

export function isUncounted(column: ReadColumn): column is UncountedNumbers {
  return column.kind === 'number' && column.values.mode === 'uncounted'
}

function inRuns(values: Float64Array): ExactValues {
  const sorted = ascending(values)
  const counts = new Uint32Array(values.length)
  let distinct = 0
  for (let at = 0; at < sorted.length; ) {
    const value = sorted[at] ?? 0
    const begun = at
    while (at < sorted.length && sorted[at] === value) at += 1
    sorted[distinct] = value
    counts[distinct] = at - begun
    distinct += 1
  }
  return { mode: 'exact', values: sorted.subarray(0, distinct), counts: counts.subarray(0, distinct) }
}
