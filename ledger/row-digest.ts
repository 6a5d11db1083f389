import { requireBytes, requireFields, requireText } from './arguments.ts'
import { concat, toHex, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical-json.ts'
import { sha256 } from './crypto.ts'
import { LedgerError } from './errors.ts'

/** What a column enters a row's digest as: instants as UTC microseconds, numerics as strings. */
export type ColumnValue = string | number | boolean | null

/** A salt shorter than this lets a name be found by trying. */
export const MIN_SALT_BYTES = 16

/**
 * SHA-256 of the canonical JSON of a row's columns by name; 32 bytes, the same that the database computes in SQL.
 *
 * Throws `not-canonical` where the two could differ: a number that is no safe integer (PostgreSQL and JSON print
 * fractions and large numbers differently; pass numerics as strings), a column name other than letters, digits and
 * underscores (sorted by byte in one, by UTF-16 unit in the other), or a NUL, which a PostgreSQL text cannot hold.
 */
export function rowDigest(columns: Readonly<Record<string, ColumnValue>>): Uint8Array {
  requireFields('columns', columns)
  for (const [name, value] of Object.entries(columns)) {
    requireColumnName(name)
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      throw new LedgerError('not-canonical', `Column ${name} is not a safe integer: pass other numbers as strings.`)
    }
    if (typeof value === 'string' && value.includes('\0')) throw hasNul(name)
    if (typeof value === 'object' && value !== null) {
      throw new LedgerError('not-canonical', `Column ${name} is not a string, number, boolean or null.`)
    }
  }
  return sha256(canonicalJson(columns))
}

/**
 * The digest that stands for a personal value in its row's digest, so that the value and its salt can be erased and the
 * row still verifies: SHA-256(salt ‖ UTF-8 column name ‖ 0x00 ‖ UTF-8 value), 64 lowercase hex digits. Throws
 * `malformed-argument` for a salt of fewer than 16 bytes: keep one random salt per row version.
 */
export function personalDigest(salt: Uint8Array, columnName: string, value: string): string {
  requireBytes('salt', salt)
  requireText('value', value)
  requireText('columnName', columnName)
  requireColumnName(columnName)
  if (value.includes('\0')) throw hasNul(columnName)
  if (salt.length < MIN_SALT_BYTES) {
    throw new LedgerError('malformed-argument', `A salt is at least ${MIN_SALT_BYTES} random bytes.`)
  }
  return toHex(sha256(concat(salt, utf8(columnName), Uint8Array.of(0), utf8(value))))
}

function requireColumnName(name: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new LedgerError('not-canonical', `${JSON.stringify(name)} is not a column name of letters, digits and _.`)
  }
}

function hasNul(name: string): LedgerError {
  return new LedgerError('not-canonical', `Column ${name} contains a NUL character.`)
}
