// What it takes to compare columns with their reference, for a thread that does nothing else.
export type { DriftOptions, DriftResult } from './compare.ts'
export { addedColumn, compareColumn, driftOf } from './compare.ts'
export { worst } from './judge.ts'
export type { ColumnDrift, ColumnRole } from './result.ts'
