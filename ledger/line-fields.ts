import { HASH_BYTES } from './arguments.ts'
import { fromBase64 } from './bytes.ts'

/** A non-negative decimal without leading zeros, up to 2^53 − 1; null for anything else. */
export function parseDecimal(digits: string): number | null {
  const value = /^(0|[1-9][0-9]{0,15})$/.test(digits) ? Number(digits) : Number.NaN
  return Number.isSafeInteger(value) ? value : null
}

/** A SHA-256 hash in base 64, in its one encoding; null for anything else. */
export function parseHash(text: string): Uint8Array | null {
  const hash = fromBase64(text)
  return hash?.length === HASH_BYTES ? hash : null
}
