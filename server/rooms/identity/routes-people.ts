import { z } from 'zod'
import type { Permissions } from '#kernel/permission.ts'
import type { Change } from '#platform/database/change.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { notFound, problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { PersonEdit, PersonView, RoleAssignment, RoleName } from './contract.ts'
import { assignRoles, disablePerson, editPerson, enablePerson, erasePerson } from './people.ts'
import { findPerson, listPeople } from './people-store.ts'
import { refusals } from './refusals-people.ts'

const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const tags = ['people']

export type PeopleParts = {
  permissions: Permissions
  /** takes the address of an erased person out of what rooms keep without history */
  forget(it: Change, person: { id: string; email: string }): Promise<void>
}

export function peopleRoutes(app: Http, { permissions, forget }: PeopleParts): void {
  app.get(
    '/api/v1/people',
    {
      schema: {
        tags,
        summary: 'List people',
        querystring: PageQuery.extend({ state: z.string().optional(), role: RoleName.optional() }),
        response: { 200: pageOf(PersonView), ...problems({}) },
      },
      config: { permission: 'people:read' },
    },
    async (request) => await request.read(({ tx, org }) => listPeople(tx, org, request.query)),
  )

  app.get(
    '/api/v1/people/:id',
    {
      schema: {
        tags,
        summary: 'Read a person',
        params: Params,
        response: { 200: PersonView, ...problems({ notFound }) },
      },
      config: { permission: 'people:read' },
    },
    async (request, reply) => {
      const person = await request.read(({ tx, org }) => findPerson(tx, org, request.params.id))
      return person ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.patch(
    '/api/v1/people/:id',
    {
      schema: {
        tags,
        summary: 'Edit a person',
        params: Params,
        body: PersonEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:edit' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const edited = await request.change((it) => editPerson(it, request.params.id, version, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.post(
    '/api/v1/people/:id/roles',
    {
      schema: {
        tags,
        summary: 'Set the roles of a person',
        params: Params,
        body: RoleAssignment,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:assign-roles' },
    },
    async (request, reply) => {
      const assigned = await request.change((it) => assignRoles(it, permissions, request.params.id, request.body.roles))
      return assigned.ok ? assigned.value : problem(reply, refusals, assigned.error)
    },
  )

  app.post(
    '/api/v1/people/:id/disable',
    {
      schema: {
        tags,
        summary: 'End the place of a person',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:disable' },
    },
    async (request, reply) => {
      const done = await request.change((it) => disablePerson(it, permissions, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/people/:id/enable',
    {
      schema: {
        tags,
        summary: 'Give a person their place back',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:disable' },
    },
    async (request, reply) => {
      const done = await request.change((it) => enablePerson(it, permissions, request.params.id))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    '/api/v1/people/:id/erase',
    {
      schema: {
        tags,
        summary: 'Erase name and address of a person',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'people:erase' },
    },
    async (request, reply) => {
      const done = await request.change((it) => erasePerson(it, request.params.id, forget))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
