import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals, stale } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import {
  ComponentDraft,
  ComponentEdit,
  ComponentFilter,
  ComponentRow,
  ComponentView,
  Retirement,
  Step,
} from '../contract.ts'
import { findComponent, listComponents } from './list.ts'
import { editComponent, registerComponent, reinstateComponent, retireComponent, reviewComponent } from './register.ts'

export const componentRefusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'no-such-reference': [422, 'Something this refers to does not exist here. Correct the fields named below.'],
  'reference-taken': [
    409,
    'Another record of this kind carries this inventory number. Open that one, or choose another.',
  ],
  'other-kind': [409, 'The kind of a record never changes. Register another one and retire this one.'],
  'collected-backwards': [422, 'The data cannot end before they begin. Correct the period of collection.'],
  'in-the-future': [422, 'This day lies in the future. Say when it happened, at the latest today.'],
  'component-retired': [409, 'This is retired. Reinstate it first.'],
  'component-active': [409, 'This is not retired.'],
  'label-taken': [409, 'There is a version with this label already. Choose another label.'],
  'version-state': [409, 'This version is in that state already.'],
  'relation-does-not-fit': [422, 'This relation cannot join these two. Choose another relation.'],
  'goes-in-a-circle': [
    409,
    'This would in the end depend on itself. Look at the lineage and take another link out first.',
  ],
  'linked-already': [409, 'These two are linked by this relation already.'],
} as const satisfies Refusals

export const ComponentParams = z.object({ id: z.uuid() })
export const Done = z.object({ id: z.uuid() })
export const tags = ['components']

/** Models, datasets, prompts and agents: list, read, register, edit, review, retire. */
export function componentRoutes(app: Http): void {
  app.get(
    '/api/v1/components',
    {
      schema: {
        tags,
        summary: 'List models, datasets, prompts and agents',
        querystring: PageQuery.extend(ComponentFilter.shape),
        response: { 200: pageOf(ComponentRow), ...problems({ forbidden }) },
      },
      config: { permission: 'components:read' },
    },
    async (request) => await request.read(({ tx, org }) => listComponents(tx, org, request.query)),
  )

  app.get(
    '/api/v1/components/:id',
    {
      schema: {
        tags,
        summary: 'Read a model, dataset, prompt or agent',
        params: ComponentParams,
        response: { 200: ComponentView, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'components:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => findComponent(tx, org, request.params.id))
      return found ?? problem(reply, componentRefusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/components',
    {
      schema: {
        tags,
        summary: 'Register a model, dataset, prompt or agent',
        body: ComponentDraft,
        response: { 201: Done, ...problems(componentRefusals) },
      },
      config: { permission: 'components:register' },
    },
    async (request, reply) => {
      const made = await request.change((it) => registerComponent(it, request.body))
      return made.ok ? reply.code(201).send(made.value) : problem(reply, componentRefusals, made.error)
    },
  )

  app.patch(
    '/api/v1/components/:id',
    {
      schema: {
        tags,
        summary: 'Edit a model, dataset, prompt or agent',
        params: ComponentParams,
        body: ComponentEdit,
        response: { 200: Done, ...problems(componentRefusals) },
      },
      config: { permission: 'components:edit' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const edited = await request.change((it) => editComponent(it, request.params.id, version, request.body))
      return edited.ok ? edited.value : problem(reply, componentRefusals, edited.error)
    },
  )

  app.post(
    '/api/v1/components/:id/retire',
    {
      schema: {
        tags,
        summary: 'Retire a model, dataset, prompt or agent',
        params: ComponentParams,
        body: Retirement,
        response: { 200: Done, ...problems(componentRefusals) },
      },
      config: { permission: 'components:edit' },
    },
    async (request, reply) => {
      const retired = await request.change((it) => retireComponent(it, request.params.id, request.body))
      return retired.ok ? retired.value : problem(reply, componentRefusals, retired.error)
    },
  )

  app.post(
    '/api/v1/components/:id/reinstate',
    {
      schema: {
        tags,
        summary: 'Take back the retirement of a model, dataset, prompt or agent',
        params: ComponentParams,
        response: { 200: Done, ...problems(componentRefusals) },
      },
      config: { permission: 'components:edit' },
    },
    async (request, reply) => {
      const back = await request.change((it) => reinstateComponent(it, request.params.id))
      return back.ok ? back.value : problem(reply, componentRefusals, back.error)
    },
  )

  app.post(
    '/api/v1/components/:id/review',
    {
      schema: {
        tags,
        summary: 'Confirm that the record of a model, dataset, prompt or agent is right',
        params: ComponentParams,
        body: Step,
        response: { 200: Done, ...problems(componentRefusals) },
      },
      config: { permission: 'components:edit' },
    },
    async (request, reply) => {
      const { happenedOn } = request.body
      const reviewed = await request.change((it) => reviewComponent(it, request.params.id, happenedOn))
      return reviewed.ok ? reviewed.value : problem(reply, componentRefusals, reviewed.error)
    },
  )
}
