import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import type { AssuranceParts } from '../parts.ts'
import { readRun, withRecord } from '../read-run.ts'
import { refusals } from '../refusals.ts'
import { compareRuns } from './compare-runs.ts'
import { ComparisonQuery, ComparisonView } from './contract.ts'

export function compareRoutes(app: Http, { blobs }: AssuranceParts): void {
  app.get(
    '/api/v1/measurement-runs/:id/comparison',
    {
      schema: {
        tags: ['assurance'],
        summary:
          'Compare a run with an earlier one, number by number, and say which changes chance alone would hardly give',
        params: z.object({ id: z.uuid() }),
        querystring: ComparisonQuery,
        response: { 200: ComparisonView, ...problems(refusals) },
      },
      config: { permission: 'assurance:read' },
    },
    async (request, reply) => {
      const found = await request.read(async ({ tx, org }) => ({
        before: await readRun(tx, org, request.query.with),
        after: await readRun(tx, org, request.params.id),
      }))
      const { before, after } = found
      if (before === undefined || after === undefined) return problem(reply, refusals, { kind: 'not-found' })
      const [earlier, later] = await Promise.all([withRecord(before, blobs), withRecord(after, blobs)])
      const compared = await compareRuns(earlier, later, request.query)
      return compared.ok ? compared.value : problem(reply, refusals, compared.error)
    },
  )
}
