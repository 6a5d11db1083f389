import type { Pool } from 'pg'
import type { Config } from '#platform/config.ts'
import type { Door } from '#platform/database/change.ts'
import { openPool } from '#platform/database/pool.ts'
import { findAccount, offerResetByOperator } from '#rooms/identity/index.ts'
import type { Attached } from './attach.ts'

export class ResetRefusal extends Error {
  override name = 'ResetRefusal'
}

export type PrintedLink = { link: string; expiresAt: Date }

/** A one-time link to a new password for the account of this address, for whoever runs the machine. */
export async function printResetLink(
  config: Config,
  database: Attached,
  { email, removesSecondFactor }: { email: string; removesSecondFactor: boolean },
): Promise<PrintedLink> {
  const pool = openPool(database.connection('assay_app'), 1)
  try {
    await refuseOlderHouse(pool)
    const person = await findAccount(pool, email)
    if (!person) throw new ResetRefusal(`Nobody has an account with the address ${email} here. Check its spelling.`)
    const { token, expiresAt } = await offerResetByOperator(
      { door: doorOf(pool), pool },
      { person, removesSecondFactor },
    )
    return { link: `${config.url.origin}/reset-password#token=${token}`, expiresAt }
  } finally {
    await pool.end()
  }
}

async function refuseOlderHouse(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(
    `select exists (select from pg_proc where pronamespace = 'identity'::regnamespace and proname = 'offer_reset') as there`,
  )
  if (!rows[0]?.there) throw new ResetRefusal('This house is of an earlier release. Start Assay once, then try again.')
}

/** Nothing follows from what the operator does here, and the house that serves sees the new entry by itself. */
function doorOf(pool: Pool): Door {
  return {
    pool,
    grantsOf: () => Promise.resolve(null),
    enqueue: () => Promise.reject(new Error('the operator starts no later work')),
    follow: () => [],
    committed: () => undefined,
  }
}
