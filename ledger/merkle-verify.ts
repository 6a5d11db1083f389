import { HASH_BYTES, requireByteList, requireBytes, requireCount, requireFields } from './arguments.ts'
import { sameBytes } from './bytes.ts'
import { nodeHash } from './merkle-hash.ts'

export type InclusionClaim = {
  leafHash: Uint8Array
  index: number
  size: number
  proof: readonly Uint8Array[]
  root: Uint8Array
}

export type ConsistencyClaim = {
  size1: number
  size2: number
  root1: Uint8Array
  root2: Uint8Array
  proof: readonly Uint8Array[]
}

/**
 * Whether the proof shows the leaf at `index` of the tree with that size and root (RFC 9162, section 2.1.3.2).
 * False for any claim that does not hold, hashes of a wrong length included; throws `malformed-argument` for arguments
 * that are no claim at all (no bytes, no safe integer).
 */
export function verifyInclusion(claim: InclusionClaim): boolean {
  requireFields('claim', claim)
  const { leafHash, index, size, proof, root } = claim
  requireBytes('leafHash', leafHash)
  requireBytes('root', root)
  requireByteList('proof', proof)
  requireCount('index', index)
  requireCount('size', size)
  if (index >= size || !allHashes([leafHash, ...proof])) return false

  const walk = upwards(index, size - 1)
  let hash = leafHash
  for (const sibling of proof) {
    const side = walk.next()
    if (side === 'none') return false
    hash = side === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling)
  }
  return walk.next() === 'none' && sameBytes(hash, root)
}

/**
 * Whether the proof shows that the tree of size2 and root2 begins with the tree of size1 and root1 (RFC 9162, section
 * 2.1.4.2). False also for size1 = 0 (proves nothing), size1 > size2, and a non-empty proof between equal sizes; throws
 * `malformed-argument` for arguments that are no claim at all.
 */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  requireFields('claim', claim)
  const { size1, size2, root1, root2, proof } = claim
  requireBytes('root1', root1)
  requireBytes('root2', root2)
  requireByteList('proof', proof)
  requireCount('size1', size1)
  requireCount('size2', size2)
  if (size1 === 0 || size1 > size2) return false
  if (size1 === size2) return proof.length === 0 && sameBytes(root1, root2)
  if (proof.length === 0 || !allHashes(proof)) return false
  return joinsBothRoots(claim)
}

/** The proof rebuilds both roots from the subtree that ends where the older tree ends. */
function joinsBothRoots({ size1, size2, root1, root2, proof }: ConsistencyClaim): boolean {
  let [older, newer] = [size1 - 1, size2 - 1]
  while (older % 2 === 1) [older, newer] = [half(older), half(newer)]

  // An older tree of a power of two is itself that subtree, and its root is not repeated in the proof.
  const [start, ...rest] = older === 0 ? [root1, ...proof] : proof
  if (start?.length !== HASH_BYTES) return false

  const walk = upwards(older, newer)
  let [hash1, hash2] = [start, start]
  for (const sibling of rest) {
    const side = walk.next()
    if (side === 'none') return false
    if (side === 'left') hash1 = nodeHash(sibling, hash1)
    hash2 = side === 'left' ? nodeHash(sibling, hash2) : nodeHash(hash2, sibling)
  }
  return walk.next() === 'none' && sameBytes(hash1, root1) && sameBytes(hash2, root2)
}

/**
 * Climbs from one node to the root: each step says on which side the next sibling stands, `none` at the root. `last` is
 * the rightmost node of the level; on the right edge, levels without a sibling are passed over.
 */
function upwards(node: number, last: number): { next(): 'left' | 'right' | 'none' } {
  return {
    next() {
      if (last === 0) return 'none'
      const side = node % 2 === 1 || node === last ? 'left' : 'right'
      if (side === 'left') while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
      ;[node, last] = [half(node), half(last)]
      return side
    },
  }
}

function allHashes(values: readonly Uint8Array[]): boolean {
  return values.every((value) => value.length === HASH_BYTES)
}

/** Sizes go to 2^53, where 32-bit shifts are wrong. */
function half(value: number): number {
  return Math.floor(value / 2)
}
