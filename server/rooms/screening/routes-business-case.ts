import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals, stale } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import {
  listCompetitors,
  listDeals,
  readBusinessCase,
  readInputs,
  recordCompetitor,
  recordDeal,
  saveInputs,
  setState,
} from './business-case.ts'
import { BusinessCaseSchema } from './contract.ts'
import { BusinessCaseInputs, CompetitorDraft, CompetitorView, DealDraft, DealView } from './wire.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'no-change': [409, 'It is in this state already.'],
} as const satisfies Refusals

const tags = ['business case']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const reading = { permission: 'business-case:read' }
const editing = { permission: 'business-case:edit' }
const Query = PageQuery.extend({ state: z.enum(['current', 'withdrawn']).optional() })

export function businessCaseRoutes(app: Http): void {
  app.get(
    '/api/v1/business-case',
    {
      schema: {
        tags,
        summary: 'Read the figures of the business case',
        response: {
          200: BusinessCaseSchema.extend({ version: z.number().int(), inputs: BusinessCaseInputs }),
          ...problems({}),
        },
      },
      config: reading,
    },
    async (request) =>
      await request.read(async ({ tx, org }) => ({
        ...(await readBusinessCase(tx, org)),
        ...(await readInputs(tx, org)),
      })),
  )

  app.patch(
    '/api/v1/business-case',
    {
      schema: {
        tags,
        summary: 'Enter the inputs of the business case',
        body: BusinessCaseInputs,
        response: { 200: z.object({ version: z.number().int() }), ...problems(refusals) },
      },
      config: editing,
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const saved = await request.change((it) => saveInputs(it, version, request.body))
      return saved.ok ? saved.value : problem(reply, refusals, saved.error)
    },
  )

  app.get(
    '/api/v1/deals',
    {
      schema: { tags, summary: 'List deals', querystring: Query, response: { 200: pageOf(DealView), ...problems({}) } },
      config: reading,
    },
    async (request) => await request.read(({ tx, org }) => listDeals(tx, org, request.query)),
  )

  app.post(
    '/api/v1/deals',
    {
      schema: { tags, summary: 'Record a deal', body: DealDraft, response: { 201: Done, ...problems(refusals) } },
      config: editing,
    },
    async (request, reply) => {
      const done = await request.change((it) => recordDeal(it, request.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )

  app.get(
    '/api/v1/competitors',
    {
      schema: {
        tags,
        summary: 'List competitors',
        querystring: Query,
        response: { 200: pageOf(CompetitorView), ...problems({}) },
      },
      config: reading,
    },
    async (request) => await request.read(({ tx, org }) => listCompetitors(tx, org, request.query)),
  )

  app.post(
    '/api/v1/competitors',
    {
      schema: {
        tags,
        summary: 'Record a competitor',
        body: CompetitorDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: editing,
    },
    async (request, reply) => {
      const done = await request.change((it) => recordCompetitor(it, request.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )

  for (const [path, kind] of [
    ['deals', 'deal'],
    ['competitors', 'competitor'],
  ] as const) {
    for (const [verb, state] of [
      ['withdraw', 'withdrawn'],
      ['restore', 'current'],
    ] as const) {
      app.post(
        `/api/v1/${path}/:id/${verb}`,
        {
          schema: {
            tags,
            summary: `${verb === 'withdraw' ? 'Withdraw' : 'Restore'} a ${kind}`,
            params: Params,
            response: { 200: Done, ...problems(refusals) },
          },
          config: editing,
        },
        async (request, reply) => {
          const done = await request.change((it) => setState(it, kind, request.params.id, state))
          return done.ok ? done.value : problem(reply, refusals, done.error)
        },
      )
    }
  }
}
