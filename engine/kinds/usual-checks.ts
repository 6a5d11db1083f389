import { columnNamed } from '../count/resolve.ts'
import type { CellSource } from '../cell-source.ts'
import type { QualityPlan } from '../plan.ts'
import type { QualityCheckPlan } from '../quality-checks.ts'

/**
 * What can be checked without knowing what was meant: every column on its own, rows against each other, the label against columns and groups.
 * Anything that needs a rule, a range or a population has to be written into the plan.
 */
export function usualChecks(plan: QualityPlan, source: CellSource, overlap: boolean): QualityCheckPlan[] {
  const names = plan.columns ?? source.columns.filter(({ type }) => type !== 'other').map(({ name }) => name)
  for (const name of names) columnNamed(source, 'columns', name)
  const { label, by, keys, quasiIdentifiers, sensitive, positive } = plan
  const features = names.filter((it) => it !== label && !keys.includes(it))
  const checks: QualityCheckPlan[] = names.flatMap((column): QualityCheckPlan[] => [
    { check: 'missing-values', column },
    { check: 'type-mix', column },
    { check: 'domain-variants', column },
    { check: 'constant-column', column },
    { check: 'personal-data', column },
  ])
  if (names.length > 0)
    checks.push({ check: 'incomplete-rows', columns: names }, { check: 'duplicate-rows', columns: names })
  if (keys.length > 0) checks.push({ check: 'duplicate-ids', columns: keys })
  if (label !== undefined) {
    checks.push({ check: 'missing-labels', column: label }, { check: 'class-balance', column: label })
    if (features.length > 0) checks.push({ check: 'label-conflicts', columns: features, label })
    checks.push(...features.map((column): QualityCheckPlan => ({ check: 'single-predictor', column, label })))
    checks.push(
      ...by.map((group): QualityCheckPlan => ({ check: 'label-rate-by-group', label, positive, by: [group] })),
    )
  }
  checks.push(...by.map((group): QualityCheckPlan => ({ check: 'group-balance', columns: [group] })))
  for (const attribute of sensitive) {
    const others = features.filter((it) => it !== attribute)
    checks.push(
      ...others.map((column): QualityCheckPlan => ({ check: 'sensitive-proxy', column, sensitive: attribute })),
    )
  }
  if (quasiIdentifiers.length > 0) {
    checks.push({ check: 'k-anonymity', columns: quasiIdentifiers, k: 5 })
    checks.push(
      ...sensitive.map(
        (attribute): QualityCheckPlan => ({
          check: 'l-diversity',
          columns: quasiIdentifiers,
          sensitive: attribute,
          l: 2,
        }),
      ),
    )
  }
  if (overlap && features.length > 0) checks.push({ check: 'train-test-overlap', columns: features })
  return checks
}
