import { encodeTile, rootOf, TILE_WIDTH, tileHashes, type TileReader } from '@assay/ledger'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '../database/transaction.ts'
import { SealingAlarm } from './alarm.ts'

/**
 * Reads any tile of an organization's log: full ones as they were sealed, where they were, and everything at the right
 * edge from the entries themselves.
 */
export function logTiles(tx: Transaction, org: OrganizationId): TileReader {
  const read: TileReader = async (level, index, width) => {
    const sealed = width === TILE_WIDTH ? await sealedTiles(tx, org, level, index, 1) : []
    if (sealed[0]) return sealed[0]
    if (level === 0) return encodeTile(await leafHashes(tx, org, index * TILE_WIDTH, width))
    return encodeTile(await tileRoots(tx, org, level - 1, index * TILE_WIDTH, width))
  }
  return inTurn(read)
}

/** A proof asks for several tiles at once; one connection answers one question at a time. */
export function inTurn(read: TileReader): TileReader {
  let last: Promise<unknown> = Promise.resolve()
  return (level, index, width) => {
    const next = last.then(() => read(level, index, width))
    last = next.catch(() => undefined)
    return next
  }
}

/** The roots of `count` full tiles, which are the hashes one level up; throws when one is not sealed. */
export async function tileRoots(
  tx: Transaction,
  org: OrganizationId,
  level: number,
  first: number,
  count: number,
): Promise<Uint8Array[]> {
  const tiles = await sealedTiles(tx, org, level, first, count)
  if (tiles.length !== count)
    throw new SealingAlarm(`the log of ${org} lacks sealed tiles of level ${level} behind ${first}`)
  return tiles.map((tile) => rootOf(tileHashes(tile)))
}

async function sealedTiles(tx: Transaction, org: OrganizationId, level: number, first: number, count: number) {
  const rows = await tx
    .selectFrom('log_tiles')
    .select('hashes')
    .where('org_id', '=', org)
    .where('level', '=', level)
    .where('tile', '>=', first)
    .where('tile', '<', first + count)
    .orderBy('tile')
    .execute()
  return rows.map(({ hashes }) => hashes)
}

/** The hashes of `count` leaves from the zero-based `first` on; throws when the log does not hold them all. */
export async function leafHashes(
  tx: Transaction,
  org: OrganizationId,
  first: number,
  count: number,
): Promise<Uint8Array[]> {
  const rows = await tx
    .selectFrom('entries')
    .select('leaf_hash')
    .where('org_id', '=', org)
    .where('seq', '>', first)
    .where('seq', '<=', first + count)
    .orderBy('seq')
    .execute()
  if (rows.length !== count) throw new SealingAlarm(`the log of ${org} lacks entries behind ${first}`)
  return rows.map(({ leaf_hash }) => leaf_hash)
}
