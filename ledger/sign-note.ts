import { LedgerError } from './errors.ts'
import { formatSignatureLine, requireNoteText } from './note.ts'
import { asSigner, type Signer } from './note-keys.ts'

/**
 * The text as a note with one signature line per signer, in their order. The text ends with a newline. An ML-DSA-44
 * signer signs checkpoints only and states no time here.
 *
 * Throws `malformed-note`, `malformed-checkpoint` (ML-DSA-44), `timestamp-needed` (a witness key: see `cosign`).
 */
export function signNote(text: string, ...signers: readonly (Signer | string)[]): string {
  requireNoteText(text)
  if (signers.length === 0) throw new LedgerError('malformed-argument', 'A note needs at least one signer.')
  const lines = signers.map((given) => {
    const signer = asSigner(given)
    return formatSignatureLine({ name: signer.name, keyId: signer.keyId, bytes: signer.sign(text, 0) })
  })
  return `${text}\n${lines.join('')}`
}
