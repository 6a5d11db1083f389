import { z } from 'zod'
import { receiveUpload } from '#platform/blobs/index.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, problem, problems } from '#platform/http/problem.ts'
import { ContentRemoval, ContentRemoved, FileView } from './contract.ts'
import { bringFile, listFiles } from './files-store.ts'
import type { AssuranceParts } from './parts.ts'
import { refusals } from './refusals.ts'
import { removeContent } from './remove-content.ts'
import { inspectionRoutes } from './routes-inspections.ts'
import { planRoutes } from './routes-plans.ts'
import { runRoutes } from './routes-runs.ts'

const tags = ['assurance']

export function assuranceRoutes(app: Http, parts: AssuranceParts): void {
  const { blobs } = parts
  app.get(
    '/api/v1/measurement-files',
    {
      schema: {
        tags,
        summary: 'List the files that were brought to be measured',
        querystring: PageQuery,
        response: { 200: pageOf(FileView), ...problems({ forbidden }) },
      },
      config: { permission: 'assurance:read' },
    },
    async (request) => await request.read(({ tx, org }) => listFiles(tx, org, request.query)),
  )

  app.post(
    '/api/v1/measurement-files',
    {
      schema: {
        tags,
        summary: 'Upload a file to be measured: multipart with the file (CSV, Parquet, JSONL; also gzip)',
        consumes: ['multipart/form-data'],
        response: { 201: z.object({ id: z.uuid(), sha256: z.string() }), ...problems(refusals) },
      },
      config: { permission: 'assurance:run' },
    },
    async (request, reply) => {
      const upload = await receiveUpload(request, blobs)
      if (!upload.ok) return problem(reply, refusals, upload.error)
      const brought = await request.change((it) => bringFile(it, upload.value.file))
      return brought.ok ? reply.code(201).send(brought.value) : problem(reply, refusals, brought.error)
    },
  )

  app.post(
    '/api/v1/measurement-files/:id/remove-content',
    {
      schema: {
        tags,
        summary: 'Remove the content of a file for good; its name, its hash and every result stay',
        params: z.object({ id: z.uuid() }),
        body: ContentRemoval,
        response: { 200: ContentRemoved, ...problems(refusals) },
      },
      config: { permission: 'assurance:plan' },
    },
    async (request, reply) => {
      const { id } = request.params
      const removed = await request.change((it) => removeContent(it, id, request.body.reason))
      return removed.ok ? removed.value : problem(reply, refusals, removed.error)
    },
  )

  inspectionRoutes(app, parts)
  planRoutes(app, parts)
  runRoutes(app, parts)
}
