import {
  appendLeaf,
  cosign,
  emptyFrontier,
  encodeTile,
  formatCheckpoint,
  type Frontier,
  frontierRoot,
  leafHash,
  openNote,
  parseCheckpoint,
  parseFrontier,
  rootFromTiles,
  rootOf,
  sameBytes,
  serializeFrontier,
  type Signer,
  signNote,
  TILE_WIDTH,
} from '@assay/ledger'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Secrets } from '../secrets.ts'
import { SealingAlarm } from './alarm.ts'
import { formatOrigin } from './origin.ts'
import type { OutsideCheckpoint, OutsideCheckpoints } from './outside.ts'
import { readKeys, signersOf } from './signers.ts'
import { inTurn, leafHashes, logTiles, tileRoots } from './tiles.ts'

/** Entries that were lost: the database is older than the last checkpoint that was signed. */
export type Loss = { demo: boolean; epoch: number; previous: OutsideCheckpoint; previousSize: number; keptSize: number }

export type SealParts = {
  tx: Transaction
  secrets: Secrets
  outside: OutsideCheckpoints
  /** the host of a new log's origin */
  hostOf(demo: boolean): string
}

type Standing = { org: OrganizationId; size: number; demo: boolean; epoch: number }

/** How many entries one checkpoint takes in at most; more are sealed in several steps. */
const batch = 4096

/**
 * Signs the log as it is now, in the transaction given: checks the new entries, writes the tiles they fill, keeps the
 * checkpoint outside first and then in the database. Returns false when more is left to seal, or the loss when the
 * database is older than the last checkpoint. Throws SealingAlarm where a signature would contradict an earlier one.
 */
export async function sealLog(parts: SealParts, org: OrganizationId): Promise<{ done: boolean } | { loss: Loss }> {
  const { tx, secrets, outside, hostOf } = parts
  const standing = await readStanding(tx, org)
  if (!standing) return { done: true }
  const kept = outside.newest(org)
  const loss = kept && lossOf(standing, kept)
  if (loss) return { loss }
  const origin = formatOrigin({ host: hostOf(standing.demo), org, epoch: standing.epoch })
  const signers = await signersOf(tx, secrets, { org, epoch: standing.epoch, origin })
  const last = await readLast(tx, standing, signers.verifierKey)
  if (kept?.epoch === standing.epoch) await requireConsistent(tx, standing, last, kept)
  if (last.size === standing.size && last.signed) return { done: true }

  // Whole seconds, since that is what the second signature states.
  const signedAt = Math.floor(Date.now() / 1000)
  const next = await extend(tx, org, last, Math.min(standing.size, last.size + batch))
  const root = frontierRoot(next)
  const text = formatCheckpoint({ origin: signers.origin, size: next.size, root })
  const note = sign(text, signers.signers, signedAt)
  const { verifierKey } = signers
  await outside.keep({ origin: signers.origin, epoch: standing.epoch, note, verifierKey })
  await tx
    .insertInto('log_checkpoints')
    .values({
      org_id: org,
      epoch: standing.epoch,
      size: next.size,
      note,
      root: Buffer.from(root),
      frontier: serializeFrontier(next).map((hash) => Buffer.from(hash)),
      signed_at: new Date(signedAt * 1000),
    })
    .execute()
  return { done: next.size === standing.size }
}

/** The log's own signature, and the cosignatures of its other keys, which state when they were made. */
function sign(text: string, [first, ...others]: readonly Signer[], seconds: number): string {
  if (!first) throw new Error('a log has at least one key')
  const note = signNote(text, first)
  return note + others.map((signer) => cosign(note, signer, seconds)).join('')
}

async function readStanding(tx: Transaction, org: OrganizationId): Promise<Standing | undefined> {
  const log = await tx
    .selectFrom('organization_logs')
    .select(['size', 'demo'])
    .where('org_id', '=', org)
    .executeTakeFirst()
  return log && { org, size: log.size, demo: log.demo, epoch: await readEpoch(tx, org) }
}

/** 0 for a log that never lost an entry. */
export async function readEpoch(tx: Transaction, org: OrganizationId): Promise<number> {
  const { epoch } = await tx
    .selectFrom('log_epochs')
    .select(({ fn }) => fn.max('epoch').as('epoch'))
    .where('org_id', '=', org)
    .executeTakeFirstOrThrow()
  return epoch ?? 0
}

function lossOf({ size, epoch, demo }: Standing, kept: OutsideCheckpoint): Loss | undefined {
  if (kept.epoch < epoch) return undefined
  const { size: previousSize } = openedCheckpoint(kept)
  if (kept.epoch === epoch && previousSize <= size) return undefined
  return { demo, epoch: kept.epoch + 1, previous: kept, previousSize, keptSize: size }
}

function openedCheckpoint({ note, verifierKey, origin }: OutsideCheckpoint) {
  try {
    const checkpoint = parseCheckpoint(openNote(note, [verifierKey]).text)
    if (checkpoint.origin === origin) return checkpoint
  } catch {
    // told below, in words for who runs the house
  }
  throw new SealingAlarm(
    `The checkpoint kept for ${origin} in the folder of checkpoints is not as it was signed. Restore it from a backup.`,
  )
}

type Last = Frontier & { signed: boolean }

/** The newest checkpoint of this epoch; for the first one of an epoch, the tree is built from the entries. */
async function readLast(tx: Transaction, { org, size, epoch }: Standing, verifierKey: string): Promise<Last> {
  const row = await tx
    .selectFrom('log_checkpoints')
    .select(['note', 'root', 'frontier'])
    .where('org_id', '=', org)
    .where('epoch', '=', epoch)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { ...(epoch === 0 ? emptyFrontier() : await keptTree(tx, org)), signed: false }
  const frontier = parseFrontier(row.frontier)
  const signed = parseCheckpoint(openNote(row.note, [verifierKey]).text)
  const sound = sameBytes(frontierRoot(frontier), signed.root) && sameBytes(row.root, signed.root)
  if (!sound || signed.size !== frontier.size || signed.size > size) {
    throw new SealingAlarm('The newest checkpoint in the database is not as it was signed. Run assay fsck.')
  }
  return { ...frontier, signed: true }
}

/** What was sealed in earlier epochs and is still here counts as the beginning of the new one. */
async function keptTree(tx: Transaction, org: OrganizationId): Promise<Frontier> {
  const row = await tx
    .selectFrom('log_checkpoints')
    .select(['frontier'])
    .where('org_id', '=', org)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? parseFrontier(row.frontier) : emptyFrontier()
}

/** The log must hold what the checkpoint that is kept outside says. */
async function requireConsistent(
  tx: Transaction,
  { org, epoch, size }: Standing,
  last: Last,
  kept: OutsideCheckpoint,
): Promise<void> {
  const keys = await readKeys(tx, org, epoch)
  const outside = openedCheckpoint(kept)
  const root =
    outside.size === last.size
      ? frontierRoot(last)
      : await rootFromTiles(outside.size, outside.size > last.size ? fromEntries(tx, org) : logTiles(tx, org))
  if (keys?.verifier_key === kept.verifierKey && outside.size <= size && sameBytes(root, outside.root)) return
  throw new SealingAlarm(
    `The log is not consistent with the checkpoint of size ${outside.size} that was signed before: entries were changed. ` +
      'Nothing more is signed. Run assay fsck, and restore a backup.',
  )
}

/** Between the sealed tiles and the newest entries some tiles may be full and not yet sealed. */
function fromEntries(tx: Transaction, org: OrganizationId): ReturnType<typeof logTiles> {
  const read: ReturnType<typeof logTiles> = async (level, index, width) => {
    if (level === 0) return encodeTile(await leafHashes(tx, org, index * TILE_WIDTH, width))
    const roots: Uint8Array[] = []
    for (let at = 0; at < width; at += 1) {
      const hashes = await leafHashes(tx, org, (index * TILE_WIDTH + at) * TILE_WIDTH ** level, TILE_WIDTH ** level)
      roots.push(rootOf(hashes))
    }
    return encodeTile(roots)
  }
  return inTurn(read)
}

/** Appends the entries up to `size`, each of which must be as it was recorded, and writes the tiles they fill. */
async function extend(tx: Transaction, org: OrganizationId, last: Frontier, size: number): Promise<Frontier> {
  const rows = await tx
    .selectFrom('entries')
    .select(['seq', 'leaf', 'leaf_hash'])
    .where('org_id', '=', org)
    .where('seq', '>', last.size)
    .where('seq', '<=', size)
    .orderBy('seq')
    .execute()
  let frontier: Frontier = { size: last.size, hashes: last.hashes }
  for (const { seq, leaf, leaf_hash } of rows) {
    const hash = leafHash(Buffer.from(leaf))
    if (seq !== frontier.size + 1 || !sameBytes(hash, leaf_hash)) {
      throw new SealingAlarm(
        `Entry ${frontier.size + 1} is not as it was recorded. Nothing more is signed. Run assay fsck.`,
      )
    }
    if (seq % TILE_WIDTH === 0) await sealTile(tx, org, frontier, hash)
    frontier = appendLeaf(frontier, hash)
  }
  if (frontier.size !== size) throw new SealingAlarm(`Entry ${frontier.size + 1} is missing. Run assay fsck.`)
  return frontier
}

/** The tile that this leaf fills, and every tile above it that is filled with it. */
async function sealTile(tx: Transaction, org: OrganizationId, before: Frontier, leaf: Uint8Array): Promise<void> {
  const first = before.size + 1 - TILE_WIDTH
  const hashes = await leafHashes(tx, org, first, TILE_WIDTH)
  // The last eight subtrees of the frontier are the 255 leaves before: the tile must be what was signed of them.
  const signed = appendLeaf({ size: TILE_WIDTH - 1, hashes: before.hashes.slice(-8) }, leaf)
  if (!sameBytes(rootOf(hashes), frontierRoot(signed))) {
    throw new SealingAlarm(`An entry between ${first + 1} and ${first + TILE_WIDTH} was changed. Run assay fsck.`)
  }
  let [level, tile, content] = [0, first / TILE_WIDTH, hashes]
  for (;;) {
    await tx
      .insertInto('log_tiles')
      .values({ org_id: org, level, tile, hashes: Buffer.from(encodeTile(content)) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    if ((tile + 1) % TILE_WIDTH > 0) return
    tile = (tile + 1) / TILE_WIDTH - 1
    content = await tileRoots(tx, org, level, tile * TILE_WIDTH, TILE_WIDTH)
    level += 1
  }
}
