import { canonicalJson, checkPlan, type Plan, planHash } from '@assay/engine'
import { ok, refuse, type Result } from '#kernel/result.ts'

type Problem = { path: string; message: string }
export type Defined = { plan: Plan; text: string; sha256: string }

/**
 * Checks a definition key by key and fills in every default. Title and reason are the record's own and no part of it, so that
 * the same measure under another name has the same hash.
 */
export function readDefinition(
  given: Record<string, unknown>,
): Result<Defined, { kind: 'bad-definition'; problems: Problem[] }> {
  const { title: _title, reason: _reason, ...asked } = given
  const read = checkPlan(asked)
  if (read.ok) return ok({ plan: read.plan, text: canonicalJson(read.plan), sha256: planHash(read.plan) })
  const problems = read.problems.map(({ path, message }) => ({
    path: path === '' ? 'definition' : `definition.${path}`,
    message,
  }))
  return refuse({ kind: 'bad-definition', problems })
}

/** A stored definition as the engine takes it. It was accepted once; an engine that refuses it now says so in words. */
export function storedPlan(text: string): Result<Plan, { kind: 'bad-definition'; problems: Problem[] }> {
  const value: unknown = JSON.parse(text)
  const read = checkPlan(value)
  return read.ok ? ok(read.plan) : refuse({ kind: 'bad-definition', problems: read.problems })
}
