import { type Confusion, type GroupValue, sizeOf } from '../cells.ts'
import { checkTable } from '../checked.ts'

/** What metrics between groups come down to: the five rates that equality of each asks to be the same in all groups. */
export type Held = 'selection_rate' | 'tpr' | 'fpr' | 'ppv' | 'npv'

/** The rates that have to be equal for a metric to show no gap; a metric that is not listed is not judged. */
const asks: ReadonlyMap<string, readonly Held[]> = new Map([
  ['selection_rate', ['selection_rate']],
  ['demographic_parity_difference', ['selection_rate']],
  ['demographic_parity_ratio', ['selection_rate']],
  ['disparate_impact', ['selection_rate']],
  ['tpr', ['tpr']],
  ['fnr', ['tpr']],
  ['equal_opportunity_difference', ['tpr']],
  ['fpr', ['fpr']],
  ['tnr', ['fpr']],
  ['equalized_odds_difference', ['tpr', 'fpr']],
  ['equalized_odds_difference_pairwise', ['tpr', 'fpr']],
  ['ppv', ['ppv']],
  ['fdr', ['ppv']],
  ['predictive_parity_difference', ['ppv']],
  ['npv', ['npv']],
  ['for', ['npv']],
  ['calibration_within_groups', ['ppv', 'npv']],
])

type Rule = { held: readonly [Held, Held, Held]; unless: string | null }

/**
 * A confusion table has three degrees of freedom, so three rates settle its base rate: groups in which all three are the same have the same
 * base rate, but for the degenerate tables named here. Every triple of the five rates, each by solving for p; for tpr, fpr and ppv see
 * Chouldechova, Big Data 2017; for calibration and error rates Kleinberg, Mullainathan and Raghavan, ITCS 2017.
 */
const rules: readonly Rule[] = [
  { held: ['selection_rate', 'tpr', 'fpr'], unless: 'the decision does not depend on the truth at all' },
  { held: ['selection_rate', 'tpr', 'ppv'], unless: 'nobody who should be selected is (TPR 0)' },
  { held: ['selection_rate', 'tpr', 'npv'], unless: 'nobody who should be selected is missed (TPR 1)' },
  { held: ['selection_rate', 'fpr', 'ppv'], unless: 'nobody is selected wrongly (FPR 0)' },
  { held: ['selection_rate', 'fpr', 'npv'], unless: 'everybody who should not be selected is (FPR 1)' },
  { held: ['selection_rate', 'ppv', 'npv'], unless: null },
  { held: ['tpr', 'fpr', 'ppv'], unless: 'nobody is selected wrongly (FPR 0) or nobody rightly (TPR 0)' },
  { held: ['tpr', 'fpr', 'npv'], unless: 'nobody is missed (TPR 1) or everybody else is selected too (FPR 1)' },
  { held: ['tpr', 'ppv', 'npv'], unless: 'nobody is missed (TPR 1) or nobody is selected rightly (TPR 0)' },
  { held: ['fpr', 'ppv', 'npv'], unless: 'nobody is selected wrongly (FPR 0) or everybody else is (FPR 1)' },
]

export type Group = { group: GroupValue[]; table: Confusion }

/** A set of chosen metrics that cannot all show no gap, with the rates that stand against each other and a sentence on it. */
export type Conflict = { metrics: string[]; held: readonly Held[]; unless: string | null; text: string }

/**
 * Whether base rates differ, as far as was counted: `differ` says by how much at most. With equal base rates nothing conflicts; what these
 * counts cannot tell from equal (pass `shownToDiffer: false`) is said in each sentence.
 */
export type Conflicts = {
  baseRates: { group: GroupValue[]; rate: number | null; numerator: number; denominator: number }[]
  differ: number | null
  conflicts: Conflict[]
  notJudged: string[]
}

function baseRate({ tp, fp, fn, tn }: Confusion): number | null {
  const size = sizeOf({ tp, fp, fn, tn })
  return size === 0 ? null : (tp + fn) / size
}

/** Subsets of two and of three metrics, the smaller first, so that a conflict is told by the fewest metrics that make it. */
function* choices(metrics: readonly string[]): Generator<string[]> {
  for (const [i, first] of metrics.entries()) for (const second of metrics.slice(i + 1)) yield [first, second]
  for (const [i, first] of metrics.entries())
    for (const [j, second] of metrics.slice(i + 1).entries())
      for (const third of metrics.slice(i + j + 2)) yield [first, second, third]
}

function ruleAgainst(metrics: readonly string[]): Rule | undefined {
  const held = new Set(metrics.flatMap((metric) => asks.get(metric) ?? []))
  return rules.find((rule) => rule.held.every((rate) => held.has(rate)))
}

function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)} %`
}

function sentence(metrics: readonly string[], rule: Rule, range: { low: number; high: number; sure: boolean }): string {
  const all = metrics.length === 2 ? 'both' : 'all'
  const unless = rule.unless === null ? '' : `, unless ${rule.unless}`
  const base = `base rates from ${percent(range.low)} to ${percent(range.high)}`
  const held = `${rule.held.slice(0, -1).join(', ')} and ${String(rule.held.at(-1))}`
  const doubt = range.sure ? '' : ' These counts do not rule out that the base rates are the same.'
  return `${metrics.join(' and ')} cannot ${all} be equal between these groups: equal ${held} would need equal base rates, and they have ${base}${unless}.${doubt}`
}

/**
 * Which of the chosen metrics cannot all be equal on these groups' base rates, in plain words; the smallest sets only (pairs, else triples).
 * Metrics are named as in the results (`tpr`, `equalized_odds_difference`, `ppv`…); those whose equality settles no rate (accuracy, averages)
 * come back in `notJudged`. `shownToDiffer` tells whether a test found the base rates different; without it the counts are taken as they are.
 * @throws RangeError when a count is no whole number.
 */
export function conflictsBetween(
  metrics: readonly string[],
  groups: readonly Group[],
  { shownToDiffer = true }: { shownToDiffer?: boolean } = {},
): Conflicts {
  for (const { table } of groups) checkTable(table)
  const baseRates = groups.map(({ group, table }) => ({
    group,
    rate: baseRate(table),
    numerator: table.tp + table.fn,
    denominator: sizeOf(table),
  }))
  const known = baseRates.flatMap(({ rate }) => (rate === null ? [] : [rate]))
  const notJudged = metrics.filter((metric) => !asks.has(metric))
  if (known.length < 2) return { baseRates, differ: null, conflicts: [], notJudged }
  const low = known.reduce((a, b) => Math.min(a, b))
  const high = known.reduce((a, b) => Math.max(a, b))
  if (low === high) return { baseRates, differ: 0, conflicts: [], notJudged }
  const conflicts: Conflict[] = []
  for (const chosen of choices([...new Set(metrics)].filter((metric) => asks.has(metric)))) {
    const rule = ruleAgainst(chosen)
    const told = conflicts.some((conflict) => conflict.metrics.every((metric) => chosen.includes(metric)))
    if (!rule || told) continue
    const text = sentence(chosen, rule, { low, high, sure: shownToDiffer })
    conflicts.push({ metrics: chosen, held: rule.held, unless: rule.unless, text })
  }
  return { baseRates, differ: high - low, conflicts, notJudged }
}
