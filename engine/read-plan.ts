import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { measurementKinds, type Plan, planSchemas } from './plan.ts'

/** What is wrong with an input, where (`thresholds.0.margin`), in words that say what to do. */
export type Problem = { path: string; message: string }
export type PlanRead = { ok: true; plan: Plan } | { ok: false; problems: Problem[] }

/** Reads a plan from YAML or JSON text; both are read as YAML, which contains JSON. */
export function readPlan(text: string): PlanRead {
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true })
  const [error] = document.errors
  if (error !== undefined) return refused('', `is neither YAML nor JSON: ${error.message.split('\n')[0] ?? ''}`)
  const value: unknown = document.toJS({ maxAliasCount: 100 })
  return checkPlan(value)
}

/** Checks a plan that is already parsed, and fills in every default. */
export function checkPlan(value: unknown): PlanRead {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('', `is no plan; a plan is a mapping that begins with "kind", one of ${measurementKinds.join(', ')}`)
  }
  const kind = measurementKinds.find((it) => it === Reflect.get(value, 'kind'))
  if (kind === undefined) return refused('kind', `is one of ${measurementKinds.join(', ')}`)
  const read = planSchemas[kind].safeParse(value)
  if (read.success) return { ok: true, plan: read.data }
  return { ok: false, problems: read.error.issues.flatMap((issue) => problemsOf(issue, kind)) }
}

function problemsOf(issue: z.core.$ZodIssue, kind: keyof typeof planSchemas): Problem[] {
  const path = issue.path.map(String).join('.')
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }]
  const known = path === '' ? `; a ${kind} plan knows ${Object.keys(planSchemas[kind].shape).join(', ')}` : ''
  return issue.keys.map((key) => ({
    path: path === '' ? key : `${path}.${key}`,
    message: `"${key}" is not a known key${known}`,
  }))
}

function refused(path: string, message: string): PlanRead {
  return { ok: false, problems: [{ path, message }] }
}
