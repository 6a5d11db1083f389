import { z } from 'zod'
import type { Result } from '#kernel/result.ts'
import type { Change, Changed } from '#platform/database/change.ts'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import type { Subjects } from '#platform/subjects.ts'
import { beginAssessment } from './begin.ts'
import {
  Approving,
  AssessmentDraft,
  AssessmentEdit,
  Because,
  Calling,
  MeasureDraft,
  Reaffirming,
  RulesDraft,
} from './contract.ts'
import {
  approveAssessment,
  reaffirmAssessment,
  returnAssessment,
  submitAssessment,
  withdrawAssessment,
} from './decide.ts'
import { naming, refusals } from './refusals.ts'
import { reopenAssessment } from './reopen.ts'
import { restoreAssessment } from './restore.ts'
import { type FileParts, fileRoutes } from './routes-files.ts'
import { linkRoutes } from './routes-links.ts'
import { impactReadRoutes } from './routes-read.ts'
import { setRules } from './set-rules.ts'
import { addMeasure, editAssessment, removeMeasure } from './write.ts'

const tags = ['impact-assessments']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const path = '/api/v1/impact-assessments'
const write = 'impact-assessments:write'
const approving = 'impact-assessments:approve'

export function impactAssessmentRoutes(app: Http, parts: FileParts): void {
  const { subjects } = parts
  impactReadRoutes(app)
  draftRoutes(app, subjects)
  measureRoutes(app)
  linkRoutes(app, subjects)
  fileRoutes(app, parts)
  const step = { app, permission: write }
  post(step, 'submit', 'Ask for approval of an impact assessment', z.strictObject({}), (it, id) =>
    submitAssessment(it, id),
  )
  post(step, 'return', 'Give an impact assessment back to its authors', Because, (it, id, { reason }) =>
    returnAssessment(it, id, reason),
  )
  post(step, 'withdraw', 'End a draft of an impact assessment', Because, (it, id, { reason }) =>
    withdrawAssessment(it, id, reason),
  )
  post(step, 'restore', 'Take the withdrawal of an impact assessment back', z.strictObject({}), restoreAssessment)
  post(step, 'reopen', 'Say why an approved impact assessment has to be looked at again', Calling, reopenAssessment)
  const decide = { app, permission: approving }
  post(decide, 'approve', 'Approve an impact assessment; by another person than its authors', Approving, (it, id, b) =>
    approveAssessment(it, id, b.note),
  )
  post(decide, 'reaffirm', 'Confirm that an approved impact assessment still holds', Reaffirming, reaffirmAssessment)
}

function draftRoutes(app: Http, subjects: Subjects): void {
  app.post(
    path,
    {
      schema: {
        tags,
        summary: 'Begin the impact assessment of an AI system',
        body: AssessmentDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: write },
    },
    async (request, reply) => {
      const begun = await request.change((it) => beginAssessment(it, request.body))
      return begun.ok ? reply.code(201).send(begun.value) : problem(reply, refusals, begun.error)
    },
  )

  app.patch(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: 'Save what was answered so far in an impact assessment',
        params: Params,
        body: AssessmentEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: write },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: expectedVersion(request) }
      const edited = await request.change((it) => editAssessment(it, at, request.body, subjects))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.post(
    '/api/v1/impact-rules',
    {
      schema: {
        tags,
        summary: 'Decide how long impact results are kept and how often they are looked at again',
        body: RulesDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'impact-assessments:set-rules' },
    },
    async (request, reply) => {
      const set = await request.change((it) => setRules(it, request.body))
      return set.ok ? reply.code(201).send(set.value) : problem(reply, refusals, set.error)
    },
  )
}

function measureRoutes(app: Http): void {
  app.post(
    `${path}/:id/measures`,
    {
      schema: {
        tags,
        summary: 'Add a measure to an impact assessment, as a task of somebody by a day',
        params: Params,
        body: MeasureDraft,
        response: { 201: z.object({ id: z.uuid(), task: z.uuid() }), ...problems(refusals) },
      },
      config: { permission: write },
    },
    async (request, reply) => {
      const added = await request.change((it) => addMeasure(it, request.params.id, request.body))
      return added.ok ? reply.code(201).send(added.value) : problem(reply, refusals, added.error)
    },
  )

  app.delete(
    `${path}/:id/measures/:measure`,
    {
      schema: {
        tags,
        summary: 'Take a measure out of the draft of an impact assessment',
        params: z.object({ id: z.uuid(), measure: z.uuid() }),
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: write },
    },
    async (request, reply) => {
      const removed = await request.change((it) => removeMeasure(it, request.params))
      return removed.ok ? removed.value : problem(reply, refusals, removed.error)
    },
  )
}

/** One step of an assessment is one operation: its words, its permission, its use case. */
function post<Body extends z.ZodType>(
  { app, permission }: { app: Http; permission: string },
  verb: string,
  summary: string,
  body: Body,
  work: (
    it: Change,
    id: string,
    told: z.infer<Body>,
  ) => Promise<Result<Changed<{ id: string }>, { kind: keyof typeof refusals }>>,
): void {
  app.post(
    `${path}/:id/${verb}`,
    {
      schema: { tags, summary, params: Params, body, response: { 200: Done, ...problems(refusals) } },
      config: { permission },
    },
    async (request, reply) => {
      const done = await request.change((it) => work(it, request.params.id, parsed<Body>(request.body)))
      return done.ok ? done.value : problem(reply, refusals, naming(done.error))
    },
  )
}

// Fastify has parsed the body with this very schema; its types cannot follow a schema that is a parameter.
function parsed<Body extends z.ZodType>(body: unknown): z.infer<Body> {
  return body as z.infer<Body>
}
