export type { Cell, CellTable, Confusion, GroupValue, ScoreHistogram } from './cells.ts'
export { sizeOf } from './cells.ts'
export type { Estimate, IntervalMethod, Rate, Verdict } from './estimate.ts'
