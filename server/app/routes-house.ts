import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problems } from '#platform/http/problem.ts'
import { permissions } from './permissions.ts'
import { subjects } from './subjects.ts'

const Found = z.object({
  ref: z.string(),
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  state: z.string().optional(),
})
const tags = ['house']

/** What belongs to no room: search over all of them, names of references, and what a permission is called. */
export function houseRoutes(app: Http): void {
  app.get(
    '/api/v1/search',
    {
      schema: {
        tags,
        summary: 'Search every record by name',
        querystring: z.object({
          q: z.string().trim().min(1).max(200),
          limit: z.coerce.number().int().min(1).max(20).default(5),
        }),
        response: { 200: z.object({ items: z.array(Found) }), ...problems({}) },
      },
      config: { permission: 'organization:read' },
    },
    async (request) => ({
      items: await request.read((at) => subjects.search(at, request.query.q, request.query.limit)),
    }),
  )

  app.get(
    '/api/v1/subjects',
    {
      schema: {
        tags,
        summary: 'Name the records behind references',
        querystring: z.object({
          refs: z
            .string()
            .min(1)
            .max(12_000)
            .refine((text) => text.split(',').length <= 200, 'names at most 200 records'),
        }),
        response: { 200: z.object({ items: z.array(Found) }), ...problems({}) },
      },
      config: { permission: 'organization:read' },
    },
    async (request) => ({
      items: await request.read((at) => subjects.read(at, request.query.refs.split(','))),
    }),
  )

  app.get(
    '/api/v1/permissions',
    {
      schema: {
        tags,
        summary: 'List all permissions and which role holds them',
        response: {
          200: z.object({
            items: z.array(z.object({ permission: z.string(), roles: z.record(z.string(), z.string()) })),
          }),
          ...problems({}),
        },
      },
      config: { permission: 'organization:read' },
    },
    async (request) => {
      await request.read(() => Promise.resolve())
      const items = Object.entries(permissions).map(([permission, roles]) => ({ permission, roles: { ...roles } }))
      return { items: items.toSorted((a, b) => (a.permission < b.permission ? -1 : 1)) }
    },
  )
}
