import { createHash } from 'node:crypto'
import type { JsonValue } from './run.ts'

/**
 * The one spelling of a JSON value (RFC 8785): keys in order of their UTF-16 units, no spaces. Throws TypeError on what JSON has no
 * word for (NaN, Infinity, undefined in a list, a bigint), so that none of it reaches a record. Undefined properties are left out.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no word for ${value}`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`JSON has no word for ${typeof value}`)
  let members = ''
  // The usual order of sorting is that of UTF-16 units.
  for (const key of Object.keys(value).toSorted()) {
    const it: unknown = Reflect.get(value, key)
    if (it === undefined) continue
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(it)}`
  }
  return `{${members}}`
}

/**
 * The value that canonical JSON would be read back as: keys in order, nothing undefined, no -0. Throws TypeError as `canonicalJson` does. For large
 * results it saves their text.
 */
export function plainJson(value: unknown): JsonValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no word for ${value}`)
    return value + 0
  }
  if (Array.isArray(value)) return value.map(plainJson)
  if (typeof value !== 'object') throw new TypeError(`JSON has no word for ${typeof value}`)
  const members: [string, JsonValue][] = []
  for (const key of Object.keys(value).toSorted()) {
    const it: unknown = Reflect.get(value, key)
    if (it !== undefined) members.push([key, plainJson(it)])
  }
  return Object.fromEntries(members)
}

/** Lower-case hexadecimal SHA-256 of text as UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
