import { HASH_BYTES, requireByteList, requireCount, requireHash, requireHashes } from './arguments.ts'
import { readUint64, uint64 } from './bytes.ts'
import { LedgerError } from './errors.ts'
import { emptyRoot, nodeHash } from './merkle-hash.ts'

/**
 * All that must be kept of a tree to go on appending: the roots of its perfect subtrees, the largest (leftmost) first,
 * one for each 1 in the binary form of its size.
 */
export type Frontier = { readonly size: number; readonly hashes: readonly Uint8Array[] }

export function emptyFrontier(): Frontier {
  return { size: 0, hashes: [] }
}

/** The frontier after one more entry; the given one stays as it was. */
export function appendLeaf(frontier: Frontier, leafHash: Uint8Array): Frontier {
  requireHash('leafHash', leafHash)
  requireCount('size', frontier.size + 1)
  const hashes = frontier.hashes.slice()
  mergeInto(hashes, frontier.size, leafHash)
  return { size: frontier.size + 1, hashes }
}

/** The root hash of the tree; the same as `rootOf` over all its leaf hashes. */
export function frontierRoot(frontier: Frontier): Uint8Array {
  return joined(frontier.hashes)
}

/** The size as eight bytes, then the hashes: what a sealer keeps between two runs. */
export function serializeFrontier(frontier: Frontier): Uint8Array[] {
  return [uint64(frontier.size), ...frontier.hashes]
}

/** Reads what `serializeFrontier` wrote; throws `malformed-argument` when the number of hashes does not fit the size. */
export function parseFrontier(parts: readonly Uint8Array[]): Frontier {
  requireByteList('parts', parts)
  const [first, ...hashes] = parts
  const size = first ? readUint64(first) : null
  if (size === null) throw new LedgerError('malformed-argument', 'A frontier begins with its size as eight bytes.')
  requireHashes('parts', hashes)
  if (hashes.length !== onesIn(size)) {
    throw new LedgerError('malformed-argument', `A frontier of size ${size} has ${onesIn(size)} hashes.`)
  }
  return { size, hashes }
}

/** Adds one leaf to the perfect subtrees of `count` leaves, in place: each trailing 1 of the count is one merge. */
export function mergeInto(hashes: Uint8Array[], count: number, leafHash: Uint8Array): void {
  let merged = leafHash
  for (let rest = count; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = hashes.pop()
    if (left === undefined || left.length !== HASH_BYTES) {
      throw new LedgerError('malformed-argument', `The frontier has too few hashes for its size ${count}.`)
    }
    merged = nodeHash(left, merged)
  }
  hashes.push(merged)
}

/** The root over perfect subtrees from left to right, largest first. */
export function joined(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.length === 0 ? emptyRoot() : hashes.reduceRight((right, left) => nodeHash(left, right))
}

function onesIn(size: number): number {
  return size.toString(2).replaceAll('0', '').length
}
