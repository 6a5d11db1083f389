import type { GroupValue } from '../cells.ts'

/**
 * What an engine counts for a check; everything else is computed from it. Counts are non-negative safe integers. `worst` names examples
 * by row number alone (1 is the first row of data, a header is not counted), lowest first and at most `worstRows` of them: a result
 * leaves the house, a value of a person does not.
 */
export type QualityCounts = ShareCounts | GroupCounts | FrequencyCounts | PairCounts | RatingCounts

/** How many of the rows (or columns, or combinations) asked about show the defect, and what it is made of. */
export type ShareCounts = {
  kind: 'share'
  numerator: number
  denominator: number
  parts: Part[]
  worst: number[]
  /** Why the question has no answer here, where it has none; the counts are 0 then. */
  undefinedBecause?: string
}

/** A named portion of a numerator: nulls, blanks, one sentinel, one kind of personal data. Parts may overlap. */
export type Part = { name: string; rows: number }

/** The same question asked of every group. */
export type GroupCounts = {
  kind: 'groups'
  columns: string[]
  groups: { key: GroupValue[]; numerator: number; denominator: number }[]
  worst: number[]
}

/**
 * How many rows have each combination of values. For l-diversity `distinct` is how many sensitive values the combination holds.
 * `levels` are the distinct values of each column alone. Combinations may be folded by size: `times` of them have `rows` rows each.
 */
export type FrequencyCounts = {
  kind: 'frequencies'
  columns: string[]
  values: { key: GroupValue[] | null; rows: number; times: number; distinct?: number }[]
  levels: number[]
  worst: number[]
}

/** How many rows have each pair of values of two columns. `numeric` says that every value of the first column reads as a number. */
export type PairCounts = {
  kind: 'pairs'
  columns: [string, string]
  pairs: { first: GroupValue; second: GroupValue; rows: number }[]
  numeric: boolean
  worst: number[]
  /** Where there are too many pairs to hand out: what an engine counted of them, and why there is no more. */
  folded?: FoldedPairs
  undefinedBecause?: string
}

/**
 * `determined` and `majority` as in `Determination`. `ranks`: of numbers against two values of the second column, how many rows have either
 * value, and twice the pairs of rows in which the one of the first value ranks higher, ties counting once (10 million rows pass the safe range).
 */
export type FoldedPairs = {
  rows: number
  determined: number
  majority: number
  ranks: { positives: number; negatives: number; concordantTwice: bigint } | null
}

/** How many units were rated in each way: `ratings[i]` is what the i-th rater said, null where they said nothing. */
export type RatingCounts = {
  kind: 'ratings'
  raters: string[]
  patterns: { ratings: GroupValue[]; units: number }[]
  worst: number[]
}

/** How many examples a result names. */
export const worstRows = 20
