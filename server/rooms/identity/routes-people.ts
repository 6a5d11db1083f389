import { z } from 'zod'
import type { Permissions } from '#kernel/permission.ts'
import { change, type Change, type Who } from '#platform/database/change.ts'
import { grantsOfScopes } from '#platform/grants.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals, stale } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { hashToken } from '#platform/secrets.ts'
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
import {
  Acceptance,
  ApiKeyDraft,
  ApiKeyView,
  InvitationDraft,
  InvitationView,
  PersonEdit,
  PersonView,
  RoleAssignment,
  RoleName,
  UnitDraft,
  UnitView,
} from './contract.ts'
import { listInvitations } from './invitations-store.ts'
import { acceptInvitation, invite, sendInvitation, withdrawInvitation } from './invite.ts'
import { invitationLink } from './letters.ts'
import { acceptPassword } from './model.ts'
import { assignRoles, disablePerson, editPerson, enablePerson, erasePerson } from './people.ts'
import { findPerson, listPeople } from './people-store.ts'
import { accountFor, type IdentityParts } from './routes-session.ts'
import { createUnit, listUnits, renameUnit } from './units.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'more-than-you-hold': [403, 'Nobody can give more than they hold themselves. Ask an owner to do this.'],
  'already-here': [409, 'This person is a member already. Change their roles instead.'],
  'end-needed': [422, 'An external auditor’s access ends on a day. Choose it.'],
  'end-in-the-past': [422, 'Choose an end that lies in the future.'],
  'no-such-unit': [422, 'This unit does not exist here. Choose another.'],
  'not-pending': [409, 'This invitation was accepted or withdrawn before.'],
  'last-owner': [409, 'An organization keeps at least one owner. Make somebody else an owner first.'],
  'not-active': [409, 'This person’s place has ended already.'],
  'not-disabled': [409, 'This person’s place has not ended.'],
  'still-active': [409, 'End this person’s place first, then erase their name and address.'],
  yourself: [409, 'You cannot end your own place. Ask another owner or manager.'],
  erased: [409, 'This person’s name and address were erased; there is nothing left to change.'],
  'name-taken': [409, 'There is a unit of this name already.'],
  'already-revoked': [409, 'This key was revoked before.'],
  'people-only': [403, 'Keys are made by people, not by other keys.'],
  'link-used': [410, 'This invitation is not valid any more. Ask for a new one.'],
  'member-already': [409, 'You have a place in this organization already. Sign in.'],
  'weak-password': [422, 'Choose a password of at least 12 characters that is not your name or address.'],
  'address-taken': [409, 'You have an account here already. Accept with the password of that account.'],
} as const satisfies Refusals

const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const tags = ['people']

export type PeopleParts = IdentityParts & {
  permissions: Permissions
  origin: string
  /** takes the address of an erased person out of what rooms keep without history */
  forget(it: Change, email: string): Promise<void>
}

export function peopleRoutes(app: Http, parts: PeopleParts): void {
  const { permissions } = parts

  app.get(
    '/api/v1/people',
    {
      schema: {
        tags,
        summary: 'List people',
        querystring: PageQuery.extend({ state: z.string().optional(), role: RoleName.optional() }),
        response: { 200: pageOf(PersonView), ...problems({}) },
      },
      config: { permission: 'people:read' },
    },
    async (request) => await request.read(({ tx, org }) => listPeople(tx, org, request.query)),
  )

  app.get(
    '/api/v1/people/:id',
    {
      schema: {
        tags,
        summary: 'Read a person',
        params: Params,
        response: { 200: PersonView, ...problems({ notFound }) },
      },
      config: { permission: 'people:read' },
    },
    async (request, reply) => {
      const person = await request.read(({ tx, org }) => findPerson(tx, org, request.params.id))
      return person ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.patch(
    '/api/v1/people/:id',
    {
      schema: {
        tags,
        summary: 'Edit a person',
        params: Params,
        body: PersonEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:edit' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const edited = await request.change((it) => editPerson(it, request.params.id, version, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.post(
    '/api/v1/people/:id/roles',
    {
      schema: {
        tags,
        summary: 'Set the roles of a person',
        params: Params,
        body: RoleAssignment,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:assign-roles' },
    },
    async (request, reply) => {
      const assigned = await request.change((it) => assignRoles(it, permissions, request.params.id, request.body.roles))
      return assigned.ok ? assigned.value : problem(reply, refusals, assigned.error)
    },
  )

  app.post(
    '/api/v1/people/:id/disable',
    {
      schema: {
        tags,
        summary: 'End the place of a person',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:disable' },
    },
    async (request, reply) => {
      const done = await request.change((it) => disablePerson(it, permissions, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/people/:id/enable',
    {
      schema: {
        tags,
        summary: 'Give a person their place back',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:disable' },
    },
    async (request, reply) => {
      const done = await request.change((it) => enablePerson(it, permissions, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/people/:id/erase',
    {
      schema: {
        tags,
        summary: 'Erase name and address of a person',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:erase' },
    },
    async (request, reply) => {
      const done = await request.change((it) => erasePerson(it, request.params.id, parts.forget))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.get(
    '/api/v1/units',
    {
      schema: {
        tags,
        summary: 'List units',
        querystring: PageQuery,
        response: { 200: pageOf(UnitView), ...problems({}) },
      },
      config: { permission: 'units:read' },
    },
    async (request) => await request.read(({ tx, org }) => listUnits(tx, org, request.query)),
  )

  app.post(
    '/api/v1/units',
    {
      schema: { tags, summary: 'Create a unit', body: UnitDraft, response: { 201: Done, ...problems(refusals) } },
      config: { permission: 'units:edit' },
    },
    async (request, reply) => {
      const created = await request.change((it) => createUnit(it, request.body.name))
      return created.ok ? reply.code(201).send(created.value) : problem(reply, refusals, created.error)
    },
  )

  app.patch(
    '/api/v1/units/:id',
    {
      schema: {
        tags,
        summary: 'Rename a unit',
        params: Params,
        body: UnitDraft,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'units:edit' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const renamed = await request.change((it) => renameUnit(it, request.params.id, version, request.body.name))
      return renamed.ok ? renamed.value : problem(reply, refusals, renamed.error)
    },
  )

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

  app.get(
    '/api/v1/api-keys',
    {
      schema: {
        tags,
        summary: 'List API keys',
        querystring: PageQuery.extend({ createdBy: z.uuid().optional(), state: z.literal('valid').optional() }),
        response: { 200: pageOf(ApiKeyView), ...problems({}) },
      },
      config: { permission: 'api-keys:read' },
    },
    async (request) => await request.read(({ tx, org }) => listApiKeys(tx, org, request.query)),
  )

  app.post(
    '/api/v1/api-keys',
    {
      schema: {
        tags,
        summary: 'Create an API key',
        body: ApiKeyDraft,
        response: { 201: Done.extend({ key: z.string() }), ...problems(refusals) },
      },
      config: { permission: 'api-keys:create', secretAnswer: true },
    },
    async (request, reply) => {
      const created = await request.change((it) => createApiKey(it, request.body))
      return created.ok ? reply.code(201).send(created.value) : problem(reply, refusals, created.error)
    },
  )

  app.post(
    '/api/v1/api-keys/:id/revoke',
    {
      schema: { tags, summary: 'Revoke an API key', params: Params, response: { 200: Done, ...problems(refusals) } },
      config: { permission: 'api-keys:revoke' },
    },
    async (request, reply) => {
      const done = await request.change((it) => revokeApiKey(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
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
