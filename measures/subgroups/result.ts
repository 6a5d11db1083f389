import type { GroupValue } from '../cells.ts'
import type { Estimate } from '../estimate.ts'
import type { RateId } from '../rates/counted.ts'
import type { Counted, Prior, Shrunk } from './shrinkage.ts'

/** Which gaps are of interest: a rate lower than the rest's, higher, or either (unless said). */
export type GapDirection = 'lower' | 'higher' | 'either'

export type SearchOptions = {
  /** The rates that are searched; all their tests are adjusted together. */
  metrics: readonly { rate: RateId; direction?: GapDirection }[]
  /** How many columns a group may be made of: 1 to 3; 2 unless said. */
  depth?: number
  /** Fewer than this in the rate's own denominator (of the group or of the rest) is not searched; never fewer than may be shown. */
  minimum?: number
  /** The expected share of false findings (Benjamini–Hochberg over all that was searched). */
  level?: number
  confidence?: number
  /** A gap whose lower bound is smaller than this is no finding, however sure. */
  leastGap?: number
  /** How many of the ranking are told in full; `ranked` says how many there are. */
  show?: number
}

export type RankedSubgroup = {
  rate: RateId
  columns: string[]
  key: GroupValue[]
  n: number
  own: Counted
  rest: Counted
  value: number
  /** Rate of the group minus rate of everybody else. */
  gap: Estimate
  /** The gap of a finding at the confidence that allows for having been picked out (Benjamini and Yekutieli, JASA 2005); else null. */
  gapAdjusted: Estimate | null
  /** How large the gap is at least: the end of its interval nearer to 0, or 0. Ranked by this, not by the gap. */
  bound: number
  /** The rate drawn towards the other groups of as many columns (empirical Bayes). */
  shrunk: Shrunk | null
  p: number | null
  pAdjusted: number | null
  finding: boolean
  text: string
}

export type SubgroupSearch = {
  rates: RateId[]
  depth: number
  level: number
  confidence: number
  minimum: number
  /** How many tests were made: a group counts once for each rate. */
  searched: number
  tooSmall: number
  sameAsSmaller: number
  priors: { rate: RateId; depth: number; prior: Prior }[]
  findings: RankedSubgroup[]
  /** The first `show` of the ranking, findings or not. */
  top: RankedSubgroup[]
  ranked: number
  text: string
}
