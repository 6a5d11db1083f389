import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { approveVersion, returnVersion } from './approve.ts'
import {
  ApprovalDraft,
  Effect,
  Return,
  Submission,
  VersionDraft,
  VersionEdit,
  VersionRef,
  VersionView,
} from './contract.ts'
import { readVersion } from './read.ts'
import { naming, refusals } from './refusals.ts'
import { submitVersion, takeBackVersion } from './submit.ts'
import { makeVersionEffective } from './take-effect.ts'
import { discardVersion, draftVersion, recoverVersion, writeVersion } from './write.ts'

const tags = ['documents']
export const versionParams = z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(100_000) })
const all = problems(refusals)
const response = { 200: VersionRef, ...all }
const path = '/api/v1/documents/:id/versions/:number'

/** The moves of a version: written, submitted, decided on, made effective. */
export function versionRoutes(app: Http): void {
  app.get(
    path,
    {
      schema: {
        tags,
        summary: 'Read a version of a document with its text',
        params: versionParams,
        response: { 200: VersionView, ...all },
      },
      config: { permission: 'documents:read' },
    },
    async (request, reply) => {
      const { id, number } = request.params
      const found = await request.read((view) => readVersion(view, id, number))
      return found?.version ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/documents/:id/versions',
    {
      schema: {
        tags,
        summary: 'Begin the next version of a document',
        params: z.object({ id: z.uuid() }),
        body: VersionDraft,
        response: { 201: VersionRef, ...all },
      },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const done = await request.change((it) => draftVersion(it, request.params.id, request.body.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )

  app.patch(
    path,
    {
      schema: { tags, summary: 'Write on a draft', params: versionParams, body: VersionEdit, response },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const at = { ...request.params, version: expectedVersion(request) }
      const done = await request.change((it) => writeVersion(it, at, request.body))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    `${path}/discard`,
    {
      schema: { tags, summary: 'Discard a draft', params: versionParams, response },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const { id, number } = request.params
      const done = await request.change((it) => discardVersion(it, id, number))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    `${path}/recover`,
    {
      schema: { tags, summary: 'Recover a discarded draft', params: versionParams, response },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const { id, number } = request.params
      const done = await request.change((it) => recoverVersion(it, id, number))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    `${path}/submit`,
    {
      schema: { tags, summary: 'Submit a draft for approval', params: versionParams, body: Submission, response },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const done = await request.change((it) => submitVersion(it, request.params, request.body.approver))
      return done.ok ? done.value : problem(reply, refusals, naming(done.error))
    },
  )

  app.post(
    `${path}/take-back`,
    {
      schema: { tags, summary: 'Take a version back from review', params: versionParams, response },
      config: { permission: 'documents:write' },
    },
    async (request, reply) => {
      const { id, number } = request.params
      const done = await request.change((it) => takeBackVersion(it, id, number))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  decisionRoutes(app)
}

function decisionRoutes(app: Http): void {
  app.post(
    `${path}/approve`,
    {
      schema: {
        tags,
        summary: 'Approve a version as another person than its authors',
        params: versionParams,
        body: ApprovalDraft,
        response: { 200: VersionRef.extend({ state: z.enum(['approved', 'effective']) }), ...all },
      },
      config: { permission: 'documents:approve' },
    },
    async (request, reply) => {
      const done = await request.change((it) => approveVersion(it, request.params, request.body))
      return done.ok ? done.value : problem(reply, refusals, naming(done.error))
    },
  )

  app.post(
    `${path}/return`,
    {
      schema: { tags, summary: 'Return a version to its authors', params: versionParams, body: Return, response },
      config: { permission: 'documents:approve' },
    },
    async (request, reply) => {
      const done = await request.change((it) => returnVersion(it, request.params, request.body.note))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    `${path}/make-effective`,
    {
      schema: { tags, summary: 'Make an approved version effective', params: versionParams, body: Effect, response },
      config: { permission: 'documents:approve' },
    },
    async (request, reply) => {
      const { effectiveOn } = request.body
      const done = await request.change((it) => makeVersionEffective(it, request.params, effectiveOn))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
