// What it takes to count and keep columns, without the statistics of comparing them.
export type {
  CategoryColumn,
  DriftColumn,
  ExactValues,
  FixedPointSums,
  Grid,
  GridCounts,
  NumberColumn,
} from './column.ts'
export { checkColumn } from './column.ts'
export { binOf } from './grid.ts'
export type { DriftReference, FrozenColumn } from './reference.ts'
export { freezeColumn, freezeReference, gridOf } from './reference.ts'
