/**
 * A distribution over the whole numbers from `low` to `high` with one peak at `mode`, told by its ratios alone: `up(k)` is
 * P(k + 1)/P(k). No factorials are needed, so nothing is lost to them at ten million rows.
 */
export type Unimodal = { low: number; high: number; mode: number; up: (k: number) => number }

/** Ties within rounding count as equally likely, as R's and SciPy's tests do. */
const tie = Math.log1p(1e-7)
const negligible = 1e-18

/**
 * The two-sided exact p-value: the total probability of all outcomes that are no more likely than the observed one. Worked out relative
 * to the mode and, in the tails, relative to the tail's own first term, so that a p of 1e-130 has all its digits.
 */
export function exactTwoSided(distribution: Unimodal, observed: number): number {
  const { mode } = distribution
  const logObserved = logRelativeToMode(distribution, observed)
  if (logObserved >= -tie) return 1
  const total = 1 + sumOutwards(distribution, mode, 1) + sumOutwards(distribution, mode, -1)
  const direction = observed > mode ? 1 : -1
  const near = 1 + sumOutwards(distribution, observed, direction)
  const opposite = firstAsUnlikely(distribution, logObserved, direction === 1 ? -1 : 1)
  const far = opposite
    ? Math.exp(opposite.log - logObserved) * (1 + sumOutwards(distribution, opposite.k, direction === 1 ? -1 : 1))
    : 0
  return Math.min(1, Math.exp(logObserved + Math.log((near + far) / total)))
}

type Direction = 1 | -1

/** P(k + direction)/P(k). */
function step({ up }: Unimodal, k: number, direction: Direction): number {
  return direction === 1 ? up(k) : 1 / up(k - 1)
}

/** Whether there is an outcome beyond k. */
function goesOn({ low, high }: Unimodal, k: number, direction: Direction): boolean {
  return direction === 1 ? k < high : k > low
}

/** The sum of P(j)/P(start) over all j beyond start, until what is left cannot be seen. */
function sumOutwards(distribution: Unimodal, start: number, direction: Direction): number {
  let [sum, term] = [0, 1]
  for (let k = start; goesOn(distribution, k, direction); k += direction) {
    term *= step(distribution, k, direction)
    sum += term
    if (term < negligible) break
  }
  return sum
}

/** ln P(k)/P(mode). The product is brought back to 1 before it leaves the range of a double. */
function logRelativeToMode(distribution: Unimodal, k: number): number {
  const direction: Direction = k > distribution.mode ? 1 : -1
  let [log, product] = [0, 1]
  for (let at = distribution.mode; at !== k; at += direction) {
    product *= step(distribution, at, direction)
    if (product < 1e-200) [log, product] = [log + Math.log(product), 1]
  }
  return log + Math.log(product)
}

/** The first outcome from the mode in this direction that is no more likely than the observed one. */
function firstAsUnlikely(
  distribution: Unimodal,
  logObserved: number,
  direction: Direction,
): { k: number; log: number } | null {
  let [log, product] = [0, 1]
  for (let k = distribution.mode; goesOn(distribution, k, direction); ) {
    product *= step(distribution, k, direction)
    k += direction
    if (product < 1e-200) [log, product] = [log + Math.log(product), 1]
    const here = log + Math.log(product)
    if (here <= logObserved + tie) return { k, log: here }
  }
  return null
}
