import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { UnitDraft, UnitView } from './contract.ts'
import { refusals } from './refusals-people.ts'
import { createUnit, listUnits, renameUnit } from './units.ts'

const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const tags = ['people']

export function unitRoutes(app: Http): void {
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
}
