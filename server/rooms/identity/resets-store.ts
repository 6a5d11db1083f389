import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { OrganizationId } from '#kernel/id.ts'
import type { Change } from '#platform/database/change.ts'
import type { Transaction } from '#platform/database/transaction.ts'

// Accounts stand outside of any organization; these functions of the database are the only way to them from a change.

/** How a link reaches its person, and for how many minutes it opens the account. */
export const validFor = { colleague: 24 * 60, mail: 60, operator: 60 } as const

export type Offer = {
  hash: Buffer
  person: string
  way: keyof typeof validFor
  organization?: OrganizationId
  offeredBy?: string
  removesSecondFactor?: boolean
}

/** Keeps a link; the earlier ones of the same way end. False where too many were mailed within the hour. */
export async function offerReset(tx: Transaction, offer: Offer): Promise<boolean> {
  const { hash, person, way, organization = null, offeredBy = null, removesSecondFactor = false } = offer
  const { rows } = await sql<{ kept: boolean }>`
    select identity.offer_reset(${hash}, ${person}, ${way}, ${organization}, ${offeredBy},
      make_interval(mins => ${validFor[way]}), ${removesSecondFactor}) as kept`.execute(tx)
  return rows[0]?.kept === true
}

export type OpenReset = {
  person: string
  email: string
  name: string
  /** where a colleague handed it over */
  organization: OrganizationId | null
  secondFactor: boolean
  removesSecondFactor: boolean
}

export async function findReset(pool: Pool, hash: Buffer): Promise<OpenReset | undefined> {
  const { rows } = await pool.query<OpenReset>(
    `select person, email, name, organization, second_factor as "secondFactor", removes_second_factor as "removesSecondFactor"
       from identity.reset_of($1)`,
    [hash],
  )
  return rows[0]
}

/** Sets the password, ends the link, every other one and every session. False where the link does not open any more. */
export async function useReset(tx: Transaction, hash: Buffer, passwordHash: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select identity.use_reset(${hash}, ${passwordHash}) as used`.execute(tx)
  return rows[0]?.used === true
}

/** What colleagues handed over to this person, or this person to them, opens nothing from here on. */
export async function endResetsOf({ tx, org }: Pick<Change, 'tx' | 'org'>, person: string): Promise<void> {
  await sql`select identity.end_resets_of(${person}, ${org})`.execute(tx)
}

/** No link, whoever made it, opens this person's account from here on. */
export async function endAllResetsOf(pool: Pool, person: string): Promise<void> {
  await pool.query('select identity.end_all_resets_of($1)', [person])
}

export async function hasPlaceElsewhere(tx: Transaction, org: OrganizationId, person: string): Promise<boolean> {
  const { rows } = await sql<{ it: boolean }>`select identity.has_place_elsewhere(${person}, ${org}) as it`.execute(tx)
  return rows[0]?.it === true
}

export async function hasAccount(tx: Transaction, person: string): Promise<boolean> {
  const { rows } = await sql<{ it: boolean }>`select identity.has_account(${person}) as it`.execute(tx)
  return rows[0]?.it === true
}

/** The person whose account has this address, or null. */
export async function findAccount(pool: Pool, email: string): Promise<string | null> {
  const { rows } = await pool.query<{ person: string | null }>('select identity.account_named($1) as person', [email])
  return rows[0]?.person ?? null
}

/** The organizations that a person has a place in now, real ones before a sample. */
export async function placesOf(pool: Pool, person: string): Promise<OrganizationId[]> {
  const { rows } = await pool.query<{ id: OrganizationId }>('select id from identity.organizations_of($1)', [person])
  return rows.map(({ id }) => id)
}
