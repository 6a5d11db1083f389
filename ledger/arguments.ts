import { LedgerError } from './errors.ts'

// Callers without types reach this package too (scripts, tests, a page), so what the types say is also checked.

export const HASH_BYTES = 32

/** Throws `malformed-argument` unless the value is a Uint8Array. */
export function requireBytes(name: string, value: Uint8Array | undefined): asserts value is Uint8Array {
  if (!(value instanceof Uint8Array)) throw new LedgerError('malformed-argument', `${name} must be a Uint8Array.`)
}

/** Throws `malformed-argument` unless the value is a SHA-256 hash. */
export function requireHash(name: string, value: Uint8Array | undefined): asserts value is Uint8Array {
  requireBytes(name, value)
  if (value.length !== HASH_BYTES) {
    throw new LedgerError('malformed-argument', `${name} must be ${HASH_BYTES} bytes, not ${value.length}.`)
  }
}

/** Throws `malformed-argument` unless every element is a Uint8Array; lengths are left to the caller. */
export function requireByteList(name: string, values: readonly Uint8Array[]): void {
  if (!Array.isArray(values)) throw new LedgerError('malformed-argument', `${name} must be an array of Uint8Array.`)
  const wrong = values.findIndex((value) => !(value instanceof Uint8Array))
  if (wrong >= 0) requireBytes(`${name}[${wrong}]`, values[wrong])
}

/** Throws `malformed-argument` unless every element is a SHA-256 hash. */
export function requireHashes(name: string, values: readonly Uint8Array[]): void {
  requireByteList(name, values)
  const wrong = values.findIndex((value) => value.length !== HASH_BYTES)
  if (wrong >= 0) requireHash(`${name}[${wrong}]`, values[wrong])
}

/** Throws `malformed-argument` unless the value is a non-negative safe integer. */
export function requireCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new LedgerError('malformed-argument', `${name} must be a non-negative safe integer, not ${String(value)}.`)
  }
}

/** Throws `malformed-argument` unless the value is a string that UTF-8 can carry. */
export function requireText(name: string, value: string): void {
  if (typeof value !== 'string' || !value.isWellFormed()) {
    throw new LedgerError('malformed-argument', `${name} must be a string without lone surrogates.`)
  }
}

/** Throws `malformed-argument` unless the value is an object, so that its fields can be asked for. */
export function requireFields(name: string, value: object): void {
  if (typeof value !== 'object' || value === null) {
    throw new LedgerError('malformed-argument', `${name} must be an object.`)
  }
}
