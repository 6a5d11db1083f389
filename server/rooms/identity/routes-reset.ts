import { z } from 'zod'
import type { Permissions } from '#kernel/permission.ts'
import { withClient } from '#platform/database/change.ts'
import { onConnection } from '#platform/database/transaction.ts'
import type { Http } from '#platform/http/http.ts'
import { forbidden, notFound, problem, problems, type Refusals } from '#platform/http/problem.ts'
import { hashToken } from '#platform/secrets.ts'
import { passwordMail } from './letters.ts'
import { offerPasswordReset, resetPassword } from './reset-password.ts'
import { findAccount, findReset } from './resets-store.ts'
import type { IdentityParts } from './routes-session.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  'more-than-you-hold': [403, 'This person may do more than you. Ask an owner to issue the link.'],
  'people-only': [403, 'A link to a new password is issued by people, not by keys.'],
  'own-password': [409, 'Change your own password under My security.'],
  'not-active': [409, 'This person’s place has ended. Give it back first.'],
  'no-account': [409, 'Nobody can sign in as this person, so there is no password. Invite them by another address.'],
  elsewhere: [
    409,
    'This account opens another organization too, so no colleague of one can reset its password. The person can have a link mailed from the sign-in page, or whoever runs this Assay makes one: assay reset-password.',
  ],
  'no-mail': [409, 'This Assay sends no mail. Ask an owner of your organization for a link to a new password.'],
  'link-used': [410, 'This link was used before, or its time is over. Ask for a new one.'],
  'weak-password': [422, 'Choose a password of at least 12 characters that is not your name or address.'],
} as const satisfies Refusals

const tags = ['security']
const careful = { rateLimit: { max: 20, timeWindow: '1 minute' } }
const Token = z.string().min(1).max(200)

type ResetParts = IdentityParts & { permissions: Permissions; origin: string; mailed: boolean }

/** The ways back in for whoever forgot their password. A second factor stays, and is asked for at the next sign-in. */
export function resetRoutes(app: Http, parts: ResetParts): void {
  const { door, pool, permissions, origin, mailed } = parts

  app.post(
    '/api/v1/people/:id/password-reset',
    {
      schema: {
        tags: ['people'],
        summary: 'Issue a one-time link with which a person sets a new password',
        params: z.object({ id: z.uuid() }),
        response: { 201: z.object({ link: z.string(), expiresAt: z.date() }), ...problems(refusals) },
      },
      config: { permission: 'people:reset-password', secretAnswer: true },
    },
    async (request, reply) => {
      const offered = await request.change((it) => offerPasswordReset(it, permissions, request.params.id))
      if (!offered.ok) return problem(reply, refusals, offered.error)
      const { token, expiresAt } = offered.value
      return reply.code(201).send({ link: `${origin}/reset-password#token=${token}`, expiresAt })
    },
  )

  app.get(
    '/api/v1/password-resets/ways',
    {
      schema: {
        tags,
        summary: 'Whether a link to a new password can be mailed',
        response: { 200: z.object({ mail: z.boolean() }) },
      },
      config: { permission: 'public' },
    },
    () => ({ mail: mailed }),
  )

  app.post(
    '/api/v1/password-resets/request',
    {
      schema: {
        tags,
        summary: 'Have a link to a new password mailed; the answer does not tell whether there is such an account',
        body: z.strictObject({ email: z.email().max(320) }),
        response: { 202: z.object({}), ...problems(refusals) },
      },
      config: { permission: 'public', ...careful },
    },
    async (request, reply) => {
      if (!mailed) return problem(reply, refusals, { kind: 'no-mail' })
      // The job is put in for an unknown address too: the same work, so that time tells nothing either.
      const person = await findAccount(pool, request.body.email)
      await withClient(pool, async (client) => {
        await door.enqueue(onConnection(client), client, [{ queue: passwordMail, data: { letter: 'asked', person } }])
      })
      return reply.code(202).send({})
    },
  )

  app.get(
    '/api/v1/password-resets/preview',
    {
      schema: {
        tags,
        summary: 'See whose password a link sets',
        querystring: z.object({ token: Token }),
        response: {
          200: z.object({ email: z.string(), secondFactor: z.boolean(), removesSecondFactor: z.boolean() }),
          ...problems(refusals),
        },
      },
      config: { permission: 'public', ...careful },
    },
    async (request, reply) => {
      const open = await findReset(pool, hashToken(request.query.token))
      return open ?? problem(reply, refusals, { kind: 'link-used' })
    },
  )

  app.post(
    '/api/v1/password-resets/use',
    {
      schema: {
        tags,
        summary: 'Set a new password through a link; every session of the person ends',
        body: z.strictObject({ token: Token, password: z.string().min(1).max(200) }),
        response: { 204: z.null(), ...problems(refusals) },
      },
      config: { permission: 'public', ...careful },
    },
    async (request, reply) => {
      const set = await resetPassword(parts, request.body)
      return set.ok ? reply.code(204).send(null) : problem(reply, refusals, set.error)
    },
  )
}
