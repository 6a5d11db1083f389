import type { CellTable, GroupValue } from '../cells.ts'
import { type RateId, rateValue } from '../rates/counted.ts'
import { totalOf } from '../tables.ts'

/**
 * How far a rate is spread over the groups. A description, never a test and without an interval: the largest gap of several groups is
 * above 0 by chance alone, and a bootstrap of it never reaches 0. `undefinedIn` groups have no such rate and are left out.
 */
export type Spread = {
  metric: RateId
  lowest: { group: GroupValue[]; value: number } | null
  highest: { group: GroupValue[]; value: number } | null
  difference: number | null
  ratio: number | null
  differenceToOverall: number | null
  ratioToOverall: number | null
  undefinedIn: number
}

/**
 * Largest minus smallest rate and smallest over largest (`difference`, `ratio`), and the largest distance of a group's rate from
 * everybody's and its smallest ratio to it, turned round where above 1. Null where fewer than two groups have the rate, a ratio also
 * where it would be 0/0.
 */
export function spreadOf(metric: RateId, table: CellTable): Spread {
  const defined = table.cells.flatMap((cell) => {
    const value = rateValue(metric, cell)
    return value === null ? [] : [{ group: cell.key, value }]
  })
  const undefinedIn = table.cells.length - defined.length
  const [first, second] = defined
  const overall = rateValue(metric, totalOf(table))
  if (!first || !second || overall === null) return { metric, ...nothing, undefinedIn }
  const lowest = defined.reduce((least, it) => (it.value < least.value ? it : least), first)
  const highest = defined.reduce((most, it) => (it.value > most.value ? it : most), first)
  const ratios = defined.map(({ value }) => ratio(Math.min(value, overall), Math.max(value, overall)))
  return {
    metric,
    lowest,
    highest,
    difference: highest.value - lowest.value,
    ratio: ratio(lowest.value, highest.value),
    differenceToOverall: defined.reduce((most, { value }) => Math.max(most, Math.abs(value - overall)), 0),
    ratioToOverall: ratios.reduce((least, it) => smaller(least, it), null),
    undefinedIn,
  }
}

const nothing = {
  lowest: null,
  highest: null,
  difference: null,
  ratio: null,
  differenceToOverall: null,
  ratioToOverall: null,
}

function ratio(smaller: number, larger: number): number | null {
  return larger === 0 ? null : smaller / larger
}

function smaller(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}
