import type { CellTable, GroupValue } from '../cells.ts'
import { type CountedRate, countsOf, type RateId, whyUndefined } from '../rates/counted.ts'
import { marginal, nameOf } from '../tables.ts'
import { type Adjustment, adjust } from '../tests/multiplicity.ts'
import { mantelHaenszel, type Stratified } from '../tests/mantel-haenszel.ts'
import { comparePair, type PairResult } from './pair.ts'
import { referenceGroup } from './reference-group.ts'

/**
 * A group beside its reference within strata. `crude` is the comparison without strata: where its direction is another than the pooled
 * one, `reversed` says so (Simpson's reversal). `stratum` has the counts in each stratum.
 */
export type ConditionalComparison = Stratified & {
  metric: RateId
  group: GroupValue[]
  reference: GroupValue[]
  pAdjusted: number | null
  crude: PairResult
  reversed: boolean
  stratum: { key: GroupValue[]; group: CountedRate; reference: CountedRate }[]
}

/** `columns` hold the attribute, `strata` the factors that may legitimately matter; both are columns of the table. */
export type ConditionalOptions = {
  columns: string[]
  strata: string[]
  reference?: GroupValue[]
  metric?: RateId
  confidence?: number
  adjustment?: Adjustment
}

/**
 * Conditional statistical parity: does a rate (the selection rate unless said) differ between groups among rows that are alike in the
 * strata? Pooled odds ratios to the reference (declared, else the largest group), p-values adjusted over the groups (Holm unless said).
 * Throws a RangeError for a column that is not there, that is both attribute and stratum, or a reference that is not there.
 */
export function conditionalParity(table: CellTable, options: ConditionalOptions): ConditionalComparison[] {
  const { columns, strata, metric = 'selection_rate', adjustment = 'holm' } = options
  const groups = marginal(table, columns)
  const chosen = referenceGroup(groups, options.reference)
  if (!chosen) return []
  const byStratum = countedIn(marginal(table, [...columns, ...strata]), columns.length, metric)
  const name = nameOf(chosen.group)
  const found = groups.cells
    .filter(({ key }) => nameOf(key) !== name)
    .map(({ key }) => compareWithin(key, chosen.group, byStratum, metric, options))
  const adjusted = adjust(
    found.map(({ p }) => p),
    adjustment,
  )
  return found.map((it, at) => ({ ...it, pAdjusted: adjusted[at] ?? null }))
}

type Strata = { key: GroupValue[]; rates: Map<string, CountedRate> }[]

function countedIn(table: CellTable, width: number, metric: RateId): Strata {
  const strata = new Map<string, Strata[number]>()
  for (const cell of table.cells) {
    const key = cell.key.slice(width)
    const stratum = strata.get(nameOf(key)) ?? { key, rates: new Map<string, CountedRate>() }
    stratum.rates.set(nameOf(cell.key.slice(0, width)), countsOf(metric, cell))
    strata.set(nameOf(key), stratum)
  }
  return [...strata.values()]
}

function compareWithin(
  group: GroupValue[],
  reference: GroupValue[],
  strata: Strata,
  metric: RateId,
  { confidence }: ConditionalOptions,
): Omit<ConditionalComparison, 'pAdjusted'> {
  const none = { numerator: 0, denominator: 0 }
  const stratum = strata.map(({ key, rates }) => ({
    key,
    group: rates.get(nameOf(group)) ?? none,
    reference: rates.get(nameOf(reference)) ?? none,
  }))
  const spread = confidence === undefined ? {} : { confidence }
  const pooled = mantelHaenszel(
    stratum.map((it) => ({ group: proportionOf(it.group), reference: proportionOf(it.reference) })),
    spread,
  )
  const whole = { group: sum(stratum.map((it) => it.group)), reference: sum(stratum.map((it) => it.reference)) }
  const crude = comparePair({ ...whole, without: whyUndefined(metric) }, spread)
  return { metric, group, reference, ...pooled, crude, reversed: isReversed(crude, pooled), stratum }
}

function isReversed({ difference }: PairResult, { oddsRatio }: Stratified): boolean {
  if (difference.value === null || oddsRatio.value === null) return false
  return difference.value * (oddsRatio.value - 1) < 0
}

function proportionOf({ numerator, denominator }: CountedRate): { successes: number; trials: number } {
  return { successes: numerator, trials: denominator }
}

function sum(counts: CountedRate[]): CountedRate {
  return counts.reduce(
    (all, it) => ({ numerator: all.numerator + it.numerator, denominator: all.denominator + it.denominator }),
    { numerator: 0, denominator: 0 },
  )
}
