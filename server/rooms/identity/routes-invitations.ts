import { z } from 'zod'
import type { Permissions } from '#kernel/permission.ts'
import { change, type Who } from '#platform/database/change.ts'
import { grantsOfScopes } from '#platform/grants.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { hashToken } from '#platform/secrets.ts'
import { Acceptance, InvitationDraft, InvitationView } from './contract.ts'
import { listInvitations } from './invitations-store.ts'
import { acceptInvitation, invite, sendInvitation, withdrawInvitation } from './invite.ts'
import { invitationLink } from './letters.ts'
import { acceptPassword } from './model.ts'
import { refusals } from './refusals-people.ts'
import { accountFor, type IdentityParts } from './routes-session.ts'

const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const tags = ['people']

export function invitationRoutes(app: Http, parts: IdentityParts & { permissions: Permissions; origin: string }): void {
  const { permissions } = parts

  app.get(
    '/api/v1/invitations',
    {
      schema: {
        tags,
        summary: 'List invitations',
        querystring: PageQuery,
        response: { 200: pageOf(InvitationView), ...problems({}) },
      },
      config: { permission: 'people:invite' },
    },
    async (request) => await request.read(({ tx, org }) => listInvitations(tx, org, request.query, new Date())),
  )

  app.post(
    '/api/v1/invitations',
    {
      schema: {
        tags,
        summary: 'Invite a person',
        body: InvitationDraft,
        response: { 201: Done.extend({ link: z.string() }), ...problems(refusals) },
      },
      config: { permission: 'people:invite', secretAnswer: true },
    },
    async (request, reply) => {
      const sent = await request.change((it) => invite(it, permissions, request.body))
      if (!sent.ok) return problem(reply, refusals, sent.error)
      const { id, token } = sent.value
      return reply.code(201).send({ id, link: invitationLink(parts.origin, token) })
    },
  )

  app.post(
    '/api/v1/invitations/:id/send',
    {
      schema: {
        tags,
        summary: 'Give an invitation a link, or a new one',
        params: Params,
        response: { 200: Done.extend({ link: z.string() }), ...problems(refusals) },
      },
      config: { permission: 'people:invite', secretAnswer: true },
    },
    async (request, reply) => {
      const { id } = request.params
      const sent = await request.change((it) => sendInvitation(it, permissions, id))
      if (!sent.ok) return problem(reply, refusals, sent.error)
      return { id, link: invitationLink(parts.origin, sent.value.token) }
    },
  )

  app.post(
    '/api/v1/invitations/:id/withdraw',
    {
      schema: {
        tags,
        summary: 'Withdraw an invitation',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:invite' },
    },
    async (request, reply) => {
      const done = await request.change((it) => withdrawInvitation(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.get(
    '/api/v1/invitations/preview',
    {
      schema: {
        tags,
        summary: 'See what an invitation offers',
        querystring: z.object({ token: z.string().max(200) }),
        response: { 200: z.object({ organization: z.string(), name: z.string().nullable() }), ...problems(refusals) },
      },
      config: { permission: 'public' },
    },
    async (request, reply) => {
      const offered = await resolveInvitation(parts, request.query.token)
      return offered
        ? { organization: offered.name, name: offered.invited }
        : problem(reply, refusals, { kind: 'link-used' })
    },
  )

  app.post(
    '/api/v1/invitations/accept',
    {
      schema: {
        tags,
        summary: 'Accept an invitation',
        body: Acceptance,
        response: { 200: z.object({ twoFactor: z.boolean() }), ...problems(refusals) },
      },
      config: { permission: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { token, name, password } = request.body
      const offered = await resolveInvitation(parts, token)
      if (!offered) return problem(reply, refusals, { kind: 'link-used' })
      const strong = acceptPassword(password, { name, email: offered.email })
      if (!strong.ok) return problem(reply, refusals, strong.error)
      const person = await accountFor(parts.accounts, { name, email: offered.email, password })
      if (!person) return problem(reply, refusals, { kind: 'address-taken' })
      const joined = await joinWith(parts, { ...offered, person, name })
      if (!joined.ok) return problem(reply, refusals, joined.error)
      const signedIn = await parts.accounts.signIn({ email: offered.email, password }, new Headers())
      return reply.header('Set-Cookie', signedIn?.cookies ?? []).send({ twoFactor: signedIn?.twoFactor ?? false })
    },
  )
}

type Offered = {
  organization: Who['org']
  invitation: string
  /** the organization's */
  name: string
  email: string
  /** what the invited person is called, where that was said */
  invited: string | null
}

async function resolveInvitation({ pool }: IdentityParts, token: string): Promise<Offered | undefined> {
  const { rows } = await pool.query<Offered>(
    'select organization, invitation, name, email, invited from identity.resolve_invitation($1)',
    [hashToken(token)],
  )
  return rows[0]
}

async function joinWith(
  { door }: IdentityParts,
  { organization: org, invitation, person, name }: Omit<Offered, 'invited'> & { person: string },
) {
  const grants = grantsOfScopes(['invitations:accept'])
  const who = { org, actor: `person:${person}`, person }
  return await change({ ...door, grantsOf: () => Promise.resolve(grants) }, who, 'invitations:accept', (it) =>
    acceptInvitation(it, { invitation, person, name }),
  )
}
