import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'
import {
  findBlob,
  receiveUpload,
  sendBlob,
  type StoredFile,
  type UploadRefusal,
  uploadRefusals,
} from '#platform/blobs/index.ts'
import { type Document as Printable, renderDocx, renderPdf } from '#platform/documents/index.ts'
import type { Http } from '#platform/http/http.ts'
import { problem, problems, type Refusals } from '#platform/http/problem.ts'
import { bringIn, bringInVersion } from './bring-in.ts'
import { DocumentImport, VersionImport, VersionRef } from './contract.ts'
import { toPrint } from './print.ts'
import { readOrganizationName, readVersion } from './read.ts'
import { refusals as own } from './refusals.ts'
import type { DocumentParts } from './parts.ts'
import { versionParams } from './routes-versions.ts'
import { attachFile } from './write.ts'

const refusals = { ...own, ...uploadRefusals } as const satisfies Refusals
const tags = ['documents']
const all = problems(refusals)
const consumes = ['multipart/form-data']
const path = '/api/v1/documents/:id/versions/:number'

/** Files that come in, and versions that go out as files. */
export function fileRoutes(app: Http, parts: DocumentParts): void {
  app.post(
    '/api/v1/documents/files',
    {
      schema: {
        tags,
        summary:
          'Bring in an existing document: multipart with the file, and its description as JSON in the field `document`',
        consumes,
        response: { 201: VersionRef, ...all },
      },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const received = await receive(request, parts, DocumentImport)
      if (!received.ok) return problem(reply, refusals, received.error)
      const { described, file } = received.value
      const done = await request.change((it) => bringIn(it, described, file))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/documents/:id/files',
    {
      schema: {
        tags,
        summary: 'Bring in the next signed version: multipart with the file, and its description as JSON in `document`',
        consumes,
        params: z.object({ id: z.uuid() }),
        response: { 201: VersionRef, ...all },
      },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const received = await receive(request, parts, VersionImport)
      if (!received.ok) return problem(reply, refusals, received.error)
      const { described, file } = received.value
      const done = await request.change((it) => bringInVersion(it, request.params.id, described, file))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )

  app.post(
    `${path}/file`,
    {
      schema: {
        tags,
        summary: 'Make a file the content of a draft',
        consumes,
        params: versionParams,
        response: { 200: VersionRef, ...all },
      },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const upload = await receiveUpload(request, parts.blobs)
      if (!upload.ok) return problem(reply, refusals, upload.error)
      const done = await request.change((it) => attachFile(it, request.params, upload.value.file))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.get(
    `${path}/file`,
    {
      schema: { tags, summary: 'Read the file of a version', params: versionParams, response: all },
      config: { permission: 'documents:read' },
    },
    async (request, reply) => {
      const { id, number } = request.params
      const found = await request.read(async (view) => {
        const read = await readVersion(view, id, number)
        const content = read?.it.content
        if (content?.kind !== 'file') return content && 'no-file'
        return { name: content.name, blob: await findBlob(view.tx, view.org, content.blob) }
      })
      if (found === 'no-file') return problem(reply, refusals, { kind: 'holds-no-file' })
      if (!found?.blob) return problem(reply, refusals, { kind: 'not-found' })
      return await sendBlob(reply, parts.blobs, found.blob, found.name)
    },
  )

  printRoutes(app, parts)
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const renderers = [
  { ending: 'pdf', type: 'application/pdf', render: renderPdf },
  { ending: 'docx', type: wordType, render: renderDocx },
] as const

function printRoutes(app: Http, { madeFrom }: DocumentParts): void {
  for (const { ending, type, render } of renderers) {
    app.get(
      `${path}/${ending}`,
      {
        schema: {
          tags,
          summary: `Print a version as ${ending.toUpperCase()}`,
          params: versionParams,
          response: all,
        },
        config: { permission: 'documents:read' },
      },
      async (request, reply) => {
        const { id, number } = request.params
        const found = await request.read(async (view) => {
          const read = await readVersion(view, id, number)
          if (!read) return undefined
          const { body } = read.version
          if (body === null) return 'file'
          const from = { organization: await readOrganizationName(view.tx, view.org), madeFrom: await madeFrom(view) }
          return toPrint(read.document, { ...read.version, body }, from)
        })
        if (found === 'file') return problem(reply, refusals, { kind: 'holds-a-file' })
        if (!found) return problem(reply, refusals, { kind: 'not-found' })
        return await sendPrint(reply, await render(found), { name: fileName(found, number, ending), type })
      },
    )
  }
}

function fileName({ title }: Printable, number: number, ending: string): string {
  return `${title.replace(/[^\p{L}\p{N} .-]+/gu, ' ').trim()} v${number}.${ending}`
}

async function sendPrint(
  reply: FastifyReply,
  content: Uint8Array,
  { name, type }: { name: string; type: string },
): Promise<FastifyReply> {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (it) => `%${it.charCodeAt(0).toString(16)}`)
  return await reply
    .header('Content-Disposition', `attachment; filename*=UTF-8''${encoded}`)
    .header('X-Content-Type-Options', 'nosniff')
    .type(type)
    .send(Buffer.from(content))
}

type Invalid = { kind: 'invalid'; problems: { path: string; message: string }[] }

/** The file of a request and its description, which travels as a text field and so is parsed here instead of at the door. */
async function receive<Described>(
  request: FastifyRequest,
  { blobs }: DocumentParts,
  schema: z.ZodType<Described>,
): Promise<Result<{ described: Described; file: StoredFile }, UploadRefusal | Invalid>> {
  const upload = await receiveUpload(request, blobs)
  if (!upload.ok) return upload
  const { fields, file } = upload.value
  const parsed = schema.safeParse(parseJson(fields['document'] ?? '{}'))
  if (parsed.success) return ok({ described: parsed.data, file })
  const wrong = parsed.error.issues.map(({ path: at, message }) => ({ path: at.join('.'), message }))
  return refuse({ kind: 'invalid', problems: wrong })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
