import type { Pool } from 'pg'
import { z } from 'zod'
import { managers, type Permissions, readers } from '#kernel/permission.ts'
import { whoOf } from '../http/caller.ts'
import type { Http } from '../http/http.ts'
import { PageQuery, pageOf } from '../http/paging.ts'
import { forbidden, notFound, problem, problems, type Refusals } from '../http/problem.ts'
import { inOrganization } from '../operational.ts'
import { JobView } from './contract.ts'
import { callOff, findJob, listJobs } from './long-work.ts'

export const permissions = {
  'jobs:read': { ...readers, employee: 'own' },
  'jobs:cancel': {
    contributor: 'own',
    approver: 'own',
    'internal-auditor': 'own',
    // the work that an auditor asked for computes something again and changes nothing
    'external-auditor': 'own',
    employee: 'own',
    ...managers,
  },
} satisfies Permissions

const refusals = {
  'not-found': notFound,
  forbidden,
  'already-ended': [409, 'This work has ended and cannot be called off any more. Look at its result.'],
} as const satisfies Refusals

const tags = ['jobs']
const JobParams = z.object({ id: z.uuid() })
const JobQuery = PageQuery.extend({ state: JobView.shape.state.optional() })

/** Long work that people wait for: how far it is, how it ended, and the way to call it off. */
export function jobRoutes(app: Http, { pool }: { pool: Pool }): void {
  app.get(
    '/api/v1/jobs',
    {
      schema: {
        tags,
        summary: 'List long work, the newest first',
        querystring: JobQuery,
        response: { 200: pageOf(JobView), ...problems({}) },
      },
      config: { permission: 'jobs:read' },
    },
    async (request) =>
      await request.read(({ tx, org, grants }) => {
        const all = grants.allows('jobs:read', {})
        return listJobs(tx, org, { ...request.query, person: all ? null : grants.person })
      }),
  )

  app.get(
    '/api/v1/jobs/:id',
    {
      schema: {
        tags,
        summary: 'Look at one piece of long work',
        params: JobParams,
        response: { 200: JobView, ...problems(refusals) },
      },
      config: { permission: 'jobs:read' },
    },
    async (request, reply) => {
      const job = await request.read(async ({ tx, org, grants }) => {
        const found = await findJob(tx, org, request.params.id)
        return found && grants.allows('jobs:read', { owner: found.startedBy }) ? found : undefined
      })
      return job ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    '/api/v1/jobs/:id/cancel',
    {
      schema: {
        tags,
        summary: 'Call off long work that waits or runs',
        params: JobParams,
        response: { 200: JobView, ...problems(refusals) },
      },
      config: { permission: 'jobs:cancel' },
    },
    async (request, reply) => {
      const { id } = request.params
      const seen = await request.read(async ({ tx, org, grants }) => {
        const found = await findJob(tx, org, id)
        return found && { mayCancel: grants.allows('jobs:cancel', { owner: found.startedBy }) }
      })
      if (!seen) return problem(reply, refusals, { kind: 'not-found' })
      if (!seen.mayCancel) return problem(reply, refusals, { kind: 'forbidden' })
      const { org } = whoOf(request)
      const job = await inOrganization(pool, org, async (tx) =>
        (await callOff(tx, org, id)) ? await findJob(tx, org, id) : undefined,
      )
      return job ?? problem(reply, refusals, { kind: 'already-ended' })
    },
  )
}
