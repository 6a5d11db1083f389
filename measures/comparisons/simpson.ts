import type { Cell, CellTable, GroupValue } from '../cells.ts'
import { checkCount, checkShare } from '../checked.ts'
import { differenceOf } from './pair.ts'
import { type Estimate, undefinedEstimate } from '../estimate.ts'
import { sayGroup } from '../group-words.ts'
import { criticalValue } from '../distributions.ts'
import { type CountedRate, countsOf, type RateId, whyUndefined } from '../rates/counted.ts'
import { marginal, nameOf, noRows } from '../tables.ts'

/** A group against a reference within one stratum. `counts`: whether both sides have enough people for the stratum to speak. */
export type StratumGap = {
  key: GroupValue[]
  own: CountedRate
  reference: CountedRate
  gap: number | null
  counts: boolean
}

/**
 * `full`: the overall gap and the gap in every stratum that counts have opposite signs. `adjusted`: not every stratum, but the gap with strata
 * held alike has. `shown`: neither the overall nor the adjusted interval reaches 0, so it is not by chance alone.
 */
export type Reversal = { kind: 'full' | 'adjusted'; shown: boolean }

export type StratifiedGap = {
  rate: RateId
  attribute: string[]
  group: GroupValue[]
  referenceGroup: GroupValue[]
  strata: string[]
  overall: Estimate
  /** Weighted over strata (Mantel–Haenszel). */
  adjusted: Estimate
  byStratum: StratumGap[]
  reversal: Reversal | null
  text: string
}

export type StratifiedOptions = {
  rate: RateId
  attribute: readonly string[]
  group: GroupValue[]
  reference: GroupValue[]
  strata: readonly string[]
  confidence?: number
  /** A stratum with fewer than this on either side's denominator does not decide whether a reversal is full. */
  minimum?: number
}

/**
 * The difference of rates with strata held alike: Σ wᵢ dᵢ / Σ wᵢ with wᵢ = n₁n₀/(n₁ + n₀), and its normal interval with the variance of
 * Greenland and Robins (Biometrics 1985), good for few large and for many small strata. Null when no stratum has both sides.
 */
export function mantelHaenszelDifference(
  strata: readonly { own: CountedRate; reference: CountedRate }[],
  confidence = 0.95,
): Estimate {
  const z = criticalValue(confidence)
  let [weights, sum, variance] = [0, 0, 0]
  for (const { own, reference } of strata) {
    const [a, n1, c, n0] = [own.numerator, own.denominator, reference.numerator, reference.denominator]
    if (n1 === 0 || n0 === 0) continue
    const n = n1 + n0
    weights += (n1 * n0) / n
    sum += (a * n0 - c * n1) / n
    variance += (a * (n1 - a) * (n0 / n1) * (n0 / n) + c * (n0 - c) * (n1 / n0) * (n1 / n)) / n
  }
  if (weights === 0) return undefinedEstimate('no stratum has people of both groups')
  const value = sum / weights
  const half = (z * Math.sqrt(variance)) / weights
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half), method: 'wald' }
}

function gapOf(own: CountedRate, reference: CountedRate): number | null {
  if (own.denominator === 0 || reference.denominator === 0) return null
  return own.numerator / own.denominator - reference.numerator / reference.denominator
}

function excludesNothing({ low, high }: Estimate): boolean {
  return low !== null && high !== null && (low > 0 || high < 0)
}

function reversalOf(overall: Estimate, adjusted: Estimate, byStratum: readonly StratumGap[]): Reversal | null {
  const sign = Math.sign(overall.value ?? 0)
  if (sign === 0 || adjusted.value === null) return null
  const shown = excludesNothing(overall) && excludesNothing(adjusted)
  const counting = byStratum.filter(({ counts, gap }) => counts && gap !== null)
  const against = Math.sign(adjusted.value) === -sign
  if (!against) return null
  const full = counting.length >= 2 && counting.every(({ gap }) => Math.sign(gap ?? 0) === -sign)
  return { kind: full ? 'full' : 'adjusted', shown }
}

function points({ value }: Estimate): string {
  return value === null ? 'undefined' : `${(100 * value).toFixed(1)} points`
}

function sentence(it: Omit<StratifiedGap, 'text'>): string {
  const names = `${it.rate} of ${sayGroup(it.group)} against ${sayGroup(it.referenceGroup)}`
  if (it.adjusted.value === null || it.overall.value === null)
    return `${names} cannot be compared by ${it.strata.join(' and ')}: ${it.adjusted.reason ?? it.overall.reason ?? 'undefined'}.`
  const both = `${names} differs by ${points(it.overall)} overall and by ${points(it.adjusted)} with ${it.strata.join(' and ')} held alike`
  if (it.reversal === null) return `${both}: no reversal.`
  const where =
    it.reversal.kind === 'full' ? 'in every stratum the gap turns round' : 'with strata held alike the gap turns round'
  const sure = it.reversal.shown ? 'more than chance explains' : 'which chance could explain'
  return `${both}: ${where} (Simpson's reversal), ${sure}. Say which of the two the decision is to be judged by, and why.`
}

/**
 * Compares a group with a reference overall and within strata of other columns, and tells a Simpson reversal: the overall gap points one way
 * and the strata the other, because the groups are spread differently over them. Simpson, JRSS B 1951; Bickel, Hammel and O'Connell,
 * Science 1975.
 * @throws RangeError for a column that is not there or named twice, malformed cells, a confidence outside (0, 1).
 */
export function stratifiedGap(table: CellTable, options: StratifiedOptions): StratifiedGap {
  const { rate, attribute, group, reference, strata, confidence = 0.95, minimum = 5 } = options
  checkShare('confidence', confidence)
  checkCount('minimum', minimum)
  if (strata.length === 0) throw new RangeError('name at least one column to stratify by')
  const { cells } = marginal(table, [...strata, ...attribute])
  const whose = (cell: Cell): string => nameOf(cell.key.slice(strata.length))
  const by = new Map<string, { key: GroupValue[]; own: CountedRate; reference: CountedRate }>()
  for (const cell of cells) {
    const key = cell.key.slice(0, strata.length)
    const none = countsOf(rate, noRows)
    const stratum = by.get(nameOf(key)) ?? { key, own: none, reference: none }
    if (whose(cell) === nameOf(group)) stratum.own = countsOf(rate, cell)
    else if (whose(cell) === nameOf(reference)) stratum.reference = countsOf(rate, cell)
    else continue
    by.set(nameOf(key), stratum)
  }
  const byStratum = [...by.values()].map((it) => ({
    ...it,
    gap: gapOf(it.own, it.reference),
    counts: Math.min(it.own.denominator, it.reference.denominator) >= Math.max(1, minimum),
  }))
  const total = (pick: (it: StratumGap) => CountedRate) =>
    byStratum.reduce(
      (sum, it) => ({ successes: sum.successes + pick(it).numerator, trials: sum.trials + pick(it).denominator }),
      { successes: 0, trials: 0 },
    )
  const counts = { group: total((it) => it.own), reference: total((it) => it.reference) }
  const defined = counts.group.trials > 0 && counts.reference.trials > 0
  const overall = defined ? differenceOf(counts, { confidence }) : undefinedEstimate(whyUndefined(rate))
  const adjusted = mantelHaenszelDifference(byStratum, confidence)
  const reversal = reversalOf(overall, adjusted, byStratum)
  const told = {
    rate,
    attribute: [...attribute],
    group,
    referenceGroup: reference,
    strata: [...strata],
    overall,
    adjusted,
    byStratum,
    reversal,
  }
  return { ...told, text: sentence(told) }
}

/**
 * Looks for reversals of every group against the reference, with every other column of the table as stratifier, one at a time; those that
 * are more than chance explains first, then the full ones. No adjustment for the number of looks: a reversal is a reason to look closer, not a verdict.
 * @throws RangeError as `stratifiedGap`.
 */
export function findReversals(
  table: CellTable,
  options: { rate: RateId; attribute: string; reference: GroupValue; confidence?: number; minimum?: number },
): { looked: number; reversals: StratifiedGap[] } {
  const { attribute, reference, ...rest } = options
  const groups = marginal(table, [attribute]).cells.map(({ key }) => key[0] ?? null)
  const others = table.columns.filter((column) => column !== attribute)
  const gaps = groups
    .filter((group) => group !== reference)
    .flatMap((group) =>
      others.map((column) =>
        stratifiedGap(table, {
          ...rest,
          attribute: [attribute],
          group: [group],
          reference: [reference],
          strata: [column],
        }),
      ),
    )
  const rank = ({ reversal }: StratifiedGap): number => (reversal?.shown ? 0 : 2) + (reversal?.kind === 'full' ? 0 : 1)
  const reversals = gaps.filter(({ reversal }) => reversal !== null).toSorted((a, b) => rank(a) - rank(b))
  return { looked: gaps.length, reversals }
}
