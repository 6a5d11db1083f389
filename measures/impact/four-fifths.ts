import type { GroupValue } from '../cells.ts'
import { checkCount } from '../checked.ts'
import { comparePair, type PairResult, ratioOf } from '../comparisons/pair.ts'
import type { Estimate, Rate } from '../estimate.ts'
import { oneInstead, type OneInstead, type Shortfall, shortfall } from './shortfall.ts'
import { sayGroup } from '../group-words.ts'
import { rateFrom } from '../rates/rates.ts'
import { nameOf } from '../tables.ts'
import { judge } from '../verdict/judge.ts'
import type { Judgement } from '../verdict/judgement.ts'
import { fourFifths } from '../verdict/margin.ts'

/** A category of people and how many of them were selected (or scored above the median). */
export type Category = { key: GroupValue[]; n: number; selected: number }

/** A category that is left out of the ratios, with the reason that the law asks for; its count and rate are still shown. */
export type Exclusion = { key: GroupValue[]; justification: string }

/** A category against one other, or against everybody else: ratio, difference, test (Fisher's where an expected count is below 5). */
export type Impact = PairResult & {
  reference: GroupValue[] | 'rest'
  /** The same ratio with the score interval, which the verdict is spoken on: Katz's passes too easily in small groups. */
  scoreRatio: Estimate
}

export type ImpactRow = {
  key: GroupValue[]
  n: number
  selected: number
  rate: Rate
  /** Of all people of known category in this table. */
  share: number
  /** Under 2 % of them: may be left out of the ratios with a justification. */
  mayBeExcluded: boolean
  excluded: string | null
  /** Null for the category itself, for one that is excluded, and where there is no such reference. */
  toHighest: Impact | null
  toLargest: Impact | null
  toRest: Impact | null
  shortfall: Shortfall | null
  oneInstead: OneInstead | null
  judgement: Judgement | null
}

export type ImpactTable = {
  rows: ImpactRow[]
  /** The category with the highest rate among those not excluded (the first of several), and all that share that rate. */
  highest: GroupValue[] | null
  tiedHighest: GroupValue[][]
  largest: GroupValue[] | null
  known: number
  /** People of unknown category: counted and told, in no ratio. */
  unknown: number
}

export type ImpactOptions = {
  exclude?: readonly Exclusion[]
  confidence?: number
  minimum?: number
  /** What the rate is called in sentences; the selection rate unless said. */
  rateName?: string
}

/** The share of the data under which a category may be left out: 29 CFR 1607.4 A and 6 RCNY 5-301. */
export const smallestShare = 0.02

function checkCategory({ key, n, selected }: Category): void {
  checkCount(`the people of ${sayGroup(key)}`, n)
  checkCount(`the selected of ${sayGroup(key)}`, selected)
  if (selected > n) throw new RangeError(`${sayGroup(key)} has ${selected} selected of ${n}`)
}

/** Which of two rates is higher, without rounding: k/n against k₀/n₀ by cross products. */
function compareRates(a: Category, b: Category): number {
  const difference = BigInt(a.selected) * BigInt(b.n) - BigInt(b.selected) * BigInt(a.n)
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

const asCount = ({ n, selected }: Category) => ({ numerator: selected, denominator: n })

function impact(category: Category, other: Category, reference: Impact['reference'], confidence: number): Impact {
  const pair = { group: asCount(category), reference: asCount(other), without: 'nobody is in the category' }
  const of = ({ n, selected }: Category) => ({ successes: selected, trials: n })
  const both = { group: of(category), reference: of(other) }
  const scoreRatio = ratioOf(both, { confidence, ratioMethod: 'score-ratio' })
  return { ...comparePair(pair, { confidence }), reference, scoreRatio }
}

function checkedExclusions(
  exclude: readonly Exclusion[],
  known: readonly Category[],
  total: number,
): Map<string, string> {
  const byName = new Map(known.map((category) => [nameOf(category.key), category]))
  for (const { key, justification } of exclude) {
    const category = byName.get(nameOf(key))
    if (!category) throw new RangeError(`${sayGroup(key)} is excluded but is not among the categories`)
    if (category.n >= smallestShare * total)
      throw new RangeError(
        `${sayGroup(key)} is not under 2 % of the data (${category.n} of ${total}), so it cannot be excluded`,
      )
    if (justification.trim() === '') throw new RangeError(`the exclusion of ${sayGroup(key)} needs a justification`)
  }
  return new Map(exclude.map(({ key, justification }) => [nameOf(key), justification]))
}

/**
 * Rates of selection of every category with their ratios: to the highest rate (four-fifths rule of thumb, 29 CFR 1607.4 D), to the largest
 * category and to everybody else (the highest is chosen by chance when small), each with interval and test; how many more selections a
 * category would need; whether one person instead would turn the reading; and the three-way verdict on the ratio to the highest.
 * A key with an unknown value is counted in `unknown` and in no ratio.
 * @throws RangeError for counts that are none, a category named twice, an exclusion at or over 2 % or without justification.
 */
export function impactTable(categories: readonly Category[], options: ImpactOptions = {}): ImpactTable {
  const { exclude = [], confidence = 0.95, minimum, rateName = 'selection rate' } = options
  for (const category of categories) checkCategory(category)
  if (new Set(categories.map(({ key }) => nameOf(key))).size !== categories.length)
    throw new RangeError('a category is there twice; add its counts up first')
  const known = categories.filter(({ key }) => !key.includes(null))
  const total = known.reduce((sum, { n }) => sum + n, 0)
  const excluded = checkedExclusions(exclude, known, total)
  const counted = known.filter(({ key, n }) => n > 0 && !excluded.has(nameOf(key)))
  const among = new Set(counted)
  const highest = counted.reduce<Category | null>((top, it) => (top && compareRates(top, it) >= 0 ? top : it), null)
  const largest = counted.reduce<Category | null>((top, it) => (top && top.n >= it.n ? top : it), null)
  const sums = counted.reduce((sum, it) => ({ n: sum.n + it.n, selected: sum.selected + it.selected }), {
    n: 0,
    selected: 0,
  })

  const row = (category: Category): ImpactRow => {
    const { key, n, selected } = category
    const inRatios = among.has(category)
    const rest = { key: [], n: sums.n - n, selected: sums.selected - selected }
    const against = (other: Category | null): Impact | null =>
      inRatios && other !== null && other !== category ? impact(category, other, other.key, confidence) : null
    const toHighest = against(highest)
    const asked = { category, highest, toHighest, confidence, rateName, ...(minimum === undefined ? {} : { minimum }) }
    return {
      key,
      n,
      selected,
      rate: rateFrom({ ...asCount(category), without: 'nobody is in the category' }, { confidence }),
      share: total === 0 ? 0 : n / total,
      mayBeExcluded: n < smallestShare * total,
      excluded: excluded.get(nameOf(key)) ?? null,
      toHighest,
      toLargest: against(largest),
      toRest: inRatios && rest.n > 0 ? impact(category, rest, 'rest', confidence) : null,
      shortfall: toHighest && highest ? shortfall(category, highest) : null,
      oneInstead: toHighest && highest ? oneInstead(category, highest) : null,
      judgement: judgementOf(asked),
    }
  }
  return {
    rows: known.map(row),
    highest: highest?.key ?? null,
    tiedHighest: highest ? counted.filter((it) => compareRates(it, highest) === 0).map(({ key }) => key) : [],
    largest: largest?.key ?? null,
    known: total,
    unknown: categories.reduce((sum, { key, n }) => (key.includes(null) ? sum + n : sum), 0),
  }
}

type AskedRow = {
  category: Category
  highest: Category | null
  toHighest: Impact | null
  confidence: number
  rateName: string
  minimum?: number
}

function judgementOf({ category, highest, toHighest, confidence, rateName, ...rest }: AskedRow): Judgement | null {
  if (!toHighest || !highest) return null
  return judge({
    what: `The ${rateName} of ${sayGroup(category.key)} as a ratio to ${sayGroup(highest.key)}`,
    estimate: toHighest.scoreRatio,
    margin: fourFifths,
    scale: 'ratio',
    denominators: [category, highest].map(({ key, n }) => ({ of: sayGroup(key), counted: 'people', count: n })),
    confidence,
    ...rest,
  })
}
