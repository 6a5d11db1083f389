import type { RankedSubgroup, SubgroupSearch } from './result.ts'

/** A group with the names of its columns: "sex = Female, race = Black". */
export function saySubgroup({ columns, key }: Pick<RankedSubgroup, 'columns' | 'key'>): string {
  return columns.map((column, i) => `${column} = ${key[i] ?? 'unknown'}`).join(', ')
}

function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)} %`
}

/** One group of a ranking as a sentence. */
export function sayRanked(it: Omit<RankedSubgroup, 'text'>, confidence: number): string {
  const { rate, own, rest, value, gap, bound } = it
  const side = (gap.value ?? 0) < 0 ? 'lower' : 'higher'
  const sure = `${Number((100 * confidence).toFixed(2))} % interval`
  const least =
    bound > 0 ? `at least ${(100 * bound).toFixed(1)} percentage points ${side} (${sure})` : 'not shown to differ'
  const others = percent(rest.numerator / rest.denominator)
  return `${rate} of ${saySubgroup(it)} is ${percent(value)} (${own.numerator} of ${own.denominator}) against ${others} of everybody else: ${least}.`
}

type Counted = Pick<SubgroupSearch, 'rates' | 'searched' | 'tooSmall' | 'minimum' | 'level'>

/** What a search did, as one or two sentences: how many tests, how many findings, how many groups were too small. */
export function saySearch({ rates, searched, tooSmall, minimum, level }: Counted, findings: number): string {
  const small = tooSmall === 0 ? '' : ` ${tooSmall} more are under ${minimum} in the denominator and were not.`
  const found = findings === 0 ? 'none stands out' : `${findings} ${findings === 1 ? 'stands' : 'stand'} out`
  const what =
    rates.length === 1
      ? `${searched} groups were searched`
      : `${searched} rates of groups were searched (${rates.join(', ')})`
  return `${what} and ${found}, with all tests adjusted together (share of false findings ${percent(level)}).${small}`
}
