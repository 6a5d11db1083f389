import { requireCount, requireFields, requireHashes } from './arguments.ts'
import { toBase64 } from './bytes.ts'
import { LedgerError } from './errors.ts'
import { parseDecimal, parseHash } from './line-fields.ts'
import { noteText, parseNote } from './note.ts'

/** What a log asks of a witness (C2SP tlog-witness, add-checkpoint). */
export type AddCheckpoint = {
  /** The size that the log believes the witness has signed last; 0 for none. */
  oldSize: number
  /** The consistency proof from that size to the checkpoint's; empty from 0 and between equal sizes. */
  proof: readonly Uint8Array[]
  /** The signed note, as it is. */
  checkpoint: string
}

/** The specification allows a witness no more than this. */
const MAX_PROOF_LINES = 63

/** The body of the request; throws `malformed-request` where `parseAddCheckpoint` would. */
export function formatAddCheckpoint(request: AddCheckpoint): string {
  requireFields('request', request)
  const { oldSize, proof, checkpoint } = request
  requireCount('oldSize', oldSize)
  requireHashes('proof', proof)
  const body = `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${noteText(checkpoint)}`
  parseAddCheckpoint(body)
  return body
}

/** Reads the body of a request; throws `malformed-request` or `malformed-note`, both answered with 400. */
export function parseAddCheckpoint(body: string | Uint8Array): AddCheckpoint {
  const text = noteText(body)
  const blank = text.indexOf('\n\n')
  if (blank < 0) throw malformed('it has no empty line before the checkpoint')
  const [first = '', ...lines] = text.slice(0, blank).split('\n')
  const oldSize = first.startsWith('old ') ? parseDecimal(first.slice(4)) : null
  if (oldSize === null) throw malformed('its first line is not "old" and a size')
  if (lines.length > MAX_PROOF_LINES) throw malformed(`its proof has more than ${MAX_PROOF_LINES} lines`)
  const proof = lines.map(parseHash)
  const checkpoint = text.slice(blank + 2)
  parseNote(checkpoint)
  return { oldSize, proof: proof.map(requireProofLine), checkpoint }
}

function requireProofLine(hash: Uint8Array | null): Uint8Array {
  if (!hash) throw malformed('a proof line is not the base 64 of 32 bytes')
  return hash
}

function malformed(what: string): LedgerError {
  return new LedgerError('malformed-request', `Not an add-checkpoint request: ${what}.`)
}
