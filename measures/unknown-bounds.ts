import type { CellTable, Confusion, GroupValue } from './cells.ts'
import { type Estimate, undefinedEstimate } from './estimate.ts'
import { sayGroup } from './group-words.ts'
import { newcombe } from './intervals/newcombe.ts'
import { type CountedRate, countsOf, type RateId, whyUndefined } from './rates/counted.ts'
import { addConfusions, marginal, nameOf, totalOf } from './tables.ts'

/** The least and the most that a number can be; null, with the reason beside it, where there is no such bound. */
export type Range = { value: number | null; lowest: number | null; highest: number | null; reason?: string }

/**
 * How far people of unknown group could move a comparison. `difference` and `ratio` are the sharp bounds over every way in which the unknown
 * people could belong to the group, to the reference or to neither; `withSampling` is the interval that allows for chance as well.
 */
export type UnknownBounds = {
  unknown: CountedRate
  difference: Range
  ratio: Range
  allToGroup: number | null
  allToReference: number | null
  withSampling: Estimate
  text: string
}

/**
 * `unknown`: everybody whose group is not fully known. Where something is known of them (the sex but not the race), `ofGroup` are those who
 * could belong to the group and `ofReference` those who could belong to the reference; all of `unknown` unless said.
 */
export type UnknownPeople = {
  group: Confusion
  reference: Confusion
  unknown: Confusion
  ofGroup?: Confusion
  ofReference?: Confusion
}

/** How many of the unknown people are added to a side: those who raise its rate or those who lower it. */
function raised({ numerator, denominator }: CountedRate, unknown: CountedRate): CountedRate {
  return { numerator: numerator + unknown.numerator, denominator: denominator + unknown.numerator }
}

function lowered({ numerator, denominator }: CountedRate, unknown: CountedRate): CountedRate {
  return { numerator, denominator: denominator + unknown.denominator - unknown.numerator }
}

const value = ({ numerator, denominator }: CountedRate): number => numerator / denominator

function gapIn(rate: RateId, group: Confusion, reference: Confusion): number | null {
  const [own, other] = [countsOf(rate, group), countsOf(rate, reference)]
  return own.denominator === 0 || other.denominator === 0 ? null : value(own) - value(other)
}

type Sides = { own: CountedRate; other: CountedRate }

function ratioRange(lowest: Sides, highest: Sides, { own, other }: Sides): Range {
  const at = ({ own: top, other: bottom }: Sides): number | null =>
    bottom.numerator === 0 ? null : value(top) / value(bottom)
  const range = { value: at({ own, other }), lowest: at(lowest), highest: at(highest) }
  return range.highest === null
    ? { ...range, reason: 'the rate of the reference can be 0, so the ratio has no upper bound' }
    : range
}

function interval(lowest: Sides, highest: Sides, { own, other }: Sides, confidence: number): Estimate {
  const counts = (it: Sides) => ({
    group: { successes: it.own.numerator, trials: it.own.denominator },
    reference: { successes: it.other.numerator, trials: it.other.denominator },
    confidence,
  })
  const { low } = newcombe(counts(lowest))
  const { high } = newcombe(counts(highest))
  return { value: value(own) - value(other), low, high, method: 'newcombe' }
}

function points(gap: number): string {
  return `${(100 * gap).toFixed(1)}`
}

/**
 * Bounds of a group's rate against a reference's when the group of some people is unknown: nobody knows where these belong, so the largest
 * gap puts every unknown person who raises the rate into the group and every one who lowers it into the reference, the smallest the other
 * way round. Nothing is assumed about why a group is unknown. Horowitz and Manski, Econometrica 1995. Null with the reason where the group or
 * the reference has no such rate by itself.
 * @throws RangeError for counts that are none or a confidence outside (0, 1).
 */
export function unknownBounds(
  rate: RateId,
  { group, reference, ...people }: UnknownPeople,
  { confidence = 0.95 }: { confidence?: number } = {},
): UnknownBounds {
  const { unknown, ofGroup = unknown, ofReference = unknown } = people
  const [own, other, lost] = [countsOf(rate, group), countsOf(rate, reference), countsOf(rate, unknown)]
  const [lostOwn, lostOther] = [countsOf(rate, ofGroup), countsOf(rate, ofReference)]
  const assigned = {
    unknown: lost,
    allToGroup: gapIn(rate, addConfusions(group, ofGroup), reference),
    allToReference: gapIn(rate, group, addConfusions(reference, ofReference)),
  }
  if (own.denominator === 0 || other.denominator === 0) {
    const reason = own.denominator === 0 ? whyUndefined(rate) : `in the reference, ${whyUndefined(rate)}`
    const none = { value: null, lowest: null, highest: null, reason }
    const text = `Bounds for ${rate} cannot be told: ${reason}.`
    return { ...assigned, difference: none, ratio: none, withSampling: undefinedEstimate(reason), text }
  }
  const lowest = { own: lowered(own, lostOwn), other: raised(other, lostOther) }
  const highest = { own: raised(own, lostOwn), other: lowered(other, lostOther) }
  const difference = {
    value: value(own) - value(other),
    lowest: value(lowest.own) - value(lowest.other),
    highest: value(highest.own) - value(highest.other),
  }
  const sides = { own, other }
  return {
    ...assigned,
    difference,
    ratio: ratioRange(lowest, highest, sides),
    withSampling: interval(lowest, highest, sides, confidence),
    text: sentence(rate, difference, lost.denominator),
  }
}

function sentence(
  rate: RateId,
  { value: gap, lowest, highest }: { value: number; lowest: number; highest: number },
  lost: number,
): string {
  if (lost === 0) return `Nobody of unknown group counts towards ${rate}, so its gap of ${points(gap)} points stands.`
  const turned = lowest < 0 && highest > 0 ? 'which side is ahead is open' : 'which side is ahead stays the same'
  return `The gap in ${rate} is ${points(gap)} points among people of known group; with the ${lost} of unknown group it lies between ${points(lowest)} and ${points(highest)} points: ${turned}.`
}

/** Whether somebody with this key, partly unknown, could belong to the group. */
function couldBe(key: readonly GroupValue[], group: readonly GroupValue[]): boolean {
  return key.every((value, i) => value === null || value === group[i])
}

/**
 * `unknownBounds` for every group of an attribute (or intersection) against one reference, from the cells themselves: people with any
 * unknown value could belong to each group that agrees with what is known of them.
 * @throws RangeError for a column or a reference that is not there, a reference that is itself unknown, or malformed cells.
 */
export function unknownBoundsOf(
  table: CellTable,
  plan: { rate: RateId; attribute: readonly string[]; reference: GroupValue[]; confidence?: number },
): (UnknownBounds & { group: GroupValue[] })[] {
  const { rate, attribute, reference, confidence = 0.95 } = plan
  const { columns, cells } = marginal(table, [...attribute])
  const known = cells.filter(({ key }) => !key.includes(null))
  const unknown = cells.filter(({ key }) => key.includes(null))
  const other = known.find(({ key }) => nameOf(key) === nameOf(reference))
  if (!other) throw new RangeError(`the reference ${sayGroup(reference)} is not among the groups that are known`)
  const could = (group: GroupValue[]) => totalOf({ columns, cells: unknown.filter(({ key }) => couldBe(key, group)) })
  const people = { reference: other, unknown: totalOf({ columns, cells: unknown }), ofReference: could(reference) }
  return known
    .filter((cell) => cell !== other)
    .map((cell) => ({
      group: cell.key,
      ...unknownBounds(rate, { ...people, group: cell, ofGroup: could(cell.key) }, { confidence }),
    }))
}
