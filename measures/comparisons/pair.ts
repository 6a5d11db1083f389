import { type Estimate, undefinedEstimate } from '../estimate.ts'
import { type TwoProportions, usualConfidence } from '../intervals/counts.ts'
import { hasEmptyCell, katzLog } from '../intervals/katz.ts'
import { miettinenNurminen } from '../intervals/miettinen-nurminen.ts'
import { newcombe } from '../intervals/newcombe.ts'
import { scoreRatio } from '../intervals/score-ratio.ts'
import type { CountedRate } from '../rates/counted.ts'
import { fisherExact, smallestExpected, trustedExpected, twoProportionZ } from '../tests/two-proportions.ts'

/** How differences and ratios get their intervals; Newcombe and Katz unless said. */
export type PairOptions = {
  confidence?: number
  differenceMethod?: 'newcombe' | 'miettinen-nurminen'
  ratioMethod?: 'katz-log' | 'score-ratio'
}

/** The two rates that are compared; `without` says in words why a rate is undefined when its denominator is 0. */
export type Pair = { group: CountedRate; reference: CountedRate; without: string }

/** A comparison of two rates: how far apart, how many times as high, and how likely by chance if they were equal. */
export type PairResult = {
  difference: Estimate
  ratio: Estimate
  test: 'two-proportion-z' | 'fisher-exact' | null
  statistic: number | null
  p: number | null
}

/**
 * Compares a group's rate with a reference's. Difference: group − reference. Ratio: group/reference, with the score interval instead of
 * Katz's where a rate is 0 or 1 (its method says so). Test: pooled z, or Fisher's exact test where an
 * expected count is below 5. All null, with the reason, where either denominator is 0.
 */
export function comparePair(pair: Pair, options: PairOptions = {}): PairResult {
  if (pair.group.denominator === 0 || pair.reference.denominator === 0) {
    const whose = pair.group.denominator === 0 ? pair.without : `in the reference, ${pair.without}`
    const nothing = undefinedEstimate(whose)
    return { difference: nothing, ratio: nothing, test: null, statistic: null, p: null }
  }
  const counts: TwoProportions = { group: proportionOf(pair.group), reference: proportionOf(pair.reference) }
  return { difference: differenceOf(counts, options), ratio: ratioOf(counts, options), ...testOf(counts) }
}

/** The difference of two proportions with its interval. */
export function differenceOf(
  counts: TwoProportions,
  { confidence = usualConfidence, differenceMethod: method = 'newcombe' }: PairOptions = {},
): Estimate {
  const { group, reference } = counts
  const value = group.successes / group.trials - reference.successes / reference.trials
  const interval = method === 'newcombe' ? newcombe : miettinenNurminen
  const { low, high } = interval({ ...counts, confidence })
  return { value, low, high, method }
}

/** The ratio of two proportions with its interval; null where the reference's rate is 0. */
export function ratioOf(
  counts: TwoProportions,
  { confidence = usualConfidence, ratioMethod = 'katz-log' }: PairOptions = {},
): Estimate {
  const { group, reference } = counts
  if (reference.successes === 0) return undefinedEstimate('the rate of the reference is 0, so no ratio to it exists')
  const method = hasEmptyCell(counts) ? 'score-ratio' : ratioMethod
  const { low, high } = (method === 'score-ratio' ? scoreRatio : katzLog)({ ...counts, confidence })
  return { value: group.successes / group.trials / (reference.successes / reference.trials), low, high, method }
}

function testOf(counts: TwoProportions): Pick<PairResult, 'test' | 'statistic' | 'p'> {
  if (smallestExpected(counts) < trustedExpected) {
    return { test: 'fisher-exact', statistic: null, p: fisherExact(counts) }
  }
  return { test: 'two-proportion-z', ...twoProportionZ(counts) }
}

function proportionOf({ numerator, denominator }: CountedRate): { successes: number; trials: number } {
  return { successes: numerator, trials: denominator }
}
