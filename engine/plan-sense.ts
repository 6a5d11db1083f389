import { rateIds } from '@assay/measures/rates'
import type { FairnessPlan, PerformancePlan, Plan } from './plan.ts'
import type { Problem } from './sources/problem.ts'

/**
 * What a plan says that could never be applied, though every key is known: names of attributes that it does not have, and bounds that no
 * result can reach. Unsaid, they would be left aside without a word.
 */
export function problemsOfSense(plan: Plan): Problem[] {
  const intersect = 'intersect' in plan ? plan.intersect : []
  return [
    ...intersect.flatMap(problemOfCombination),
    ...(plan.kind === 'fairness' ? problemsOfNames(plan) : []),
    ...(plan.kind === 'performance' ? problemsOfBounds(plan) : []),
  ]
}

function problemOfCombination(columns: string[], index: number): Problem[] {
  const twice = columns.find((it, at) => columns.indexOf(it) !== at)
  return twice === undefined
    ? []
    : [{ path: `intersect.${index}`, message: `names "${twice}" twice; a combination is of different columns` }]
}

function problemsOfNames({ by, intersect, reference, thresholds, conditional = [] }: FairnessPlan): Problem[] {
  const attributes = [...by, ...intersect.map((it) => it.join(','))]
  const named = new Set([...attributes, ...intersect.flat()])
  const places: { path: string; name: string; known: ReadonlySet<string> }[] = [
    ...Object.keys(reference).map((name) => ({ path: `reference.${name}`, name, known: named })),
    ...[...thresholds.entries()].flatMap(([at, it]) => inList(`thresholds.${at}`, it.attributes, attributes)),
    ...[...conditional.entries()].flatMap(([at, it]) => inList(`conditional.${at}`, it.attributes, attributes)),
  ]
  return places
    .filter(({ name, known }) => !known.has(name))
    .map(({ path, name }) => ({
      path,
      message: `"${name}" is no attribute of this plan; it has ${attributes.map((it) => `"${it}"`).join(', ')}`,
    }))
}

function inList(path: string, names: string[] | undefined, attributes: string[]) {
  return (names ?? []).map((name) => ({ path: `${path}.attributes`, name, known: new Set(attributes) }))
}

function problemsOfBounds({ thresholds }: PerformancePlan): Problem[] {
  return [...thresholds.entries()].flatMap(([at, { metric, atLeast, atMost }]) => {
    const [least, most] = rangeOf(metric)
    const bound = atLeast ?? atMost ?? least
    if (bound >= least && bound <= most) return []
    const range = most === Number.POSITIVE_INFINITY ? `is never below ${least}` : `lies between ${least} and ${most}`
    return [{ path: `thresholds.${at}`, message: `"${metric}" ${range}, so a bound of ${bound} decides nothing` }]
  })
}

function rangeOf(metric: PerformancePlan['thresholds'][number]['metric']): [number, number] {
  if (metric === 'mean_residual') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  if (metric === 'mae') return [0, Number.POSITIVE_INFINITY]
  const shares: string[] = [...rateIds, 'balanced_accuracy', 'f1', 'auc']
  return shares.includes(metric) ? [0, 1] : [-1, 1]
}
