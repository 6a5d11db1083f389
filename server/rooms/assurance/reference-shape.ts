import { createHash } from 'node:crypto'
import { canonicalJson } from '@assay/engine'
import { storedPlan } from './definition.ts'

/** The hash of what decides how a reference is counted; limits and reasons may change without freezing it again. */
export function shapeOf(definition: string): string {
  const plan = storedPlan(definition)
  if (!plan.ok || plan.value.kind !== 'drift') return ''
  const { columns, categories, numbers, by, mode, bins, missing, filter } = plan.value
  return createHash('sha256')
    .update(canonicalJson({ columns, categories, numbers, by, mode, bins, missing, filter }))
    .digest('hex')
}
