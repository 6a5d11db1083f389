import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { read } from '#platform/database/change.ts'
import type { Http } from '#platform/http/http.ts'
import { forbidden, notFound, problem, problems, type Refusals } from '#platform/http/problem.ts'
import { hashToken } from '#platform/secrets.ts'
import { asDay, dayOf } from '#platform/today.ts'
import { findCalendar, renewCalendar, revokeCalendar, toCalendar } from './calendar.ts'
import { CalendarAddress, CalendarView, InboxView, MailChoice, MailPreference } from './contract.ts'
import { chooseDigest, findDigest } from './digest.ts'
import { readOwnInbox } from './inbox.ts'
import type { TaskParts } from './parts.ts'
import { type CalendarOwner, listForCalendar, resolveCalendar } from './calendar-store.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  'no-such-calendar': [404, 'There is no calendar at this address. Renew it in Assay and subscribe anew.'],
  'no-calendar': [409, 'There is no calendar address to end.'],
  'person-needed': [403, 'An inbox, a calendar and mail belong to a person. Sign in as one.'],
} as const satisfies Refusals

const tags = ['tasks']
const all = problems(refusals)
const config = { permission: 'tasks:follow' }

/** How a person follows what they have to do: inbox, calendar and mail. */
export function followRoutes(app: Http, { inbox, origin, mailed, door }: TaskParts): void {
  app.get(
    '/api/v1/inbox',
    {
      schema: {
        tags,
        summary: 'What the caller has to do and to decide',
        querystring: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
        response: { 200: InboxView, ...all },
      },
      config,
    },
    async (request, reply) => {
      const seen = await request.read(async (view) => {
        const { person } = view.grants
        if (!person) return null
        return await readOwnInbox({ ...view, person, today: await dayOf(view) }, inbox, request.query.limit)
      })
      return seen ?? problem(reply, refusals, { kind: 'person-needed' })
    },
  )

  app.get(
    '/api/v1/calendar',
    {
      schema: { tags, summary: 'Whether the caller has a calendar address', response: { 200: CalendarView, ...all } },
      config,
    },
    async (request) => await request.read(({ tx, org, grants }) => findCalendar(tx, org, grants.person)),
  )

  app.post(
    '/api/v1/calendar/renew',
    {
      schema: {
        tags,
        summary: 'Give the caller a new secret calendar address',
        response: { 201: CalendarAddress, ...all },
      },
      config: { ...config, secretAnswer: true },
    },
    async (request, reply) => {
      const renewed = await request.change(renewCalendar)
      if (!renewed.ok) return problem(reply, refusals, renewed.error)
      return reply.code(201).send({ url: `${origin}/api/v1/calendars/${renewed.value.token}.ics` })
    },
  )

  app.post(
    '/api/v1/calendar/revoke',
    {
      schema: {
        tags,
        summary: 'End the calendar address',
        response: { 200: z.object({ exists: z.boolean() }), ...all },
      },
      config,
    },
    async (request, reply) => {
      const revoked = await request.change(revokeCalendar)
      return revoked.ok ? revoked.value : problem(reply, refusals, revoked.error)
    },
  )

  app.get(
    '/api/v1/calendars/:address',
    {
      schema: {
        tags,
        summary: 'The tasks of a person as iCalendar, by their secret address',
        params: z.object({ address: z.string().regex(/^[A-Za-z0-9_-]{20,100}\.ics$/) }),
        response: all,
      },
      config: { permission: 'public' },
    },
    async (request, reply) => {
      const owner = await resolveCalendar(door.pool, hashToken(request.params.address.replace(/\.ics$/, '')))
      const seen = owner && (await readCalendar(owner))
      if (!seen) return problem(reply, refusals, { kind: 'no-such-calendar' })
      return await sendCalendar(reply, toCalendar(seen.tasks, { name: `Assay · ${seen.organization}`, origin }))
    },
  )

  /** The address speaks for its person: what they may no longer see, their calendar does not show. */
  async function readCalendar({ org, person }: CalendarOwner) {
    const who = { org, actor: `person:${person}`, person }
    const seen = await read(door, who, 'tasks:follow', 'now', ({ tx }) =>
      listForCalendar(tx, org, { person, today: asDay(new Date()) }),
    )
    return seen.ok ? seen.value : null
  }

  app.get(
    '/api/v1/mail-preference',
    { schema: { tags, summary: 'How often the caller is mailed', response: { 200: MailPreference, ...all } }, config },
    async (request) => ({
      digest: await request.read(({ tx, org, grants }) => findDigest(tx, org, grants.person)),
      mailed,
    }),
  )

  app.post(
    '/api/v1/mail-preference',
    {
      schema: {
        tags,
        summary: 'Choose how often to be mailed',
        body: MailChoice,
        response: { 200: MailPreference, ...all },
      },
      config,
    },
    async (request, reply) => {
      const chosen = await request.change((it) => chooseDigest(it, request.body.digest))
      return chosen.ok ? { ...chosen.value, mailed } : problem(reply, refusals, chosen.error)
    },
  )
}

async function sendCalendar(reply: FastifyReply, calendar: string): Promise<FastifyReply> {
  return await reply
    .header('Content-Disposition', 'inline; filename="assay.ics"')
    .header('X-Content-Type-Options', 'nosniff')
    .type('text/calendar; charset=utf-8')
    .send(calendar)
}
