import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { ClusterRefusal } from './refusal.ts'

const iterations = 4096

/**
 * A password as PostgreSQL stores it (RFC 5802, RFC 7677). Handed over in this form the password itself reaches no
 * statement, log or process title.
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  // Beyond printable ASCII both sides would have to agree on SASLprep, which node-postgres leaves out.
  if (!/^[\x21-\x7e]+$/.test(password)) {
    throw new ClusterRefusal('password-unfit', 'A database password must be printable ASCII without spaces.')
  }
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const storedKey = createHash('sha256').update(clientKey).digest('base64')
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}
