import { type Confusion, sizeOf } from '../cells.ts'
import { checkTable } from '../checked.ts'
import type { Estimate } from '../estimate.ts'

/**
 * Inequality of what people got beyond what they were due: everybody's benefit is b = ŷ − y + 1, so 0 for a favourable outcome missed (fn),
 * 1 for a right decision (tp, tn) and 2 for a favourable outcome undue (fp). Cells are enough: nothing depends on single rows.
 * Speicher et al., "A unified approach to quantifying algorithmic unfairness", KDD 2018.
 */
type Benefits = { people: number; counts: readonly [none: number, due: number, undue: number]; mean: number }

function benefitsOf(table: Confusion): Benefits {
  checkTable(table)
  const people = sizeOf(table)
  return {
    people,
    counts: [table.fn, table.tp + table.tn, table.fp],
    mean: people === 0 ? 0 : (table.tp + table.tn + 2 * table.fp) / people,
  }
}

function exactly(value: number): Estimate {
  return { value, low: null, high: null, method: null }
}

function undefinedBecause(reason: string): Estimate {
  return { value: null, low: null, high: null, method: null, reason }
}

/** One person's term of the index, for a benefit of `share` times the mean: 0 ln 0 is 0. */
function term(share: number, alpha: number): number {
  if (alpha === 0) return -Math.log(share)
  if (alpha === 1) return share === 0 ? 0 : share * Math.log(share)
  return (share ** alpha - 1) / (alpha * (alpha - 1))
}

function indexOf(parts: readonly { people: number; benefit: number }[], mean: number, alpha: number): number {
  let people = 0
  let sum = 0
  for (const part of parts) {
    if (part.people === 0) continue
    people += part.people
    sum += part.people * term(part.benefit / mean, alpha)
  }
  // A sum of rounded terms may end a hair below 0, which the index cannot be.
  return Math.max(0, sum / people)
}

function checkAlpha(alpha: number): void {
  if (!Number.isFinite(alpha)) throw new RangeError(`alpha must be a finite number; it is ${alpha}`)
}

function refusal(benefits: Benefits, alpha: number): string | null {
  if (benefits.people === 0) return 'nobody was counted'
  if (benefits.mean === 0) return 'nobody got any benefit: every outcome is a favourable one missed'
  if (alpha <= 0 && benefits.counts[0] > 0)
    return `with alpha ${alpha} the index is infinite once somebody has benefit 0`
  return null
}

/**
 * Generalised entropy index GE(α) = 1/(n α(α−1)) Σ[(b/μ)^α − 1]; GE(1) is Theil's index, GE(0) the mean log deviation. 0 is equality; no unit.
 * Null with a reason for an empty table, when every benefit is 0, and when a benefit of 0 makes the index infinite (α ≤ 0).
 * @throws RangeError when a count is no whole number or alpha is not finite.
 */
export function generalisedEntropy(table: Confusion, alpha: number): Estimate {
  checkAlpha(alpha)
  const benefits = benefitsOf(table)
  const reason = refusal(benefits, alpha)
  if (reason !== null) return undefinedBecause(reason)
  const parts = benefits.counts.map((people, benefit) => ({ people, benefit }))
  return exactly(indexOf(parts, benefits.mean, alpha))
}

/** Theil's index: the mean of (b/μ) ln(b/μ), with 0 ln 0 = 0. See `generalisedEntropy`. */
export function theil(table: Confusion): Estimate {
  return generalisedEntropy(table, 1)
}

/** Coefficient of variation of the benefits: sd/μ (population sd), which is √(2·GE(2)). */
export function coefficientOfVariation(table: Confusion): Estimate {
  const entropy = generalisedEntropy(table, 2)
  return entropy.value === null ? entropy : exactly(Math.sqrt(2 * entropy.value))
}

/** The part of an inequality that lies between groups and the part within them; they add up to the whole. */
export type Decomposition = { total: Estimate; between: Estimate; within: Estimate }

/**
 * GE(α) of everybody, split: `between` gives each person the mean benefit of their group, `within` is the rest (for α 0 and 1 the weighted
 * mean of the groups' own indices). Shorrocks, "The class of additively decomposable inequality measures", Econometrica 1980.
 * Undefined parts are null with a reason; a group without people changes nothing.
 */
export function decomposeEntropy(groups: readonly Confusion[], alpha: number): Decomposition {
  checkAlpha(alpha)
  const whole = { tp: 0, fp: 0, fn: 0, tn: 0 }
  for (const { tp, fp, fn, tn } of groups) {
    whole.tp += tp
    whole.fp += fp
    whole.fn += fn
    whole.tn += tn
  }
  const total = generalisedEntropy(whole, alpha)
  const parts = groups.map(benefitsOf).map(({ people, mean }) => ({ people, benefit: mean }))
  const { mean, people } = benefitsOf(whole)
  if (people === 0 || mean === 0) return { total, between: total, within: total }
  if (alpha <= 0 && parts.some((part) => part.people > 0 && part.benefit === 0)) {
    const none = undefinedBecause(`with alpha ${alpha} the index is infinite once a whole group has benefit 0`)
    return { total, between: none, within: none }
  }
  const between = indexOf(parts, mean, alpha)
  const within = total.value === null ? total : exactly(Math.max(0, total.value - between))
  return { total, between: exactly(between), within }
}
