import { createHash } from 'node:crypto'

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
  const entries = Object.entries(value)
    .filter(([, it]) => it !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, it]) => `${JSON.stringify(key)}:${canonicalJson(it)}`).join(',')}}`
}

/** Lower-case hexadecimal SHA-256 of text as UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
