import type { Pool } from 'pg'
import type { Permissions } from '#kernel/permission.ts'
import { change, type Door, withClient } from '#platform/database/change.ts'
import { onConnection } from '#platform/database/transaction.ts'
import type { JobRun } from '#platform/jobs/index.ts'
import type { Letter, Mail } from '#platform/mail.ts'
import { makeToken } from '#platform/secrets.ts'
import type { Accounts } from './accounts/accounts.ts'
import { sendInvitation } from './invite.ts'
import { offerReset } from './resets-store.ts'

/** The queue of letters about somebody's password. */
export const passwordMail = 'identity-password-mail'

export type LetterParts = { accounts: Accounts; pool: Pool; mail: Mail; origin: string }

/**
 * Writes to a person about their password: the link they asked for, or that a colleague was given one, or that one was used.
 * The link is made here, so that no token waits in the queue; trying again makes a new one and ends the one before.
 */
export async function mailAboutPassword(run: JobRun, { accounts, pool, mail, origin }: LetterParts): Promise<void> {
  const { letter, person } = run.data
  // Somebody asked for an address that nobody has; the work is the same up to here.
  if (typeof person !== 'string') return
  const { rows } = await accounts.pool.query<{ email: string }>('select email from "user" where id = $1', [person])
  const to = rows[0]?.email
  if (!to) return
  if (letter === 'issued') return await mail.send({ to, ...issued })
  if (letter === 'used') return await mail.send({ to, ...used })
  const { token, hash } = makeToken()
  const kept = await withClient(pool, (client) => offerReset(onConnection(client), { hash, person, way: 'mail' }))
  if (kept) await mail.send({ to, ...asked(`${origin}/reset-password#token=${token}`) })
}

/** The queue of letters with the link of an invitation. */
export const invitationMail = 'identity-invitation-mail'

export function invitationLink(origin: string, token: string): string {
  return `${origin}/invitation#token=${token}`
}

export type InvitationLetterParts = { door: Door; permissions: Permissions; mail: Mail; origin: string }

/**
 * Sends an invitation that somebody asked to be sent, in their name and with what they may do by now. The link is made here,
 * so that no token waits in the queue; trying again makes a new one and ends the one before.
 */
export async function mailInvitation(
  run: JobRun,
  { door, permissions, mail, origin }: InvitationLetterParts,
): Promise<void> {
  const org = run.org()
  const [invitation, person] = [String(run.data['invitation']), String(run.data['person'])]
  const who = { org, actor: `person:${person}`, person }
  const sent = await change(door, who, 'people:invite', (it) => sendInvitation(it, permissions, invitation))
  // withdrawn or accepted meanwhile, or no longer theirs to give
  if (!sent.ok) return
  const { token, email } = sent.value
  await mail.send({
    to: email,
    subject: 'You are invited to Assay',
    text: `A colleague invited you to their organization's AI management system in Assay.

Join here, within 14 days. The link works once:
${invitationLink(origin, token)}

If you do not know what this is about, do nothing.
`,
  })
}

function asked(link: string): Omit<Letter, 'to'> {
  return {
    subject: 'A new password for Assay',
    text: `Somebody, probably you, asked for a new password for this address.

Choose it here, within an hour. The link works once:
${link}

If it was not you, do nothing: your password stays as it is.
`,
  }
}

const issued = {
  subject: 'A colleague was given a link to reset your Assay password',
  text: `An owner or manager of your organization was given a link with which you can choose a new password. They will hand
it over to you; it works once, within a day.

If you asked nobody for it, talk to an owner. The audit trail names who was given the link.
`,
}

const used = {
  subject: 'Your Assay password was reset',
  text: `A new password was set for your account through a one-time link, and you were signed out everywhere.

If it was not you, tell an owner of your organization at once, or whoever runs this Assay. The audit trail shows when it
was and who was given the link.
`,
}
