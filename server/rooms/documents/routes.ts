import { documentTemplate, documentTemplates, fillTemplate } from '@assay/frameworks'
import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { dayOf } from '#platform/today.ts'
import {
  DocumentDraft,
  DocumentEdit,
  DocumentFilter,
  DocumentRecord,
  DocumentReviewDraft,
  DocumentView,
  FilledTemplateView,
  TemplateView,
  Withdrawal,
} from './contract.ts'
import { createDocument, kindOf, type TemplateFacts } from './create.ts'
import { describeDocument } from './describe.ts'
import { audienceOf, readDocument } from './read.ts'
import { refusals } from './refusals.ts'
import { reviewDocument } from './review.ts'
import { fileRoutes } from './routes-files.ts'
import { versionRoutes } from './routes-versions.ts'
import { listDocuments } from './store.ts'
import type { DocumentParts } from './parts.ts'
import { restoreDocument, withdrawDocument } from './withdraw.ts'

const tags = ['documents']
const params = z.object({ id: z.uuid() })
const all = problems(refusals)

export function documentRoutes(app: Http, parts: DocumentParts): void {
  app.get(
    '/api/v1/documents',
    {
      schema: {
        tags,
        summary: 'List documents',
        querystring: PageQuery.extend(DocumentFilter.shape),
        response: { 200: pageOf(DocumentView), ...problems({}) },
      },
      config: { permission: 'documents:read' },
    },
    async (request) =>
      await request.read(async (view) =>
        listDocuments(view.tx, view.org, request.query, { audience: audienceOf(view), today: await dayOf(view) }),
      ),
  )

  app.get(
    '/api/v1/documents/:id',
    {
      schema: {
        tags,
        summary: 'Read a document with its versions and reviews',
        params,
        response: { 200: DocumentRecord, ...all },
      },
      config: { permission: 'documents:read' },
    },
    async (request, reply) => {
      const found = await request.read((view) => readDocument(view, request.params.id))
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/documents',
    {
      schema: {
        tags,
        summary: 'Start a document, from a text or from a template',
        body: DocumentDraft,
        response: {
          201: z.object({ id: z.uuid(), number: z.number().int(), missing: z.array(z.string()) }),
          ...all,
        },
      },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const created = await request.change((it) => createDocument(it, request.body, parts.templateFacts))
      return created.ok ? reply.code(201).send(created.value) : problem(reply, refusals, created.error)
    },
  )

  app.patch(
    '/api/v1/documents/:id',
    {
      schema: {
        tags,
        summary: 'Change how a document is kept',
        params,
        body: DocumentEdit,
        response: { 200: params, ...all },
      },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const edited = await request.change((it) => describeDocument(it, request.params.id, version, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.post(
    '/api/v1/documents/:id/reviews',
    {
      schema: {
        tags,
        summary: 'Record the review of an effective document',
        params,
        body: DocumentReviewDraft,
        response: { 200: params.extend({ nextDueOn: z.string().nullable() }), ...all },
      },
      config: { permission: 'documents:review' },
    },
    async (request, reply) => {
      const reviewed = await request.change((it) => reviewDocument(it, request.params.id, request.body))
      return reviewed.ok ? reviewed.value : problem(reply, refusals, reviewed.error)
    },
  )

  app.post(
    '/api/v1/documents/:id/withdraw',
    {
      schema: { tags, summary: 'Withdraw a document', params, body: Withdrawal, response: { 200: params, ...all } },
      config: { permission: 'documents:withdraw' },
    },
    async (request, reply) => {
      const done = await request.change((it) => withdrawDocument(it, request.params.id, request.body.reason))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/documents/:id/restore',
    {
      schema: { tags, summary: 'Restore a withdrawn document', params, response: { 200: params, ...all } },
      config: { permission: 'documents:withdraw' },
    },
    async (request, reply) => {
      const done = await request.change((it) => restoreDocument(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  templateRoutes(app, parts.templateFacts)
  versionRoutes(app)
  fileRoutes(app, parts)
}

function templateRoutes(app: Http, templateFacts: TemplateFacts): void {
  app.get(
    '/api/v1/document-templates',
    {
      schema: {
        tags,
        summary: 'List the templates that documents can be started from',
        response: { 200: z.object({ items: z.array(TemplateView) }), ...problems({}) },
      },
      config: { permission: 'documents:write' },
    },
    async (request) => {
      await request.read(() => Promise.resolve())
      return {
        items: documentTemplates()
          .filter(({ about }) => about === undefined)
          .map(templateView),
      }
    },
  )

  app.get(
    '/api/v1/document-templates/:template',
    {
      schema: {
        tags,
        summary: 'Show a template filled from the records, and what is missing',
        params: z.object({ template: z.string().max(60) }),
        querystring: z.object({ about: z.string().max(300).optional() }),
        response: { 200: FilledTemplateView, ...all },
      },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const template = documentTemplate(request.params.template)
      if (!template) return problem(reply, refusals, { kind: 'not-found' })
      const answers = await request.read(({ tx, org }) => templateFacts(tx, org, request.query.about ?? null))
      const { markdown, missing } = fillTemplate(template, {
        ...answers,
        values: { ...answers.values, reviewMonths: '12' },
      })
      const named = template.placeholders.filter(({ name }) => missing.includes(name))
      return {
        ...templateView(template),
        body: markdown,
        missing: named.map(({ name, label, example }) => ({ name, label, example })),
      }
    },
  )
}

function templateView({ id, title, note, requirements }: ReturnType<typeof documentTemplates>[number]) {
  return { id, title, note, kind: kindOf(id), requirements: [...requirements] }
}
