import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { Done, Reasoned } from '../contract.ts'
import { actRefusals } from '../refusals.ts'
import { adoptDuties, undoAdoption } from './adopt.ts'
import { answerAct, confirmAct, reopenAct } from './answer.ts'
import { assessAct } from './rules/assess.ts'
import {
  ActAnswers,
  ActAssessmentView,
  ActDecision,
  ActResult,
  ActView,
  Adoption,
  AdoptionUndo,
  DecisionWithdrawal,
} from './contract.ts'
import { decideAct, withdrawActDecision } from './decide.ts'
import { readAct, readActAssessment } from './read.ts'

const tags = ['eu-ai-act']
const Params = z.object({ id: z.uuid() })
const all = problems(actRefusals)

/** The EU AI Act for one AI system. Every result is a reading by rules, no legal advice. */
export function actRoutes(app: Http): void {
  readRoutes(app)
  answerRoutes(app)
  decideRoutes(app)
  adoptRoutes(app)
}

function readRoutes(app: Http): void {
  app.get(
    '/api/v1/ai-systems/:id/ai-act',
    {
      schema: {
        tags,
        summary: 'Read what is known of an AI system under the EU AI Act',
        params: Params,
        response: { 200: ActView, ...all },
      },
      config: { permission: 'obligations:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => readAct(tx, org, request.params.id))
      return found ?? problem(reply, actRefusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/ai-act-assessments/:id',
    {
      schema: {
        tags,
        summary: 'Read one set of answers and its result, an earlier one too',
        params: Params,
        response: { 200: ActAssessmentView, ...all },
      },
      config: { permission: 'obligations:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => readActAssessment(tx, org, request.params.id))
      return found ?? problem(reply, actRefusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/ai-act/preview',
    {
      schema: {
        tags,
        summary: 'Show what answers would lead to, without keeping them',
        body: ActAnswers,
        response: { 200: ActResult, ...problems({}) },
      },
      config: { permission: 'obligations:read' },
    },
    async (request) => await request.read(() => Promise.resolve(assessAct(request.body))),
  )
}

function answerRoutes(app: Http): void {
  app.post(
    '/api/v1/ai-systems/:id/ai-act/answers',
    {
      schema: {
        tags,
        summary: 'Answer the questions about an AI system anew',
        params: Params,
        body: ActAnswers,
        response: { 201: Done, ...all },
      },
      config: { permission: 'obligations:edit' },
    },
    async (request, reply) => {
      const done = await request.change((it) => answerAct(it, request.params.id, request.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, actRefusals, done.error)
    },
  )

  app.post(
    '/api/v1/ai-systems/:id/ai-act/reopen',
    {
      schema: {
        tags,
        summary: 'Open the answers again, with a reason',
        params: Params,
        body: Reasoned,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:edit' },
    },
    async (request, reply) => {
      const done = await request.change((it) => reopenAct(it, request.params.id, request.body.reason))
      return done.ok ? done.value : problem(reply, actRefusals, done.error)
    },
  )

  app.post(
    '/api/v1/ai-systems/:id/ai-act/confirm',
    {
      schema: {
        tags,
        summary: 'Confirm that answers which were opened again still hold',
        params: Params,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:decide' },
    },
    async (request, reply) => {
      const done = await request.change((it) => confirmAct(it, request.params.id))
      return done.ok ? done.value : problem(reply, actRefusals, done.error)
    },
  )
}

function decideRoutes(app: Http): void {
  app.post(
    '/api/v1/ai-systems/:id/ai-act/decisions',
    {
      schema: {
        tags,
        summary: 'Confirm or override the class or the date of a duty, with a reason',
        params: Params,
        body: ActDecision,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:decide' },
    },
    async (request, reply) => {
      const done = await request.change((it) => decideAct(it, request.params.id, request.body))
      return done.ok ? done.value : problem(reply, actRefusals, done.error)
    },
  )

  app.post(
    '/api/v1/ai-systems/:id/ai-act/decisions/withdraw',
    {
      schema: {
        tags,
        summary: 'Take a decision back: what the answers lead to counts again',
        params: Params,
        body: DecisionWithdrawal,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:decide' },
    },
    async (request, reply) => {
      const done = await request.change((it) => withdrawActDecision(it, request.params.id, request.body.about))
      return done.ok ? done.value : problem(reply, actRefusals, done.error)
    },
  )
}

function adoptRoutes(app: Http): void {
  app.post(
    '/api/v1/ai-systems/:id/ai-act/adopt',
    {
      schema: {
        tags,
        summary: 'Take duties over into the register of obligations',
        params: Params,
        body: Adoption,
        response: { 200: z.object({ obligations: z.array(z.uuid()) }), ...all },
      },
      config: { permission: 'obligations:edit' },
    },
    async (request, reply) => {
      const done = await request.change((it) => adoptDuties(it, request.params.id, request.body.duties))
      return done.ok ? done.value : problem(reply, actRefusals, done.error)
    },
  )

  app.post(
    '/api/v1/ai-systems/:id/ai-act/adopt/undo',
    {
      schema: {
        tags,
        summary: 'Take an adoption back that nobody has worked on since',
        params: Params,
        body: AdoptionUndo,
        response: { 200: z.object({ count: z.number().int() }), ...all },
      },
      config: { permission: 'obligations:edit' },
    },
    async (request, reply) => {
      const done = await request.change((it) => undoAdoption(it, request.params.id, request.body.obligations))
      return done.ok ? done.value : problem(reply, actRefusals, done.error)
    },
  )
}
