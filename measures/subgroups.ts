import type { CellTable, GroupValue } from './cells.ts'
import { checkCount, checkRate, checkShare } from './checked.ts'
import { differenceOf } from './comparisons/pair.ts'
import type { Estimate } from './estimate.ts'
import { countsOf, type RateId } from './rates/counted.ts'
import { enumerateSubgroups, type Subgroup } from './subgroups-enumerate.ts'
import { type Counted, type Prior, priorOf, shrink, type Shrunk } from './subgroups-shrinkage.ts'
import { withoutConfusion } from './tables.ts'
import { benjaminiHochberg } from './tests/multiplicity.ts'
import { fisherExact, smallestExpected, trustedExpected, twoProportionZ } from './tests/two-proportions.ts'
import { privacyLimit, usualMinimum } from './verdict/judge.ts'

export type SearchOptions = {
  rate: RateId
  /** How many columns a group may be made of: 1 to 3; 2 unless said. */
  depth?: number
  /** Fewer than this in the rate's own denominator (of the group or of the rest) is not searched; never fewer than may be shown. */
  minimum?: number
  /** The expected share of false findings (Benjamini–Hochberg over all that was searched). */
  level?: number
  confidence?: number
  /** Which gaps are of interest: a rate lower than the rest's, higher, or either. */
  direction?: 'lower' | 'higher' | 'either'
  /** A gap whose lower bound is smaller than this is no finding, however sure. */
  leastGap?: number
  /** How many of the ranking are told in full; `ranked` says how many there are. */
  show?: number
}

export type RankedSubgroup = {
  columns: string[]
  key: GroupValue[]
  n: number
  own: Counted
  rest: Counted
  rate: number
  /** Rate of the group minus rate of everybody else. */
  gap: Estimate
  /** How large the gap is at least: the end of its interval nearer to 0, or 0. Ranked by this, not by the gap. */
  bound: number
  /** The rate drawn towards the other groups of as many columns (empirical Bayes). */
  shrunk: Shrunk | null
  p: number | null
  pAdjusted: number | null
  finding: boolean
  text: string
}

export type SubgroupSearch = {
  rate: RateId
  depth: number
  level: number
  confidence: number
  minimum: number
  searched: number
  tooSmall: number
  sameAsSmaller: number
  priors: { depth: number; prior: Prior }[]
  findings: RankedSubgroup[]
  /** The first `show` of the ranking, findings or not. */
  top: RankedSubgroup[]
  ranked: number
  text: string
}

type Tested = { group: Subgroup; own: Counted; rest: Counted; p: number | null }

function pOf(own: Counted, rest: Counted): number | null {
  const counts = {
    group: { successes: own.numerator, trials: own.denominator },
    reference: { successes: rest.numerator, trials: rest.denominator },
  }
  return smallestExpected(counts) < trustedExpected ? fisherExact(counts) : twoProportionZ(counts).p
}

function gapOf({ own, rest }: Tested, confidence: number): Estimate {
  return differenceOf(
    {
      group: { successes: own.numerator, trials: own.denominator },
      reference: { successes: rest.numerator, trials: rest.denominator },
    },
    { confidence },
  )
}

function boundOf({ low, high }: Estimate, direction: 'lower' | 'higher' | 'either'): number {
  const below = direction === 'higher' ? 0 : Math.max(0, -(high ?? 0))
  const above = direction === 'lower' ? 0 : Math.max(0, low ?? 0)
  return Math.max(below, above)
}

/** A group with the names of its columns: "sex = Female, race = Black". */
export function saySubgroup({ columns, key }: Pick<Subgroup, 'columns' | 'key'>): string {
  return columns.map((column, i) => `${column} = ${key[i] ?? 'unknown'}`).join(', ')
}

function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)} %`
}

type Ranked = Tested & { gap: Estimate; bound: number; pAdjusted: number | null }

function byBound(a: Ranked, b: Ranked): number {
  if (a.bound !== b.bound) return b.bound - a.bound
  if (a.p !== b.p) return (a.p ?? 1) - (b.p ?? 1)
  const [first, second] = [saySubgroup(a.group), saySubgroup(b.group)]
  return first < second ? -1 : first > second ? 1 : 0
}

function checked({ rate, ...options }: SearchOptions): Required<SearchOptions> {
  const it = {
    rate,
    depth: options.depth ?? 2,
    minimum: options.minimum ?? usualMinimum,
    level: options.level ?? 0.05,
    confidence: options.confidence ?? 0.95,
    direction: options.direction ?? ('either' as const),
    leastGap: options.leastGap ?? 0,
    show: options.show ?? 20,
  }
  checkCount('minimum', it.minimum)
  checkShare('level', it.level)
  checkShare('confidence', it.confidence)
  checkRate('leastGap', it.leastGap)
  checkCount('show', it.show)
  return it
}

/**
 * Searches all groups of one to `depth` columns for those whose rate differs from everybody else's. Groups too small on the rate's own
 * denominator are not searched (and counted); each other is tested (z, or Fisher's exact test when small), all p are adjusted together
 * (Benjamini–Hochberg), and the ranking is by what a gap is at least, with each rate also drawn towards its peers. A finding of a search
 * is a question, not an answer: confirm it on people who were not searched (`confirmSubgroups`).
 * @throws RangeError for a malformed table or option.
 */
export function searchSubgroups(table: CellTable, options: SearchOptions): SubgroupSearch {
  const { rate, depth, minimum, level, confidence, direction, leastGap, show } = checked(options)
  const { groups, everybody, sameAsSmaller } = enumerateSubgroups(table, depth)
  // However low the minimum, nobody's group is told that is too small to show.
  const least = Math.max(privacyLimit, minimum)
  const tested: Tested[] = []
  for (const group of groups) {
    const own = countsOf(rate, group.table)
    const rest = countsOf(rate, withoutConfusion(everybody, group.table))
    if (own.denominator >= least && rest.denominator >= least) tested.push({ group, own, rest, p: pOf(own, rest) })
  }
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p))
  const priors = priorsOf(tested, depth)
  const ranking = tested
    .map((it, i): Ranked => {
      const gap = gapOf(it, confidence)
      return { ...it, gap, bound: boundOf(gap, direction), pAdjusted: adjusted[i] ?? null }
    })
    .toSorted(byBound)
  const isFinding = ({ pAdjusted, bound }: Ranked): boolean =>
    pAdjusted !== null && pAdjusted <= level && bound > 0 && bound >= leastGap
  const told = (it: Ranked): RankedSubgroup => {
    const prior = priors.find((one) => one.depth === it.group.columns.length)?.prior
    return described(it, {
      rate,
      confidence,
      finding: isFinding(it),
      shrunk: prior ? shrink(it.own, prior, confidence) : null,
    })
  }
  const findings = ranking.filter(isFinding).map(told)
  const tooSmall = groups.length - tested.length
  const counted = {
    rate,
    depth,
    level,
    confidence,
    minimum: least,
    searched: tested.length,
    tooSmall,
    sameAsSmaller,
    priors,
  }
  const top = ranking.slice(0, show).map(told)
  return { ...counted, findings, top, ranked: ranking.length, text: summary(counted, findings) }
}

function priorsOf(tested: readonly Tested[], depth: number): SubgroupSearch['priors'] {
  return Array.from({ length: depth }, (_, i) => i + 1).flatMap((at) => {
    const prior = priorOf(tested.filter(({ group }) => group.columns.length === at).map(({ own }) => own))
    return prior ? [{ depth: at, prior }] : []
  })
}

function described(
  { group, own, rest, gap, bound, p, pAdjusted }: Ranked,
  { rate, confidence, finding, shrunk }: { rate: RateId; confidence: number; finding: boolean; shrunk: Shrunk | null },
): RankedSubgroup {
  const value = own.numerator / own.denominator
  const side = (gap.value ?? 0) < 0 ? 'lower' : 'higher'
  const least =
    bound > 0
      ? `at least ${(100 * bound).toFixed(1)} percentage points ${side} (${Number((100 * confidence).toFixed(2))} % interval)`
      : 'not shown to differ'
  const text = `${rate} of ${saySubgroup(group)} is ${percent(value)} (${own.numerator} of ${own.denominator}) against ${percent(rest.numerator / rest.denominator)} of everybody else: ${least}.`
  const { columns, key, n } = group
  return { columns, key, n, own, rest, rate: value, gap, bound, shrunk, p, pAdjusted, finding, text }
}

function summary(
  { searched, tooSmall, minimum, level }: Pick<SubgroupSearch, 'searched' | 'tooSmall' | 'minimum' | 'level'>,
  findings: readonly RankedSubgroup[],
): string {
  const small = tooSmall === 0 ? '' : ` ${tooSmall} more are under ${minimum} in the denominator and were not.`
  const found = findings.length === 0 ? 'none stands out' : `${findings.length} stand out`
  return `${searched} groups were searched and ${found}, with all tests adjusted together (share of false findings ${percent(level)}).${small}`
}
