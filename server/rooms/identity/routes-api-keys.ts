import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
import { ApiKeyDraft, ApiKeyView } from './contract.ts'
import { refusals } from './refusals-people.ts'

const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const tags = ['people']

export function apiKeyRoutes(app: Http): void {
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
