import { z } from 'zod'
import { callerOf, webHeaders } from './asking.ts'
import type { Http } from '#platform/http/http.ts'
import { notFound, problem, problems, type Refusals } from '#platform/http/problem.ts'
import { acceptPassword } from './model.ts'
import { endAllResetsOf } from './resets-store.ts'
import type { IdentityParts } from './routes-session.ts'

const refusals = {
  'not-found': notFound,
  'wrong-password': [403, 'This is not your current password.'],
  'wrong-code': [401, 'This code is not right or no longer valid. Enter the current one of your authenticator.'],
  'weak-password': [422, 'Choose a password of at least 12 characters that is not your name or address.'],
} as const satisfies Refusals

const SessionItem = z.object({
  id: z.string(),
  current: z.boolean(),
  startedAt: z.date(),
  /** true to within a few minutes */
  lastSeenAt: z.date(),
  /** when it ends if it is not used again, and when it ends in any case */
  expiresAt: z.date(),
  endsAt: z.date(),
  device: z.string(),
})
const Password = z.strictObject({ password: z.string().min(1).max(200) })
const tags = ['security']
const careful = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** What a person does about their own account: sessions, second factor, password. */
export function securityRoutes(app: Http, { accounts, pool }: IdentityParts): void {
  app.get(
    '/api/v1/sessions',
    {
      schema: {
        tags,
        summary: 'List my sessions',
        response: {
          200: z.object({ items: z.array(SessionItem), twoFactor: z.boolean(), backupCodesLeft: z.number().int() }),
          ...problems({}),
        },
      },
      config: { permission: 'signed-in' },
    },
    async (request) => {
      const caller = callerOf(request)
      const { idleHours, longestHours } = accounts.sessions
      const { rows } = await accounts.pool.query<{
        id: string
        createdAt: Date
        updatedAt: Date
        idleEnd: Date
        end: Date
        userAgent: string | null
      }>(
        `select id, "createdAt", "updatedAt", "userAgent", least("idleEnd", "end") as "idleEnd", "end"
           from (select s.*, "updatedAt" + make_interval(hours => $2) as "idleEnd",
                        least("expiresAt", "createdAt" + make_interval(hours => $3)) as "end"
                   from session s where "userId" = $1) s
          where "idleEnd" > now() and "end" > now() order by "updatedAt" desc limit 200`,
        [caller.person, idleHours, longestHours],
      )
      const user = await accounts.pool.query<{ on: boolean | null }>(
        'select "twoFactorEnabled" as on from "user" where id = $1',
        [caller.person],
      )
      const items = rows.map(({ id, createdAt, updatedAt, idleEnd, end, userAgent }) => ({
        id,
        current: id === caller.session,
        startedAt: createdAt,
        lastSeenAt: updatedAt,
        expiresAt: idleEnd,
        endsAt: end,
        device: userAgent?.slice(0, 300) ?? '',
      }))
      const twoFactor = user.rows[0]?.on === true
      const backupCodesLeft = twoFactor ? await accounts.backupCodesLeft(caller.person ?? '') : 0
      return { items, twoFactor, backupCodesLeft }
    },
  )

  app.delete(
    '/api/v1/sessions/:id',
    {
      schema: {
        tags,
        summary: 'End a session of mine',
        params: z.object({ id: z.string().max(100) }),
        response: { 204: z.null(), ...problems(refusals) },
      },
      config: { permission: 'signed-in' },
    },
    async (request, reply) => {
      const { person } = callerOf(request)
      const { rowCount } = await accounts.pool.query('delete from session where id = $1 and "userId" = $2', [
        request.params.id,
        person,
      ])
      return rowCount ? reply.code(204).send(null) : problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/two-factor',
    {
      schema: {
        tags,
        summary: 'Begin to use a second factor',
        body: Password,
        response: { 200: z.object({ uri: z.string(), backupCodes: z.array(z.string()) }), ...problems(refusals) },
      },
      config: { permission: 'signed-in', ...careful },
    },
    async (request, reply) => {
      callerOf(request)
      const begun = await accounts.enableTwoFactor(request.body.password, webHeaders(request))
      return begun ?? problem(reply, refusals, { kind: 'wrong-password' })
    },
  )

  app.post(
    '/api/v1/two-factor/confirm',
    {
      schema: {
        tags,
        summary: 'Confirm the second factor',
        body: z.strictObject({
          code: z
            .string()
            .trim()
            .regex(/^\d{6}$/, 'has six digits'),
        }),
        response: { 204: z.null(), ...problems(refusals) },
      },
      config: { permission: 'signed-in', ...careful },
    },
    async (request, reply) => {
      callerOf(request)
      const confirmed = await accounts.confirmTwoFactor(request.body.code, webHeaders(request))
      return confirmed
        ? reply.header('Set-Cookie', confirmed.cookies).code(204).send(null)
        : problem(reply, refusals, { kind: 'wrong-code' })
    },
  )

  app.post(
    '/api/v1/two-factor/backup-codes',
    {
      schema: {
        tags,
        summary: 'Make new backup codes; the old ones end',
        body: Password,
        response: { 200: z.object({ backupCodes: z.array(z.string()) }), ...problems(refusals) },
      },
      config: { permission: 'signed-in', ...careful },
    },
    async (request, reply) => {
      callerOf(request)
      const backupCodes = await accounts.renewBackupCodes(request.body.password, webHeaders(request))
      return backupCodes ? { backupCodes } : problem(reply, refusals, { kind: 'wrong-password' })
    },
  )

  app.post(
    '/api/v1/two-factor/disable',
    {
      schema: {
        tags,
        summary: 'Stop using a second factor',
        body: Password,
        response: { 204: z.null(), ...problems(refusals) },
      },
      config: { permission: 'signed-in', ...careful },
    },
    async (request, reply) => {
      callerOf(request)
      const done = await accounts.disableTwoFactor(request.body.password, webHeaders(request))
      return done
        ? reply.header('Set-Cookie', done.cookies).code(204).send(null)
        : problem(reply, refusals, { kind: 'wrong-password' })
    },
  )

  app.post(
    '/api/v1/password',
    {
      schema: {
        tags,
        summary: 'Change my password',
        body: z.strictObject({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) }),
        response: { 204: z.null(), ...problems(refusals) },
      },
      config: { permission: 'signed-in', ...careful },
    },
    async (request, reply) => {
      const { person } = callerOf(request)
      const { rows } = await accounts.pool.query<{ name: string; email: string }>(
        'select name, email from "user" where id = $1',
        [person],
      )
      const strong = acceptPassword(request.body.next, rows[0] ?? { name: '', email: '' })
      if (!strong.ok) return problem(reply, refusals, strong.error)
      const changed = await accounts.changePassword(request.body, webHeaders(request))
      if (!changed) return problem(reply, refusals, { kind: 'wrong-password' })
      await endAllResetsOf(pool, person ?? '')
      return reply.header('Set-Cookie', changed.cookies).code(204).send(null)
    },
  )
}
