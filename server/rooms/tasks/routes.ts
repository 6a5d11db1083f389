import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals, stale } from '#platform/http/problem.ts'
import { expectedVersion, type View } from '#platform/http/request.ts'
import { dayOf } from '#platform/today.ts'
import { cancelTask, completeTask, reopenTask } from './close.ts'
import { Cancellation, TaskDraft, TaskEdit, TaskFilter, TaskView } from './contract.ts'
import { createTask } from './create.ts'
import { editTask } from './edit.ts'
import type { TaskParts } from './parts.ts'
import { followRoutes } from './routes-follow.ts'
import { findTask, listTasks } from './store.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'no-such-reference': [422, 'Something this task refers to does not exist here. Correct the fields named below.'],
  'goes-in-a-circle': [409, 'These tasks would wait for each other. Take one of them out.'],
  'not-open': [409, 'This task is not open any more. Reopen it first.'],
  'already-open': [409, 'This task is open already.'],
  'waits-for-others': [409, 'This task waits for others that are still open. Finish those first.'],
} as const satisfies Refusals

const TaskParams = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })

/** Who may not see all tasks sees their own. A key has none of its own: its scope is for any task. */
function ownOnly({ grants }: View): string | null {
  return grants.has('tasks:read-all') ? null : grants.person
}

export function taskRoutes(app: Http, parts: TaskParts): void {
  const { subjects } = parts
  app.get(
    '/api/v1/tasks',
    {
      schema: {
        tags: ['tasks'],
        summary: 'List tasks',
        querystring: PageQuery.extend(TaskFilter.shape),
        response: { 200: pageOf(TaskView), ...problems({ forbidden }) },
      },
      config: { permission: 'tasks:read' },
    },
    async (request) =>
      await request.read(async (view) => {
        const only = ownOnly(view)
        const query = only ? { ...request.query, owner: only } : request.query
        return listTasks(view.tx, view.org, query, await dayOf(view))
      }),
  )

  app.get(
    '/api/v1/tasks/:id',
    {
      schema: {
        tags: ['tasks'],
        summary: 'Read a task',
        params: TaskParams,
        response: { 200: TaskView, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'tasks:read' },
    },
    async (request, reply) => {
      const task = await request.read(async (view) => {
        const found = await findTask(view.tx, view.org, request.params.id, await dayOf(view))
        const only = ownOnly(view)
        return only && found?.owner?.id !== only ? undefined : found
      })
      return task ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/tasks',
    {
      schema: {
        tags: ['tasks'],
        summary: 'Create a task',
        body: TaskDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'tasks:create' },
    },
    async (request, reply) => {
      const created = await request.change((it) => createTask(it, request.body, subjects))
      return created.ok ? reply.code(201).send(created.value) : problem(reply, refusals, created.error)
    },
  )

  app.patch(
    '/api/v1/tasks/:id',
    {
      schema: {
        tags: ['tasks'],
        summary: 'Edit a task',
        params: TaskParams,
        body: TaskEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'tasks:edit' },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: expectedVersion(request) }
      const edited = await request.change((it) => editTask(it, at, request.body, subjects))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.post(
    '/api/v1/tasks/:id/complete',
    {
      schema: {
        tags: ['tasks'],
        summary: 'Complete a task',
        params: TaskParams,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'tasks:complete' },
    },
    async (request, reply) => {
      const done = await request.change((it) => completeTask(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/tasks/:id/cancel',
    {
      schema: {
        tags: ['tasks'],
        summary: 'Cancel a task',
        params: TaskParams,
        body: Cancellation,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'tasks:complete' },
    },
    async (request, reply) => {
      const done = await request.change((it) => cancelTask(it, request.params.id, request.body.reason))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/tasks/:id/reopen',
    {
      schema: {
        tags: ['tasks'],
        summary: 'Reopen a task',
        params: TaskParams,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'tasks:complete' },
    },
    async (request, reply) => {
      const done = await request.change((it) => reopenTask(it, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  followRoutes(app, parts)
}
