import { createHmac } from 'node:crypto'
import { symmetricDecrypt } from 'better-auth/crypto'

/**
 * Backup codes are kept as hashes. The library hands a list of codes to `encrypt` when it makes them and again without
 * the used one, and compares what `decrypt` gives with the code that it was sent: so `encrypt` hashes what is no hash yet,
 * and whoever asks it to check a code sends the code's hash. The key is the house's, so that the table alone is of no use.
 */
export function keepCodes(secret: string): {
  storage: { encrypt(json: string): Promise<string>; decrypt(kept: string): Promise<string> }
  hash(code: string): string
  count(kept: string): Promise<number>
} {
  const hash = (code: string) => mark + createHmac('sha256', secret).update(`backup code ${code}`).digest('base64url')
  const hashAll = (json: string) =>
    JSON.stringify(codesIn(json).map((code) => (code.startsWith(mark) ? code : hash(code))))
  // what an earlier release kept was encrypted as a whole
  const decrypt = async (kept: string) =>
    hashAll(kept.startsWith('[') ? kept : await symmetricDecrypt({ key: secret, data: kept }))
  return {
    storage: { encrypt: (json) => Promise.resolve(hashAll(json)), decrypt },
    hash,
    count: async (kept) => codesIn(await decrypt(kept)).length,
  }
}

const mark = 'hmac:'

function codesIn(json: string): string[] {
  const codes: unknown = JSON.parse(json)
  if (!Array.isArray(codes)) throw new Error('backup codes are kept as a list')
  return codes.map(String)
}
