import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { findBlobOf } from './record-blob.ts'
import { forbidden, problem, problems } from '#platform/http/problem.ts'
import { sendBlob } from '#platform/blobs/index.ts'
import { askForRun } from './ask-run.ts'
import { keepRecord } from './carry-out.ts'
import { ImportBody, PushBody, RunDetail, RunFilter, RunRequestBody, RunView } from './contract.ts'
import type { AssuranceParts } from './parts.ts'
import { importRun, pushRun } from './push-run.ts'
import { readRun, withRecord } from './read-run.ts'
import { askForRecheck } from './recheck.ts'
import { refusals } from './refusals.ts'
import { listRuns } from './runs-shown.ts'

const tags = ['assurance']
const Params = z.object({ id: z.uuid() })
const Asked = z.object({ id: z.uuid(), job: z.uuid() })
const Filed = z.object({ id: z.uuid(), plan: z.uuid() })
const path = '/api/v1/measurement-runs'

export function runRoutes(app: Http, { blobs, subjects, measuring }: AssuranceParts): void {
  app.get(
    path,
    {
      schema: {
        tags,
        summary: 'List runs of measurement plans, the newest first',
        querystring: PageQuery.extend(RunFilter.shape),
        response: { 200: pageOf(RunView), ...problems({ forbidden }) },
      },
      config: { permission: 'assurance:read' },
    },
    async (request) => await request.read(({ tx, org }) => listRuns(tx, org, request.query)),
  )

  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: 'Read a run: its verdict, whether it confirms, and the record of the engine',
        params: Params,
        response: { 200: RunDetail, ...problems(refusals) },
      },
      config: { permission: 'assurance:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => readRun(tx, org, request.params.id))
      return found ? await withRecord(found, blobs) : problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    `${path}/:id/record`,
    {
      schema: {
        tags,
        summary: 'Read the record of a run as the bytes that its hash is of',
        params: Params,
        response: problems(refusals),
      },
      config: { permission: 'assurance:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => findBlobOf(tx, org, request.params.id))
      if (found === 'not-found' || found === 'record-missing') return problem(reply, refusals, { kind: found })
      return await sendBlob(reply, blobs, found, `run-${request.params.id}.json`)
    },
  )

  app.post(
    path,
    {
      schema: {
        tags,
        summary: 'Run a measurement plan on an uploaded file, or on one in the folder of the operator',
        body: RunRequestBody,
        response: { 202: Asked, ...problems(refusals) },
      },
      config: { permission: 'assurance:run' },
    },
    async (request, reply) => {
      const asked = await request.change((it) => askForRun(it, request.body, measuring.folder))
      return asked.ok ? reply.code(202).send(asked.value) : problem(reply, refusals, asked.error)
    },
  )

  app.post(
    `${path}/push`,
    {
      schema: {
        tags,
        summary: 'File a run that the command line computed where the data is; the data stays there',
        body: PushBody,
        response: { 201: Filed, ...problems(refusals) },
      },
      config: { permission: 'assurance:run', idempotencyKey: 'required' },
      bodyLimit: 32 * 1024 * 1024,
    },
    async (request, reply) => {
      await request.read(() => Promise.resolve())
      const record = await keepRecord(blobs, request.body.run)
      const pushed = await request.change((it) => pushRun(it, request.body, record, subjects))
      return pushed.ok ? reply.code(201).send(pushed.value) : problem(reply, refusals, pushed.error)
    },
  )

  app.post(
    `${path}/import`,
    {
      schema: {
        tags,
        summary: 'File a result that another tool computed; it is marked as imported',
        body: ImportBody,
        response: { 201: Filed, ...problems(refusals) },
      },
      config: { permission: 'assurance:run', idempotencyKey: 'required' },
    },
    async (request, reply) => {
      await request.read(() => Promise.resolve())
      const record = await keepRecord(blobs, { schema: 'assay-imported/1', ...request.body })
      const filed = await request.change((it) => importRun(it, request.body, record, subjects))
      return filed.ok ? reply.code(201).send(filed.value) : problem(reply, refusals, filed.error)
    },
  )

  app.post(
    `${path}/:id/recheck`,
    {
      schema: {
        tags,
        summary: 'Compute a run again from the same file and say whether its record has the same bytes',
        params: Params,
        response: { 202: Asked, ...problems(refusals) },
      },
      config: { permission: 'assurance:run' },
    },
    async (request, reply) => {
      const asked = await request.change((it) => askForRecheck(it, request.params.id))
      return asked.ok ? reply.code(202).send(asked.value) : problem(reply, refusals, asked.error)
    },
  )
}
