import { HASH_BYTES, requireBytes } from './arguments.ts'
import { LedgerError } from './errors.ts'
import { joined } from './frontier.ts'
import { perfectSpans, type Span } from './merkle-path.ts'
import { rootOfSpan } from './merkle-tree.ts'
import { tileHashes } from './tile.ts'
import { TILE_WIDTH } from './tile-path.ts'

/** Gives the tile of that level and index, exactly `width` hashes (32 bytes each) wide; 256 for a full one. */
export type TileReader = (level: number, index: number, width: number) => Uint8Array | Promise<Uint8Array>

/**
 * Answers what any subtree of a log hashes to from its tiles, reading each tile at most once. The tiles are not trusted:
 * a wrong one gives a wrong root or a proof that does not verify.
 */
export function subtreesIn(size: number, read: TileReader): (span: Span) => Promise<Uint8Array> {
  const tiles = new Map<string, Promise<Uint8Array[]>>()

  function tile(level: number, index: number, width: number): Promise<Uint8Array[]> {
    const key = `${level}/${index}`
    const known = tiles.get(key) ?? readTile(read, level, index, width)
    tiles.set(key, known)
    return known
  }

  /** A perfect subtree is a run of hashes in one tile, at the highest level that still shows it. */
  async function perfect({ begin, end }: Span): Promise<Uint8Array> {
    let [level, unit] = [0, 1]
    while (end - begin >= unit * TILE_WIDTH) [level, unit] = [level + 1, unit * TILE_WIDTH]
    const first = begin / unit
    const index = Math.floor(first / TILE_WIDTH)
    const width = Math.min(TILE_WIDTH, Math.floor(size / unit) - index * TILE_WIDTH)
    const hashes = await tile(level, index, width)
    const at = first % TILE_WIDTH
    return rootOfSpan(hashes, { begin: at, end: at + (end - begin) / unit })
  }

  return async (span) => joined(await Promise.all(perfectSpans(span).map(perfect)))
}

/** One tile's hashes; throws `malformed-tile` when the reader gives another width than was asked for. */
export async function readTile(read: TileReader, level: number, index: number, width: number): Promise<Uint8Array[]> {
  const bytes = await read(level, index, width)
  requireBytes('tile', bytes)
  if (bytes.length !== width * HASH_BYTES) {
    const asked = `${width * HASH_BYTES} bytes for level ${level}, index ${index}, width ${width}`
    throw new LedgerError('malformed-tile', `The tile reader gave ${bytes.length} bytes instead of ${asked}.`)
  }
  return tileHashes(bytes)
}
