import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, problem, problems } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { dayOf } from '#platform/today.ts'
import { approvePlan, reinstatePlan, withdrawPlan } from './approve-plan.ts'
import { Approving, PlanDraft, PlanEdit, PlanFilter, PlanRecord, PlanView, Withdrawal } from './contract.ts'
import type { AssuranceParts } from './parts.ts'
import { askToFreeze } from './freeze-reference.ts'
import { SizesQuery, SizesView } from './sizes/contract.ts'
import { sizesOf } from './sizes/plan-sizes.ts'
import { loadPlan } from './plans-store.ts'
import { findPlan, listPlans } from './plans-view.ts'
import { naming, refusals } from './refusals.ts'
import { beginEdition, draftPlan, editPlan } from './write-plan.ts'

const tags = ['assurance']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const path = '/api/v1/measurement-plans'

export function planRoutes(app: Http, { subjects }: Pick<AssuranceParts, 'subjects'>): void {
  app.get(
    path,
    {
      schema: {
        tags,
        summary: 'List measurement plans, the newest first',
        querystring: PageQuery.extend(PlanFilter.shape),
        response: { 200: pageOf(PlanView), ...problems({ forbidden }) },
      },
      config: { permission: 'assurance:read' },
    },
    async (request) =>
      await request.read(async (view) => listPlans(view.tx, view.org, request.query, await dayOf(view))),
  )

  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: 'Read a measurement plan, what was measured under it and its editions',
        params: Params,
        response: { 200: PlanRecord, ...problems(refusals) },
      },
      config: { permission: 'assurance:read' },
    },
    async (request, reply) => {
      const found = await request.read(async (view) =>
        findPlan(view.tx, view.org, request.params.id, await dayOf(view)),
      )
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    `${path}/:id/sizes`,
    {
      schema: {
        tags,
        summary: 'Read how many people or rows a plan needs for its limits to pass, if all is as it expects',
        params: Params,
        querystring: SizesQuery,
        response: { 200: SizesView, ...problems(refusals) },
      },
      config: { permission: 'assurance:read' },
    },
    async (request, reply) => {
      const plan = await request.read(({ tx, org }) => loadPlan(tx, org, request.params.id))
      if (!plan) return problem(reply, refusals, { kind: 'not-found' })
      const sizes = await sizesOf(plan.definition, request.query)
      return sizes.ok ? sizes.value : problem(reply, refusals, sizes.error)
    },
  )

  app.post(
    path,
    {
      schema: {
        tags,
        summary: 'Draft a measurement plan: what is measured, why so, and against which limits',
        body: PlanDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'assurance:plan' },
    },
    async (request, reply) => {
      const drafted = await request.change((it) => draftPlan(it, request.body, subjects))
      return drafted.ok ? reply.code(201).send(drafted.value) : problem(reply, refusals, drafted.error)
    },
  )

  app.patch(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: 'Edit a measurement plan that is a draft',
        params: Params,
        body: PlanEdit,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'assurance:plan' },
    },
    async (request, reply) => {
      const at = { id: request.params.id, version: expectedVersion(request) }
      const edited = await request.change((it) => editPlan(it, at, request.body))
      return edited.ok ? edited.value : problem(reply, refusals, edited.error)
    },
  )

  app.post(
    `${path}/:id/approve`,
    {
      schema: {
        tags,
        summary: 'Approve a measurement plan; by another person than its authors',
        params: Params,
        body: Approving,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'assurance:approve' },
    },
    async (request, reply) => {
      const approved = await request.change((it) => approvePlan(it, request.params.id, request.body.note))
      return approved.ok ? approved.value : problem(reply, refusals, naming(approved.error))
    },
  )

  app.post(
    `${path}/:id/freeze-reference`,
    {
      schema: {
        tags,
        summary:
          'Freeze the reference of a draft: later data is compared with counts whose hash the log states, not with rows',
        params: Params,
        response: { 202: z.object({ id: z.uuid(), job: z.uuid() }), ...problems(refusals) },
      },
      config: { permission: 'assurance:plan' },
    },
    async (request, reply) => {
      const asked = await request.change((it) => askToFreeze(it, request.params.id))
      return asked.ok ? reply.code(202).send(asked.value) : problem(reply, refusals, asked.error)
    },
  )

  app.post(
    `${path}/:id/editions`,
    {
      schema: {
        tags,
        summary: 'Begin the next edition of an approved measurement plan as a draft',
        params: Params,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'assurance:plan' },
    },
    async (request, reply) => {
      const begun = await request.change((it) => beginEdition(it, request.params.id))
      return begun.ok ? reply.code(201).send(begun.value) : problem(reply, refusals, begun.error)
    },
  )

  app.post(
    `${path}/:id/withdraw`,
    {
      schema: {
        tags,
        summary: 'Withdraw a measurement plan; what was measured stays',
        params: Params,
        body: Withdrawal,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'assurance:plan' },
    },
    async (request, reply) => {
      const withdrawn = await request.change((it) => withdrawPlan(it, request.params.id, request.body.reason))
      return withdrawn.ok ? withdrawn.value : problem(reply, refusals, withdrawn.error)
    },
  )

  app.post(
    `${path}/:id/reinstate`,
    {
      schema: {
        tags,
        summary: 'Take the withdrawal of a measurement plan back',
        params: Params,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'assurance:plan' },
    },
    async (request, reply) => {
      const back = await request.change((it) => reinstatePlan(it, request.params.id))
      return back.ok ? back.value : problem(reply, refusals, back.error)
    },
  )
}
