import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals } from '#platform/http/problem.ts'
import { Acceptance, CandidateView, Dismissal, Finding, Merge, Scan, ScanView } from './contract.ts'
import { acceptCandidate, dismissCandidate, mergeCandidate, restageCandidate } from './judge-candidate.ts'
import { receiveScan } from './receive-scan.ts'
import { findCandidate, listCandidates, listFindings, listScans } from './store.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  'judged-before': [409, 'This candidate was judged before. Take the judgement back first.'],
  'not-judged': [409, 'This candidate still waits for a judgement.'],
  'no-such-reference': [422, 'Something this refers to does not exist here. Correct the fields named below.'],
} as const satisfies Refusals

const tags = ['discovery']
const Params = z.object({ id: z.uuid() })
const Judged = z.object({ id: z.uuid(), system: z.uuid().nullable() })
const judging = { permission: 'discovery:judge' }
const reading = { permission: 'discovery:read' }
const changes = { 200: Judged, ...problems(refusals) }

export function discoveryRoutes(app: Http): void {
  app.post(
    '/api/v1/discovery/scans',
    {
      bodyLimit: 20 * 1024 * 1024,
      schema: {
        tags,
        summary: 'Send in the output of assay scan',
        body: Scan,
        response: { 201: z.object({ id: z.uuid(), staged: z.number().int() }), ...problems(refusals) },
      },
      config: { permission: 'discovery:send', idempotencyKey: 'required' },
    },
    async (request, reply) => {
      const received = await request.change((it) => receiveScan(it, request.body))
      return received.ok ? reply.code(201).send(received.value) : problem(reply, refusals, received.error)
    },
  )

  app.get(
    '/api/v1/discovery/scans',
    {
      schema: {
        tags,
        summary: 'List scans',
        querystring: PageQuery,
        response: { 200: pageOf(ScanView), ...problems({}) },
      },
      config: reading,
    },
    async (request) => await request.read(({ tx, org }) => listScans(tx, org, request.query)),
  )

  app.get(
    '/api/v1/discovery/candidates',
    {
      schema: {
        tags,
        summary: 'List what scans take for AI systems',
        querystring: PageQuery.extend({ state: z.enum(['staged', 'accepted', 'merged', 'dismissed']).optional() }),
        response: { 200: pageOf(CandidateView), ...problems({}) },
      },
      config: reading,
    },
    async (request) => await request.read(({ tx, org }) => listCandidates(tx, org, request.query)),
  )

  app.get(
    '/api/v1/discovery/candidates/:id',
    {
      schema: {
        tags,
        summary: 'Read a candidate',
        params: Params,
        response: { 200: CandidateView, ...problems(refusals) },
      },
      config: reading,
    },
    async (request, reply) => {
      const { items } = await request.read(({ tx, org }) =>
        listCandidates(tx, org, { limit: 1, id: request.params.id }),
      )
      return items[0] ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/discovery/candidates/:id/findings',
    {
      schema: {
        tags,
        summary: 'List the places in code behind a candidate',
        params: Params,
        querystring: z.object({
          limit: z.coerce.number().int().min(1).max(200).default(50),
          cursor: z
            .string()
            .regex(/^\d{1,9}$/, 'belongs to another list')
            .optional(),
        }),
        response: { 200: pageOf(Finding), ...problems(refusals) },
      },
      config: reading,
    },
    async (request, reply) => {
      const { limit, cursor } = request.query
      const page = await request.read(async ({ tx, org }) => {
        const known = await findCandidate(tx, org, { id: request.params.id })
        return known && (await listFindings(tx, org, known.id, { after: Number(cursor ?? 0), limit }))
      })
      return page ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/discovery/candidates/:id/accept',
    {
      schema: {
        tags,
        summary: 'Register an AI system for a candidate',
        params: Params,
        body: Acceptance,
        response: changes,
      },
      config: judging,
    },
    async (request, reply) => {
      const judged = await request.change((it) => acceptCandidate(it, request.params.id, request.body))
      return judged.ok ? judged.value : problem(reply, refusals, judged.error)
    },
  )

  app.post(
    '/api/v1/discovery/candidates/:id/merge',
    {
      schema: {
        tags,
        summary: 'Merge a candidate into a registered system',
        params: Params,
        body: Merge,
        response: changes,
      },
      config: judging,
    },
    async (request, reply) => {
      const judged = await request.change((it) => mergeCandidate(it, request.params.id, request.body.system))
      return judged.ok ? judged.value : problem(reply, refusals, judged.error)
    },
  )

  app.post(
    '/api/v1/discovery/candidates/:id/dismiss',
    {
      schema: {
        tags,
        summary: 'Dismiss a candidate with a reason',
        params: Params,
        body: Dismissal,
        response: changes,
      },
      config: judging,
    },
    async (request, reply) => {
      const judged = await request.change((it) => dismissCandidate(it, request.params.id, request.body.reason))
      return judged.ok ? judged.value : problem(reply, refusals, judged.error)
    },
  )

  app.post(
    '/api/v1/discovery/candidates/:id/restage',
    { schema: { tags, summary: 'Take a judgement back', params: Params, response: changes }, config: judging },
    async (request, reply) => {
      const judged = await request.change((it) => restageCandidate(it, request.params.id))
      return judged.ok ? judged.value : problem(reply, refusals, judged.error)
    },
  )
}
