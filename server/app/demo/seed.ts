import { randomBytes, randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { OrganizationId } from '#kernel/id.ts'
import { found } from '#rooms/identity/index.ts'
import type { House } from '../compose.ts'
import { castOf, colleagues } from './cast.ts'
import { sampleEmail } from './sample-account.ts'
import { tellStory } from './story.ts'
import { openTeller } from './teller.ts'

const name = 'Nordhafen Credit (sample)'
const year = 365 * 24 * 60 * 60 * 1000

/**
 * Fills the house with the sample organization, once: a lender with a credit model, an AI hiring tool and a support chatbot,
 * and a year of its history. Says how to look at it. Its log is born under another origin and clock, so that it can
 * never pass for a real one.
 */
export async function seedDemo(house: House, progress: (line: string) => void): Promise<void> {
  const known = await findDemo(house)
  if (!known) {
    progress('Writing a year of the sample organization…')
    await writeDemo(house)
  }
  const password = await openAccount(house)
  progress(`Sample organization: sign in as ${sampleEmail} with the password ${password} (new at each start).`)
}

async function findDemo({ keeper }: House): Promise<OrganizationId | undefined> {
  const { rows } = await keeper.query<{ id: OrganizationId }>('select id from assay.organizations where demo limit 1')
  return rows[0]?.id
}

/** Writes the sample organization and gives back its id. */
export async function writeDemo(house: House, today = new Date()): Promise<OrganizationId> {
  const made = await house.accounts.create({
    name: 'Olivia Hart',
    email: sampleEmail,
    password: randomBytes(18).toString('base64url'),
  })
  const person = made === 'taken' ? await accountOf(house) : made.person
  const clock = new Date(today.getTime() - year)
  const others = colleagues()
  const org = await found(house, {
    person,
    name: 'Olivia Hart',
    email: sampleEmail,
    organization: name,
    demo: true,
    clock,
    colleagues: others,
  })
  const teller = await openTeller(house, org, today)
  try {
    await tellStory(teller, castOf(teller, person, others), today)
  } finally {
    await teller.close()
  }
  return org
}

async function accountOf({ accounts }: House): Promise<string> {
  const { rows } = await accounts.pool.query<{ id: string }>('select id from "user" where email = $1', [sampleEmail])
  return rows[0]?.id ?? randomUUID()
}

/** A new password for the sample account at each start: nothing is shipped that everybody knows. */
async function openAccount({ accounts }: House): Promise<string> {
  const password = randomBytes(9).toString('base64url')
  await accounts.pool.query(
    `update account set password = $1 where "providerId" = 'credential' and "userId" = (select id from "user" where email = $2)`,
    [await hash(password), sampleEmail],
  )
  return password
}
