import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { z } from 'zod'
import type { OrganizationId } from '#kernel/id.ts'
import type { Result } from '#kernel/result.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { Refused, whoOf } from '#platform/http/caller.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals } from '#platform/http/problem.ts'
import type { Lists } from '#platform/lists/index.ts'
import { inOrganization } from '#platform/operational.ts'
import { SavedView, ViewDraft, ViewEdit, ViewFilter } from './contract.ts'
import { editView, forgetView, keepView } from './keep.ts'
import { mostOwnViews } from './model.ts'
import { shareView, withdrawView } from './share.ts'
import { findOwn, listViews } from './store.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  'name-taken': [409, 'There is a view of this list with that name already. Choose another name, or change that view.'],
  'too-many-views': [409, `You keep ${mostOwnViews} views. Forget some of them first.`],
  'unknown-list': [422, 'There is no such list. Send the address of one, for example /tasks.'],
} as const satisfies Refusals

const tags = ['views']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const answers = { 200: Done, ...problems(refusals) }

/** Lists under a name: kept by a person for themselves, or shared with everybody here. */
export function viewRoutes(app: Http, { pool, lists }: { pool: Pool; lists: Lists }): void {
  app.get(
    '/api/v1/views',
    {
      schema: {
        tags,
        summary: 'List the saved views of a list: your own and those of everybody',
        querystring: PageQuery.omit({ q: true }).extend(ViewFilter.shape),
        response: { 200: pageOf(SavedView), ...problems({ forbidden }) },
      },
      config: { permission: 'views:read' },
    },
    async (request) =>
      await request.read(({ tx, org, grants, seq }) =>
        listViews({ tx, org, person: grants.person, past: seq !== null }, request.query),
      ),
  )

  app.post(
    '/api/v1/views',
    {
      schema: {
        tags,
        summary: 'Keep a view of a list for yourself',
        body: ViewDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'views:keep' },
    },
    async (request, reply) => {
      const { list, query } = request.body
      if (!lists.knows(list)) return problem(reply, refusals, { kind: 'unknown-list' })
      lists.check(list, query)
      const done = await own(request, pool, (it) => keepView(it, request.body))
      return done.ok ? reply.code(201).send(done.value) : problem(reply, refusals, done.error)
    },
  )

  app.patch(
    '/api/v1/views/:id',
    {
      schema: { tags, summary: 'Change a view of your own', params: Params, body: ViewEdit, response: answers },
      config: { permission: 'views:keep' },
    },
    async (request, reply) => {
      const { id } = request.params
      const done = await own(request, pool, async (it) => {
        const found = await findOwn(it.tx, it.org, it.person, id)
        if (found && request.body.query) lists.check(found.list, request.body.query)
        return await editView(it, id, request.body)
      })
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.delete(
    '/api/v1/views/:id',
    {
      schema: { tags, summary: 'Forget a view of your own', params: Params, response: answers },
      config: { permission: 'views:keep' },
    },
    async (request, reply) => {
      const done = await own(request, pool, (it) => forgetView(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/views/:id/share',
    {
      schema: { tags, summary: 'Share a view of your own with everybody here', params: Params, response: answers },
      config: { permission: 'views:share' },
    },
    async (request, reply) => {
      const done = await request.change((it) => shareView(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/views/:id/withdraw',
    {
      schema: { tags, summary: 'Take a shared view back to who shared it', params: Params, response: answers },
      config: { permission: 'views:share' },
    },
    async (request, reply) => {
      const done = await request.change((it) => withdrawView(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}

type Own = { tx: Transaction; org: OrganizationId; person: string }

/** Writes what is one person's own and no record; the permission is asked for as for any read. */
async function own<Value, Refusal>(
  request: FastifyRequest,
  pool: Pool,
  work: (it: Own) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const { org, person } = whoOf(request)
  if (!person) throw new Refused(409, 'no-person', 'A key keeps no views. Sign in as a person to use this.')
  await request.read(() => Promise.resolve())
  return await inOrganization(pool, org, async (tx) => await work({ tx, org, person }))
}
