import { parseCheckpoint } from './checkpoint.ts'
import { LedgerError } from './errors.ts'
import { type NoteSignature, parseNote } from './note.ts'
import { asVerifier, type Verifier } from './note-keys.ts'
import { type KeyKind, schemeOfKind } from './signature-scheme.ts'

/** A signature that was checked; `timestamp` is POSIX seconds, null where none is stated. */
export type VerifiedSignature = { name: string; keyId: string; kind: KeyKind; timestamp: number | null }

/** A note that at least one known key has signed. */
export type OpenedNote = {
  text: string
  signatures: readonly VerifiedSignature[]
  /** Signatures of keys that were not given; nothing is known about them. */
  unknown: readonly NoteSignature[]
}

/**
 * Gives a note's text once every signature of a known key in it is good and there is at least one (C2SP signed-note).
 * A key is known by name and id together. Verifiers may be given as their text.
 *
 * Throws `malformed-note` (also for bytes that are not UTF-8), `wrong-signature` when any known key's signature fails,
 * `no-known-signature`, and `extensions-not-signed` when a checkpoint's extension lines are covered by no signature.
 */
export function openNote(note: string | Uint8Array, verifiers: readonly (Verifier | string)[]): OpenedNote {
  const known = knownKeys(verifiers)
  const { text, signatures } = parseNote(note)
  const verified = new Map<string, VerifiedSignature>()
  const unknown: NoteSignature[] = []
  for (const signature of signatures) {
    const verifier = known.get(keyOf(signature))
    if (verifier) verified.set(keyOf(signature), verify(text, signature, verifier))
    else unknown.push(signature)
  }
  if (verified.size === 0) {
    throw new LedgerError('no-known-signature', 'No known key has signed this note. Check which public keys you hold.')
  }
  const opened = { text, signatures: [...verified.values()], unknown }
  requireCoveredExtensions(opened)
  return opened
}

function verify(text: string, { name, keyId, bytes }: NoteSignature, verifier: Verifier): VerifiedSignature {
  const statement = verifier.verify(text, bytes)
  if (!statement) {
    throw new LedgerError('wrong-signature', `The signature of ${name} (${keyId}) does not fit this note.`)
  }
  return { name, keyId, kind: verifier.kind, timestamp: statement.timestamp }
}

/** ML-DSA-44 signs origin, size and root alone: extension lines that only it accompanies could be anybody's. */
function requireCoveredExtensions({ text, signatures }: OpenedNote): void {
  if (signatures.some(({ kind }) => schemeOfKind(kind).coversExtensions)) return
  if (parseCheckpoint(text).extensions.length > 0) {
    throw new LedgerError('extensions-not-signed', 'No known key has signed the extension lines of this checkpoint.')
  }
}

/** Two different keys under one name and id cannot be told apart in a note, so they are refused. */
function knownKeys(verifiers: readonly (Verifier | string)[]): Map<string, Verifier> {
  if (!Array.isArray(verifiers)) throw new LedgerError('malformed-argument', 'verifiers must be an array.')
  const known = new Map<string, Verifier>()
  for (const given of verifiers) {
    const verifier = asVerifier(given)
    const earlier = known.get(keyOf(verifier))
    if (earlier && earlier.vkey !== verifier.vkey) {
      throw new LedgerError('malformed-argument', `Two verifiers share the name and id of ${verifier.name}.`)
    }
    known.set(keyOf(verifier), verifier)
  }
  return known
}

/** Names hold no plus, so this is one key's and no other's. */
function keyOf({ name, keyId }: { name: string; keyId: string }): string {
  return `${name}+${keyId}`
}
