import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import type { Subjects } from '#platform/subjects.ts'
import { Linking } from './contract.ts'
import { linkAssessment, unlinkAssessment } from './link.ts'
import { refusals } from './refusals.ts'

const tags = ['impact-assessments']
const path = '/api/v1/impact-assessments/:id/bears-on'
const params = z.object({ id: z.uuid() })
const response = { 200: z.object({ id: z.uuid() }), ...problems(refusals) }
const config = { permission: 'impact-assessments:write' }

/** Which risks an assessment raised, and which controls it calls for. */
export function linkRoutes(app: Http, subjects: Subjects): void {
  app.post(
    path,
    {
      schema: {
        tags,
        summary: 'Name a risk that an impact assessment raised, or a control that it calls for',
        params,
        body: Linking,
        response,
      },
      config,
    },
    async (request, reply) => {
      const { subject } = request.body
      const done = await request.change((it) => linkAssessment(it, request.params.id, subject, subjects))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )

  app.post(
    `${path}/remove`,
    {
      schema: {
        tags,
        summary: 'Take a risk or a control out of what an impact assessment bears on',
        params,
        body: Linking,
        response,
      },
      config,
    },
    async (request, reply) => {
      const done = await request.change((it) => unlinkAssessment(it, request.params.id, request.body.subject))
      return done.ok ? done.value : problem(reply, refusals, done.error)
    },
  )
}
