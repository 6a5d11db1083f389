import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import { assertProportion, type Interval, type Proportion, usualConfidence } from './counts.ts'
import { criticalValue } from '../distributions.ts'

type Asked = Proportion & { confidence?: number }

/**
 * Wilson's score interval of one proportion: all p with |k/n − p| ≤ z √(p(1 − p)/n). Covers near its nominal level from small n on and
 * never leaves [0, 1]; the default of this package.
 * Throws a RangeError for counts that are no proportion.
 * Source: E. B. Wilson (1927), JASA 22, 209–212.
 */
export function wilson({ successes, trials, confidence = usualConfidence }: Asked): Interval {
  assertProportion({ successes, trials })
  const z = criticalValue(confidence)
  const upper = (k: number) => {
    const halfWidth = z * Math.sqrt((k * (trials - k)) / trials + (z * z) / 4)
    return Math.min(1, (k + (z * z) / 2 + halfWidth) / (trials + z * z))
  }
  // The lower end is the other root of the same quadratic: through the product of the roots it keeps all its digits near 0.
  const low = successes === 0 ? 0 : (successes * successes) / (trials * (trials + z * z) * upper(successes))
  return { low, high: successes === trials ? 1 : upper(successes) }
}

/**
 * Clopper and Pearson's exact interval: both one-sided binomial tests at (1 − confidence)/2 turned round. Covers at least its nominal
 * level always and so is wider than needed; for a regulator or a very small n.
 * Throws a RangeError for counts that are no proportion.
 * Source: C. J. Clopper, E. S. Pearson (1934), Biometrika 26, 404–413.
 */
export function clopperPearson({ successes, trials, confidence = usualConfidence }: Asked): Interval {
  assertProportion({ successes, trials })
  criticalValue(confidence)
  const tail = (1 - confidence) / 2
  const failures = trials - successes
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    high: failures === 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures),
  }
}

/**
 * The equal-tailed credible interval under Jeffreys's prior Beta(1/2, 1/2), with both of its ends as the posterior gives them (they are
 * not moved to 0 and 1 at 0/n and n/n).
 * Throws a RangeError for counts that are no proportion.
 * Source: L. D. Brown, T. T. Cai, A. DasGupta (2001), Statistical Science 16, 101–133.
 */
export function jeffreys({ successes, trials, confidence = usualConfidence }: Asked): Interval {
  assertProportion({ successes, trials })
  criticalValue(confidence)
  const tail = (1 - confidence) / 2
  const [a, b] = [successes + 0.5, trials - successes + 0.5]
  return { low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) }
}

/**
 * Agresti and Coull's interval: the textbook formula after z²/2 successes and failures were added, cut to [0, 1]. For comparison with
 * tools that use it.
 * Throws a RangeError for counts that are no proportion.
 * Source: A. Agresti, B. A. Coull (1998), The American Statistician 52, 119–126.
 */
export function agrestiCoull({ successes, trials, confidence = usualConfidence }: Asked): Interval {
  assertProportion({ successes, trials })
  const z = criticalValue(confidence)
  const n = trials + z * z
  const centre = (successes + (z * z) / 2) / n
  const halfWidth = z * Math.sqrt((centre * (1 - centre)) / n)
  return { low: Math.max(0, centre - halfWidth), high: Math.min(1, centre + halfWidth) }
}
