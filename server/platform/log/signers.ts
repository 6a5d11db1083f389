import { generateSigner, type Signer, signerFromString } from '@assay/ledger'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Secrets } from '../secrets.ts'
import { SealingAlarm } from './alarm.ts'

/** Who signs one epoch of one log: first Ed25519, then ML-DSA-44, which a quantum computer could not forge. */
export type EpochSigners = { origin: string; verifierKey: string; signers: Signer[] }

/** Reads the epoch's keys, or makes them at its first checkpoint. Throws when the master key is another one. */
export async function signersOf(
  tx: Transaction,
  secrets: Secrets,
  { org, epoch, origin }: { org: OrganizationId; epoch: number; origin: string },
): Promise<EpochSigners> {
  const row = await readKeys(tx, org, epoch)
  if (!row) return await makeSigners(tx, secrets, { org, epoch, origin })
  const sealed = [row.sealed_signer, ...(row.sealed_second_signer ? [row.sealed_second_signer] : [])]
  const signers = sealed.map((bytes) => signerFromString(open(secrets, bytes, row.origin)))
  return { origin: row.origin, verifierKey: row.verifier_key, signers }
}

export async function readKeys(tx: Transaction, org: OrganizationId, epoch: number) {
  return await tx
    .selectFrom('log_keys')
    .select(['origin', 'verifier_key', 'second_verifier_key', 'sealed_signer', 'sealed_second_signer'])
    .where('org_id', '=', org)
    .where('epoch', '=', epoch)
    .executeTakeFirst()
}

async function makeSigners(
  tx: Transaction,
  secrets: Secrets,
  { org, epoch, origin }: { org: OrganizationId; epoch: number; origin: string },
): Promise<EpochSigners> {
  const first = generateSigner(origin)
  const second = generateSigner(origin, 'ml-dsa-44-cosignature')
  await tx
    .insertInto('log_keys')
    .values({
      org_id: org,
      epoch,
      origin,
      verifier_key: first.vkey,
      sealed_signer: seal(secrets, first, origin),
      second_verifier_key: second.vkey,
      sealed_second_signer: seal(secrets, second, origin),
      created_at: new Date(),
    })
    .execute()
  return { origin, verifierKey: first.vkey, signers: [first, second] }
}

function seal(secrets: Secrets, signer: Signer, origin: string): Buffer {
  return secrets.seal(Buffer.from(signer.exportSecret()), `log signer ${origin}`)
}

function open(secrets: Secrets, sealed: Uint8Array, origin: string): string {
  try {
    return secrets.open(sealed, `log signer ${origin}`).toString()
  } catch (cause) {
    throw new SealingAlarm(
      'The signing key cannot be opened with this master key. Start with the one it was made under.',
      {
        cause,
      },
    )
  }
}
