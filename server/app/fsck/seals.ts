import {
  encodeTile,
  type Frontier,
  frontierRoot,
  LedgerError,
  openNote,
  parseCheckpoint,
  rootOf,
  sameBytes,
  serializeFrontier,
  signerFromString,
  TILE_WIDTH,
} from '@assay/ledger'
import type { ClientBase } from 'pg'
import { type OutsideCheckpoint, parseOrigin } from '#platform/log/index.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { Tell } from './finding.ts'
import { microseconds } from './rows.ts'

type Key = { epoch: number; origin: string; verifier_key: string; second_verifier_key: string | null }
type Checkpoint = { epoch: number; size: number; note: string; root: Buffer; frontier: Buffer[]; signed_at: string }

/** Everything that was signed or sealed of one log, waiting to be held against its entries. */
export type Seals = {
  keys: Key[]
  checkpoints: Map<number, Checkpoint[]>
  outside: { origin: string; signed: ReturnType<typeof openSigned> }[]
  /** `level/index` to the hashes of the tile */
  tiles: Map<string, Buffer>
  /** the highest size under a checkpoint: full tiles below it must be there */
  sealed: number
  /** what was collected of the tile that is being filled, by level */
  filling: Uint8Array[][]
}

export async function readSeals(client: ClientBase, org: string, outside: OutsideCheckpoint[]): Promise<Seals> {
  const { rows: keys } = await client.query<Key>(
    'select epoch, origin, verifier_key, second_verifier_key from assay.log_keys where org_id = $1 order by epoch',
    [org],
  )
  const { rows: checkpoints } = await client.query<Checkpoint>(
    `select epoch, size, note, root, frontier, ${microseconds('signed_at')} as signed_at
       from assay.log_checkpoints where org_id = $1 order by size, epoch`,
    [org],
  )
  const { rows: tiles } = await client.query<{ level: number; tile: number; hashes: Buffer }>(
    'select level, tile, hashes from assay.log_tiles where org_id = $1',
    [org],
  )
  return {
    keys,
    outside: outside.map(({ origin, note, verifierKey }) => ({ origin, signed: openSigned(note, [verifierKey]) })),
    checkpoints: Map.groupBy(checkpoints, ({ size }) => size),
    tiles: new Map(tiles.map(({ level, tile, hashes }) => [`${level}/${tile}`, hashes])),
    sealed: Math.max(0, ...checkpoints.map(({ size }) => size)),
    filling: [],
  }
}

/** Holds the checkpoints of exactly this size, in the database and outside, against the tree of the entries so far. */
export function checkSeals(seals: Seals, frontier: Frontier, tell: Tell): void {
  const root = frontierRoot(frontier)
  for (const checkpoint of seals.checkpoints.get(frontier.size) ?? []) {
    const words = checkpointWords(checkpoint, seals.keys, frontier, root)
    for (const it of words) {
      tell({
        what: 'checkpoint',
        table: 'log_checkpoints',
        row: `epoch ${checkpoint.epoch}`,
        seq: frontier.size,
        words: it,
      })
    }
  }
  seals.checkpoints.delete(frontier.size)
  for (const kept of seals.outside) {
    const { signed } = kept
    if (signed?.size !== frontier.size) continue
    seals.outside = seals.outside.filter((it) => it !== kept)
    if (!sameBytes(signed.root, root)) {
      const words = 'The entries up to here are not those that this checkpoint signed: one of them was changed.'
      tell({ what: 'outside-checkpoint', table: kept.origin, row: null, seq: frontier.size, words })
    }
  }
}

function checkpointWords(checkpoint: Checkpoint, keys: Key[], frontier: Frontier, root: Uint8Array): string[] {
  const key = keys.find(({ epoch }) => epoch === checkpoint.epoch)
  if (!key) return ['The key of its epoch is not there.']
  const verifiers = [key.verifier_key, ...(key.second_verifier_key ? [key.second_verifier_key] : [])]
  const signed = openSigned(checkpoint.note, verifiers)
  if (!signed) return ['Its signature does not fit.']
  const words = []
  if (signed.origin !== key.origin) words.push('It was signed for another origin.')
  if (signed.size !== checkpoint.size) words.push(`It was signed for ${signed.size} entries.`)
  if (!sameBytes(signed.root, checkpoint.root)) words.push('The root beside the note is not the one that was signed.')
  if (signed.signedAt !== null && checkpoint.signed_at !== `${signed.signedAt}000000`) {
    words.push('The instant beside the note is not the one that was signed.')
  }
  if (!sameBytes(signed.root, root)) {
    words.push('The entries up to here are not those that it signed: one of them was changed.')
  } else if (!sameFrontier(checkpoint.frontier, frontier))
    words.push("The tree's edge beside the note is not that of its entries.")
  return words
}

function sameFrontier(stored: Buffer[], frontier: Frontier): boolean {
  const parts = serializeFrontier(frontier)
  return parts.length === stored.length && parts.every((part, at) => sameBytes(part, stored[at] ?? Buffer.of()))
}

function openSigned(note: string, verifiers: string[]) {
  try {
    const { text, signatures } = openNote(note, verifiers)
    const signedAt = signatures.find(({ timestamp }) => timestamp !== null)?.timestamp ?? null
    return { ...parseCheckpoint(text), signedAt }
  } catch (cause) {
    if (cause instanceof LedgerError) return undefined
    throw cause
  }
}

/** Takes the next hash in; a tile that it fills is held against the stored one, level by level. */
export function collectTile(seals: Seals, size: number, leaf: Uint8Array, tell: Tell): void {
  let hash = leaf
  for (let level = 0, covered = size; ; level += 1, covered /= TILE_WIDTH) {
    const filling = (seals.filling[level] ??= [])
    filling.push(hash)
    if (filling.length < TILE_WIDTH) return
    const index = covered / TILE_WIDTH - 1
    const stored = seals.tiles.get(`${level}/${index}`)
    seals.tiles.delete(`${level}/${index}`)
    const row = `level ${level}, tile ${index}`
    if (stored && !sameBytes(stored, encodeTile(filling))) {
      tell({ what: 'tile', table: 'log_tiles', row, seq: size, words: differing(stored, filling, { level, size }) })
    } else if (!stored && size <= seals.sealed) {
      tell({ what: 'tile', table: 'log_tiles', row, seq: size, words: 'A tile that a checkpoint covers is missing.' })
    }
    hash = rootOf(filling)
    seals.filling[level] = []
  }
}

function differing(stored: Buffer, hashes: Uint8Array[], { level, size }: { level: number; size: number }): string {
  const at = hashes.findIndex((hash, place) => !sameBytes(hash, stored.subarray(place * 32, place * 32 + 32)))
  if (at < 0) return 'The stored tile has a wrong length.'
  const seq = size - TILE_WIDTH + at + 1
  return level === 0
    ? `The stored tile and entry ${seq} differ: one of the two was changed.`
    : 'The stored tile and the tiles below it differ.'
}

/** What was left when the last entry had been read: signed or sealed of entries that are not there. */
export function checkLeftOver(seals: Seals, size: number, tell: Tell): void {
  for (const [signed, checkpoints] of seals.checkpoints) {
    for (const { epoch } of checkpoints) {
      const words = `It covers ${signed} entries, and the log has ${size}.`
      tell({ what: 'checkpoint', table: 'log_checkpoints', row: `epoch ${epoch}`, seq: signed, words })
    }
  }
  for (const place of seals.tiles.keys()) {
    const [level, index] = place.split('/')
    const words = 'There is a tile for entries that are not there.'
    tell({ what: 'tile', table: 'log_tiles', row: `level ${level}, tile ${index}`, seq: null, words })
  }
  for (const { origin, signed } of seals.outside) {
    const words = signed
      ? `It covers ${signed.size} entries, and the log has ${size}: the database is older than this checkpoint.`
      : 'It is not as it was signed.'
    tell({ what: 'outside-checkpoint', table: origin, row: null, seq: signed?.size ?? null, words })
  }
}

/** Each key must be the one that its sealed signer makes, and the one that the checkpoint outside was signed by. */
export async function checkKeys(
  client: ClientBase,
  org: string,
  { secrets, outside }: { secrets: Secrets; outside: OutsideCheckpoint[] },
  tell: Tell,
): Promise<void> {
  const { rows } = await client.query<Key & { sealed_signer: Buffer; sealed_second_signer: Buffer | null }>(
    `select epoch, origin, verifier_key, second_verifier_key, sealed_signer, sealed_second_signer
       from assay.log_keys where org_id = $1 order by epoch`,
    [org],
  )
  for (const key of rows) {
    const wrong = (words: string) =>
      tell({ what: 'key', table: 'log_keys', row: `epoch ${key.epoch}`, seq: null, words })
    const named = parseOrigin(key.origin)
    if (named?.org !== org || named.epoch !== key.epoch) wrong('Its origin names another log or epoch.')
    const made = (sealed: Buffer | null) => sealed && publicKeyOf(secrets, sealed, key.origin)
    if (made(key.sealed_signer) !== key.verifier_key)
      wrong('The signing key does not open, or is not that of the public key.')
    if (made(key.sealed_second_signer) !== key.second_verifier_key) {
      wrong('The second signing key does not open, or is not that of the public key.')
    }
    const kept = outside.find(({ origin }) => origin === key.origin)
    if (kept && kept.verifierKey !== key.verifier_key) wrong('The checkpoint kept outside was signed by another key.')
  }
}

function publicKeyOf(secrets: Secrets, sealed: Buffer, origin: string): string | null {
  try {
    return signerFromString(secrets.open(sealed, `log signer ${origin}`).toString()).vkey
  } catch {
    return null
  }
}
