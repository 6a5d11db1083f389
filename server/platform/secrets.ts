import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What is derived from the master key, each under a name of its own. */
export type Secrets = {
  /** a text secret for this purpose, the same at every start */
  derive(purpose: string): string
  seal(plain: Uint8Array, context: string): Buffer
  /** throws when the key is another or a byte was changed */
  open(sealed: Uint8Array, context: string): Buffer
}

/** Reads the master key, or makes it at the first start: 32 bytes, readable by its owner alone. */
export function openSecrets({
  masterKey,
  masterKeyFile,
}: {
  masterKey: string | undefined
  masterKeyFile: string
}): Secrets {
  const master = parseKey(masterKey ?? readOrCreate(masterKeyFile))
  const key = (purpose: string, length: number) =>
    Buffer.from(hkdfSync('sha256', master, '', `assay ${purpose}`, length))
  return {
    derive: (purpose) => key(purpose, 32).toString('base64url'),
    seal(plain, context) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key('sealing', 32), nonce).setAAD(Buffer.from(context))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', key('sealing', 32), bytes.subarray(0, 12)).setAAD(
        Buffer.from(context),
      )
      decipher.setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
    },
  }
}

function readOrCreate(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const made = randomBytes(32).toString('hex')
  writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return made
}

function parseKey(text: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error('The master key must be 64 hex digits (32 bytes).')
  return Buffer.from(text, 'hex')
}

/** A random token for a link or a key: 32 bytes, written for URLs. Only its hash is kept. */
export function makeToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Whether `signature` is the HMAC-SHA256 (base64) of `text` under `secret`, in constant time. */
export function isSigned(text: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(text).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
