import { z } from 'zod'
import { askedDay } from '#platform/http/asked-day.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import {
  bringControlBack,
  editControl,
  planControl,
  putControlBack,
  recordCheck,
  retireControl,
  startControl,
  takeCheckBack,
} from './apply.ts'
import {
  CheckDraft,
  ControlDraft,
  ControlEdit,
  ControlFilter,
  ControlItem,
  ControlView,
  Retirement,
  Start,
} from './contract.ts'
import type { ControlParts } from './parts.ts'
import { controlRefusals as refusals } from './refusals.ts'
import { restingRoutes } from './resting.ts'
import { statementRoutes } from './routes-statements.ts'
import { findControl, listControls } from './store.ts'

const tags = ['controls']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })

export function controlRoutes(app: Http, parts: ControlParts): void {
  app.get(
    '/api/v1/controls',
    {
      schema: {
        tags,
        summary: 'List applied controls',
        querystring: PageQuery.extend(ControlFilter.shape),
        response: { 200: pageOf(ControlItem), ...problems({ forbidden }) },
      },
      config: { permission: 'controls:read' },
    },
    async (request) =>
      await request.read(async (view) => listControls(view.tx, view.org, request.query, await askedDay(request, view))),
  )

  app.get(
    '/api/v1/controls/:id',
    {
      schema: {
        tags,
        summary: 'Read an applied control with its checks',
        params: Params,
        response: { 200: ControlView, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'controls:read' },
    },
    async (request, reply) => {
      const found = await request.read(async (view) =>
        findControl(view.tx, view.org, request.params.id, await askedDay(request, view)),
      )
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/controls',
    {
      schema: {
        tags,
        summary: 'Plan a control',
        body: ControlDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:edit' },
    },
    async (request, reply) => {
      const planned = await request.change((it) => planControl(it, request.body))
      return planned.ok ? reply.code(201).send(planned.value) : problem(reply, refusals, planned.error)
    },
  )

  app.patch(
    '/api/v1/controls/:id',
    {
      schema: {
        tags,
        summary: 'Edit a control',
        params: Params,
        body: ControlEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:edit' },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: expectedVersion(request) }
      const edited = await request.change((it) => editControl(it, at, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.post(
    '/api/v1/controls/:id/start',
    {
      schema: {
        tags,
        summary: 'Say that a planned control runs',
        params: Params,
        body: Start,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:edit' },
    },
    async (request, reply) => {
      const started = await request.change((it) => startControl(it, request.params.id, request.body.runningSince))
      return started.ok ? started.value : problem(reply, refusals, started.error)
    },
  )

  app.post(
    '/api/v1/controls/:id/retire',
    {
      schema: {
        tags,
        summary: 'Retire a control, with the reason',
        params: Params,
        body: Retirement,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:edit' },
    },
    async (request, reply) => {
      const retired = await request.change((it) => retireControl(it, request.params.id, request.body.reason))
      return retired.ok ? retired.value : problem(reply, refusals, retired.error)
    },
  )

  for (const [verb, summary, work] of [
    ['put-back', 'Take a start back', putControlBack],
    ['bring-back', 'Bring a retired control back', bringControlBack],
  ] as const) {
    app.post(
      `/api/v1/controls/:id/${verb}`,
      {
        schema: { tags, summary, params: Params, response: { 200: Done, ...problems(refusals) } },
        config: { permission: 'controls:edit' },
      },
      async (request, reply) => {
        const { id } = request.params
        const moved = await request.change<{ id: string }, { kind: 'not-found' | 'not-running' | 'not-retired' }>(
          (it) => work(it, id),
        )
        return moved.ok ? moved.value : problem(reply, refusals, moved.error)
      },
    )
  }

  app.post(
    '/api/v1/controls/:id/checks',
    {
      schema: {
        tags,
        summary: 'Record that a control was checked, and what was found',
        params: Params,
        body: CheckDraft,
        response: { 201: Done.extend({ check: z.uuid() }), ...problems(refusals) },
      },
      config: { permission: 'controls:check' },
    },
    async (request, reply) => {
      const recorded = await request.change((it) => recordCheck(it, request.params.id, request.body))
      return recorded.ok ? reply.code(201).send(recorded.value) : problem(reply, refusals, recorded.error)
    },
  )

  app.delete(
    '/api/v1/controls/:id/checks/:check',
    {
      schema: {
        tags,
        summary: 'Take back a check that was recorded by mistake',
        params: Params.extend({ check: z.uuid() }),
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'controls:check' },
    },
    async (request, reply) => {
      const { id, check } = request.params
      const taken = await request.change((it) => takeCheckBack(it, { control: id, check }))
      return taken.ok ? taken.value : problem(reply, refusals, taken.error)
    },
  )

  statementRoutes(app, parts)
  restingRoutes(app)
}
