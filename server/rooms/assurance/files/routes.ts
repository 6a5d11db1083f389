import { z } from 'zod'
import { findBlob, receiveUpload, sendBlob } from '#platform/blobs/index.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, problem, problems } from '#platform/http/problem.ts'
import type { AssuranceParts } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { ContentRemoval, ContentRemoved, FileView, Keeping } from './contract.ts'
import { findFrozen } from './frozen-store.ts'
import { readKeeping, setKeeping } from './keeping.ts'
import { removeContent } from './remove-content.ts'
import { bringFile, listFiles } from './store.ts'

const tags = ['assurance']

/** Files that are brought to be measured: how they come, how long they stay, and how their content goes. */
export function fileRoutes(app: Http, { blobs }: Pick<AssuranceParts, 'blobs'>): void {
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

  app.get(
    '/api/v1/measurement-files/:id/content',
    {
      schema: {
        tags,
        summary: 'Read a frozen reference as the bytes that its hash is of; other files are not handed out',
        params: z.object({ id: z.uuid() }),
        response: problems(refusals),
      },
      config: { permission: 'assurance:read' },
    },
    async (request, reply) => {
      const found = await request.read(async ({ tx, org }) => {
        const frozen = await findFrozen(tx, org, request.params.id)
        if (typeof frozen === 'string') return frozen
        return { name: frozen.name, blob: await findBlob(tx, org, frozen.blob) }
      })
      if (typeof found === 'string') return problem(reply, refusals, { kind: found })
      if (!found.blob) return problem(reply, refusals, { kind: 'not-found' })
      return await sendBlob(reply, blobs, found.blob, found.name)
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

  app.get(
    '/api/v1/measurement-settings',
    {
      schema: {
        tags,
        summary: 'Read how long the content of measured files is kept',
        response: { 200: Keeping, ...problems({ forbidden }) },
      },
      config: { permission: 'assurance:read' },
    },
    async (request) => await request.read(({ tx, org }) => readKeeping(tx, org)),
  )

  app.post(
    '/api/v1/measurement-settings',
    {
      schema: {
        tags,
        summary: 'Set how many days the content of measured files is kept; null keeps it until somebody removes it',
        body: Keeping,
        response: { 200: Keeping, ...problems(refusals) },
      },
      config: { permission: 'assurance:approve' },
    },
    async (request, reply) => {
      const set = await request.change((it) => setKeeping(it, request.body))
      return set.ok ? set.value : problem(reply, refusals, set.error)
    },
  )
}
