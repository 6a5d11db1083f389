import { Ajv, type Options } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'

/** Whether outputs are JSON that fits a schema, or why there can be no such question. */
export type SchemaValidity = { ok: true; fits: (output: string) => boolean } | { ok: false; reason: string }

const options: Options = { strict: false, validateFormats: false, logger: false }

/**
 * Compiles a JSON Schema (draft 7, or 2020-12 where `$schema` names it). The whole output has to be one JSON text; `fenced` also takes one
 * that stands alone between ``` fences, as models like to write it. Formats are not looked at, and no other document is ever fetched: a
 * schema that refers to one is refused.
 */
export function schemaValidity(schema: unknown, { fenced = false }: { fenced?: boolean } = {}): SchemaValidity {
  if (typeof schema !== 'boolean' && !isObject(schema))
    return { ok: false, reason: 'a JSON Schema is an object, true or false' }
  const named = isObject(schema) ? schema['$schema'] : undefined
  const ajv = typeof named === 'string' && named.includes('2020-12') ? new Ajv2020(options) : new Ajv(options)
  try {
    const validate = ajv.compile(schema)
    return { ok: true, fits: (output) => fitsInto(validate, fenced ? withoutFence(output) : output) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'it cannot be compiled' }
  }
}

function fitsInto(validate: (value: unknown) => boolean, output: string): boolean {
  let value: unknown
  try {
    value = JSON.parse(output)
  } catch {
    return false
  }
  return validate(value)
}

function withoutFence(output: string): string {
  const lines = output.trim().split('\n')
  const [first = ''] = lines
  const isFenced = lines.length > 2 && /^```[a-z]{0,10}\s*$/i.test(first) && lines.at(-1)?.trim() === '```'
  return isFenced ? lines.slice(1, -1).join('\n') : output
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
