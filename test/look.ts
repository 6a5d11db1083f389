import { type Instant, read } from '../server/platform/database/change.ts'
import type { Transaction } from '../server/platform/database/transaction.ts'
import type { OrganizationId } from '../server/kernel/id.ts'
import type { House } from '../server/app/compose.ts'
import type { Member } from './house.ts'

/** Runs a reader of a room as this person, today or at an earlier entry. */
export async function look<Value>(
  house: Pick<House, 'door'>,
  { org, person }: Pick<Member, 'org' | 'person'>,
  work: (tx: Transaction, org: OrganizationId) => Promise<Value>,
  at: Instant = 'now',
): Promise<Value> {
  const who = { org, actor: `person:${person}`, person }
  const seen = await read(house.door, who, 'organization:read', at, ({ tx }) => work(tx, org))
  if (!seen.ok) throw new Error('may not look')
  return seen.value
}

/** The types of the facts about one record, in order. */
export async function factsAbout(house: Pick<House, 'door'>, member: Member, subject: string): Promise<string[]> {
  return await look(house, member, async (tx, org) => {
    const facts = tx.selectFrom('facts').select('type').where('org_id', '=', org).where('subject', '=', subject)
    return (await facts.orderBy('seq').orderBy('position').execute()).map(({ type }) => type)
  })
}
