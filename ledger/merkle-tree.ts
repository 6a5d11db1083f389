import { requireCount, requireHashes } from './arguments.ts'
import { LedgerError } from './errors.ts'
import { joined, mergeInto } from './frontier.ts'
import { consistencyPath, inclusionPath, type Span } from './merkle-path.ts'

/** The Merkle tree hash over leaf hashes (RFC 6962, section 2.1); of none, SHA-256 of nothing. 32 bytes. */
export function rootOf(leafHashes: readonly Uint8Array[]): Uint8Array {
  requireHashes('leafHashes', leafHashes)
  return rootOfSpan(leafHashes, { begin: 0, end: leafHashes.length })
}

/**
 * The audit path of entry `index` in the tree of the first `size` entries, the leaf's sibling first (RFC 6962, 2.1.1).
 * Throws `malformed-argument` unless index < size ≤ the number of leaf hashes.
 */
export function inclusionProof(leafHashes: readonly Uint8Array[], index: number, size: number): Uint8Array[] {
  requireHashes('leafHashes', leafHashes)
  requireInclusion(index, size)
  requireUpTo(size, leafHashes.length)
  return inclusionPath(index, size).map((span) => rootOfSpan(leafHashes, span))
}

/**
 * The proof that the tree of `size2` entries begins with the tree of `size1` entries (RFC 6962, 2.1.2); empty for equal
 * sizes. Throws `malformed-argument` unless 0 < size1 ≤ size2 ≤ the number of leaf hashes: from an empty tree there is
 * nothing to prove.
 */
export function consistencyProof(leafHashes: readonly Uint8Array[], size1: number, size2: number): Uint8Array[] {
  requireHashes('leafHashes', leafHashes)
  requireConsistency(size1, size2)
  requireUpTo(size2, leafHashes.length)
  return consistencyPath(size1, size2).map((span) => rootOfSpan(leafHashes, span))
}

/** The root of some of the leaves, as a tree of their own. */
export function rootOfSpan(leafHashes: readonly Uint8Array[], { begin, end }: Span): Uint8Array {
  const subtrees: Uint8Array[] = []
  for (const [count, leafHash] of leafHashes.slice(begin, end).entries()) mergeInto(subtrees, count, leafHash)
  return joined(subtrees)
}

/** Throws `malformed-argument` unless the index lies in a tree of that size. */
export function requireInclusion(index: number, size: number): void {
  requireCount('index', index)
  requireCount('size', size)
  if (index >= size) {
    throw new LedgerError('malformed-argument', `index ${index} is not in a tree of size ${size}.`)
  }
}

/** Throws `malformed-argument` unless a consistency proof can exist between the sizes. */
export function requireConsistency(size1: number, size2: number): void {
  requireCount('size1', size1)
  requireCount('size2', size2)
  if (size1 === 0) throw new LedgerError('malformed-argument', 'size1 must not be 0: an empty tree proves nothing.')
  if (size1 > size2) throw new LedgerError('malformed-argument', `size1 ${size1} is greater than size2 ${size2}.`)
}

function requireUpTo(size: number, available: number): void {
  if (size > available) {
    throw new LedgerError('malformed-argument', `size ${size} needs as many leaf hashes; there are ${available}.`)
  }
}
