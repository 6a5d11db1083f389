import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { LedgerError, leafHash, verifyTlogProof } from '@assay/ledger'
import { z } from 'zod'
import type { ProvenReference } from './proven-reference.ts'

/** What `/api/v1/audit-trail/N/proof` answers, as far as it is read here. */
const Proof = z.object({
  leaf: z.string(),
  origin: z.string(),
  verifierKeys: z.array(z.string()).min(1),
  file: z.string(),
})
const Leaf = z.object({
  /** microseconds since 1970, as the log writes instants */
  recordedAt: z.string().regex(/^\d{1,17}$/),
  seq: z.number(),
  facts: z.array(z.object({ type: z.string(), subject: z.string() })),
})

type Proven = { ok: true; value: ProvenReference } | { ok: false; message: string }

/**
 * Checks offline that the log signed an entry that states the hash of this very file as a frozen reference. Without a key of the reader's
 * own, the proof's key is used: it then says that proof and reference belong together, not whose log it is.
 */
export async function proveReference(reference: string, proof: string, key: string | undefined): Promise<Proven> {
  const [bytes, text] = await Promise.all([
    readFile(reference).catch(() => null),
    readFile(proof, 'utf8').catch(() => null),
  ])
  if (bytes === null) return refused('the reference cannot be read')
  const read = text === null ? null : readProof(text)
  if (read === null) return refused('is no proof of an entry; download it beside the frozen reference')
  const { origin, verifierKeys, file, leaf } = read
  try {
    const log = key === undefined ? verifierKeys : [key]
    const { index, signatures } = verifyTlogProof(file, leafHash(Buffer.from(leaf, 'utf8')), {
      origin,
      log,
      witnesses: [],
      quorum: 0,
    })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const entry = Leaf.parse(JSON.parse(leaf))
    const stated = entry.facts.some(
      ({ type, subject }) => type === 'drift-reference.frozen' && subject === `drift-reference:${sha256}`,
    )
    if (!stated) return refused(`entry ${index + 1} of ${origin} states no frozen reference with this hash (${sha256})`)
    const signer = signatures[0]
    const name = signer === undefined ? log.join(', ') : `${signer.name}+${signer.keyId}`
    const recordedAt = new Date(Number(entry.recordedAt) / 1000).toISOString()
    return {
      ok: true,
      value: { sha256, origin, entry: index + 1, recordedAt, key: name, keyIsGiven: key !== undefined },
    }
  } catch (error) {
    if (error instanceof LedgerError || error instanceof z.ZodError) return refused(error.message)
    throw error
  }
}

function readProof(text: string): z.infer<typeof Proof> | null {
  try {
    const value: unknown = JSON.parse(text)
    return Proof.safeParse(value).data ?? null
  } catch {
    return null
  }
}

function refused(message: string): Proven {
  return { ok: false, message }
}
