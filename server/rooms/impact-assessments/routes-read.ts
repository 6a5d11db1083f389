import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, problem, problems } from '#platform/http/problem.ts'
import { askedDay } from '#platform/http/asked-day.ts'
import { AssessmentFilter, AssessmentRow, AssessmentView, RulesNow, Uncovered } from './contract.ts'
import { findAssessment, listAssessments, listUncovered } from './find.ts'
import { refusals } from './refusals.ts'
import { findRules } from './store.ts'

const tags = ['impact-assessments']
const permission = 'impact-assessments:read'
const path = '/api/v1/impact-assessments'

export function impactReadRoutes(app: Http): void {
  app.get(
    path,
    {
      schema: {
        tags,
        summary: 'List impact assessments, the newest first',
        querystring: PageQuery.extend(AssessmentFilter.shape),
        response: { 200: pageOf(AssessmentRow), ...problems({ forbidden }) },
      },
      config: { permission },
    },
    async (request) =>
      await request.read(async (view) =>
        listAssessments(view.tx, view.org, request.query, await askedDay(request, view)),
      ),
  )

  app.get(
    `${path}/uncovered`,
    {
      schema: {
        tags,
        summary: 'List AI systems in scope that no approved impact assessment speaks of',
        querystring: PageQuery,
        response: { 200: pageOf(Uncovered), ...problems({ forbidden }) },
      },
      config: { permission },
    },
    async (request) => await request.read((view) => listUncovered(view.tx, view.org, request.query)),
  )

  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: 'Read an impact assessment, what is missing in it, its measures and editions',
        params: z.object({ id: z.uuid() }),
        response: { 200: AssessmentView, ...problems(refusals) },
      },
      config: { permission },
    },
    async (request, reply) => {
      const found = await request.read(async (view) =>
        findAssessment(view.tx, view.org, request.params.id, await askedDay(request, view)),
      )
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    '/api/v1/impact-rules',
    {
      schema: {
        tags,
        summary: 'Read how long impact results are kept and how often they are looked at again',
        response: { 200: RulesNow, ...problems({ forbidden }) },
      },
      config: { permission },
    },
    async (request) => await request.read(async ({ tx, org }) => ({ rules: await findRules(tx, org) })),
  )
}
