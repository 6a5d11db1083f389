import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { measurementKinds, type Plan, planSchemas } from './plan.ts'
import { problemsOfSense } from './plan-sense.ts'
import type { Problem } from './sources/problem.ts'

export type PlanRead = { ok: true; plan: Plan } | { ok: false; problems: Problem[] }

/** Reads a plan from YAML or JSON text; both are read as YAML, which contains JSON. */
export function readPlan(text: string): PlanRead {
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true })
  const [error] = document.errors
  if (error?.code === 'MULTIPLE_DOCS') return refused('', 'holds several documents; a plan is one')
  if (error !== undefined) return refused('', `is neither YAML nor JSON: ${error.message.split('\n')[0] ?? ''}`)
  const value = valueOf(document)
  return value === tooManyAliases
    ? refused('', 'repeats itself by far too many aliases; write out what they stand for')
    : checkPlan(value)
}

const tooManyAliases = Symbol('too many aliases')

function valueOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (error instanceof ReferenceError) return tooManyAliases
    throw error
  }
}

/** Checks a plan that is already parsed, and fills in every default. */
export function checkPlan(value: unknown): PlanRead {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refused('', `is no plan; a plan is a mapping that begins with "kind", one of ${measurementKinds.join(', ')}`)
  }
  const kind = measurementKinds.find((it) => it === Reflect.get(value, 'kind'))
  if (kind === undefined) return refused('kind', `is one of ${measurementKinds.join(', ')}`)
  const read = planSchemas[kind].safeParse(value)
  if (read.success) {
    const problems = problemsOfSense(read.data)
    return problems.length === 0 ? { ok: true, plan: read.data } : { ok: false, problems }
  }
  return { ok: false, problems: read.error.issues.flatMap((issue) => problemsOf(issue, kind)) }
}

function problemsOf(issue: z.core.$ZodIssue, kind: keyof typeof planSchemas): Problem[] {
  const path = issue.path.map(String).join('.')
  if (issue.code !== 'unrecognized_keys') return [{ path, message: inWords(issue) }]
  const known = path === '' ? `; a ${kind} plan knows ${Object.keys(planSchemas[kind].shape).join(', ')}` : ''
  return issue.keys.map((key) => ({
    path: path === '' ? key : `${path}.${key}`,
    message: `"${key}" is not a known key${known}`,
  }))
}

const things: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
}

/** What is wrong, said to whoever wrote the plan; the library's own words where it has some of ours. */
function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    const wanted = things[issue.expected] ?? issue.expected
    return issue.message.endsWith('received undefined') ? `is missing; it is ${wanted}` : `must be ${wanted}`
  }
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map((it) => `"${String(it)}"`).join(', ')}`
  if (issue.code === 'too_big')
    return `must be ${sizeOf(issue.origin, issue.inclusive ? 'at most' : 'below', issue.maximum)}`
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) {
    return `must be ${sizeOf(issue.origin, issue.inclusive ? 'at least' : 'above', issue.minimum)}`
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'must be a day, such as 2026-03-31'
  if (issue.code === 'invalid_union') return ofUnion(issue)
  return issue.message
}

/** Where a value may have one of several forms. */
function ofUnion({ path, message }: z.core.$ZodIssueInvalidUnion): string {
  const [, names] = /Expected (.+)$/.exec(message) ?? []
  if (names !== undefined) return `must be one of ${names.replaceAll(' | ', ', ').replaceAll("'", '"')}`
  if (path.at(-1) === 'windows')
    return 'must be "rows" with a number, or "column" with "period": day, week, month, quarter, year'
  return 'has none of the forms that it may have'
}

function sizeOf(origin: string, side: string, size: number | bigint): string {
  const unit = origin === 'string' ? ' characters long' : origin === 'array' ? ' entries long' : ''
  return `${side} ${String(size)}${unit}`
}

function refused(path: string, message: string): PlanRead {
  return { ok: false, problems: [{ path, message }] }
}
