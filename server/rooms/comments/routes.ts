import { z } from 'zod'
import { subjectRef } from '#kernel/id.ts'
import { Refused, whoOf } from '#platform/http/caller.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems } from '#platform/http/problem.ts'
import type { View } from '#platform/http/request.ts'
import { dayOf } from '#platform/today.ts'
import { CommentView, CountQuery, CountView, Mentionable, SeenMark, ThreadFilter, ThreadView } from './contract.ts'
import { markSeen } from './notices.ts'
import type { CommentParts } from './parts.ts'
import { listMentionable, rolesThatSee } from './people.ts'
import { refusals } from './refusals.ts'
import { writeRoutes } from './routes-write.ts'
import { countOpenThreads, findThread, listReplies, listThreads, type Thread } from './store.ts'

const tags = ['comments']
const Params = z.object({ id: z.uuid() })
const reading = { permission: 'comments:read' }
const mayMiss = problems({ forbidden, 'not-found': notFound })

/** What is said about records. Whoever may not see a record finds none of its comments. */
export function commentRoutes(app: Http, parts: CommentParts): void {
  const { subjects } = parts
  const isSeen = async (view: View, subject: string) => (await subjects.missing(view, [subject])).length === 0

  app.get(
    '/api/v1/comments',
    {
      schema: {
        tags,
        summary: 'List the threads about a record',
        querystring: PageQuery.omit({ q: true }).extend(ThreadFilter.shape),
        response: { 200: pageOf(ThreadView), ...mayMiss },
      },
      config: reading,
    },
    async (request, reply) => {
      const page = await request.read(async (view) => {
        if (!(await isSeen(view, request.query.subject))) return undefined
        const threads = await listThreads(view.tx, view.org, request.query)
        return { ...threads, items: threads.items.map((thread) => forWhoAsks(view, thread)) }
      })
      return page ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/comments/counts',
    {
      schema: {
        tags,
        summary: 'Count the open threads of each of these records',
        querystring: CountQuery,
        response: { 200: CountView, ...problems({ forbidden }) },
      },
      config: reading,
    },
    async (request) => {
      const { kind, ids } = request.query
      return await request.read(async (view) => {
        if (!subjects.kindsSeen(view.grants).includes(kind)) return { items: [] }
        const refs = ids.map((id) => subjectRef(kind, id))
        const counted = await countOpenThreads(view.tx, view.org, refs)
        return { items: counted.map(({ subject, open }) => ({ id: subject.slice(kind.length + 1), open })) }
      })
    },
  )

  app.get(
    '/api/v1/comments/mentionable',
    {
      schema: {
        tags,
        summary: 'List the people who may be mentioned in a comment on a record',
        querystring: PageQuery.extend({ subject: ThreadFilter.shape.subject }),
        response: { 200: pageOf(Mentionable), ...mayMiss },
      },
      config: { permission: 'comments:write' },
    },
    async (request, reply) => {
      const { subject } = request.query
      const page = await request.read(async (view) => {
        if (!(await isSeen(view, subject))) return undefined
        const [seeing, today] = [rolesThatSee(parts, subject), await dayOf(view)]
        return await listMentionable(view.tx, view.org, { ...request.query, seeing, today })
      })
      return page ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/comments/:id',
    {
      schema: { tags, summary: 'Read a thread', params: Params, response: { 200: ThreadView, ...mayMiss } },
      config: reading,
    },
    async (request, reply) => {
      const thread = await request.read(async (view) => {
        const found = await findThread(view.tx, view.org, request.params.id)
        return found && (await isSeen(view, found.subject)) ? forWhoAsks(view, found) : undefined
      })
      return thread ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/comments/:id/replies',
    {
      schema: {
        tags,
        summary: 'List the replies in a thread',
        params: Params,
        querystring: PageQuery.omit({ q: true }),
        response: { 200: pageOf(CommentView), ...mayMiss },
      },
      config: reading,
    },
    async (request, reply) => {
      const page = await request.read(async (view) => {
        const found = await findThread(view.tx, view.org, request.params.id)
        if (!found || !(await isSeen(view, found.subject))) return undefined
        return await listReplies(view.tx, view.org, found.id, request.query)
      })
      return page ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/comments/seen',
    {
      schema: {
        tags,
        summary: 'Note that you have read what is said about a record',
        body: SeenMark,
        response: { 200: z.object({ seen: z.number().int() }), ...problems({ forbidden }) },
      },
      config: reading,
    },
    async (request) => {
      const { org, person } = whoOf(request)
      if (!person) throw new Refused(409, 'no-person', 'A key is mentioned by nobody. Sign in as a person to use this.')
      await request.read(() => Promise.resolve())
      return { seen: await markSeen(parts.pool, org, person, request.body.subject) }
    },
  )

  writeRoutes(app, parts)
}

/** Whoever may not settle every thread settles their own. */
function forWhoAsks({ grants }: View, thread: Thread): ThreadView {
  const mine = { owner: thread.author.id }
  return { ...thread, maySettle: grants.person !== null && grants.allows('comments:write', mine) }
}
