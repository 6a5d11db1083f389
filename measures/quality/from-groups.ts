import { type Estimate, undefinedEstimate } from '../estimate.ts'
import { newcombe } from '../intervals/newcombe.ts'
import { rateFrom } from '../rates/rates.ts'
import { chiSquareTail } from '../distributions.ts'
import type { GroupCounts } from './counts.ts'
import { estimatedQuantity, quantityOf } from './quality-measures.ts'
import type { QualityDetail, QualityMeasure } from './result.ts'

type Counted = { numerator: number; denominator: number }

/**
 * How far the highest share of a group lies above the lowest. The interval is Newcombe's of these two groups at a level that holds for all
 * pairs together (Bonferroni), cut at 0, since the two were chosen for being apart; the test asks whether the groups differ at all
 * (chi-square of homogeneity). Groups without rows to ask are shown and not compared.
 */
export function measuresOfGroups(counts: GroupCounts): { measures: QualityMeasure[]; details: QualityDetail[] } {
  const asked = counts.groups.filter((it) => it.denominator > 0)
  const groups = counts.groups.map(({ key, numerator, denominator }) => ({
    key,
    rate: rateFrom({ numerator, denominator, without: 'there is no row to ask in this group' }),
  }))
  return {
    measures: [
      estimatedQuantity('largest_gap', 'share', gapOf(asked)),
      quantityOf(
        'homogeneity_p',
        'probability',
        homogeneity(asked),
        'an expected count is below 5, or all rows answer alike',
      ),
    ],
    details: [{ kind: 'groups', columns: counts.columns, groups }],
  }
}

function gapOf(groups: Counted[]): Estimate {
  if (groups.length < 2) return undefinedEstimate('fewer than two groups have rows to ask')
  const ordered = groups.toSorted((a, b) => a.numerator / a.denominator - b.numerator / b.denominator)
  const [lowest, highest] = [ordered[0], ordered.at(-1)]
  if (!lowest || !highest) return undefinedEstimate('fewer than two groups have rows to ask')
  const pairs = (groups.length * (groups.length - 1)) / 2
  const { low, high } = newcombe({
    group: { successes: highest.numerator, trials: highest.denominator },
    reference: { successes: lowest.numerator, trials: lowest.denominator },
    confidence: 1 - 0.05 / pairs,
  })
  const value = highest.numerator / highest.denominator - lowest.numerator / lowest.denominator
  return { value, low: Math.max(0, low), high, method: 'newcombe' }
}

/** Chi-square of homogeneity with G − 1 degrees of freedom; null where an expected count is below 5. */
function homogeneity(groups: Counted[]): number | null {
  const rows = groups.reduce((sum, it) => sum + it.denominator, 0)
  const share = groups.reduce((sum, it) => sum + it.numerator, 0) / Math.max(1, rows)
  const fewest = groups.reduce((least, it) => Math.min(least, it.denominator), Number.MAX_SAFE_INTEGER)
  const smallest = fewest * Math.min(share, 1 - share)
  if (groups.length < 2 || smallest < 5) return null
  const statistic = groups.reduce(
    (sum, it) => sum + (it.numerator - it.denominator * share) ** 2 / (it.denominator * share * (1 - share)),
    0,
  )
  return chiSquareTail(statistic, groups.length - 1)
}
