import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, problem, problems } from '#platform/http/problem.ts'
import { editInBulk, previewBulkEdit } from './bulk.ts'
import { listBulkEdits, undoBulkEdit } from './bulk-undo.ts'
import { BulkPart, BulkPreview, BulkPreviewView, BulkView } from './contract.ts'
import { refusals } from './refusals.ts'
import { AiSystemParams } from './routes.ts'

const tags = ['ai-systems']

/** One change to many systems: looked at first, carried out in parts, undone as a whole. */
export function bulkRoutes(app: Http): void {
  app.post(
    '/api/v1/ai-systems/bulk/preview',
    {
      schema: {
        tags,
        summary: 'Preview a change to many AI systems',
        body: BulkPreview,
        response: { 200: BulkPreviewView, ...problems(refusals) },
      },
      config: { permission: 'ai-systems:bulk-edit' },
    },
    async (request, reply) => {
      const seen = await request.read(({ tx, org }) => previewBulkEdit(tx, org, request.body))
      return seen.ok ? seen.value : problem(reply, refusals, seen.error)
    },
  )

  app.post(
    '/api/v1/ai-systems/bulk',
    {
      schema: {
        tags,
        summary: 'Carry out one part of a change to many AI systems',
        body: BulkPart,
        response: {
          200: z.object({ batch: z.uuid(), changed: z.number().int(), unchanged: z.number().int() }),
          ...problems(refusals),
        },
      },
      config: { permission: 'ai-systems:bulk-edit' },
    },
    async (request, reply) => {
      const edited = await request.change((it) => editInBulk(it, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.get(
    '/api/v1/ai-systems/bulk',
    {
      schema: {
        tags,
        summary: 'List the changes made to many AI systems, newest first',
        querystring: PageQuery.omit({ q: true }),
        response: { 200: pageOf(BulkView), ...problems({ forbidden }) },
      },
      config: { permission: 'ai-systems:read' },
    },
    async (request) => await request.read(({ tx, org }) => listBulkEdits(tx, org, request.query)),
  )

  app.post(
    '/api/v1/ai-systems/bulk/:id/undo',
    {
      schema: {
        tags,
        summary: 'Undo a change to many AI systems; call again while some remain',
        params: AiSystemParams,
        response: {
          200: z.object({
            undone: z.number().int(),
            changedSince: z.number().int(),
            remaining: z.number().int(),
          }),
          ...problems(refusals),
        },
      },
      config: { permission: 'ai-systems:bulk-edit' },
    },
    async (request, reply) => {
      const undone = await request.change((it) => undoBulkEdit(it, request.params.id))
      return undone.ok ? undone.value : problem(reply, refusals, undone.error)
    },
  )
}
