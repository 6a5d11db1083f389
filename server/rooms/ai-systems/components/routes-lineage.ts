import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems } from '#platform/http/problem.ts'
import { LineageQuery, LineageView, LinkDraft, VersionDraft, VersionView, VersionWithdrawal } from '../contract.ts'
import { findLineage } from './lineage.ts'
import { linkComponent, unlinkComponent } from './link.ts'
import { findComponent, listVersions } from './list.ts'
import { ComponentParams, componentRefusals, Done, tags } from './routes.ts'
import { addVersion, makeCurrent, withdrawVersion } from './versions.ts'

const VersionParams = z.object({ id: z.uuid(), version: z.uuid() })

/** Versions of components, and what depends on what. */
export function lineageRoutes(app: Http): void {
  app.get(
    '/api/v1/components/:id/versions',
    {
      schema: {
        tags,
        summary: 'List the versions of a component, newest first',
        params: ComponentParams,
        querystring: PageQuery.omit({ q: true }),
        response: { 200: pageOf(VersionView), ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'components:read' },
    },
    async (request, reply) => {
      const page = await request.read(async ({ tx, org }) =>
        (await findComponent(tx, org, request.params.id))
          ? await listVersions(tx, org, request.params.id, request.query)
          : undefined,
      )
      return page ?? problem(reply, componentRefusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/components/:id/versions',
    {
      schema: {
        tags,
        summary: 'Record a version of a component',
        params: ComponentParams,
        body: VersionDraft,
        response: { 201: Done, ...problems(componentRefusals) },
      },
      config: { permission: 'components:edit' },
    },
    async (request, reply) => {
      const added = await request.change((it) => addVersion(it, request.params.id, request.body))
      return added.ok ? reply.code(201).send(added.value) : problem(reply, componentRefusals, added.error)
    },
  )

  app.post(
    '/api/v1/components/:id/versions/:version/make-current',
    {
      schema: {
        tags,
        summary: 'Make this version of a component the one in use',
        params: VersionParams,
        response: { 200: Done, ...problems(componentRefusals) },
      },
      config: { permission: 'components:edit' },
    },
    async (request, reply) => {
      const { id, version } = request.params
      const made = await request.change((it) => makeCurrent(it, id, version))
      return made.ok ? made.value : problem(reply, componentRefusals, made.error)
    },
  )

  app.post(
    '/api/v1/components/:id/versions/:version/withdraw',
    {
      schema: {
        tags,
        summary: 'Withdraw a version of a component',
        params: VersionParams,
        body: VersionWithdrawal,
        response: { 200: Done, ...problems(componentRefusals) },
      },
      config: { permission: 'components:edit' },
    },
    async (request, reply) => {
      const { id, version } = request.params
      const withdrawn = await request.change((it) => withdrawVersion(it, id, version, request.body.reason))
      return withdrawn.ok ? withdrawn.value : problem(reply, componentRefusals, withdrawn.error)
    },
  )

  app.get(
    '/api/v1/lineage',
    {
      schema: {
        tags: ['lineage'],
        summary: 'Show what a record depends on and what depends on it',
        querystring: LineageQuery,
        response: { 200: LineageView, ...problems({ forbidden, 'not-found': notFound }) },
      },
      config: { permission: 'components:read' },
    },
    async (request, reply) => {
      const lineage = await request.read(({ tx, org }) => findLineage(tx, org, request.query))
      return lineage ?? problem(reply, componentRefusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/lineage',
    {
      schema: {
        tags: ['lineage'],
        summary: 'Say that a system or component depends on a component',
        body: LinkDraft,
        response: { 201: Done, ...problems(componentRefusals) },
      },
      config: { permission: 'components:edit' },
    },
    async (request, reply) => {
      const linked = await request.change((it) => linkComponent(it, request.body))
      return linked.ok ? reply.code(201).send(linked.value) : problem(reply, componentRefusals, linked.error)
    },
  )

  app.delete(
    '/api/v1/lineage/:id',
    {
      schema: {
        tags: ['lineage'],
        summary: 'Take a link out',
        params: ComponentParams,
        response: { 200: Done, ...problems(componentRefusals) },
      },
      config: { permission: 'components:edit' },
    },
    async (request, reply) => {
      const unlinked = await request.change((it) => unlinkComponent(it, request.params.id))
      return unlinked.ok ? unlinked.value : problem(reply, componentRefusals, unlinked.error)
    },
  )
}
