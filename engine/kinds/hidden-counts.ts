import type { CountedRate } from '@assay/measures'

/** Counts as they may be shown: null where too few people stand behind them. */
export type ShownCounts = { numerator: number | null; denominator: number | null }

const hidden: ShownCounts = { numerator: null, denominator: null }

/**
 * The counts of one side over its strata, without those of fewer than `show` people. The sum of all strata is known from the group itself, so a single
 * hidden stratum could be found by subtraction: the smallest of the others is then hidden with it.
 */
export function shownCounts(strata: readonly CountedRate[], show: number): ShownCounts[] {
  const small = strata.flatMap(({ denominator }, at) => (denominator > 0 && denominator < show ? [at] : []))
  const kept = new Set(small.length === 1 ? [...small, ...smallestOther(strata, small)] : small)
  return strata.map(({ numerator, denominator }, at) => (kept.has(at) ? hidden : { numerator, denominator }))
}

function smallestOther(strata: readonly CountedRate[], small: readonly number[]): number[] {
  const others = strata.flatMap(({ denominator }, at) =>
    denominator > 0 && !small.includes(at) ? [{ at, denominator }] : [],
  )
  return others
    .toSorted((a, b) => a.denominator - b.denominator || a.at - b.at)
    .slice(0, 1)
    .map(({ at }) => at)
}
