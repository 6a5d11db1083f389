/** How many of how many: the data of one proportion. */
export type Proportion = { successes: number; trials: number }

/** Two independent proportions: a group and what it is compared with. */
export type TwoProportions = { group: Proportion; reference: Proportion }

/** Both ends of a two-sided interval. */
export type Interval = { low: number; high: number }

/** The share of intervals that shall cover the truth, strictly between 0 and 1. */
export const usualConfidence = 0.95

/** Throws a RangeError unless 0 ≤ successes ≤ trials are whole numbers and there is at least one trial. */
export function assertProportion({ successes, trials }: Proportion): void {
  if (!Number.isSafeInteger(trials) || trials < 1) {
    throw new RangeError(`trials must be a whole number of at least 1, not ${trials}`)
  }
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(`successes must be a whole number from 0 to ${trials} (trials), not ${successes}`)
  }
}

/** Throws a RangeError unless both proportions are well-formed. */
export function assertTwoProportions({ group, reference }: TwoProportions): void {
  assertProportion(group)
  assertProportion(reference)
}
