import { HASH_BYTES, requireBytes, requireCount, requireHashes } from './arguments.ts'
import { concat } from './bytes.ts'
import { LedgerError } from './errors.ts'
import { TILE_WIDTH } from './tile-path.ts'

/** The tiles of one level: how many full ones, and the width of the partial one behind them (0 when there is none). */
export type TileLevel = { level: number; full: number; partial: number }

/** The tiles that a log of that size is made of, from level 0 up (C2SP tlog-tiles, Partial Tiles). */
export function tilesOf(size: number): TileLevel[] {
  requireCount('size', size)
  const levels: TileLevel[] = []
  for (let hashes = size; hashes > 0; hashes = Math.floor(hashes / TILE_WIDTH)) {
    levels.push({ level: levels.length, full: Math.floor(hashes / TILE_WIDTH), partial: hashes % TILE_WIDTH })
  }
  return levels
}

/** The hashes in a tile, 1 to 256; throws `malformed-tile` when the bytes are not whole hashes. */
export function tileHashes(tile: Uint8Array): Uint8Array[] {
  requireBytes('tile', tile)
  if (tile.length === 0 || tile.length % HASH_BYTES > 0 || tile.length > TILE_WIDTH * HASH_BYTES) {
    throw new LedgerError('malformed-tile', `A tile is 1 to 256 hashes of 32 bytes, not ${tile.length} bytes.`)
  }
  return Array.from({ length: tile.length / HASH_BYTES }, (_, at) => tile.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES))
}

/** The bytes of a tile of 1 to 256 hashes. */
export function encodeTile(hashes: readonly Uint8Array[]): Uint8Array {
  requireHashes('hashes', hashes)
  if (hashes.length === 0 || hashes.length > TILE_WIDTH) {
    throw new LedgerError('malformed-tile', `A tile is 1 to 256 hashes, not ${hashes.length}.`)
  }
  return concat(...hashes)
}
