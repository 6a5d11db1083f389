// Everything that needs a platform's cryptography, and nothing else: a browser build swaps this one file.
import { createPrivateKey, createPublicKey, hash, randomBytes as nodeRandomBytes, sign, verify } from 'node:crypto'

/** A signature algorithm with fixed lengths in bytes. Secret keys are the 32-byte seeds of RFC 8032 and FIPS 204. */
export type SignatureAlgorithm = {
  publicKeyBytes: number
  signatureBytes: number
  signingKey(seed: Uint8Array): SigningKey
  /** Gives a function that says whether a signature is good; a signature of the wrong length is not. */
  verifyingKey(publicKey: Uint8Array): (message: Uint8Array, signature: Uint8Array) => boolean
}

export type SigningKey = { publicKey: Uint8Array; sign(message: Uint8Array): Uint8Array }

export const SEED_BYTES = 32

/** SHA-256 of the bytes, 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(hash('sha256', bytes, 'buffer'))
}

/** Bytes from the platform's cryptographic random source. */
export function randomBytes(count: number): Uint8Array {
  return new Uint8Array(nodeRandomBytes(count))
}

/** Ed25519 of RFC 8032. */
export const ed25519 = algorithm({
  publicKeyBytes: 32,
  signatureBytes: 64,
  seedHeader: '302e020100300506032b657004220420',
  publicKeyHeader: '302a300506032b6570032100',
})

/** ML-DSA-44 of FIPS 204, pure mode, empty context. */
export const mlDsa44 = algorithm({
  publicKeyBytes: 1312,
  signatureBytes: 2420,
  seedHeader: '303402010030' + '0b0609608648016503040311' + '04228020',
  publicKeyHeader: '30820532300b0609608648016503040311' + '03820521' + '00',
})

/** The headers are the fixed DER beginnings of PKCS #8 and SPKI (RFC 8410, RFC 9881), since Node takes no raw keys. */
function algorithm(shape: {
  publicKeyBytes: number
  signatureBytes: number
  seedHeader: string
  publicKeyHeader: string
}): SignatureAlgorithm {
  const seedHeader = Buffer.from(shape.seedHeader, 'hex')
  const publicKeyHeader = Buffer.from(shape.publicKeyHeader, 'hex')
  return {
    publicKeyBytes: shape.publicKeyBytes,
    signatureBytes: shape.signatureBytes,
    signingKey(seed) {
      const key = createPrivateKey({ key: Buffer.concat([seedHeader, seed]), format: 'der', type: 'pkcs8' })
      const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
      return {
        publicKey: new Uint8Array(spki.subarray(publicKeyHeader.length)),
        sign: (message) => new Uint8Array(sign(null, message, key)),
      }
    },
    verifyingKey(publicKey) {
      const key = createPublicKey({ key: Buffer.concat([publicKeyHeader, publicKey]), format: 'der', type: 'spki' })
      return (message, signature) => signature.length === shape.signatureBytes && verify(null, message, key, signature)
    },
  }
}
