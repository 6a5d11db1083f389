import { z } from 'zod'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { type Blobs, findBlob, receiveUpload, sendBlob, uploadRefusals } from '#platform/blobs/index.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals, stale } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import type { Subjects } from '#platform/subjects.ts'
import { dayOf } from '#platform/today.ts'
import { collectEvidence, withTitle } from './collect.ts'
import {
  Collected,
  EvidenceDraft,
  EvidenceEdit,
  EvidenceFileDraft,
  EvidenceFilter,
  EvidenceRecord,
  EvidenceView,
} from './contract.ts'
import { editEvidence } from './edit.ts'
import { moveRoutes } from './routes-moves.ts'
import { readEvidence } from './read.ts'
import { findFile, listEvidence } from './store.ts'

export type EvidenceParts = { blobs: Blobs; subjects: Subjects }

const refusals = {
  ...uploadRefusals,
  forbidden,
  'not-found': notFound,
  stale,
  invalid: [400, 'The description of the file cannot be used. Correct the fields named below.'],
  'no-such-reference': [422, 'Something this evidence refers to does not exist here. Correct the fields named below.'],
  'dates-cannot-be': [422, 'These days cannot be so. Correct the fields named below.'],
  'reviewed-as-it-is': [
    409,
    'This evidence is no longer a signal, so it stays as it was looked at. Reopen its review, or record evidence that supersedes it.',
  ],
  'holds-no-file': [409, 'This evidence is no file. What it holds is in its record.'],
} as const satisfies Refusals

const tags = ['evidence']
const EvidenceParams = z.object({ id: z.uuid() })

export function evidenceRoutes(app: Http, { blobs, subjects }: EvidenceParts): void {
  app.get(
    '/api/v1/evidence',
    {
      schema: {
        tags,
        summary: 'List evidence, also that of one record or requirement',
        querystring: PageQuery.extend(EvidenceFilter.shape),
        response: { 200: pageOf(EvidenceView), ...problems({ forbidden }) },
      },
      config: { permission: 'evidence:read' },
    },
    async (request) =>
      await request.read(async (view) => listEvidence(view.tx, view.org, request.query, await dayOf(view))),
  )

  app.get(
    '/api/v1/evidence/:id',
    {
      schema: {
        tags,
        summary: 'Read a piece of evidence',
        params: EvidenceParams,
        response: { 200: EvidenceRecord, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'evidence:read' },
    },
    async (request, reply) => {
      const found = await request.read((view) => readEvidence(view, request.params.id))
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/evidence/:id/file',
    {
      schema: {
        tags,
        summary: 'Read the file of a piece of evidence',
        params: EvidenceParams,
        response: problems({ forbidden, 'not-found': notFound, 'holds-no-file': refusals['holds-no-file'] }),
      },
      config: { permission: 'evidence:read' },
    },
    async (request, reply) => {
      const found = await request.read(async ({ tx, org }) => {
        const file = await findFile(tx, org, request.params.id)
        if (!file || file === 'no-file') return file
        return { name: file.name, blob: await findBlob(tx, org, file.blob) }
      })
      if (found === 'no-file') return problem(reply, refusals, { kind: 'holds-no-file' })
      if (!found?.blob) return problem(reply, refusals, { kind: 'not-found' })
      return await sendBlob(reply, blobs, found.blob, found.name)
    },
  )

  app.post(
    '/api/v1/evidence',
    {
      schema: {
        tags,
        summary: 'Record a link, an attestation or a measurement as evidence',
        body: EvidenceDraft,
        response: { 201: Collected, ...problems(refusals) },
      },
      config: { permission: 'evidence:collect' },
    },
    async (request, reply) => {
      const collected = await request.change((it) => collectEvidence(it, request.body, subjects))
      return collected.ok ? reply.code(201).send(collected.value) : problem(reply, refusals, collected.error)
    },
  )

  app.post(
    '/api/v1/evidence/files',
    {
      schema: {
        tags,
        summary:
          'Record a file as evidence: multipart with the file, and its description as JSON in the field `evidence`',
        consumes: ['multipart/form-data'],
        response: { 201: Collected, ...problems(refusals) },
      },
      config: { permission: 'evidence:collect' },
    },
    async (request, reply) => {
      const upload = await receiveUpload(request, blobs)
      if (!upload.ok) return problem(reply, refusals, upload.error)
      const draft = readDescription(upload.value.fields['evidence'])
      if (!draft.ok) return problem(reply, refusals, draft.error)
      const { file } = upload.value
      const collected = await request.change((it) => collectEvidence(it, withTitle(draft.value, file), subjects))
      return collected.ok ? reply.code(201).send(collected.value) : problem(reply, refusals, collected.error)
    },
  )

  app.patch(
    '/api/v1/evidence/:id',
    {
      schema: {
        tags,
        summary: 'Correct the words and days of a signal',
        params: EvidenceParams,
        body: EvidenceEdit,
        response: { 200: EvidenceParams, ...problems(refusals) },
      },
      config: { permission: 'evidence:edit' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const edited = await request.change((it) => editEvidence(it, request.params.id, version, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  moveRoutes(app, subjects)
}

type Invalid = { kind: 'invalid'; problems: { path: string; message: string }[] }

/** The description beside a file is a text field, so it is parsed here instead of at the door. */
function readDescription(text = '{}'): Result<EvidenceFileDraft, Invalid> {
  try {
    const parsed = EvidenceFileDraft.safeParse(JSON.parse(text))
    if (parsed.success) return ok(parsed.data)
    const wrong = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    return refuse({ kind: 'invalid', problems: wrong })
  } catch {
    return refuse({ kind: 'invalid', problems: [{ path: 'evidence', message: 'is no JSON' }] })
  }
}
