import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { CommentDraft, CommentText } from './contract.ts'
import { editComment, eraseComment, reopenThread, resolveThread, withdrawComment } from './own.ts'
import type { Talk } from './parts.ts'
import { refusals } from './refusals.ts'
import { replyTo, sayComment } from './say.ts'

const tags = ['comments']
const params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const writing = { permission: 'comments:write' }
const all = problems(refusals)

export function writeRoutes(app: Http, talk: Talk): void {
  app.post(
    '/api/v1/comments',
    {
      schema: { tags, summary: 'Comment on a record', body: CommentDraft, response: { 201: Done, ...all } },
      config: writing,
    },
    async (request, reply) => {
      const said = await request.change((it) => sayComment(it, request.body, talk))
      return said.ok ? reply.code(201).send(said.value) : problem(reply, refusals, said.error)
    },
  )

  app.post(
    '/api/v1/comments/:id/replies',
    {
      schema: { tags, summary: 'Answer in a thread', params, body: CommentText, response: { 201: Done, ...all } },
      config: writing,
    },
    async (request, reply) => {
      const said = await request.change((it) => replyTo(it, request.params.id, request.body.text, talk))
      return said.ok ? reply.code(201).send(said.value) : problem(reply, refusals, said.error)
    },
  )

  app.patch(
    '/api/v1/comments/:id',
    {
      schema: { tags, summary: 'Edit a comment of yours', params, body: CommentText, response: { 200: Done, ...all } },
      config: writing,
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: expectedVersion(request) }
      const edited = await request.change((it) => editComment(it, at, request.body.text, talk))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.post(
    '/api/v1/comments/:id/withdraw',
    {
      schema: { tags, summary: 'Take a comment of yours back', params, response: { 200: Done, ...all } },
      config: writing,
    },
    async (request, reply) => {
      const done = await request.change((it) => withdrawComment(it, request.params.id, talk))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/comments/:id/resolve',
    { schema: { tags, summary: 'Settle a thread', params, response: { 200: Done, ...all } }, config: writing },
    async (request, reply) => {
      const done = await request.change((it) => resolveThread(it, request.params.id, talk))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/comments/:id/reopen',
    { schema: { tags, summary: 'Open a thread again', params, response: { 200: Done, ...all } }, config: writing },
    async (request, reply) => {
      const done = await request.change((it) => reopenThread(it, request.params.id, talk))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/comments/:id/erase',
    {
      schema: {
        tags,
        summary: 'Erase the text of a comment from every version of it',
        params,
        response: { 200: Done, ...all },
      },
      config: { permission: 'comments:erase' },
    },
    async (request, reply) => {
      const done = await request.change((it) => eraseComment(it, request.params.id, talk))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
