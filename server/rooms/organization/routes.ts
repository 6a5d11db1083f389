import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import type { Subjects } from '#platform/subjects.ts'
import {
  IssueDraft,
  IssueEdit,
  IssueView,
  PartyDraft,
  PartyEdit,
  PartyView,
  ProcessDraft,
  ProcessEdit,
  ProcessView,
  Profile,
  ProfileEdit,
  ReviewDraft,
  ReviewView,
  Withdrawal,
} from './contract.ts'
import { partyKinds, reviewSubjects } from './model.ts'
import { editProfile, readProfile } from './profile.ts'
import {
  editIssue,
  editParty,
  editProcess,
  recordIssue,
  recordParty,
  recordProcess,
  type RegisterKind,
  restore,
  withdraw,
} from './register.ts'
import { refusals } from './refusals.ts'
import { recordReview } from './review.ts'
import { requirementRoutes } from './routes-requirements.ts'
import { listIssues, listParties, listProcesses, listReviews } from './store.ts'

const tags = ['organization']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const states = z.enum(['current', 'withdrawn']).optional()
const changes = { 200: Done, ...problems(refusals) }
const created = { 201: Done, ...problems(refusals) }
const reading = { permission: 'context:read' }
const editing = { permission: 'context:edit' }

export function organizationRoutes(app: Http, parts: { subjects: Subjects }): void {
  profileRoutes(app)
  issueRoutes(app)
  partyRoutes(app)
  requirementRoutes(app, parts)
  processRoutes(app)
  reviewRoutes(app)
  withdrawalRoutes(app, 'context-issues', 'context-issue')
  withdrawalRoutes(app, 'interested-parties', 'interested-party')
  withdrawalRoutes(app, 'processes', 'process')
}

function profileRoutes(app: Http): void {
  app.get(
    '/api/v1/organization/profile',
    {
      schema: { tags, summary: 'Read the profile of the organization', response: { 200: Profile, ...problems({}) } },
      config: reading,
    },
    async (request) => await request.read(({ tx, org }) => readProfile(tx, org)),
  )

  app.patch(
    '/api/v1/organization/profile',
    {
      schema: {
        tags,
        summary: 'Edit the profile of the organization',
        body: ProfileEdit,
        response: { 200: z.object({ version: z.number().int() }), ...problems(refusals) },
      },
      config: { permission: 'organization:edit' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const edited = await request.change((it) => editProfile(it, version, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )
}

function issueRoutes(app: Http): void {
  const filter = PageQuery.extend({ state: states, kind: z.enum(['internal', 'external']).optional() })
  app.get(
    '/api/v1/context-issues',
    {
      schema: {
        tags,
        summary: 'List context issues',
        querystring: filter,
        response: { 200: pageOf(IssueView), ...problems({}) },
      },
      config: reading,
    },
    async (request) => await request.read(({ tx, org }) => listIssues(tx, org, request.query)),
  )
  app.get(
    '/api/v1/context-issues/:id',
    {
      schema: {
        tags,
        summary: 'Read a context issue',
        params: Params,
        response: { 200: IssueView, ...problems(refusals) },
      },
      config: reading,
    },
    async (request, reply) => {
      const { items } = await request.read(({ tx, org }) => listIssues(tx, org, { limit: 1, id: request.params.id }))
      return items[0] ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )
  app.post(
    '/api/v1/context-issues',
    { schema: { tags, summary: 'Record a context issue', body: IssueDraft, response: created }, config: editing },
    async (request, reply) => {
      const done = await request.change((it) => recordIssue(it, request.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )
  app.patch(
    '/api/v1/context-issues/:id',
    {
      schema: { tags, summary: 'Edit a context issue', params: Params, body: IssueEdit, response: changes },
      config: editing,
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const done = await request.change((it) => editIssue(it, request.params.id, version, request.body))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}

function partyRoutes(app: Http): void {
  const filter = PageQuery.extend({ state: states, kind: z.enum(partyKinds).optional() })
  app.get(
    '/api/v1/interested-parties',
    {
      schema: {
        tags,
        summary: 'List interested parties',
        querystring: filter,
        response: { 200: pageOf(PartyView), ...problems({}) },
      },
      config: reading,
    },
    async (request) => await request.read(({ tx, org }) => listParties(tx, org, request.query)),
  )
  app.get(
    '/api/v1/interested-parties/:id',
    {
      schema: {
        tags,
        summary: 'Read an interested party',
        params: Params,
        response: { 200: PartyView, ...problems(refusals) },
      },
      config: reading,
    },
    async (request, reply) => {
      const { items } = await request.read(({ tx, org }) => listParties(tx, org, { limit: 1, id: request.params.id }))
      return items[0] ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )
  app.post(
    '/api/v1/interested-parties',
    { schema: { tags, summary: 'Record an interested party', body: PartyDraft, response: created }, config: editing },
    async (request, reply) => {
      const done = await request.change((it) => recordParty(it, request.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )
  app.patch(
    '/api/v1/interested-parties/:id',
    {
      schema: { tags, summary: 'Edit an interested party', params: Params, body: PartyEdit, response: changes },
      config: editing,
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const done = await request.change((it) => editParty(it, request.params.id, version, request.body))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}

function processRoutes(app: Http): void {
  app.get(
    '/api/v1/processes',
    {
      schema: {
        tags,
        summary: 'List the processes of the management system',
        querystring: PageQuery.extend({ state: states }),
        response: { 200: pageOf(ProcessView), ...problems({}) },
      },
      config: reading,
    },
    async (request) => await request.read(({ tx, org }) => listProcesses(tx, org, request.query)),
  )
  app.get(
    '/api/v1/processes/:id',
    {
      schema: {
        tags,
        summary: 'Read a process',
        params: Params,
        response: { 200: ProcessView, ...problems(refusals) },
      },
      config: reading,
    },
    async (request, reply) => {
      const { items } = await request.read(({ tx, org }) => listProcesses(tx, org, { limit: 1, id: request.params.id }))
      return items[0] ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )
  app.post(
    '/api/v1/processes',
    { schema: { tags, summary: 'Record a process', body: ProcessDraft, response: created }, config: editing },
    async (request, reply) => {
      const done = await request.change((it) => recordProcess(it, request.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )
  app.patch(
    '/api/v1/processes/:id',
    {
      schema: { tags, summary: 'Edit a process', params: Params, body: ProcessEdit, response: changes },
      config: editing,
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const done = await request.change((it) => editProcess(it, request.params.id, version, request.body))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}

function reviewRoutes(app: Http): void {
  app.get(
    '/api/v1/organization/reviews',
    {
      schema: {
        tags,
        summary: 'List reviews of context, parties and scope',
        querystring: PageQuery.extend({ about: z.enum(reviewSubjects).optional() }),
        response: { 200: pageOf(ReviewView), ...problems({}) },
      },
      config: reading,
    },
    async (request) => await request.read(({ tx, org }) => listReviews(tx, org, request.query)),
  )
  app.post(
    '/api/v1/organization/reviews',
    {
      schema: { tags, summary: 'Record a review', body: ReviewDraft, response: created },
      config: { permission: 'context:review' },
    },
    async (request, reply) => {
      const done = await request.change((it) => recordReview(it, request.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )
}

function withdrawalRoutes(app: Http, path: string, kind: RegisterKind): void {
  app.post(
    `/api/v1/${path}/:id/withdraw`,
    {
      schema: { tags, summary: `Withdraw: ${kind}`, params: Params, body: Withdrawal, response: changes },
      config: editing,
    },
    async (request, reply) => {
      const done = await request.change((it) => withdraw(it, kind, request.params.id, request.body.reason))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
  app.post(
    `/api/v1/${path}/:id/restore`,
    { schema: { tags, summary: `Restore: ${kind}`, params: Params, response: changes }, config: editing },
    async (request, reply) => {
      const done = await request.change((it) => restore(it, kind, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
