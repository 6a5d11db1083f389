import { requireByteList, requireBytes } from './arguments.ts'
import { concat } from './bytes.ts'
import { LedgerError } from './errors.ts'
import { TILE_WIDTH } from './tile-path.ts'

/** The largest entry that an entry bundle can carry: its length is a 16-bit number (C2SP tlog-tiles, Log entries). */
export const MAX_LEAF_BYTES = 65_535
const LENGTH_BYTES = 2

/** 1 to 256 entries, each behind its big-endian 16-bit length; throws `leaf-too-large` or `malformed-bundle`. */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  requireByteList('entries', entries)
  requireWidth(entries.length)
  return concat(...entries.flatMap((entry) => [lengthOf(entry), entry]))
}

/** The entries of a bundle, in order; throws `malformed-bundle` for a cut entry or more than 256 of them. */
export function decodeEntryBundle(bundle: Uint8Array): Uint8Array[] {
  requireBytes('bundle', bundle)
  const entries: Uint8Array[] = []
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.length)
  for (let at = 0; at < bundle.length; ) {
    if (at + LENGTH_BYTES > bundle.length) throw malformed('its last length is cut')
    const begin = at + LENGTH_BYTES
    at = begin + view.getUint16(at)
    if (at > bundle.length) throw malformed('its last entry is cut')
    entries.push(bundle.slice(begin, at))
  }
  requireWidth(entries.length)
  return entries
}

function lengthOf(entry: Uint8Array): Uint8Array {
  if (entry.length > MAX_LEAF_BYTES) {
    throw new LedgerError('leaf-too-large', `An entry is at most ${MAX_LEAF_BYTES} bytes, not ${entry.length}.`)
  }
  return Uint8Array.of(entry.length >> 8, entry.length & 0xff)
}

function requireWidth(count: number): void {
  if (count === 0 || count > TILE_WIDTH) throw malformed(`it has ${count} entries, not 1 to 256`)
}

function malformed(what: string): LedgerError {
  return new LedgerError('malformed-bundle', `Not an entry bundle: ${what}.`)
}
