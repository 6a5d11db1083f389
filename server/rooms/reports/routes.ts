import { z } from 'zod'
import { type Blobs, findBlob, sendBlob } from '#platform/blobs/index.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals } from '#platform/http/problem.ts'
import { askForGapReport } from './ask.ts'
import { GapReportRequest, ReportFilter, ReportView, Withdrawal } from './contract.ts'
import type { GapReading } from './gap/source.ts'
import { formats } from './model.ts'
import { findFile, findReport, listReports } from './store.ts'
import { reinstateReport, withdrawReport } from './withdraw.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  'no-such-reference': [422, 'Something named here does not exist. Correct the fields named below.'],
  'not-concluded': [
    409,
    'This gap assessment is not concluded, so its findings are not frozen yet. Conclude it, or leave it out.',
  ],
  'no-such-file': [
    404,
    'This report has no file in this format. Look at the report for those it has, or make a new one.',
  ],
  'already-withdrawn': [409, 'This report was withdrawn already.'],
  'not-made-yet': [409, 'This report is not made yet. Call off the work instead.'],
  'not-withdrawn': [409, 'This report was not withdrawn, so there is nothing to take back.'],
} as const satisfies Refusals

const tags = ['reports']
const ReportParams = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })

export type ReportParts = { blobs: Blobs; reading: Pick<GapReading, 'assessment'> }

export function reportRoutes(app: Http, { blobs, reading }: ReportParts): void {
  app.get(
    '/api/v1/reports',
    {
      schema: {
        tags,
        summary: 'List reports, the newest first',
        querystring: PageQuery.extend(ReportFilter.shape),
        response: { 200: pageOf(ReportView), ...problems({ forbidden }) },
      },
      config: { permission: 'reports:read' },
    },
    async (request) => await request.read(({ tx, org }) => listReports(tx, org, request.query)),
  )

  app.post(
    '/api/v1/reports/gap',
    {
      schema: {
        tags,
        summary: 'Make a gap report of the records as they stand now',
        body: GapReportRequest,
        response: { 202: Done.extend({ job: z.uuid() }), ...problems(refusals) },
      },
      config: { permission: 'reports:make' },
    },
    async (request, reply) => {
      const asked = await request.change((it) => askForGapReport(it, reading, request.body))
      return asked.ok ? reply.code(202).send(asked.value) : problem(reply, refusals, asked.error)
    },
  )

  app.get(
    '/api/v1/reports/:id',
    {
      schema: {
        tags,
        summary: 'Read what a report was made from and which files it has',
        params: ReportParams,
        response: { 200: ReportView, ...problems(refusals) },
      },
      config: { permission: 'reports:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => findReport(tx, org, request.params.id))
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/reports/:id/:format',
    {
      schema: {
        tags,
        summary: 'Read a file of a report, the same one every time',
        params: ReportParams.extend({ format: z.enum(formats) }),
        response: problems(refusals),
      },
      config: { permission: 'reports:read' },
    },
    async (request, reply) => {
      const { id, format } = request.params
      const found = await request.read(async ({ tx, org }) => {
        const report = await findReport(tx, org, id)
        const file = report && (await findFile(tx, org, { id, format }))
        return report && { report, blob: file && (await findBlob(tx, org, file.blob)) }
      })
      if (!found) return problem(reply, refusals, { kind: 'not-found' })
      if (!found.blob) return problem(reply, refusals, { kind: 'no-such-file' })
      return await sendBlob(reply, blobs, found.blob, fileName(found.report, format))
    },
  )

  app.post(
    '/api/v1/reports/:id/withdraw',
    {
      schema: {
        tags,
        summary: 'Mark a report as not to be used any more',
        params: ReportParams,
        body: Withdrawal,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'reports:withdraw' },
    },
    async (request, reply) => {
      const withdrawn = await request.change((it) => withdrawReport(it, request.params.id, request.body.reason))
      return withdrawn.ok ? withdrawn.value : problem(reply, refusals, withdrawn.error)
    },
  )

  app.post(
    '/api/v1/reports/:id/reinstate',
    {
      schema: {
        tags,
        summary: 'Take a withdrawal back',
        params: ReportParams,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'reports:withdraw' },
    },
    async (request, reply) => {
      const reinstated = await request.change((it) => reinstateReport(it, request.params.id))
      return reinstated.ok ? reinstated.value : problem(reply, refusals, reinstated.error)
    },
  )
}

/** `Gap report 2026-11-22, entry 412.pdf`: the same name for the same report. */
function fileName({ title, instant, seq }: ReportView, format: string): string {
  const plain = title.replace(/[\\/:*?"<>|]/g, ' ')
  return `${plain} ${instant.toISOString().slice(0, 10)}, entry ${seq}.${format}`
}
