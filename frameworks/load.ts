import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { z } from 'zod'

/** Runs `make` at the first call and hands out the same value from then on. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Reads `data/<file>`, checks it against its schema and freezes it; a file that does not fit is a bug and throws. */
export function readData<Value>(file: string, schema: z.ZodType<Value>): Value {
  const text = readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')
  const parsed = schema.safeParse(parse(text))
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`frameworks/data/${file} does not fit its schema: ${where.join('; ')}`)
  }
  return deepFreeze(parsed.data)
}

/** Catalogues are shared by every request, so nobody may change them in place. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}
