import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { adoptPlan } from './adopt.ts'
import { Discard, PlanDraft, PlanEdit } from './contract.ts'
import { discardPlan, restorePlan } from './discard.ts'
import { draftPlan, editPlan, recalculatePlan } from './draft.ts'
import { refusals } from './refusals.ts'
import { PlanParams, tags } from './routes.ts'
import type { Surroundings } from './surroundings.ts'

const Done = z.object({ id: z.uuid() })
const Kept = Done.extend({ version: z.number().int() })
const permission = 'plans:edit'

export function planWriteRoutes(app: Http, { known }: { known: Surroundings }): void {
  app.post(
    '/api/v1/plans',
    {
      schema: {
        tags,
        summary: 'Keep a plan as a draft',
        body: PlanDraft,
        response: { 201: Kept, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const drafted = await request.change((it) => draftPlan(it, known, request.body))
      return drafted.ok ? reply.code(201).send(drafted.value) : problem(reply, refusals, drafted.error)
    },
  )

  app.patch(
    '/api/v1/plans/:id',
    {
      schema: {
        tags,
        summary: 'Change a draft and recalculate it from today',
        params: PlanParams,
        body: PlanEdit,
        response: { 200: Kept, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const seen = { id: request.params.id, version: expectedVersion(request) }
      const edited = await request.change((it) => editPlan(it, known, seen, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.post(
    '/api/v1/plans/:id/recalculate',
    {
      schema: {
        tags,
        summary: 'Recalculate a draft from today',
        params: PlanParams,
        response: { 200: Kept, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const calculated = await request.change((it) => recalculatePlan(it, known, request.params.id))
      return calculated.ok ? calculated.value : problem(reply, refusals, calculated.error)
    },
  )

  app.post(
    '/api/v1/plans/:id/adopt',
    {
      schema: {
        tags,
        summary: 'Adopt a draft: its tasks are given to people, and it supersedes the plan before',
        params: PlanParams,
        response: { 200: Done.extend({ tasks: z.number().int() }), ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const adopted = await request.change((it) => adoptPlan(it, known, request.params.id))
      return adopted.ok ? adopted.value : problem(reply, refusals, adopted.error)
    },
  )

  app.post(
    '/api/v1/plans/:id/discard',
    {
      schema: {
        tags,
        summary: 'Discard a draft',
        params: PlanParams,
        body: Discard,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const discarded = await request.change((it) => discardPlan(it, request.params.id, request.body.reason))
      return discarded.ok ? discarded.value : problem(reply, refusals, discarded.error)
    },
  )

  app.post(
    '/api/v1/plans/:id/restore',
    {
      schema: {
        tags,
        summary: 'Make a discarded plan a draft again',
        params: PlanParams,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const restored = await request.change((it) => restorePlan(it, request.params.id))
      return restored.ok ? restored.value : problem(reply, refusals, restored.error)
    },
  )
}
