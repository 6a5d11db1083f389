import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Pool } from 'pg'
import type { OrganizationId } from '#kernel/id.ts'
import { change, type Door, read } from '#platform/database/change.ts'
import { foundersGrants } from '#platform/grants.ts'
import type { Http } from '#platform/http/http.ts'
import { problem, problems, type Refusals } from '#platform/http/problem.ts'
import { Refused, whoOf } from '#platform/http/caller.ts'
import { hashToken } from '#platform/secrets.ts'
import { v7 as uuidv7 } from 'uuid'
import { callerOf, webHeaders } from './asking.ts'
import { countSignIns } from './attempts.ts'
import type { Accounts, SignedIn } from './accounts/accounts.ts'
import { Credentials, SessionView, SetUp } from './contract.ts'
import { acceptPassword } from './model.ts'
import { type Founder, foundOrganization } from './set-up.ts'

export type IdentityParts = { accounts: Accounts; pool: Pool; door: Door }

const refusals = {
  'wrong-credentials': [
    401,
    'The address or the password is not right. Check both, or have a new password set: “Forgot your password?”.',
  ],
  'wrong-code': [
    401,
    'This code is not right or no longer valid. Enter the current one of your authenticator, or a backup code.',
  ],
  'no-place': [403, 'You have no place in that organization.'],
  'link-used': [410, 'This set-up link is not valid or was used before. Restart Assay for a new one, or sign in.'],
  'weak-password': [422, 'Choose a password of at least 12 characters that is not your name or address.'],
  'address-taken': [
    409,
    'An account with this address exists, and its password is another. Use that password or another address.',
  ],
} as const satisfies Refusals

/** Sign-in is limited harder than the rest, by address; and by account, see `countSignIns`. */
const careful = { rateLimit: { max: 20, timeWindow: '1 minute' } }

export function sessionRoutes(app: Http, parts: IdentityParts): void {
  const { accounts, pool } = parts
  const countSignIn = countSignIns(app)

  app.post(
    '/api/v1/session',
    {
      schema: { body: Credentials, response: { 200: z.object({ twoFactor: z.boolean() }), ...problems(refusals) } },
      config: { permission: 'public', ...careful },
    },
    async (request, reply) => {
      await countSignIn(request)
      const signedIn = await accounts.signIn(request.body, webHeaders(request))
      return signedIn ? await enter(reply, signedIn) : problem(reply, refusals, { kind: 'wrong-credentials' })
    },
  )

  app.post(
    '/api/v1/session/two-factor',
    {
      schema: {
        body: z.strictObject({ code: z.string().trim().min(6).max(40) }),
        response: { 200: z.object({ twoFactor: z.boolean() }), ...problems(refusals) },
      },
      config: { permission: 'public', ...careful },
    },
    async (request, reply) => {
      const signedIn = await accounts.secondFactor(request.body.code, webHeaders(request))
      return signedIn ? await enter(reply, signedIn) : problem(reply, refusals, { kind: 'wrong-code' })
    },
  )

  app.get(
    '/api/v1/session',
    { schema: { response: { 200: SessionView, ...problems({}) } }, config: { permission: 'signed-in' } },
    async (request) => await sessionView(parts, request),
  )

  app.delete(
    '/api/v1/session',
    { schema: { response: { 204: z.null() } }, config: { permission: 'public' } },
    async (request, reply) => {
      const { cookies } = await accounts.signOut(webHeaders(request))
      return reply.header('Set-Cookie', cookies).code(204).send(null)
    },
  )

  app.post(
    '/api/v1/session/organization',
    {
      schema: { body: z.strictObject({ organization: z.uuid() }), response: { 204: z.null(), ...problems(refusals) } },
      config: { permission: 'signed-in' },
    },
    async (request, reply) => {
      const { session } = callerOf(request)
      const chosen = await select(pool, session, request.body.organization)
      return chosen ? reply.code(204).send(null) : problem(reply, refusals, { kind: 'no-place' })
    },
  )

  app.get(
    '/api/v1/setup',
    {
      schema: {
        querystring: z.object({ token: z.string().max(200) }),
        response: { 200: z.object({ open: z.boolean() }) },
      },
      config: { permission: 'public' },
    },
    async (request) => ({ open: await isSetUpOpen(accounts, request.query.token) }),
  )

  app.post(
    '/api/v1/setup',
    {
      schema: { body: SetUp, response: { 200: z.object({ twoFactor: z.boolean() }), ...problems(refusals) } },
      config: { permission: 'public', ...careful },
    },
    async (request, reply) => {
      const { token, ...founder } = request.body
      if (!(await isSetUpOpen(accounts, token))) return problem(reply, refusals, { kind: 'link-used' })
      const strong = acceptPassword(founder.password, founder)
      if (!strong.ok) return problem(reply, refusals, strong.error)
      const person = await accountFor(accounts, founder)
      if (!person) return problem(reply, refusals, { kind: 'address-taken' })
      await found(parts, { ...founder, person })
      await accounts.pool.query('update setup set used_at = now(), token_hash = null')
      const signedIn = await accounts.signIn(founder, webHeaders(request))
      return signedIn ? await enter(reply, signedIn) : problem(reply, refusals, { kind: 'wrong-credentials' })
    },
  )
}

/** Makes the account, or finds the one that an interrupted attempt with the same password left. */
export async function accountFor(
  accounts: Accounts,
  account: { name: string; email: string; password: string },
): Promise<string | null> {
  const made = await accounts.create(account)
  return made === 'taken' ? await accounts.check(account) : made.person
}

export async function found(
  { door }: Pick<IdentityParts, 'door'>,
  founder: Founder & { clock?: Date },
): Promise<OrganizationId> {
  const org = uuidv7() as OrganizationId
  const who = { org, actor: `person:${founder.person}`, person: founder.person }
  const done = await change(
    { ...door, grantsOf: () => Promise.resolve(foundersGrants) },
    who,
    'organization:found',
    (it) => foundOrganization(it, founder),
    founder.clock ? { clock: founder.clock } : {},
  )
  if (!done.ok) throw new Error('an organization could not be founded')
  return org
}

async function isSetUpOpen(accounts: Accounts, token: string): Promise<boolean> {
  const { rows } = await accounts.pool.query('select 1 from setup where token_hash = $1 and used_at is null', [
    hashToken(token),
  ])
  return rows.length > 0
}

async function enter(reply: FastifyReply, { cookies, twoFactor }: SignedIn): Promise<FastifyReply> {
  return await reply.header('Set-Cookie', cookies).send({ twoFactor })
}

async function select(pool: Pool, session: string | null, organization: string): Promise<boolean> {
  const { rows } = await pool.query<{ done: boolean | null }>('select identity.select_organization($1, $2) as done', [
    session,
    organization,
  ])
  return rows[0]?.done === true
}

async function sessionView({ door, pool }: IdentityParts, request: FastifyRequest): Promise<SessionView> {
  const caller = callerOf(request)
  const { rows: organizations } = await pool.query<{ id: OrganizationId; name: string; demo: boolean }>(
    'select id, name, demo from identity.organizations_of($1)',
    [caller.person],
  )
  const current = organizations.find(({ id }) => id === caller.organization) ?? organizations[0]
  if (!current) throw new Refused(403, 'no-place', 'You have no place in any organization. Ask for an invitation.')
  if (current.id !== caller.organization) await select(pool, caller.session, current.id)
  caller.organization = current.id
  const seen = await read(door, whoOf(request), 'organization:read', 'now', async ({ tx, grants, org }) => {
    const person = await tx
      .selectFrom('people')
      .select(['id', 'name', 'email'])
      .where('org_id', '=', org)
      .where('id', '=', caller.person)
      .executeTakeFirstOrThrow()
    const log = await tx
      .selectFrom('organization_logs')
      .select('size')
      .where('org_id', '=', org)
      .executeTakeFirstOrThrow()
    const mark = await tx
      .selectFrom('read_marks')
      .select('seen_seq')
      .where('org_id', '=', org)
      .where('person_id', '=', person.id)
      .executeTakeFirst()
    return {
      person: { id: person.id, name: person.name ?? '', email: person.email ?? '' },
      organization: current,
      organizations,
      roles: [...grants.roles],
      permissions: [...grants.all()],
      seq: log.size,
      seenSeq: mark?.seen_seq ?? 0,
    }
  })
  if (!seen.ok) throw new Refused(403, 'no-place', 'Your place in this organization has ended. Ask an owner.')
  return seen.value
}
