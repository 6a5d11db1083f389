import {
  consistencyProofFromTiles,
  formatTlogProof,
  inclusionProofFromTiles,
  LedgerError,
  openNote,
  parseCheckpoint,
  rootFromTiles,
  sameBytes,
} from '@assay/ledger'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '../database/transaction.ts'
import { readEpoch } from './seal.ts'
import { logTiles } from './tiles.ts'

export type SealedLog = {
  origin: string
  epoch: number
  size: number
  root: Buffer
  note: string
  signedAt: Date
  verifierKeys: string[]
}

/** The newest checkpoint of an organization's log, with the keys that signed it; undefined before the first one. */
export async function newestCheckpoint(tx: Transaction, org: OrganizationId): Promise<SealedLog | undefined> {
  const row = await tx
    .selectFrom('log_checkpoints as c')
    .innerJoin('log_keys as k', (join) => join.onRef('k.org_id', '=', 'c.org_id').onRef('k.epoch', '=', 'c.epoch'))
    .select([
      'k.origin',
      'k.verifier_key',
      'k.second_verifier_key',
      'c.epoch',
      'c.size',
      'c.root',
      'c.note',
      'c.signed_at',
    ])
    .where('c.org_id', '=', org)
    .orderBy('c.epoch', 'desc')
    .orderBy('c.size', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { verifier_key, second_verifier_key, signed_at: signedAt, ...rest } = row
  return { ...rest, signedAt, verifierKeys: [verifier_key, ...(second_verifier_key ? [second_verifier_key] : [])] }
}

/** Why an entry is in the log under this checkpoint: the hashes beside its path, and the same as a file. */
export async function proveEntry(
  tx: Transaction,
  org: OrganizationId,
  { seq, sealed }: { seq: number; sealed: SealedLog },
): Promise<{ index: number; proof: Uint8Array[]; file: string }> {
  const index = seq - 1
  const proof = await inclusionProofFromTiles(index, sealed.size, logTiles(tx, org))
  return { index, proof, file: formatTlogProof({ index, proof, checkpoint: sealed.note, extra: null }) }
}

/** What an earlier checkpoint says about the log of today. */
export type Checked =
  | { outcome: 'consistent'; size: number; newest: SealedLog; proof: Uint8Array[] }
  | { outcome: 'lost'; size: number; kept: number; statedIn: number }
  | { outcome: 'inconsistent'; size: number }
  | { outcome: 'ahead'; size: number; sealed: number }
  | { outcome: 'not-signed-here' }
  | { outcome: 'malformed'; words: string }

/**
 * Shows whether a checkpoint that somebody has kept is consistent with the log of today, recomputed from its content:
 * the same entries in the same order, and only more of them since.
 */
export async function checkCheckpoint(tx: Transaction, org: OrganizationId, note: string): Promise<Checked> {
  const keys = await tx
    .selectFrom('log_keys')
    .select(['epoch', 'origin', 'verifier_key', 'second_verifier_key'])
    .where('org_id', '=', org)
    .execute()
  const opened = openSigned(note, keys)
  if (!('epoch' in opened)) return opened
  const { epoch, size, root } = opened
  const lost = await lossSince(tx, org, { epoch, size })
  if (lost) return lost
  const newest = await newestCheckpoint(tx, org)
  if (!newest || newest.size < size) return { outcome: 'ahead', size, sealed: newest?.size ?? 0 }
  const read = logTiles(tx, org)
  if (!sameBytes(await rootFromTiles(size, read), root)) return { outcome: 'inconsistent', size }
  const proof = size === 0 ? [] : await consistencyProofFromTiles(size, newest.size, read)
  return { outcome: 'consistent', size, newest, proof }
}

type Key = { epoch: number; origin: string; verifier_key: string; second_verifier_key: string | null }
type Opened = { epoch: number; size: number; root: Uint8Array }

function openSigned(
  note: string,
  keys: Key[],
): Opened | Extract<Checked, { outcome: 'not-signed-here' | 'malformed' }> {
  try {
    const verifiers = keys.flatMap((it) => [
      it.verifier_key,
      ...(it.second_verifier_key ? [it.second_verifier_key] : []),
    ])
    const { origin, size, root } = parseCheckpoint(openNote(note, verifiers).text)
    const key = keys.find((it) => it.origin === origin)
    return key ? { epoch: key.epoch, size, root } : { outcome: 'not-signed-here' }
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause
    const foreign = cause.kind === 'no-known-signature'
    return foreign ? { outcome: 'not-signed-here' } : { outcome: 'malformed', words: cause.message }
  }
}

/** A checkpoint of an earlier epoch holds as far as its entries were kept when the next one was opened. */
async function lossSince(
  tx: Transaction,
  org: OrganizationId,
  { epoch, size }: { epoch: number; size: number },
): Promise<Extract<Checked, { outcome: 'lost' }> | undefined> {
  if (epoch === (await readEpoch(tx, org))) return undefined
  const later = await tx
    .selectFrom('log_epochs')
    .select(['kept_size'])
    .where('org_id', '=', org)
    .where('epoch', '>', epoch)
    .orderBy('kept_size')
    .limit(1)
    .executeTakeFirst()
  if (!later || size <= later.kept_size) return undefined
  return { outcome: 'lost', size, kept: later.kept_size, statedIn: later.kept_size + 1 }
}
