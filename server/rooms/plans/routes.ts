import { z } from 'zod'
import { askedDay } from '#platform/http/asked-day.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, problem, problems } from '#platform/http/problem.ts'
import { PlanDetail, PlanFilter, PlanItem, PlanPreview, PlanPreviewRequest, PlanStartingPoint } from './contract.ts'
import { continued, describePlan, describePreview } from './describe.ts'
import { readContinued, calculate } from './calculate.ts'
import { refusals } from './refusals.ts'
import { listPlans } from './store.ts'
import type { Surroundings } from './surroundings.ts'

export const tags = ['plans']
export const PlanParams = z.object({ id: z.uuid() })

/** Reading plans, and asking for one that nobody keeps. `known` is what other rooms know; `app` hands it in. */
export function planReadRoutes(app: Http, { known }: { known: Surroundings }): void {
  app.get(
    '/api/v1/plans',
    {
      schema: {
        tags,
        summary: 'List plans, the one changed last first',
        querystring: PageQuery.extend(PlanFilter.shape),
        response: { 200: pageOf(PlanItem), ...problems({ forbidden }) },
      },
      config: { permission: 'plans:read' },
    },
    async (request) =>
      await request.read(async (view) =>
        listPlans(view.tx, view.org, { ...request.query, today: await askedDay(request, view) }),
      ),
  )

  app.get(
    '/api/v1/plans/starting-point',
    {
      schema: {
        tags,
        summary: 'Read what is known for a plan: size, open requirements, who could own what',
        response: { 200: PlanStartingPoint, ...problems({ forbidden }) },
      },
      config: { permission: 'plans:read' },
    },
    async (request) =>
      await request.read(async (view) => {
        const { tx, org } = view
        const today = await askedDay(request, view)
        const adopted = await readContinued(tx, org)
        return {
          today,
          size: await known.size(tx, org, today),
          openRefs: await known.openRefs(tx, org, today),
          holders: await known.holders(tx, org, today),
          continues: adopted && { ...continued(adopted), request: adopted.plan.request },
        }
      }),
  )

  app.post(
    '/api/v1/plans/preview',
    {
      schema: {
        tags,
        summary: 'Calculate a plan and keep nothing: its tasks, dates and what would move',
        body: PlanPreviewRequest,
        response: { 200: PlanPreview, ...problems(refusals) },
      },
      config: { permission: 'plans:read' },
    },
    async (request, reply) => {
      const answer = await request.read(async (view) => {
        const looking = { ...view, today: await askedDay(request, view) }
        const calculated = await calculate(looking, known, request.body)
        return calculated.ok
          ? { ok: true as const, value: await describePreview(looking, known, calculated.value) }
          : calculated
      })
      return answer.ok ? answer.value : problem(reply, refusals, answer.error)
    },
  )

  app.get(
    '/api/v1/plans/:id',
    {
      schema: {
        tags,
        summary: 'Read a plan with its tasks as they stand',
        params: PlanParams,
        response: { 200: PlanDetail, ...problems(refusals) },
      },
      config: { permission: 'plans:read' },
    },
    async (request, reply) => {
      const found = await request.read(async (view) =>
        describePlan({ ...view, today: await askedDay(request, view) }, request.params.id),
      )
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )
}
