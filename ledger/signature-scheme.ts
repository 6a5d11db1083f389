import { concat, uint64, utf8 } from './bytes.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { ed25519, mlDsa44, type SignatureAlgorithm } from './crypto.ts'
import { LedgerError } from './errors.ts'

export type KeyKind = 'ed25519' | 'ed25519-cosignature' | 'ml-dsa-44-cosignature'

/** What a signature of one kind is made over, and how it is written into a note. */
export type SignatureScheme = {
  kind: KeyKind
  /** The signature type byte of C2SP signed-note, first in every encoded key. */
  type: number
  algorithm: SignatureAlgorithm
  /** Cosignatures begin with the time of signing as a 64-bit number of seconds. */
  timestamped: boolean
  /** Whether a zero time ("no statement about when") is allowed. */
  timeOptional: boolean
  /** Whether the signature covers the extension lines of a checkpoint. */
  coversExtensions: boolean
  /** The signed bytes; throws `malformed-checkpoint` when the scheme can sign checkpoints only and this is none. */
  message(signed: { name: string; timestamp: number; text: string }): Uint8Array
}

const schemes: readonly SignatureScheme[] = [
  {
    kind: 'ed25519',
    type: 0x01,
    algorithm: ed25519,
    timestamped: false,
    timeOptional: true,
    coversExtensions: true,
    message: ({ text }) => utf8(text),
  },
  {
    kind: 'ed25519-cosignature',
    type: 0x04,
    algorithm: ed25519,
    timestamped: true,
    timeOptional: false,
    coversExtensions: true,
    message({ timestamp, text }) {
      parseCheckpoint(text)
      return utf8(`cosignature/v1\ntime ${timestamp}\n${text}`)
    },
  },
  {
    // C2SP assigns ML-DSA-44 to checkpoints alone and recommends it to logs too, as this kind of cosignature.
    kind: 'ml-dsa-44-cosignature',
    type: 0x06,
    algorithm: mlDsa44,
    timestamped: true,
    timeOptional: true,
    coversExtensions: false,
    message: ({ name, timestamp, text }) => subtreeMessage(name, timestamp, parseCheckpoint(text)),
  },
]

/** Throws `malformed-key` for a kind that this package does not know. */
export function schemeOfKind(kind: KeyKind): SignatureScheme {
  const scheme = schemes.find((it) => it.kind === kind)
  if (!scheme) throw new LedgerError('malformed-key', `There is no key of the kind ${String(kind)}.`)
  return scheme
}

/** Null for a type byte that this package does not know. */
export function schemeOfType(type: number | undefined): SignatureScheme | null {
  return schemes.find((it) => it.type === type) ?? null
}

/** The structure `cosigned_message` of C2SP tlog-cosignature, for a whole tree: it starts at entry 0. */
function subtreeMessage(name: string, timestamp: number, { origin, size, root }: Checkpoint): Uint8Array {
  return concat(utf8('subtree/v1\n\0'), short(name), uint64(timestamp), short(origin), uint64(0), uint64(size), root)
}

/** A text behind its length in one byte. */
function short(text: string): Uint8Array {
  const bytes = utf8(text)
  if (bytes.length === 0 || bytes.length > 255) {
    throw new LedgerError('malformed-checkpoint', 'ML-DSA-44 signs origins and key names of 1 to 255 bytes only.')
  }
  return concat(Uint8Array.of(bytes.length), bytes)
}
