import { canonicalJson, sha256 } from './canonical.ts'
import type { Plan } from './plan.ts'

/** SHA-256 over the canonical JSON of a plan with its defaults: two spellings of one plan have one hash. */
export function planHash(plan: Plan): string {
  return sha256(canonicalJson(plan))
}
