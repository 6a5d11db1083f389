import { requireCount } from './arguments.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { LedgerError } from './errors.ts'
import { formatSignatureLine, noteText, parseNote, parseSignatureLines } from './note.ts'
import { asSigner, type Signer, type Verifier } from './note-keys.ts'
import { openNote } from './open-note.ts'
import { schemeOfKind } from './signature-scheme.ts'

/**
 * A witness's signature line for a checkpoint that it has found consistent with all it signed before (C2SP
 * tlog-cosignature); `timestamp` is the time of signing in POSIX seconds, above 0. The note is not verified here:
 * `judgeAddCheckpoint` does that. Throws `malformed-argument` for a key that makes no cosignatures.
 */
export function cosign(note: string | Uint8Array, cosigner: Signer | string, timestamp: number): string {
  const signer = asSigner(cosigner)
  requireCount('timestamp', timestamp)
  if (timestamp === 0) throw new LedgerError('timestamp-needed', 'A witness states when it signed: give POSIX seconds.')
  if (!schemeOfKind(signer.kind).timestamped) {
    throw new LedgerError('malformed-argument', `A key of the kind ${signer.kind} makes no cosignatures.`)
  }
  const { text } = parseNote(note)
  parseCheckpoint(text)
  return formatSignatureLine({ name: signer.name, keyId: signer.keyId, bytes: signer.sign(text, timestamp) })
}

/**
 * The log's side: the note with the lines of a witness's answer that known witnesses have validly signed; lines of
 * unknown keys are dropped. Throws as `openNote` does: when a known witness's line does not verify, when there is none
 * of a known witness, when the answer is no sequence of signature lines.
 */
export function addCosignatures(
  note: string | Uint8Array,
  answer: string | Uint8Array,
  witnesses: readonly (Verifier | string)[],
): string {
  const { text, signatures } = parseNote(note)
  const answered = parseSignatureLines(noteText(answer))
  const opened = openNote(`${text}\n${answered.map(formatSignatureLine).join('')}`, witnesses)
  const isNew = ({ name, keyId }: { name: string; keyId: string }) =>
    !signatures.some((present) => present.name === name && present.keyId === keyId)
  const added = answered.filter((line) => isNew(line) && opened.signatures.some((it) => sameKey(it, line)))
  return `${text}\n${[...signatures, ...added].map(formatSignatureLine).join('')}`
}

function sameKey(left: { name: string; keyId: string }, right: { name: string; keyId: string }): boolean {
  return left.name === right.name && left.keyId === right.keyId
}
