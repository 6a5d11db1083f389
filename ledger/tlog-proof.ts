import { requireBytes, requireCount, requireFields, requireHash, requireHashes } from './arguments.ts'
import { fromBase64, toBase64 } from './bytes.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { LedgerError } from './errors.ts'
import { parseDecimal, parseHash } from './line-fields.ts'
import { verifyInclusion } from './merkle-verify.ts'
import { noteText, parseNote } from './note.ts'
import { asVerifier, type Verifier } from './note-keys.ts'
import { openNote, type VerifiedSignature } from './open-note.ts'
import { schemeOfKind } from './signature-scheme.ts'

/** One entry's proof as a file (C2SP tlog-proof): all that is needed to check it offline but the entry and the keys. */
export type TlogProof = {
  index: number
  proof: readonly Uint8Array[]
  /** The signed note, cosignatures included. */
  checkpoint: string
  /** Opaque and **not authenticated**; null for none. */
  extra: Uint8Array | null
}

/** Whom the verifier trusts. `quorum` witnesses of different names must have cosigned; 0 asks for none. */
export type TlogProofPolicy = {
  origin: string
  log: readonly (Verifier | string)[]
  witnesses: readonly (Verifier | string)[]
  quorum: number
}

const HEADER = 'c2sp.org/tlog-proof@v1'
const MAX_PROOF_LINES = 63

/** The text of the file, by custom named `….tlog-proof`. */
export function formatTlogProof({ index, proof, checkpoint, extra }: TlogProof): string {
  requireCount('index', index)
  requireHashes('proof', proof)
  if (extra) requireBytes('extra', extra)
  const extraLine = extra && extra.length > 0 ? `extra ${toBase64(extra)}\n` : ''
  const hashLines = proof.map((hash) => `${toBase64(hash)}\n`).join('')
  const text = `${HEADER}\n${extraLine}index ${index}\n${hashLines}\n${noteText(checkpoint)}`
  parseTlogProof(text)
  return text
}

/** Reads the file, trusting nothing; throws `malformed-proof` or `malformed-note`. */
export function parseTlogProof(file: string | Uint8Array): TlogProof {
  const text = noteText(file)
  const blank = text.indexOf('\n\n')
  if (blank < 0) throw malformed('it has no empty line before the checkpoint')
  const [header, ...lines] = text.slice(0, blank).split('\n')
  if (header !== HEADER) throw malformed(`its first line is not ${HEADER}`)
  const extra = lines[0]?.startsWith('extra ') ? parseExtra(lines.shift() ?? '') : null
  const index = parseIndex(lines.shift() ?? '')
  if (lines.length > MAX_PROOF_LINES) throw malformed(`it has more than ${MAX_PROOF_LINES} hashes`)
  const proof = lines.map(parseProofLine)
  const checkpoint = text.slice(blank + 2)
  parseNote(checkpoint)
  return { index, proof, checkpoint, extra }
}

/**
 * Checks offline that the entry of this leaf hash is in the log of the policy's origin, under a checkpoint that the log
 * and a quorum of witnesses have signed. Gives the place, the checkpoint and who signed it, and when.
 *
 * Throws `malformed-proof`, `malformed-note`, `malformed-checkpoint`, what `openNote` throws, `wrong-origin`,
 * `quorum-not-met`, or `not-included`.
 */
export function verifyTlogProof(
  file: string | Uint8Array,
  leafHash: Uint8Array,
  policy: TlogProofPolicy,
): { index: number; checkpoint: Checkpoint; signatures: readonly VerifiedSignature[]; extra: Uint8Array | null } {
  requireHash('leafHash', leafHash)
  const witnesses = witnessesOf(policy)
  const { index, proof, checkpoint: note, extra } = parseTlogProof(file)
  // The log's own signature is asked for by itself: witnesses alone do not make a checkpoint the log's.
  openNote(note, policy.log)
  const { text, signatures } = openNote(note, [...policy.log, ...witnesses])

  const checkpoint = parseCheckpoint(text)
  if (checkpoint.origin !== policy.origin) {
    throw new LedgerError('wrong-origin', `The checkpoint is of ${checkpoint.origin}, not of ${policy.origin}.`)
  }
  requireQuorum(signatures, witnesses, policy.quorum)
  if (!verifyInclusion({ leafHash, index, size: checkpoint.size, proof, root: checkpoint.root })) {
    throw new LedgerError('not-included', `The proof does not show this entry at index ${index} of the log.`)
  }
  return { index, checkpoint, signatures, extra }
}

/** Two keys of one witness count once: a quorum is of parties, not of keys. */
function requireQuorum(signatures: readonly VerifiedSignature[], witnesses: readonly Verifier[], quorum: number): void {
  const cosigned = witnesses.filter((it) =>
    signatures.some(({ name, keyId }) => it.name === name && it.keyId === keyId),
  )
  const count = new Set(cosigned.map(({ name }) => name)).size
  if (count < quorum) {
    throw new LedgerError('quorum-not-met', `${count} known witnesses have signed this checkpoint; ${quorum} must.`)
  }
}

/** A witness is another party than the log, and a plain note key says nothing about a log's earlier checkpoints. */
function witnessesOf(policy: TlogProofPolicy): readonly Verifier[] {
  requireFields('policy', policy)
  requireCount('quorum', policy.quorum)
  const ofLog = new Set(policy.log.map((given) => asVerifier(given).vkey))
  const witnesses = policy.witnesses.map(asVerifier)
  for (const { name, kind, vkey } of witnesses) {
    if (!schemeOfKind(kind).timestamped || ofLog.has(vkey)) {
      throw new LedgerError('malformed-argument', `The key of ${name} is no witness key, or also a key of the log.`)
    }
  }
  return witnesses
}

function parseExtra(line: string): Uint8Array {
  const extra = fromBase64(line.slice('extra '.length))
  if (!extra || extra.length === 0) throw malformed('its extra data is not base 64, or empty')
  return extra
}

function parseIndex(line: string): number {
  const index = line.startsWith('index ') ? parseDecimal(line.slice('index '.length)) : null
  if (index === null) throw malformed('it has no line "index" with a number')
  return index
}

function parseProofLine(line: string): Uint8Array {
  const hash = parseHash(line)
  if (!hash) throw malformed('a hash line is not the base 64 of 32 bytes')
  return hash
}

function malformed(what: string): LedgerError {
  return new LedgerError('malformed-proof', `Not a tlog-proof: ${what}.`)
}
