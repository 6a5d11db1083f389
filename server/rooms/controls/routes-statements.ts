import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { findBlob, sendBlob } from '#platform/blobs/index.ts'
import { askedDay } from '#platform/http/asked-day.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems } from '#platform/http/problem.ts'
import { DifferenceView, RowDetail, StatementHead, StatementView } from './contract.ts'
import { differencesOf } from './differences.ts'
import { fileName, readSource, renderStatement } from './files.ts'
import { formats } from './model.ts'
import type { ControlParts } from './parts.ts'
import { readRow, readRows } from './read-rows.ts'
import { statementRefusals as refusals } from './refusals.ts'
import { writeStatementRoutes } from './routes-write-statements.ts'
import { findFile, findStatement, listStatements } from './statements-store.ts'

const tags = ['statement-of-applicability']
const Params = z.object({ id: z.uuid() })
const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** Reading the Statement of Applicability: versions, rows, differences and files. */
export function statementRoutes(app: Http, parts: ControlParts): void {
  const { openRisks, goneReasons } = parts
  app.get(
    '/api/v1/statements-of-applicability',
    {
      schema: {
        tags,
        summary: 'List the versions of the Statement of Applicability, the newest first',
        querystring: PageQuery.extend({ state: StatementHead.shape.state.optional() }),
        response: { 200: pageOf(StatementHead), ...problems({ forbidden }) },
      },
      config: { permission: 'controls:read' },
    },
    async (request) => await request.read(({ tx, org }) => listStatements(tx, org, request.query)),
  )

  app.get(
    '/api/v1/statements-of-applicability/:id',
    {
      schema: {
        tags,
        summary: 'Read a version with its rows, the risks that name them and what is applied for them',
        params: Params,
        response: { 200: StatementView, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'controls:read' },
    },
    async (request, reply) => {
      const found = await request.read(async (view) => {
        const { tx, org } = view
        const head = await findStatement(tx, org, { id: request.params.id })
        const today = await askedDay(request, view)
        return head && { ...head, rows: await readRows({ tx, org, today, openRisks, goneReasons }, head.id) }
      })
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/statements-of-applicability/:id/rows/:row',
    {
      schema: {
        tags,
        summary: 'Read a row with the requirements of other frameworks that touch it',
        params: Params.extend({ row: z.uuid() }),
        response: { 200: RowDetail, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'controls:read' },
    },
    async (request, reply) => {
      const { id, row } = request.params
      const found = await request.read(async (view) => {
        const today = await askedDay(request, view)
        return await readRow({ tx: view.tx, org: view.org, today, openRisks, goneReasons }, { statement: id, row })
      })
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/statements-of-applicability/:id/differences',
    {
      schema: {
        tags,
        summary: 'Compare a version with another one',
        params: Params,
        querystring: z.object({ from: z.uuid() }),
        response: { 200: DifferenceView, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'controls:read' },
    },
    async (request, reply) => {
      const found = await request.read(async (view) => {
        const { tx, org } = view
        const today = await askedDay(request, view)
        const [from, to] = [
          await findStatement(tx, org, { id: request.query.from }),
          await findStatement(tx, org, { id: request.params.id }),
        ]
        if (!from || !to) return undefined
        const rows = (id: string) => readRows({ tx, org, today, openRisks, goneReasons }, id)
        const items = differencesOf(await rows(from.id), await rows(to.id))
        return { from: { id: from.id, number: from.number }, to: { id: to.id, number: to.number }, items }
      })
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/statements-of-applicability/:id/:format',
    {
      schema: {
        tags,
        summary: 'Read a version as a file; of an approved one the same bytes every time',
        params: Params.extend({ format: z.enum(formats) }),
        response: problems(refusals),
      },
      config: { permission: 'controls:read' },
    },
    async (request, reply) => {
      const { id, format } = request.params
      const found = await request.read(async (view) => {
        const { tx, org, seq } = view
        const statement = await findStatement(tx, org, { id })
        if (!statement) return undefined
        if (statement.approval) {
          const file = await findFile(tx, org, { id, format })
          return { statement, blob: file && (await findBlob(tx.withSchema('assay'), org, file.blob)) }
        }
        const today = await askedDay(request, view)
        const madeFrom = await parts.madeFrom({ tx, org, seq })
        return {
          statement,
          source: await readSource({ tx, org, today }, { statement, openRisks, goneReasons, madeFrom }),
        }
      })
      if (!found) return problem(reply, refusals, { kind: 'not-found' })
      const { statement } = found
      const name = fileName(statement, format)
      if ('source' in found) {
        const bytes = await renderStatement(format, found.source)
        return await sendFile(reply, Buffer.from(bytes), { name, type: types[format] })
      }
      if (!found.blob) return problem(reply, refusals, { kind: 'not-made-yet' })
      return await sendBlob(reply, parts.blobs, found.blob, name)
    },
  )

  writeStatementRoutes(app, parts)
}

async function sendFile(reply: FastifyReply, content: Buffer, { name, type }: { name: string; type: string }) {
  return await reply.header('content-disposition', `attachment; filename="${name}"`).type(type).send(content)
}
