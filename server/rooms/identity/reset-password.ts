import type { Pool } from 'pg'
import { type OrganizationId, subjectRef } from '#kernel/id.ts'
import type { Permissions } from '#kernel/permission.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { type Change, change, type Changed, type Door, type Fact, withClient } from '#platform/database/change.ts'
import { onConnection } from '#platform/database/transaction.ts'
import { grantsOfScopes } from '#platform/grants.ts'
import { hashToken, makeToken } from '#platform/secrets.ts'
import type { Accounts } from './accounts/accounts.ts'
import { passwordMail } from './letters.ts'
import { acceptPassword, type GrantRefusal, type PasswordRefusal } from './model.ts'
import { mayHandle } from './people.ts'
import { findPerson } from './people-store.ts'
import {
  findReset,
  hasAccount,
  hasPlaceElsewhere,
  offerReset,
  type OpenReset,
  placesOf,
  useReset,
  validFor,
} from './resets-store.ts'

export type Link = { token: string; expiresAt: Date }

export type OfferRefusal =
  | GrantRefusal
  | { kind: 'not-found' }
  | { kind: 'people-only' }
  | { kind: 'own-password' }
  | { kind: 'not-active' }
  | { kind: 'no-account' }
  | { kind: 'elsewhere' }

/**
 * A colleague's way back in: a link that sets a new password once. Whoever hands it over could use it, so nobody gets one
 * for a person who may do more than they, nor for an account that opens another organization too.
 */
export async function offerPasswordReset(
  it: Change,
  permissions: Permissions,
  id: string,
): Promise<Result<Changed<Link>, OfferRefusal>> {
  const { org, tx, now } = it
  if (!it.person) return refuse({ kind: 'people-only' })
  if (id === it.person) return refuse({ kind: 'own-password' })
  const person = await findPerson(tx, org, id)
  if (!person) return refuse({ kind: 'not-found' })
  if (person.state !== 'active') return refuse({ kind: 'not-active' })
  const within = mayHandle(it, permissions, person)
  if (!within.ok) return within
  if (!(await hasAccount(tx, id))) return refuse({ kind: 'no-account' })
  if (await hasPlaceElsewhere(tx, org, id)) return refuse({ kind: 'elsewhere' })
  const { token, hash } = makeToken()
  await offerReset(tx, { hash, person: id, way: 'colleague', organization: org, offeredBy: it.person })
  return ok({
    value: { token, expiresAt: endOf('colleague', now) },
    facts: [{ type: 'person.reset-link-issued', subject: subjectRef('person', id) }],
    jobs: [{ queue: passwordMail, data: { letter: 'issued', person: id } }],
  })
}

function endOf(way: keyof typeof validFor, now: Date): Date {
  return new Date(now.getTime() + validFor[way] * 60_000)
}

export type UseRefusal = PasswordRefusal | { kind: 'link-used' }

type UseParts = { door: Door; pool: Pool; accounts: Pick<Accounts, 'hash'> }

/**
 * Sets the password that a link stands for. It is recorded in every organization of the person, or in the one whose
 * colleague handed the link over; the first of them in the same transaction as the new password.
 */
export async function resetPassword(
  { door, pool, accounts }: UseParts,
  { token, password }: { token: string; password: string },
): Promise<Result<null, UseRefusal>> {
  const hash = hashToken(token)
  const open = await findReset(pool, hash)
  if (!open) return refuse({ kind: 'link-used' })
  const strong = acceptPassword(password, open)
  if (!strong.ok) return strong
  const kept = await accounts.hash(password)
  const [first, ...others] = open.organization ? [open.organization] : await placesOf(pool, open.person)
  const set = first
    ? await record(door, first, open, async (it) => await useReset(it.tx, hash, kept))
    : await withClient(pool, (client) => useReset(onConnection(client), hash, kept))
  if (!set) return refuse({ kind: 'link-used' })
  for (const org of others) await record(door, org, open, () => Promise.resolve(true))
  return ok(null)
}

/** States in one organization that the password was reset, where `work` says that it was. */
async function record(
  door: Door,
  org: OrganizationId,
  { person, secondFactor, removesSecondFactor }: OpenReset,
  work: (it: Change) => Promise<boolean>,
): Promise<boolean> {
  const permission = 'people:use-reset-link'
  const grants = grantsOfScopes([permission])
  const subject = subjectRef('person', person)
  const facts: [Fact, ...Fact[]] = [{ type: 'person.password-reset', subject }]
  if (secondFactor && removesSecondFactor) facts.push({ type: 'person.second-factor-removed', subject })
  const done = await change(
    { ...door, grantsOf: () => Promise.resolve(grants) },
    { org, actor: `person:${person}`, person },
    permission,
    async (it) => {
      if (!(await work(it))) return refuse({ kind: 'link-used' })
      return ok({ value: null, facts, jobs: [{ queue: passwordMail, data: { letter: 'used', person } }] })
    },
  )
  return done.ok
}

/**
 * The way back in of whoever runs the machine: a link for any account, recorded in each organization that it opens. It may
 * take the second factor away too, once it is used.
 */
export async function offerResetByOperator(
  { door, pool }: { door: Door; pool: Pool },
  { person, removesSecondFactor }: { person: string; removesSecondFactor: boolean },
): Promise<Link & { organizations: number }> {
  const { token, hash } = makeToken()
  const offer = { hash, person, way: 'operator', removesSecondFactor } as const
  const places = await placesOf(pool, person)
  const permission = 'people:reset-password'
  const operator = { ...door, grantsOf: () => Promise.resolve(grantsOfScopes([permission])) }
  for (const [index, org] of places.entries()) {
    const issued = await change(
      operator,
      { org, actor: 'system:operator', person: null },
      permission,
      async ({ tx }) => {
        if (index === 0) await offerReset(tx, offer)
        return ok({ value: null, facts: [{ type: 'person.reset-link-issued', subject: subjectRef('person', person) }] })
      },
    )
    if (!issued.ok) throw new Error('the operator may issue a link')
  }
  if (places.length === 0) await withClient(pool, (client) => offerReset(onConnection(client), offer))
  return { token, expiresAt: endOf('operator', new Date()), organizations: places.length }
}
