import { drawHypergeometric, seededUniform, type Uniform } from '../bootstrap/random.ts'
import { assertProportion, type Proportion } from '../intervals/counts.ts'
import { chiSquareTail } from '../distributions.ts'
import { fisherExact, trustedExpected } from './two-proportions.ts'

/** Whether all groups have one rate. `replicates` says how many tables a permutation drew. */
export type Homogeneity = {
  statistic: number | null
  df: number
  p: number | null
  method: 'chi-square' | 'fisher-exact' | 'permutation' | null
  replicates?: number
  reason?: string
}

/**
 * How many tables a permutation draws at most (2,000 unless said), from which seed, and after how many tables as far off as the observed
 * one it stops (100 unless said), since p is then known to be large.
 */
export type PermutationOptions = { replicates?: number; seed?: number; stopAfter?: number }

/** Drawing one group's count costs one step of work; a test with very many groups draws fewer tables, and says how many. */
const mostDraws = 2_000_000
const fewestReplicates = 199

/**
 * Tests that k groups have the same rate, with k − 1 degrees of freedom: Pearson's chi-square, or, where an expected count is below 5,
 * Fisher's exact test of two groups and a permutation test of more: tables with the same margins drawn from the seed, p = (1 + tables
 * at least as far off)/(1 + tables), or h/tables if it stopped at the h-th of those. One decision for the whole table, to be made
 * before looking at pairs.
 * Throws a RangeError for counts that are no proportion.
 * Source: W. G. Cochran (1954), Biometrics 10, 417–451, on when to trust the approximation; J. Besag, P. Clifford (1991), Biometrika
 * 78, 301–304, on stopping.
 */
export function homogeneity(groups: Proportion[], options: PermutationOptions = {}): Homogeneity {
  groups.forEach(assertProportion)
  const df = Math.max(0, groups.length - 1)
  const [first, second] = groups
  if (!first || !second) {
    return { statistic: null, df, p: null, method: null, reason: 'fewer than two groups have a defined rate' }
  }
  const margins = marginsOf(groups)
  const statistic = statisticOf(
    groups.map((group) => group.successes),
    groups,
    margins,
  )
  if (smallestExpectedOf(groups, margins) >= trustedExpected) {
    return { statistic, df, p: chiSquareTail(statistic, df), method: 'chi-square' }
  }
  if (groups.length === 2) {
    return { statistic, df, p: fisherExact({ group: first, reference: second }), method: 'fisher-exact' }
  }
  return { statistic, df, method: 'permutation', ...permutation(groups, margins, statistic, options) }
}

type Margins = { successes: number; trials: number }

function marginsOf(groups: Proportion[]): Margins {
  return groups.reduce<Margins>(
    (sum, group) => ({ successes: sum.successes + group.successes, trials: sum.trials + group.trials }),
    { successes: 0, trials: 0 },
  )
}

/** Σ (k − np̄)²/(np̄(1 − p̄)); 0 where nobody or everybody was selected, since then all rates are equal. */
function statisticOf(counts: ArrayLike<number>, groups: Proportion[], { successes, trials }: Margins): number {
  const rate = successes / trials
  if (rate === 0 || rate === 1) return 0
  let sum = 0
  for (const [at, group] of groups.entries()) sum += ((counts[at] ?? 0) - group.trials * rate) ** 2 / group.trials
  return sum / (rate * (1 - rate))
}

function smallestExpectedOf(groups: Proportion[], { successes, trials }: Margins): number {
  const smallest = groups.reduce((least, group) => Math.min(least, group.trials), Number.POSITIVE_INFINITY)
  return (Math.min(successes, trials - successes) * smallest) / trials
}

function permutation(
  groups: Proportion[],
  margins: Margins,
  observed: number,
  { replicates = 2000, seed = 1, stopAfter = 100 }: PermutationOptions,
): { p: number; replicates: number } {
  const uniform = seededUniform(seed)
  const counts = new Float64Array(groups.length)
  const most = Math.max(fewestReplicates, Math.min(replicates, Math.floor(mostDraws / groups.length)))
  let asFar = 0
  for (let drawn = 1; drawn <= most; drawn += 1) {
    redraw(uniform, groups, margins, counts)
    if (statisticOf(counts, groups, margins) >= observed * (1 - 1e-12)) asFar += 1
    if (asFar >= stopAfter) return { p: asFar / drawn, replicates: drawn }
  }
  return { p: (1 + asFar) / (1 + most), replicates: most }
}

/** Deals the successes out to the groups anew, each group keeping its size. */
function redraw(uniform: Uniform, groups: Proportion[], margins: Margins, counts: Float64Array): void {
  let { successes, trials } = margins
  for (const [at, group] of groups.entries()) {
    const drawn = drawHypergeometric(uniform, trials, successes, group.trials)
    counts[at] = drawn
    successes -= drawn
    trials -= group.trials
  }
}
