import type { CellTable } from '../cells.ts'
import { checkCount, checkRate, checkShare } from '../checked.ts'
import { differenceOf } from '../comparisons/pair.ts'
import type { Estimate } from '../estimate.ts'
import { countsOf, type RateId } from '../rates/counted.ts'
import { type Enumeration, enumerateSubgroups, type Subgroup } from './enumerate.ts'
import { type Counted, priorOf, shrink } from './shrinkage.ts'
import type { GapDirection, RankedSubgroup, SearchOptions, SubgroupSearch } from './result.ts'
import { sayRanked, saySearch, saySubgroup } from './words.ts'
import { withoutConfusion } from '../tables.ts'
import { benjaminiHochberg } from '../tests/multiplicity.ts'
import { fisherExact, smallestExpected, trustedExpected, twoProportionZ } from '../tests/two-proportions.ts'
import { privacyLimit, usualMinimum } from '../verdict/judge.ts'

type Tested = { rate: RateId; direction: GapDirection; group: Subgroup; own: Counted; rest: Counted; p: number | null }

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

function boundOf({ low, high }: Estimate, direction: GapDirection): number {
  const below = direction === 'higher' ? 0 : Math.max(0, -(high ?? 0))
  const above = direction === 'lower' ? 0 : Math.max(0, low ?? 0)
  return Math.max(below, above)
}

type Ranked = Tested & { gap: Estimate; bound: number; pAdjusted: number | null }

function byBound(a: Ranked, b: Ranked): number {
  if (a.bound !== b.bound) return b.bound - a.bound
  if (a.p !== b.p) return (a.p ?? 1) - (b.p ?? 1)
  const [first, second] = [`${saySubgroup(a.group)} ${a.rate}`, `${saySubgroup(b.group)} ${b.rate}`]
  return first < second ? -1 : first > second ? 1 : 0
}

type Checked = Required<Omit<SearchOptions, 'metrics'>>

function checked(options: SearchOptions): Checked {
  const { depth = 2, minimum = usualMinimum, level = 0.05, confidence = 0.95, leastGap = 0, show = 20 } = options
  const rates = options.metrics.map(({ rate }) => rate)
  if (rates.length === 0) throw new RangeError('a search needs at least one rate')
  if (new Set(rates).size !== rates.length) throw new RangeError(`a rate is named twice: ${rates.join(', ')}`)
  checkCount('minimum', minimum)
  checkShare('level', level)
  checkShare('confidence', confidence)
  checkRate('leastGap', leastGap)
  checkCount('show', show)
  // However low the minimum, nobody's group is told that is too small to show.
  return { depth, minimum: Math.max(privacyLimit, minimum), level, confidence, leastGap, show }
}

function testsOf({ groups, everybody }: Enumeration, metrics: SearchOptions['metrics'], minimum: number): Tested[] {
  const tests: Tested[] = []
  for (const { rate, direction = 'either' } of metrics) {
    for (const group of groups) {
      const own = countsOf(rate, group.table)
      const rest = countsOf(rate, withoutConfusion(everybody, group.table))
      if (own.denominator < minimum || rest.denominator < minimum) continue
      tests.push({ rate, direction, group, own, rest, p: pOf(own, rest) })
    }
  }
  return tests
}

/**
 * Searches all groups of one to `depth` columns for those whose rate differs from everybody else's. Groups too small on the rate's own
 * denominator are not searched (and counted); each other is tested (z, or Fisher's exact test when small), all p are adjusted together
 * (Benjamini–Hochberg), and the ranking is by what a gap is at least, with each rate also drawn towards its peers. A finding of a search
 * is a question, not an answer: confirm it on people who were not searched (`confirmSubgroups`).
 * @throws RangeError for a malformed table or option.
 */
export function searchSubgroups(table: CellTable, options: SearchOptions): SubgroupSearch {
  const { depth, minimum, level, confidence, leastGap, show } = checked(options)
  const enumeration = enumerateSubgroups(table, depth)
  const tests = testsOf(enumeration, options.metrics, minimum)
  const adjusted = benjaminiHochberg(tests.map(({ p }) => p))
  const ranking = tests
    .map((it, i): Ranked => {
      const gap = gapOf(it, confidence)
      return { ...it, gap, bound: boundOf(gap, it.direction), pAdjusted: adjusted[i] ?? null }
    })
    .toSorted(byBound)
  const found = new Set(
    ranking.filter(
      ({ pAdjusted, bound }) => pAdjusted !== null && pAdjusted <= level && bound > 0 && bound >= leastGap,
    ),
  )
  const priors = priorsOf(tests, depth)
  const selected = 1 - (level * Math.max(1, found.size)) / Math.max(1, tests.length)
  const told = (it: Ranked): RankedSubgroup => {
    const { rate, group, own, rest, gap, bound, p, pAdjusted } = it
    const { columns, key, n } = group
    const prior = priors.find((one) => one.rate === rate && one.depth === columns.length)?.prior
    const shrunk = prior ? shrink(own, prior, confidence) : null
    const finding = found.has(it)
    const gapAdjusted = finding ? gapOf(it, Math.max(confidence, selected)) : null
    const value = own.numerator / own.denominator
    const row = { rate, columns, key, n, own, rest, value, gap, gapAdjusted, bound, shrunk, p, pAdjusted, finding }
    return { ...row, text: sayRanked(row, confidence) }
  }
  const counted = {
    rates: options.metrics.map(({ rate }) => rate),
    depth,
    level,
    confidence,
    minimum,
    searched: tests.length,
    tooSmall: enumeration.groups.length * options.metrics.length - tests.length,
    sameAsSmaller: enumeration.sameAsSmaller,
  }
  const findings = [...found].map(told)
  const text = saySearch(counted, findings.length)
  return { ...counted, priors, findings, top: ranking.slice(0, show).map(told), ranked: ranking.length, text }
}

/** One prior for each rate and each number of columns: groups of as many columns are each other's peers. */
function priorsOf(tests: readonly Tested[], depth: number): SubgroupSearch['priors'] {
  const rates = [...new Set(tests.map(({ rate }) => rate))]
  return rates.flatMap((rate) =>
    Array.from({ length: depth }, (_, i) => i + 1).flatMap((at) => {
      const peers = tests.filter((it) => it.rate === rate && it.group.columns.length === at)
      const prior = priorOf(peers.map(({ own }) => own))
      return prior ? [{ rate, depth: at, prior }] : []
    }),
  )
}
