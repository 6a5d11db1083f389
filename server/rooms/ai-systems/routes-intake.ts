import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { Intake, IntakeAcceptance, IntakeView, ResourceDraft, ResourceEdit } from './contract.ts'
import { acceptIntake, askForAiSystem, listIntakesOf } from './intake.ts'
import { refusals } from './refusals.ts'
import { editResource, recordResource, removeResource } from './resources.ts'
import { AiSystemParams, Done } from './routes.ts'

const tags = ['ai-systems']
const ResourceParams = z.object({ id: z.uuid(), resource: z.uuid() })

/** Reports by employees, and the tools, computing and people of a system. */
export function intakeRoutes(app: Http): void {
  app.post(
    '/api/v1/ai-systems/intake',
    {
      schema: {
        tags,
        summary: 'Report an AI system that is used or wanted',
        body: Intake,
        response: { 201: Done, ...problems({ forbidden }) },
      },
      config: { permission: 'ai-systems:intake' },
    },
    async (request, reply) => {
      const asked = await request.change((it) => askForAiSystem(it, request.body))
      return asked.ok ? reply.code(201).send(asked.value) : problem(reply, refusals, asked.error)
    },
  )

  app.get(
    '/api/v1/ai-systems/intake/mine',
    {
      schema: {
        tags,
        summary: 'List the AI systems that you reported, and what became of them',
        querystring: PageQuery.omit({ q: true }),
        response: { 200: pageOf(IntakeView), ...problems({ forbidden }) },
      },
      config: { permission: 'ai-systems:intake' },
    },
    async (request) =>
      await request.read(async ({ tx, org, grants }) =>
        // a machine reports nothing as itself
        grants.person === null
          ? { items: [], next: null, total: 0 }
          : await listIntakesOf(tx, org, grants.person, request.query),
      ),
  )

  app.post(
    '/api/v1/ai-systems/:id/accept-intake',
    {
      schema: {
        tags,
        summary: 'Take a reported AI system into the register',
        params: AiSystemParams,
        body: IntakeAcceptance,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'ai-systems:review-intake' },
    },
    async (request, reply) => {
      const accepted = await request.change((it) => acceptIntake(it, request.params.id, request.body))
      return accepted.ok ? accepted.value : problem(reply, refusals, accepted.error)
    },
  )

  app.post(
    '/api/v1/ai-systems/:id/resources',
    {
      schema: {
        tags,
        summary: 'Record a tool, computing or people that an AI system needs',
        params: AiSystemParams,
        body: ResourceDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'ai-systems:edit' },
    },
    async (request, reply) => {
      const made = await request.change((it) => recordResource(it, request.params.id, request.body))
      return made.ok ? reply.code(201).send(made.value) : problem(reply, refusals, made.error)
    },
  )

  app.patch(
    '/api/v1/ai-systems/:id/resources/:resource',
    {
      schema: {
        tags,
        summary: 'Edit a resource of an AI system',
        params: ResourceParams,
        body: ResourceEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'ai-systems:edit' },
    },
    async (request, reply) => {
      const { id: system, resource } = request.params
      const which = { system, resource, version: expectedVersion(request) }
      const edited = await request.change((it) => editResource(it, which, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.delete(
    '/api/v1/ai-systems/:id/resources/:resource',
    {
      schema: {
        tags,
        summary: 'Remove a resource of an AI system',
        params: ResourceParams,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'ai-systems:edit' },
    },
    async (request, reply) => {
      const { id: system, resource } = request.params
      const which = { system, resource, version: expectedVersion(request) }
      const removed = await request.change((it) => removeResource(it, which))
      return removed.ok ? removed.value : problem(reply, refusals, removed.error)
    },
  )
}
