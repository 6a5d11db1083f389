import { type Cell, type CellTable, type GroupValue, sizeOf } from '../cells.ts'
import { checkShare } from '../checked.ts'
import { sayGroup } from '../group-words.ts'
import { countsOf, type RateId } from '../rates/counted.ts'
import { marginal, nameOf, totalOf, withoutConfusion } from '../tables.ts'
import { homogeneity, type Homogeneity } from '../tests/homogeneity.ts'
import { type Combined, combineVerdicts } from './combine.ts'
import {
  denominatorsOf,
  type FamilyComparison,
  type FamilyMember,
  type FamilyMetric,
  judgeMember,
  type MemberOptions,
  type RatioMethod,
} from './family-member.ts'
import { usualMinimum } from './judge.ts'

/** What each group is compared with: one group, the largest one, or everybody else together. */
export type Reference = { group: GroupValue[] } | 'largest' | 'rest'

/** A group that the plan leaves out of the verdict before the run; it stays in the result with this reason. */
export type LeftOut = { group: GroupValue[]; reason: string }

export type FamilyPlan = {
  attribute: readonly string[]
  metrics: readonly FamilyMetric[]
  reference: Reference
  /** Joint confidence of all intervals of the family. */
  confidence?: number
  minimum?: number
  adjustment?: 'holm' | 'bonferroni'
  ratioMethod?: RatioMethod
  leaveOut?: readonly LeftOut[]
  /** Whether people of unknown group are judged as a group; otherwise they are shown and left out. */
  judgeUnknown?: boolean
}

export type FamilyVerdict = Combined & {
  /** Whether all groups have one rate, tested once for each rate before any pair is looked at. */
  homogeneity: (Homogeneity & { rate: RateId; text: string })[]
  members: FamilyMember[]
  leftOut: (LeftOut & { n: number })[]
  /** How many comparisons share the joint confidence: those with enough people to be judged. */
  size: number
  reference: GroupValue[] | null
}

/** One test over all groups that have the rate at all. */
function together(rate: RateId, cells: readonly Cell[], level: number): FamilyVerdict['homogeneity'][number] {
  const counts = cells.map((cell) => countsOf(rate, cell)).filter(({ denominator }) => denominator > 0)
  const tested = homogeneity(
    counts.map(({ numerator, denominator }) => ({ successes: numerator, trials: denominator })),
  )
  if (tested.p === null)
    return {
      ...tested,
      rate,
      text: `Whether all groups have one ${rate} cannot be tested: ${tested.reason ?? 'undefined'}.`,
    }
  const shown = tested.p < level ? 'is shown to differ' : 'is not shown to differ'
  return {
    ...tested,
    rate,
    text: `Over all ${counts.length} groups at once, ${rate} ${shown} (p = ${Number(tested.p.toPrecision(2))}).`,
  }
}

function referenceCell(cells: readonly Cell[], reference: Reference): Cell | null {
  if (reference === 'rest') return null
  if (reference === 'largest')
    return cells.reduce<Cell | null>((most, it) => (most && sizeOf(most) >= sizeOf(it) ? most : it), null)
  const found = cells.find(({ key }) => nameOf(key) === nameOf(reference.group))
  if (!found) throw new RangeError(`the reference ${sayGroup(reference.group)} is not among the groups`)
  return found
}

/**
 * Judges all members at 1 − α/m; with Holm those that are decided leave the family and the others are judged again at 1 − α/(what is
 * left), until nothing more is decided. Holm, Scandinavian Journal of Statistics 1979; Shaffer, JASA 1980, for directions.
 */
function judgeTogether(
  comparisons: readonly FamilyComparison[],
  { alpha, stepDown, ...rest }: { alpha: number; stepDown: boolean } & Omit<MemberOptions, 'confidence'>,
): FamilyMember[] {
  const decided = new Map<FamilyComparison, FamilyMember>()
  for (;;) {
    const open = comparisons.filter((it) => !decided.has(it))
    const confidence = 1 - alpha / Math.max(1, open.length)
    const judged = open.map((it) => [it, judgeMember(it, { confidence, ...rest })] as const)
    const settled = judged.filter(([, it]) => it.judgement.verdict !== 'not-enough-data')
    if (!stepDown || settled.length === 0 || settled.length === open.length) {
      const last = new Map(judged)
      return comparisons.flatMap((it) => decided.get(it) ?? last.get(it) ?? [])
    }
    for (const [comparison, it] of settled) decided.set(comparison, it)
  }
}

/**
 * One verdict over a family: every group of an attribute in every metric of the plan, against the reference
 * (or, for `rate`, against the margin alone), with intervals that hold
 * together (Holm's step-down unless Bonferroni is asked for). A comparison under the minimum on its own denominator takes no share of the
 * confidence and is not enough data. Groups that the plan left out beforehand, and people of unknown group, are listed with their number.
 * Each rate is first tested over all groups at once (chi-square with G − 1 degrees of freedom, exact or by permutation when small); that
 * test is told beside the verdict and closes no gate, since the joint intervals hold the family's error by themselves and a gate would
 * hide one bad group among many.
 * @throws RangeError for a column or reference that is not there, an empty plan, a margin that judges nothing.
 */
export function judgeFamily(table: CellTable, plan: FamilyPlan): FamilyVerdict {
  const { confidence = 0.95, minimum = usualMinimum, adjustment = 'holm', leaveOut = [], judgeUnknown = false } = plan
  const how = { minimum, ratioMethod: plan.ratioMethod ?? ('score-ratio' as const) }
  checkShare('confidence', confidence)
  if (plan.metrics.length === 0) throw new RangeError('a family needs at least one metric')
  if (plan.attribute.length === 0) throw new RangeError('a family needs at least one attribute')
  const { columns, cells } = marginal(table, [...plan.attribute])
  const reasons = new Map(leaveOut.map(({ group, reason }) => [nameOf(group), reason]))
  const reasonFor = (cell: Cell): string | null => {
    const unknown = !judgeUnknown && cell.key.includes(null) ? 'the group of these people is unknown' : null
    return reasons.get(nameOf(cell.key)) ?? unknown
  }
  const judged = cells.filter((cell) => reasonFor(cell) === null)
  const reference = referenceCell(judged, plan.reference)
  const all = totalOf({ columns, cells: judged })
  const against = (cell: Cell): Cell => reference ?? { key: [], ...withoutConfusion(all, cell) }
  const comparisons = plan.metrics.flatMap((metric): FamilyComparison[] =>
    metric.compare === 'rate'
      ? judged.map((cell) => ({ metric, cell, other: null, named: null }))
      : judged
          .filter((cell) => cell !== reference)
          .map((cell) => ({ metric, cell, other: against(cell), named: reference?.key ?? null })),
  )
  const large = comparisons.filter((it) => denominatorsOf(it).every(({ count }) => count >= minimum))
  const settled = judgeTogether(large, { alpha: 1 - confidence, stepDown: adjustment === 'holm', ...how })
  const byComparison = new Map(large.map((it, i) => [it, settled[i]]))
  const members = comparisons.map((it) => byComparison.get(it) ?? judgeMember(it, { confidence, ...how }))
  const leftOut = cells.flatMap((cell) => {
    const reason = reasonFor(cell)
    return reason === null ? [] : [{ group: cell.key, reason, n: sizeOf(cell) }]
  })
  const rates = [...new Set(plan.metrics.map(({ rate }) => rate))]
  const combined = combineVerdicts(members.map(({ judgement }) => judgement))
  return {
    ...combined,
    homogeneity: rates.map((rate) => together(rate, judged, 1 - confidence)),
    members,
    leftOut,
    size: large.length,
    reference: reference?.key ?? null,
  }
}
