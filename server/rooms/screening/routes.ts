import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals, stale } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { abandonScreening, beginScreening, concludeScreening, saveAnswers } from './answer.ts'
import { ScreeningAnswersSchema, ScreeningDraftSchema, ScreeningResultSchema } from './contract.ts'
import { screen } from './model.ts'
import { findScreening, latestConcluded, listScreenings, listTriggers } from './store.ts'
import { dismissTrigger, reopenTrigger, reportTrigger } from './trigger.ts'
import { ScreeningItem, ScreeningView, TriggerDismissal, TriggerReport, TriggerView } from './wire.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'draft-open': [409, 'A screening is under way. Go on with it, or abandon it first.'],
  'not-a-draft': [409, 'This screening is closed. Begin a new one; it starts from these answers.'],
  incomplete: [422, 'Some questions are still open. Answer those named below.'],
  contradiction: [422, 'Some answers contradict each other. Look at both and correct one.'],
  'known-already': [409, 'This was reported before.'],
  'not-raised': [409, 'This trigger was answered or dismissed before.'],
  'not-dismissed': [409, 'This trigger was not dismissed.'],
} as const satisfies Refusals

const tags = ['screening']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const changes = { 200: Done, ...problems(refusals) }

export function screeningRoutes(app: Http): void {
  app.get(
    '/api/v1/screenings',
    {
      schema: {
        tags,
        summary: 'List screenings',
        querystring: PageQuery,
        response: { 200: pageOf(ScreeningItem), ...problems({}) },
      },
      config: { permission: 'screening:read' },
    },
    async (request) => await request.read(({ tx, org }) => listScreenings(tx, org, request.query)),
  )

  app.get(
    '/api/v1/screenings/latest',
    {
      schema: {
        tags,
        summary: 'Read the screening that holds today',
        response: { 200: ScreeningView, ...problems(refusals) },
      },
      config: { permission: 'screening:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => latestConcluded(tx, org))
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/screenings/:id',
    {
      schema: {
        tags,
        summary: 'Read a screening',
        params: Params,
        response: { 200: ScreeningView, ...problems(refusals) },
      },
      config: { permission: 'screening:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => findScreening(tx, org, request.params.id))
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/screenings',
    {
      schema: { tags, summary: 'Begin a screening', response: { 201: Done, ...problems(refusals) } },
      config: { permission: 'screening:answer' },
    },
    async (request, reply) => {
      const begun = await request.change(beginScreening)
      return begun.ok ? reply.code(201).send(begun.value) : problem(reply, refusals, begun.error)
    },
  )

  app.patch(
    '/api/v1/screenings/:id',
    {
      schema: {
        tags,
        summary: 'Save the answers so far',
        params: Params,
        body: z.strictObject({ answers: ScreeningDraftSchema }),
        response: changes,
      },
      config: { permission: 'screening:answer' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const saved = await request.change((it) => saveAnswers(it, request.params.id, version, request.body.answers))
      return saved.ok ? saved.value : problem(reply, refusals, saved.error)
    },
  )

  app.post(
    '/api/v1/screenings/:id/conclude',
    {
      schema: { tags, summary: 'Conclude a screening', params: Params, response: changes },
      config: { permission: 'screening:conclude' },
    },
    async (request, reply) => {
      const done = await request.change((it) => concludeScreening(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/screenings/:id/abandon',
    {
      schema: { tags, summary: 'Abandon a draft', params: Params, response: changes },
      config: { permission: 'screening:answer' },
    },
    async (request, reply) => {
      const done = await request.change((it) => abandonScreening(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/screenings/try',
    {
      schema: {
        tags,
        summary: 'Decide over answers without keeping them',
        body: ScreeningAnswersSchema,
        response: { 200: ScreeningResultSchema, ...problems(refusals) },
      },
      config: { permission: 'screening:read' },
    },
    async (request, reply) => {
      const result = await request.read(() => Promise.resolve(screen(request.body)))
      return result.ok ? result.value : problem(reply, refusals, result.error)
    },
  )

  triggerRoutes(app)
}

function triggerRoutes(app: Http): void {
  app.get(
    '/api/v1/screening-triggers',
    {
      schema: {
        tags,
        summary: 'List triggers that reopen the answer',
        querystring: PageQuery.extend({ state: z.enum(['raised', 'answered', 'dismissed']).optional() }),
        response: { 200: pageOf(TriggerView), ...problems({}) },
      },
      config: { permission: 'screening:read' },
    },
    async (request) => await request.read(({ tx, org }) => listTriggers(tx, org, request.query)),
  )

  app.post(
    '/api/v1/screening-triggers',
    {
      schema: {
        tags,
        summary: 'Report a trigger',
        body: TriggerReport,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'screening:report-trigger' },
    },
    async (request, reply) => {
      const done = await request.change((it) => reportTrigger(it, request.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/screening-triggers/:id/dismiss',
    {
      schema: {
        tags,
        summary: 'Dismiss a trigger with a reason',
        params: Params,
        body: TriggerDismissal,
        response: changes,
      },
      config: { permission: 'screening:conclude' },
    },
    async (request, reply) => {
      const done = await request.change((it) => dismissTrigger(it, request.params.id, request.body.reason))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/screening-triggers/:id/reopen',
    {
      schema: { tags, summary: 'Reopen a dismissed trigger', params: Params, response: changes },
      config: { permission: 'screening:conclude' },
    },
    async (request, reply) => {
      const done = await request.change((it) => reopenTrigger(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
