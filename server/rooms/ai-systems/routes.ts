import { z } from 'zod'
import { renderCsv } from '#platform/documents/index.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { AiSystemDraft, AiSystemEdit, AiSystemFilter, AiSystemRow, AiSystemView, SimilarSystem } from './contract.ts'
import { editAiSystem } from './edit.ts'
import { exportColumns, exportTable } from './export.ts'
import { findAiSystem } from './find.ts'
import { findSimilar } from './intake.ts'
import { listAiSystems } from './list.ts'
import { refusals } from './refusals.ts'
import { registerAiSystem } from './register.ts'

export const AiSystemParams = z.object({ id: z.uuid() })
export const Done = z.object({ id: z.uuid() })
const tags = ['ai-systems']
const ListQuery = PageQuery.extend(AiSystemFilter.shape)

/** The register itself: list, export, look-alikes, read, register, edit. */
export function registerRoutes(app: Http): void {
  app.get(
    '/api/v1/ai-systems',
    {
      schema: {
        tags,
        summary: 'List AI systems',
        querystring: ListQuery,
        response: { 200: pageOf(AiSystemRow), ...problems({ forbidden }) },
      },
      config: { permission: 'ai-systems:read' },
    },
    async (request) => await request.read(({ tx, org }) => listAiSystems(tx, org, request.query)),
  )

  app.get(
    '/api/v1/ai-systems.csv',
    {
      schema: {
        tags,
        summary: 'Export the AI systems that match, with the columns that are shown',
        querystring: ListQuery.omit({ limit: true, cursor: true }).extend({ columns: exportColumns }),
        produces: ['text/csv'],
        response: { 200: z.string().describe('RFC 4180, UTF-8 with a byte order mark'), ...problems({ forbidden }) },
      },
      config: { permission: 'ai-systems:read' },
    },
    async (request, reply) => {
      const { columns, ...query } = request.query
      const table = await request.read(({ tx, org }) => exportTable(tx, org, query, columns))
      return reply
        .type('text/csv; charset=utf-8')
        .header('Content-Disposition', 'attachment; filename="ai-systems.csv"')
        .send(renderCsv(table, { bom: true }))
    },
  )

  app.get(
    '/api/v1/ai-systems/similar',
    {
      schema: {
        tags,
        summary: 'Find AI systems whose name looks like this one',
        querystring: z.object({ name: z.string().trim().min(2).max(200) }),
        response: { 200: z.object({ items: z.array(SimilarSystem) }), ...problems({ forbidden }) },
      },
      // whoever may report a system sees the names of the known ones, so that nothing is reported twice
      config: { permission: 'ai-systems:intake' },
    },
    async (request) => ({
      items: await request.read(({ tx, org, seq }) => findSimilar(tx, org, request.query.name, { past: seq !== null })),
    }),
  )

  app.get(
    '/api/v1/ai-systems/:id',
    {
      schema: {
        tags,
        summary: 'Read an AI system',
        params: AiSystemParams,
        response: { 200: AiSystemView, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'ai-systems:read' },
    },
    async (request, reply) => {
      const system = await request.read(({ tx, org }) => findAiSystem(tx, org, request.params.id))
      return system ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/ai-systems',
    {
      schema: {
        tags,
        summary: 'Register an AI system',
        body: AiSystemDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'ai-systems:register' },
    },
    async (request, reply) => {
      const made = await request.change((it) => registerAiSystem(it, request.body))
      return made.ok ? reply.code(201).send(made.value) : problem(reply, refusals, made.error)
    },
  )

  app.patch(
    '/api/v1/ai-systems/:id',
    {
      schema: {
        tags,
        summary: 'Edit an AI system',
        params: AiSystemParams,
        body: AiSystemEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'ai-systems:edit' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const edited = await request.change((it) => editAiSystem(it, request.params.id, version, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )
}
