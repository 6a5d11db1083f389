/** How many of how many, as the table counts them. */
type Selected = { n: number; selected: number }

/** How many more of the category would have to be selected, nobody else's outcome changed. */
export type Shortfall = { toParity: number; toFourFifths: number }

function atLeastNothing(needed: bigint, unit: bigint): number {
  return needed <= 0n ? 0 : Number((needed + unit - 1n) / unit)
}

/**
 * The fewest selections more with which the category's rate reaches the reference's (and four-fifths of it), in whole people and without
 * rounding before the ratio: ⌈n·k₀/n₀ − k⌉ and ⌈4/5·n·k₀/n₀ − k⌉.
 */
export function shortfall(category: Selected, reference: Selected): Shortfall {
  const due = BigInt(category.n) * BigInt(reference.selected)
  const had = BigInt(category.selected) * BigInt(reference.n)
  return {
    toParity: atLeastNothing(due - had, BigInt(reference.n)),
    toFourFifths: atLeastNothing(4n * due - 5n * had, 5n * BigInt(reference.n)),
  }
}

/** What the ratio would be had one more of the category been selected, and had that one been selected instead of one of the reference. */
export type OneInstead = {
  below: boolean
  oneMore: number | null
  oneInstead: number | null
  /** Whether the reading "below four-fifths" rests on this one person. */
  turns: boolean
  /** Whether with this one person instead the category would even have the higher rate of the two. */
  overtakes: boolean
}

function isBelow(category: Selected, reference: Selected): boolean {
  return 5n * BigInt(category.selected) * BigInt(reference.n) < 4n * BigInt(reference.selected) * BigInt(category.n)
}

function ratio(category: Selected, reference: Selected): number | null {
  if (category.n === 0 || reference.selected === 0) return null
  return category.selected / category.n / (reference.selected / reference.n)
}

function isHigher(category: Selected, reference: Selected): boolean {
  return BigInt(category.selected) * BigInt(reference.n) > BigInt(reference.selected) * BigInt(category.n)
}

/**
 * The test of one person for small numbers: a ratio below four-fifths that one different person would lift to it says little (`turns`), and
 * where that person would even give the category the higher rate (`overtakes`) the agencies call it generally inappropriate to act:
 * question 21 of their questions and answers on the Uniform Guidelines, 44 FR 11996, 1979. Null ratios where nobody is left to select or
 * the reference would have none.
 */
export function oneInstead(category: Selected, reference: Selected): OneInstead {
  const below = isBelow(category, reference)
  if (category.selected >= category.n) return { below, oneMore: null, oneInstead: null, turns: false, overtakes: false }
  const more = { n: category.n, selected: category.selected + 1 }
  const fewer = { n: reference.n, selected: Math.max(0, reference.selected - 1) }
  const possible = below && reference.selected > 0
  return {
    below,
    oneMore: ratio(more, reference),
    oneInstead: ratio(more, fewer),
    turns: possible && !isBelow(more, fewer),
    overtakes: possible && isHigher(more, fewer),
  }
}
