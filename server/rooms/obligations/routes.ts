import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import type { Subjects } from '#platform/subjects.ts'
import { dayOf } from '#platform/today.ts'
import { actRoutes } from './act/routes.ts'
import {
  Applicability,
  Done,
  FulfilledBy,
  ObligationDraft,
  ObligationEdit,
  ObligationFilter,
  ObligationView,
  Reasoned,
  Review,
} from './contract.ts'
import { editObligation, identifyObligation } from './identify.ts'
import { linkFulfilment, unlinkFulfilment } from './link.ts'
import { findObligation, listObligations } from './list.ts'
import * as moves from './move.ts'
import { refusals } from './refusals.ts'
import { obligationFromRequirementRoutes } from './routes-requirements.ts'

const tags = ['obligations']
const Params = z.object({ id: z.uuid() })
const all = problems(refusals)

export function obligationRoutes(app: Http, parts: { subjects: Subjects }): void {
  registerRoutes(app)
  moveRoutes(app)
  linkRoutes(app, parts.subjects)
  obligationFromRequirementRoutes(app)
  actRoutes(app)
}

function registerRoutes(app: Http): void {
  app.get(
    '/api/v1/obligations',
    {
      schema: {
        tags,
        summary: 'List the register of obligations',
        querystring: PageQuery.extend(ObligationFilter.shape),
        response: { 200: pageOf(ObligationView), ...problems({ forbidden }) },
      },
      config: { permission: 'obligations:read' },
    },
    async (request) =>
      await request.read(async (view) => listObligations(view.tx, view.org, request.query, await dayOf(view))),
  )

  app.get(
    '/api/v1/obligations/:id',
    {
      schema: {
        tags,
        summary: 'Read an obligation',
        params: Params,
        response: { 200: ObligationView, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'obligations:read' },
    },
    async (request, reply) => {
      const found = await request.read(async (view) =>
        findObligation(view.tx, view.org, request.params.id, await dayOf(view)),
      )
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/obligations',
    {
      schema: {
        tags,
        summary: 'Take an obligation into the register',
        body: ObligationDraft,
        response: { 201: Done, ...all },
      },
      config: { permission: 'obligations:edit' },
    },
    async (request, reply) => {
      const made = await request.change((it) => identifyObligation(it, request.body))
      return made.ok ? reply.code(201).send(made.value) : problem(reply, refusals, made.error)
    },
  )

  app.patch(
    '/api/v1/obligations/:id',
    {
      schema: {
        tags,
        summary: 'Edit an obligation',
        params: Params,
        body: ObligationEdit,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:edit' },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: expectedVersion(request) }
      const edited = await request.change((it) => editObligation(it, at, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )
}

function moveRoutes(app: Http): void {
  app.post(
    '/api/v1/obligations/:id/decide',
    {
      schema: {
        tags,
        summary: 'Decide with a reason whether an obligation applies',
        params: Params,
        body: Applicability,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:decide' },
    },
    async (request, reply) => {
      const done = await request.change((it) => moves.decideObligation(it, request.params.id, request.body))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/obligations/:id/start',
    {
      schema: {
        tags,
        summary: 'Start fulfilling an obligation that applies',
        params: Params,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:edit' },
    },
    async (request, reply) => {
      const done = await request.change((it) => moves.startFulfilling(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/obligations/:id/review',
    {
      schema: {
        tags,
        summary: 'Review whether an obligation is fulfilled',
        params: Params,
        body: Review,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:review' },
    },
    async (request, reply) => {
      const done = await request.change((it) => moves.reviewObligation(it, request.params.id, request.body))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/obligations/:id/reconsider',
    {
      schema: {
        tags,
        summary: 'Open again whether an obligation applies',
        params: Params,
        body: Reasoned,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:decide' },
    },
    async (request, reply) => {
      const { reason } = request.body
      const done = await request.change((it) => moves.reconsiderObligation(it, request.params.id, reason))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/obligations/:id/withdraw',
    {
      schema: {
        tags,
        summary: 'Take an obligation out of the register, with a reason',
        params: Params,
        body: Reasoned,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:decide' },
    },
    async (request, reply) => {
      const { reason } = request.body
      const done = await request.change((it) => moves.withdrawObligation(it, request.params.id, reason))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/obligations/:id/restore',
    {
      schema: {
        tags,
        summary: 'Put a withdrawn obligation back',
        params: Params,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:decide' },
    },
    async (request, reply) => {
      const done = await request.change((it) => moves.restoreObligation(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}

function linkRoutes(app: Http, subjects: Subjects): void {
  app.post(
    '/api/v1/obligations/:id/fulfilled-by',
    {
      schema: {
        tags,
        summary: 'Name a record by which an obligation is fulfilled',
        params: Params,
        body: FulfilledBy,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:edit' },
    },
    async (request, reply) => {
      const { subject } = request.body
      const done = await request.change((it) => linkFulfilment(it, request.params.id, subject, subjects))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/obligations/:id/fulfilled-by/remove',
    {
      schema: {
        tags,
        summary: 'Take back that an obligation is fulfilled by a record',
        params: Params,
        body: FulfilledBy,
        response: { 200: Done, ...all },
      },
      config: { permission: 'obligations:edit' },
    },
    async (request, reply) => {
      const done = await request.change((it) => unlinkFulfilment(it, request.params.id, request.body.subject))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
