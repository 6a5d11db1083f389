import type { Cell, GroupValue } from '../cells.ts'
import { differenceOf, ratioOf } from '../comparisons/pair.ts'
import { type Estimate, undefinedEstimate } from '../estimate.ts'
import { sayGroup } from '../group-words.ts'
import { countsOf, type RateId, whyUndefined } from '../rates/counted.ts'
import { rateOf } from '../rates/rates.ts'
import { say } from '../messages/catalogue.ts'
import { type Filling, phrase, type Said } from '../messages/said.ts'
import { group as groupWords, metric as metricWords } from '../messages/terms.ts'
import { judge, privacyLimit } from './judge.ts'
import type { Denominator, Judgement } from './judgement.ts'
import type { Margin } from './margin.ts'

/**
 * A metric of the family: a rate, how groups are compared in it (`rate`: each group's own rate, with no reference), and what was agreed.
 */
export type FamilyMetric = { rate: RateId; compare: 'difference' | 'ratio' | 'rate'; margin: Margin }

/** One comparison of the family; `confidence` is what its own interval was made with so that all hold together. */
export type FamilyMember = {
  rate: RateId
  compare: FamilyMetric['compare']
  group: GroupValue[]
  /** Null where the group is compared with everybody else, or with nobody. */
  reference: GroupValue[] | null
  /** Null, with the reason, where too few people stand behind it to be shown. */
  estimate: Estimate
  confidence: number
  judgement: Judgement
}

/** A group and what it stands against: another group, everybody else (`named` null), or nothing but the margin (`other` null). */
export type FamilyComparison = { metric: FamilyMetric; cell: Cell; other: Cell | null; named: GroupValue[] | null }

const countedIn: Record<RateId, string> = {
  selection_rate: 'rows',
  base_rate: 'rows',
  accuracy: 'rows',
  tpr: 'positives',
  fnr: 'positives',
  fpr: 'negatives',
  tnr: 'negatives',
  ppv: 'selected',
  fdr: 'selected',
  npv: 'not selected',
  for: 'not selected',
}

/**
 * The interval of a ratio that is judged: the score interval unless said. Katz's passes too easily in small groups with high rates (8 %
 * of verdicts at 30 against 1,000 people with rates of 0.784 and 0.98, where the score interval stays at 2 %).
 */
export type RatioMethod = 'score-ratio' | 'katz-log'

/** How every member of one family is judged. */
export type MemberOptions = { confidence: number; minimum: number; ratioMethod: RatioMethod }

function estimateOf({ metric, cell, other }: FamilyComparison, { confidence, ratioMethod }: MemberOptions): Estimate {
  if (other === null) {
    const { value, low, high, method, reason } = rateOf(metric.rate, cell, { confidence })
    return { value, low, high, method, ...(reason === undefined ? {} : { reason }) }
  }
  const own = countsOf(metric.rate, cell)
  const its = countsOf(metric.rate, other)
  if (own.denominator === 0) return undefinedEstimate(whyUndefined(metric.rate))
  if (its.denominator === 0) return undefinedEstimate(`in the reference, ${whyUndefined(metric.rate)}`)
  const counts = {
    group: { successes: own.numerator, trials: own.denominator },
    reference: { successes: its.numerator, trials: its.denominator },
  }
  return (metric.compare === 'ratio' ? ratioOf : differenceOf)(counts, { confidence, ratioMethod })
}

/** The denominators that a comparison stands on: the rate's own, of the group and of what it is compared with. */
export function denominatorsOf({ metric, cell, other, named }: FamilyComparison): Denominator[] {
  const of = (who: string, whose: Filling, it: Cell): Denominator => ({
    of: who,
    counted: countedIn[metric.rate],
    count: countsOf(metric.rate, it).denominator,
    whose,
  })
  const own = of(sayGroup(cell.key), groupWords(cell.key), cell)
  if (other === null) return [own]
  return [own, of(named === null ? 'the rest' : sayGroup(named), otherWords(named), other)]
}

function otherWords(named: GroupValue[] | null): Filling {
  return named === null ? phrase('the rest') : groupWords(named)
}

function sayComparison({ metric, cell, other, named }: FamilyComparison): Said {
  const [rate, group] = [metricWords(metric.rate), groupWords(cell.key)]
  if (other === null) return say('rate-of', { rate, group })
  return say(metric.compare === 'ratio' ? 'rate-ratio' : 'rate-difference', { rate, group, other: otherWords(named) })
}

/** One comparison with its interval at the given confidence, and the verdict on it. */
export function judgeMember(comparison: FamilyComparison, options: MemberOptions): FamilyMember {
  const { metric, cell, named } = comparison
  const { rate, compare, margin } = metric
  const { confidence, minimum } = options
  const estimate = estimateOf(comparison, options)
  const judgement = judge({
    what: sayComparison(comparison),
    estimate,
    margin,
    scale: compare,
    denominators: denominatorsOf(comparison),
    confidence,
    minimum,
  })
  const shown = judgement.suppressed
    ? undefinedEstimate(`fewer than ${privacyLimit} people, not shown for privacy`)
    : estimate
  return { rate, compare, group: cell.key, reference: named, estimate: shown, confidence, judgement }
}
