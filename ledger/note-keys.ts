import { requireCount, requireText } from './arguments.ts'
import { concat, fromBase64, readUint64, toBase64, toHex, uint64, utf8 } from './bytes.ts'
import { randomBytes, SEED_BYTES, sha256 } from './crypto.ts'
import { LedgerError } from './errors.ts'
import { hasForbiddenControl } from './note-text.ts'
import { type KeyKind, type SignatureScheme, schemeOfKind, schemeOfType } from './signature-scheme.ts'

/** What a valid signature says, or null when it is not valid; `timestamp` is seconds, null where none is stated. */
export type Statement = { timestamp: number | null }

/** Checks the signatures of one named key. */
export type Verifier = {
  readonly name: string
  /** Eight lowercase hex digits; name and id together name the key. */
  readonly keyId: string
  readonly kind: KeyKind
  /** The public key as text, to be given to whoever verifies. */
  readonly vkey: string
  verify(text: string, signature: Uint8Array): Statement | null
}

/** Signs for one named key. The secret leaves it through `exportSecret` alone, never by printing or serialising it. */
export type Signer = {
  readonly name: string
  readonly keyId: string
  readonly kind: KeyKind
  readonly vkey: string
  /** The signature bytes, time included; `timestamp` is POSIX seconds, 0 for none (see `cosign`). */
  sign(text: string, timestamp: number): Uint8Array
  /** The secret key as text (`PRIVATE+KEY+…`), to be kept where only the signer can read it. */
  exportSecret(): string
}

/** A new key from the platform's random source. The name should be the log's origin, such as `example.com/log`. */
export function generateSigner(name: string, kind: KeyKind = 'ed25519'): Signer {
  requireKeyName(name)
  return signerOf(name, schemeOfKind(kind), randomBytes(SEED_BYTES))
}

/** Reads `PRIVATE+KEY+<name>+<key id>+<base 64 of type byte and seed>`, the form of Go's sumdb notes. */
export function signerFromString(skey: string): Signer {
  requireText('skey', skey)
  const [, name, keyId, key] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(skey) ?? []
  const { scheme, bytes } = typedKey(name, key)
  if (name === undefined || !scheme || bytes.length !== SEED_BYTES) throw malformed('a secret key that can be used')
  const signer = signerOf(name, scheme, bytes)
  if (signer.keyId !== keyId) throw malformed('a whole secret key: its id does not fit')
  return signer
}

/** Reads `<name>+<key id>+<base 64 of type byte and public key>` (C2SP signed-note, Verifier keys). */
export function verifierFromString(vkey: string): Verifier {
  requireText('vkey', vkey)
  const [, name, keyId, key] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(vkey) ?? []
  const { scheme, bytes } = typedKey(name, key)
  if (name === undefined || !scheme || bytes.length !== scheme.algorithm.publicKeyBytes) {
    throw malformed('a public key that can be used')
  }
  const verifier = verifierOf(name, scheme, bytes)
  if (verifier.keyId !== keyId) throw malformed('a whole public key: its id does not fit')
  return verifier
}

/** A verifier, given as itself or as its text. */
export function asVerifier(given: Verifier | string): Verifier {
  return typeof given === 'string' ? verifierFromString(given) : given
}

/** A signer, given as itself or as its secret text. */
export function asSigner(given: Signer | string): Signer {
  return typeof given === 'string' ? signerFromString(given) : given
}

/** Key names are not empty and hold neither spaces nor plus (C2SP signed-note, Format). */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name) && !hasForbiddenControl(name)
}

function signerOf(name: string, scheme: SignatureScheme, seed: Uint8Array): Signer {
  const key = scheme.algorithm.signingKey(seed)
  const keyId = keyIdOf(name, scheme, key.publicKey)
  return {
    name,
    keyId,
    kind: scheme.kind,
    vkey: `${name}+${keyId}+${encodedKey(scheme, key.publicKey)}`,
    sign(text, timestamp) {
      requireCount('timestamp', timestamp)
      if (timestamp === 0 && !scheme.timeOptional) {
        throw new LedgerError('timestamp-needed', 'A witness key states when it signed: use cosign with the time.')
      }
      const signature = key.sign(scheme.message({ name, timestamp, text }))
      return scheme.timestamped ? concat(uint64(timestamp), signature) : signature
    },
    exportSecret: () => `PRIVATE+KEY+${name}+${keyId}+${encodedKey(scheme, seed)}`,
  }
}

function verifierOf(name: string, scheme: SignatureScheme, publicKey: Uint8Array): Verifier {
  const verify = scheme.algorithm.verifyingKey(publicKey)
  const keyId = keyIdOf(name, scheme, publicKey)
  return {
    name,
    keyId,
    kind: scheme.kind,
    vkey: `${name}+${keyId}+${encodedKey(scheme, publicKey)}`,
    verify(text, signature) {
      const timestamp = scheme.timestamped ? readUint64(signature.subarray(0, 8)) : 0
      const message = timestamp === null ? null : messageOrNull(scheme, { name, timestamp, text })
      if (!message || !verify(message, scheme.timestamped ? signature.subarray(8) : signature)) return null
      return { timestamp: timestamp === 0 ? null : timestamp }
    },
  }
}

/** A text that the scheme cannot have signed is a signature that does not verify. */
function messageOrNull(scheme: SignatureScheme, signed: { name: string; timestamp: number; text: string }) {
  try {
    return scheme.message(signed)
  } catch (error) {
    if (error instanceof LedgerError) return null
    throw error
  }
}

/** The first four bytes of SHA-256(name ‖ newline ‖ type byte ‖ public key), in hex. */
function keyIdOf(name: string, { type }: SignatureScheme, publicKey: Uint8Array): string {
  return toHex(sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).subarray(0, 4))
}

function encodedKey({ type }: SignatureScheme, key: Uint8Array): string {
  return toBase64(concat(Uint8Array.of(type), key))
}

function typedKey(name: string | undefined, key: string | undefined) {
  const bytes = fromBase64(key ?? '') ?? new Uint8Array(0)
  const scheme = isKeyName(name ?? '') ? schemeOfType(bytes[0]) : null
  return { scheme, bytes: bytes.subarray(1) }
}

function requireKeyName(name: string): void {
  requireText('name', name)
  if (!isKeyName(name)) throw malformed('a key name: it must have no spaces, no plus and no control characters')
}

/** The text itself is not repeated: it may be a secret. */
function malformed(what: string): LedgerError {
  return new LedgerError('malformed-key', `This is not ${what}.`)
}
