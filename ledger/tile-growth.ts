import { requireCount, requireHashes } from './arguments.ts'
import { rootOf } from './merkle-tree.ts'
import { encodeTile } from './tile.ts'
import { TILE_WIDTH } from './tile-path.ts'
import { readTile, type TileReader } from './tile-reader.ts'

/** A tile to be written, under the path that `tilePath` gives for its address. */
export type WrittenTile = { level: number; index: number; width: number; bytes: Uint8Array }

/**
 * The tiles that a log of `size` entries gets when these leaf hashes are appended, from level 0 up: every tile that is
 * new or wider than before, at its final width. Reads at most one old partial tile per level.
 */
export async function tilesAfterAppending(
  size: number,
  leafHashes: readonly Uint8Array[],
  read: TileReader,
): Promise<WrittenTile[]> {
  requireCount('size', size)
  requireHashes('leafHashes', leafHashes)
  requireCount('size', size + leafHashes.length)
  const written: WrittenTile[] = []
  let [before, added] = [size, leafHashes]
  for (let level = 0; added.length > 0; level += 1) {
    const tiles = await grownLevel(level, before, added, read)
    written.push(...tiles.map(({ hashes, index }) => tileOf(level, index, hashes)))
    added = tiles.filter(({ hashes }) => hashes.length === TILE_WIDTH).map(({ hashes }) => rootOf(hashes))
    before = Math.floor(before / TILE_WIDTH)
  }
  return written
}

async function grownLevel(level: number, before: number, added: readonly Uint8Array[], read: TileReader) {
  const first = Math.floor(before / TILE_WIDTH)
  const partial = before % TILE_WIDTH
  const old = partial > 0 ? await readTile(read, level, first, partial) : []
  const hashes = [...old, ...added]
  return Array.from({ length: Math.ceil(hashes.length / TILE_WIDTH) }, (_, at) => ({
    index: first + at,
    hashes: hashes.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH),
  }))
}

function tileOf(level: number, index: number, hashes: readonly Uint8Array[]): WrittenTile {
  return { level, index, width: hashes.length, bytes: encodeTile(hashes) }
}
