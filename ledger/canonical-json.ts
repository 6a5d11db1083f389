import canonicalize from 'canonicalize'
import { utf8 } from './bytes.ts'
import { MAX_LEAF_BYTES } from './entry-bundle.ts'
import { LedgerError } from './errors.ts'

/** Deep enough for any record; a value that refers to itself meets it too. */
const MAX_DEPTH = 256

/**
 * The canonical JSON of a value (RFC 8785) in UTF-8: null, booleans, finite numbers, well-formed strings, and arrays and
 * plain objects of these. Throws `not-canonical`, naming the place, for anything else: two different values never give
 * the same bytes by losing something on the way (-0, which JSON has no sign for, is 0).
 */
export function canonicalJson(value: unknown): Uint8Array {
  requireJson(value, '$', 0)
  const text = canonicalize(value)
  if (text === undefined) throw notCanonical('$', 'has no JSON form')
  return utf8(text)
}

/** The canonical JSON of a log entry; throws `leaf-too-large` above 65,535 bytes. Hash it with `leafHash`. */
export function leafBytes(entry: unknown): Uint8Array {
  const bytes = canonicalJson(entry)
  if (bytes.length > MAX_LEAF_BYTES) {
    throw new LedgerError(
      'leaf-too-large',
      `A log entry is at most ${MAX_LEAF_BYTES} bytes of JSON, not ${bytes.length}: keep the content beside the log.`,
    )
  }
  return bytes
}

function requireJson(value: unknown, at: string, depth: number): void {
  if (depth > MAX_DEPTH) throw notCanonical(at, `is nested deeper than ${MAX_DEPTH}, or holds itself`)
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'number') return requireFinite(value, at)
  if (typeof value === 'string') return requireWellFormed(value, at)
  if (Array.isArray(value)) return requireJsonArray(value, at, depth)
  if (isPlainObject(value)) return requireJsonObject(value, at, depth)
  throw notCanonical(at, `is ${describe(value)}, which JSON has no form for`)
}

/** By index, since a hole in an array is skipped by `forEach` and would become null. */
function requireJsonArray(array: readonly unknown[], at: string, depth: number): void {
  for (let index = 0; index < array.length; index += 1) requireJson(array[index], `${at}[${index}]`, depth + 1)
}

function requireJsonObject(object: Record<string, unknown>, at: string, depth: number): void {
  for (const [key, value] of Object.entries(object)) {
    requireWellFormed(key, at)
    if (key === 'toJSON' && typeof value === 'function') throw notCanonical(at, 'has a toJSON of its own')
    requireJson(value, `${at}.${key}`, depth + 1)
  }
}

function requireFinite(value: number, at: string): void {
  if (!Number.isFinite(value)) throw notCanonical(at, `is ${value}`)
}

function requireWellFormed(text: string, at: string): void {
  if (!text.isWellFormed()) throw notCanonical(at, 'has a lone surrogate, which UTF-8 cannot carry')
}

/** Dates, maps, byte arrays and class instances have no JSON form that would bring them back. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? `a ${value.constructor.name}` : `of type ${typeof value}`
}

function notCanonical(at: string, why: string): LedgerError {
  return new LedgerError('not-canonical', `No canonical JSON: ${at} ${why}.`)
}
