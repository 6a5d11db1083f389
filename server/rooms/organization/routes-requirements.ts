import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import type { Subjects } from '#platform/subjects.ts'
import { linkRequirement, unlinkRequirement } from './carry-over.ts'
import { RequirementDraft, RequirementFilter, RequirementLink, RequirementRow } from './contract.ts'
import { editRequirement, recordRequirement } from './party-requirements.ts'
import { refusals } from './refusals.ts'
import { listRequirements } from './requirements-store.ts'

const tags = ['organization']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const changes = { 200: Done, ...problems(refusals) }
const editing = { permission: 'context:edit' }

/** What interested parties require, which of it is taken on, and as what it stands in the registers. */
export function requirementRoutes(app: Http, { subjects }: { subjects: Subjects }): void {
  app.get(
    '/api/v1/party-requirements',
    {
      schema: {
        tags,
        summary: 'List what interested parties require, over all of them',
        querystring: PageQuery.extend(RequirementFilter.shape),
        response: { 200: pageOf(RequirementRow), ...problems({}) },
      },
      config: { permission: 'context:read' },
    },
    async (request) => await request.read(({ tx, org }) => listRequirements(tx, org, request.query)),
  )
  app.post(
    '/api/v1/interested-parties/:id/requirements',
    {
      schema: {
        tags,
        summary: 'Record what a party requires',
        params: Params,
        body: RequirementDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: editing,
    },
    async (request, reply) => {
      const done = await request.change((it) => recordRequirement(it, request.params.id, request.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )
  app.patch(
    '/api/v1/party-requirements/:id',
    {
      schema: {
        tags,
        summary: 'Edit or decide a requirement of a party',
        params: Params,
        body: RequirementDraft,
        response: changes,
      },
      config: editing,
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const done = await request.change((it) => editRequirement(it, request.params.id, version, request.body))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
  app.post(
    '/api/v1/party-requirements/:id/stands-as',
    {
      schema: {
        tags,
        summary: 'Name the obligation or risk as which a requirement stands in its register',
        params: Params,
        body: RequirementLink,
        response: changes,
      },
      config: editing,
    },
    async (request, reply) => {
      const { id } = request.params
      const done = await request.change((it) => linkRequirement(it, id, request.body.subject, subjects))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
  app.post(
    '/api/v1/party-requirements/:id/stands-as/remove',
    {
      schema: {
        tags,
        summary: 'Take back that a requirement stands as this obligation or risk',
        params: Params,
        body: RequirementLink,
        response: changes,
      },
      config: editing,
    },
    async (request, reply) => {
      const done = await request.change((it) => unlinkRequirement(it, request.params.id, request.body.subject))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
