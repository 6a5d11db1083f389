/**
 * p-values adjusted for how many tests were made. A p that is null (its test is undefined) stays null and does not count as a test;
 * order is kept. Throws a RangeError for a number outside [0, 1].
 */
export type PValues = (number | null)[]

/** Bonferroni: p × m, at most 1. Holds the family-wise error under any dependence. */
export function bonferroni(pValues: PValues): PValues {
  const family = definedOf(pValues)
  return pValues.map((p) => (p === null ? null : Math.min(1, p * family.length)))
}

/**
 * Holm's step-down: the i-th smallest p × (m − i + 1), never below the one before. As safe as Bonferroni and never weaker; used for
 * verdicts.
 * Source: S. Holm (1979), Scandinavian Journal of Statistics 6, 65–70.
 */
export function holm(pValues: PValues): PValues {
  const family = definedOf(pValues).toSorted((a, b) => a.p - b.p)
  const adjusted: PValues = pValues.map(() => null)
  let running = 0
  for (const [rank, { p, at }] of family.entries()) {
    running = Math.max(running, Math.min(1, p * (family.length - rank)))
    adjusted[at] = running
  }
  return adjusted
}

/**
 * Benjamini and Hochberg's step-up: p × m/i, never above the one after. Bounds the expected share of false findings; used for
 * exploratory searches.
 * Source: Y. Benjamini, Y. Hochberg (1995), JRSS B 57, 289–300.
 */
export function benjaminiHochberg(pValues: PValues): PValues {
  const family = definedOf(pValues).toSorted((a, b) => b.p - a.p)
  const adjusted: PValues = pValues.map(() => null)
  let running = 1
  for (const [fromLargest, { p, at }] of family.entries()) {
    running = Math.min(running, (p * family.length) / (family.length - fromLargest))
    adjusted[at] = running
  }
  return adjusted
}

/** How p-values are adjusted. */
export type Adjustment = 'holm' | 'benjamini-hochberg' | 'bonferroni'

/** Adjusts p-values by the named rule. */
export function adjust(pValues: PValues, by: Adjustment): PValues {
  if (by === 'holm') return holm(pValues)
  return by === 'bonferroni' ? bonferroni(pValues) : benjaminiHochberg(pValues)
}

function definedOf(pValues: PValues): { p: number; at: number }[] {
  return pValues.flatMap((p, at) => {
    if (p === null) return []
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value must lie between 0 and 1, not ${p}`)
    return [{ p, at }]
  })
}
