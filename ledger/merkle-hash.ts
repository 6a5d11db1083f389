import { HASH_BYTES, requireBytes, requireHash } from './arguments.ts'
import { concat } from './bytes.ts'
import { sha256 } from './crypto.ts'

// The prefixes keep a leaf from passing for a node and back (RFC 6962, section 2.1).
const LEAF_PREFIX = Uint8Array.of(0)
const NODE_PREFIX = 1

const nodeInput = new Uint8Array(1 + 2 * HASH_BYTES)
nodeInput[0] = NODE_PREFIX

/** The hash of one log entry: SHA-256(0x00 ‖ entry). 32 bytes. */
export function leafHash(entry: Uint8Array): Uint8Array {
  requireBytes('entry', entry)
  return sha256(concat(LEAF_PREFIX, entry))
}

/** The hash of two neighbouring subtrees: SHA-256(0x01 ‖ left ‖ right). 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  requireHash('left', left)
  requireHash('right', right)
  nodeInput.set(left, 1)
  nodeInput.set(right, 1 + HASH_BYTES)
  return sha256(nodeInput)
}

/** The root of a log without entries: SHA-256 of nothing. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array(0))
}
