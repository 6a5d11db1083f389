import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { Approval, CriteriaDraft, CriteriaEdit, CriteriaNow, CriteriaView } from './contract.ts'
import { proposal } from './rules/criteria.ts'
import { findCriteria, listCriteria } from './criteria-store.ts'
import { naming, refusals } from './refusals.ts'
import { approveCriteria, discardCriteria, draftCriteria, editCriteria, recoverCriteria } from './set-criteria.ts'

const tags = ['risks']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })

export function criteriaRoutes(app: Http): void {
  app.get(
    '/api/v1/risk-criteria/current',
    {
      schema: {
        tags,
        summary: 'Read the risk criteria in force, the draft of the next edition, and a proposal to begin with',
        response: { 200: CriteriaNow, ...problems({ forbidden }) },
      },
      config: { permission: 'risks:read' },
    },
    async (request) =>
      await request.read(async ({ tx, org }) => ({
        approved: (await findCriteria(tx, org, { state: 'approved' })) ?? null,
        draft: (await findCriteria(tx, org, { state: 'draft' })) ?? null,
        proposal,
      })),
  )

  app.get(
    '/api/v1/risk-criteria',
    {
      schema: {
        tags,
        summary: 'List the editions of the risk criteria',
        querystring: PageQuery,
        response: { 200: pageOf(CriteriaView), ...problems({ forbidden }) },
      },
      config: { permission: 'risks:read' },
    },
    async (request) => await request.read(({ tx, org }) => listCriteria(tx, org, request.query)),
  )

  app.get(
    '/api/v1/risk-criteria/:id',
    {
      schema: {
        tags,
        summary: 'Read an edition of the risk criteria',
        params: Params,
        response: { 200: CriteriaView, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'risks:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => findCriteria(tx, org, { id: request.params.id }))
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/risk-criteria',
    {
      schema: {
        tags,
        summary: 'Draft risk criteria and appetite, the next edition',
        body: CriteriaDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:set-criteria' },
    },
    async (request, reply) => {
      const drafted = await request.change((it) => draftCriteria(it, request.body))
      return drafted.ok ? reply.code(201).send(drafted.value) : problem(reply, refusals, drafted.error)
    },
  )

  app.patch(
    '/api/v1/risk-criteria/:id',
    {
      schema: {
        tags,
        summary: 'Edit a draft of risk criteria',
        params: Params,
        body: CriteriaEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:set-criteria' },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: expectedVersion(request) }
      const edited = await request.change((it) => editCriteria(it, at, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.post(
    '/api/v1/risk-criteria/:id/approve',
    {
      schema: {
        tags,
        summary: 'Approve risk criteria that others wrote',
        params: Params,
        body: Approval,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:approve-criteria' },
    },
    async (request, reply) => {
      const approved = await request.change((it) => approveCriteria(it, request.params.id, request.body.note))
      return approved.ok ? approved.value : problem(reply, refusals, naming(approved.error))
    },
  )

  app.post(
    '/api/v1/risk-criteria/:id/discard',
    {
      schema: {
        tags,
        summary: 'Discard a draft of risk criteria',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:set-criteria' },
    },
    async (request, reply) => {
      const done = await request.change((it) => discardCriteria(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/risk-criteria/:id/recover',
    {
      schema: {
        tags,
        summary: 'Bring a discarded draft of risk criteria back',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:set-criteria' },
    },
    async (request, reply) => {
      const done = await request.change((it) => recoverCriteria(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
