import { z } from 'zod'
import type { Door } from '#platform/database/change.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { dayOf } from '#platform/today.ts'
import {
  LibraryQuery,
  LibraryView,
  RiskDraft,
  RiskEdit,
  RiskFilter,
  RiskRecord,
  RiskSummary,
  RiskView,
} from './contract.ts'
import { figureRoutes } from './figures/routes.ts'
import { findRisk } from './find.ts'
import { editRisk, identifyRisk } from './identify.ts'
import { searchLibrary } from './library.ts'
import { listRisks, summariseRisks } from './list.ts'
import { type PlanParts, planRoutes } from './plan/routes.ts'
import { refusals } from './refusals.ts'
import { criteriaRoutes } from './routes-criteria.ts'
import { riskMoveRoutes } from './routes-moves.ts'
import { riskFromRequirementRoutes } from './routes-requirements.ts'

const tags = ['risks']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })

export function riskRoutes(app: Http, parts: { door: Door } & PlanParts): void {
  app.get(
    '/api/v1/risks',
    {
      schema: {
        tags,
        summary: 'List risks, the greatest first',
        querystring: PageQuery.extend(RiskFilter.shape),
        response: { 200: pageOf(RiskView), ...problems({ forbidden }) },
      },
      config: { permission: 'risks:read' },
    },
    async (request) =>
      await request.read(async (view) => listRisks(view.tx, view.org, request.query, await dayOf(view))),
  )

  app.get(
    '/api/v1/risks/summary',
    {
      schema: {
        tags,
        summary: 'Count the open risks by level and by cell of the matrix in force',
        response: { 200: RiskSummary, ...problems({ forbidden }) },
      },
      config: { permission: 'risks:read' },
    },
    async (request) => await request.read(({ tx, org }) => summariseRisks(tx, org)),
  )

  app.get(
    '/api/v1/risk-library',
    {
      schema: {
        tags,
        summary: 'Search the library of known AI risks',
        querystring: LibraryQuery,
        response: { 200: LibraryView, ...problems({ forbidden }) },
      },
      config: { permission: 'risks:read' },
    },
    async (request) => await request.read(() => Promise.resolve(searchLibrary(request.query))),
  )

  app.get(
    '/api/v1/risks/:id',
    {
      schema: {
        tags,
        summary: 'Read a risk with its ratings, treatment and acceptances',
        params: Params,
        response: { 200: RiskRecord, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'risks:read' },
    },
    async (request, reply) => {
      const found = await request.read(async (view) =>
        findRisk(view.tx, view.org, request.params.id, await dayOf(view)),
      )
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/risks',
    {
      schema: {
        tags,
        summary: 'Identify a risk',
        body: RiskDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:edit' },
    },
    async (request, reply) => {
      const made = await request.change((it) => identifyRisk(it, request.body))
      return made.ok ? reply.code(201).send(made.value) : problem(reply, refusals, made.error)
    },
  )

  app.patch(
    '/api/v1/risks/:id',
    {
      schema: {
        tags,
        summary: 'Edit what a risk says',
        params: Params,
        body: RiskEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:edit' },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: expectedVersion(request) }
      const edited = await request.change((it) => editRisk(it, at, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  criteriaRoutes(app)
  figureRoutes(app, parts)
  planRoutes(app, parts)
  riskMoveRoutes(app)
  riskFromRequirementRoutes(app)
}
