import { requireCount } from './arguments.ts'
import { consistencyPath, inclusionPath } from './merkle-path.ts'
import { requireConsistency, requireInclusion } from './merkle-tree.ts'
import { subtreesIn, type TileReader } from './tile-reader.ts'

/** The root of the log of that size, as its tiles have it. */
export async function rootFromTiles(size: number, read: TileReader): Promise<Uint8Array> {
  requireCount('size', size)
  return subtreesIn(size, read)({ begin: 0, end: size })
}

/** The same proof as `inclusionProof`, from tiles instead of all leaf hashes; throws as it does. */
export async function inclusionProofFromTiles(index: number, size: number, read: TileReader): Promise<Uint8Array[]> {
  requireInclusion(index, size)
  return Promise.all(inclusionPath(index, size).map(subtreesIn(size, read)))
}

/** The same proof as `consistencyProof`, from the tiles of the newer log; throws as it does. */
export async function consistencyProofFromTiles(size1: number, size2: number, read: TileReader): Promise<Uint8Array[]> {
  requireConsistency(size1, size2)
  return Promise.all(consistencyPath(size1, size2).map(subtreesIn(size2, read)))
}
