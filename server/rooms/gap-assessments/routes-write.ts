import { z } from 'zod'
import type { Transaction } from '#platform/database/transaction.ts'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { answerQuestion, withdrawAnswer } from './answer.ts'
import { assignQuestions } from './assign.ts'
import { concludeAssessment, reopenAssessment, withdrawAssessment } from './conclude.ts'
import { Answer, Assignment, AssessmentDraft, AssessmentEdit, Conclusion, Reason } from './contract.ts'
import type { Proof } from './model.ts'
import { AssessmentParams, QuestionParams, refusals, tags } from './refusals.ts'
import { renameAssessmentTo, startAssessment } from './start.ts'

const Done = z.object({ id: z.uuid() })
const Answered = z.object({ ref: z.string(), version: z.number().int() })

export function gapAssessmentWriteRoutes(app: Http, { proof }: { proof: Proof<Transaction> }): void {
  app.post(
    '/api/v1/gap-assessments',
    {
      schema: {
        tags,
        summary: 'Start a gap assessment',
        body: AssessmentDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'gap-assessments:steer' },
    },
    async (request, reply) => {
      const started = await request.change((it) => startAssessment(it, request.body))
      return started.ok ? reply.code(201).send(started.value) : problem(reply, refusals, started.error)
    },
  )

  app.patch(
    '/api/v1/gap-assessments/:id',
    {
      schema: {
        tags,
        summary: 'Rename a gap assessment',
        params: AssessmentParams,
        body: AssessmentEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'gap-assessments:steer' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const { id } = request.params
      const renamed = await request.change((it) => renameAssessmentTo(it, id, version, request.body.name))
      return renamed.ok ? renamed.value : problem(reply, refusals, renamed.error)
    },
  )

  app.post(
    '/api/v1/gap-assessments/:id/assign',
    {
      schema: {
        tags,
        summary: 'Ask a person some of the questions, or take that back',
        params: AssessmentParams,
        body: Assignment,
        response: { 200: Done.extend({ assigned: z.number().int() }), ...problems(refusals) },
      },
      config: { permission: 'gap-assessments:steer' },
    },
    async (request, reply) => {
      const assigned = await request.change((it) => assignQuestions(it, request.params.id, request.body))
      return assigned.ok ? assigned.value : problem(reply, refusals, assigned.error)
    },
  )

  app.patch(
    '/api/v1/gap-assessments/:id/answers/:ref',
    {
      schema: {
        tags,
        summary: 'Answer a question; If-Match carries the version that the question shows',
        params: QuestionParams,
        body: Answer,
        response: { 200: Answered, ...problems(refusals) },
      },
      config: { permission: 'gap-assessments:answer' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const answered = await request.change((it) => answerQuestion(it, { ...request.params, version }, request.body))
      return answered.ok ? answered.value : problem(reply, refusals, answered.error)
    },
  )

  app.delete(
    '/api/v1/gap-assessments/:id/answers/:ref',
    {
      schema: {
        tags,
        summary: 'Take an answer back; it stays in the history',
        params: QuestionParams,
        response: { 200: Answered, ...problems(refusals) },
      },
      config: { permission: 'gap-assessments:answer' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const withdrawn = await request.change((it) => withdrawAnswer(it, { ...request.params, version }))
      return withdrawn.ok ? withdrawn.value : problem(reply, refusals, withdrawn.error)
    },
  )

  app.post(
    '/api/v1/gap-assessments/:id/conclude',
    {
      schema: {
        tags,
        summary: 'Conclude a gap assessment: freeze what was declared and what is proven',
        params: AssessmentParams,
        body: Conclusion,
        response: { 200: Done.extend({ seq: z.number().int() }), ...problems(refusals) },
      },
      config: { permission: 'gap-assessments:steer' },
    },
    async (request, reply) => {
      const done = await request.change((it) => concludeAssessment(it, proof, request.params.id, request.body))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/gap-assessments/:id/reopen',
    {
      schema: {
        tags,
        summary: 'Reopen a concluded or withdrawn gap assessment',
        params: AssessmentParams,
        body: Reason,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'gap-assessments:steer' },
    },
    async (request, reply) => {
      const opened = await request.change((it) => reopenAssessment(it, request.params.id, request.body.reason))
      return opened.ok ? opened.value : problem(reply, refusals, opened.error)
    },
  )

  app.post(
    '/api/v1/gap-assessments/:id/withdraw',
    {
      schema: {
        tags,
        summary: 'Withdraw a gap assessment that should not count',
        params: AssessmentParams,
        body: Reason,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'gap-assessments:steer' },
    },
    async (request, reply) => {
      const done = await request.change((it) => withdrawAssessment(it, request.params.id, request.body.reason))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
