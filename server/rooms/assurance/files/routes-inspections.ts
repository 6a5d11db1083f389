import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import { Inspection, InspectionQuery } from './contract.ts'
import { findFile } from './store.ts'
import { inspectInFolder, inspectKept, inspectSent } from './inspect.ts'
import type { AssuranceParts } from '../parts.ts'
import { refusals } from '../refusals.ts'

const tags = ['assurance']
const path = '/api/v1/measurement-inspections'

export function inspectionRoutes(app: Http, { blobs, measuring }: Pick<AssuranceParts, 'blobs' | 'measuring'>): void {
  app.post(
    path,
    {
      schema: {
        tags,
        summary:
          'Look at the first rows of a file before a plan is written: multipart with the file, which is not kept',
        consumes: ['multipart/form-data'],
        response: { 200: Inspection, ...problems(refusals) },
      },
      config: { permission: 'assurance:plan' },
    },
    async (request, reply) => {
      const seen = await inspectSent(request, measuring)
      return seen.ok ? seen.value : problem(reply, refusals, seen.error)
    },
  )

  app.get(
    path,
    {
      schema: {
        tags,
        summary: 'Look at the first rows of a file that was uploaded, or of one in the folder of the operator',
        querystring: InspectionQuery,
        response: { 200: Inspection, ...problems(refusals) },
      },
      config: { permission: 'assurance:plan' },
    },
    async (request, reply) => {
      const { file: id, path: place } = request.query
      const file = await request.read(async ({ tx, org }) => (id === undefined ? undefined : findFile(tx, org, id)))
      if (place !== undefined) {
        const seen = await inspectInFolder(place, measuring)
        return seen.ok ? seen.value : problem(reply, refusals, seen.error)
      }
      if (!file) return problem(reply, refusals, { kind: 'not-found' })
      if (file.contentRemoved) return problem(reply, refusals, { kind: 'content-gone' })
      const seen = await inspectKept(file, measuring, blobs)
      return seen.ok ? seen.value : problem(reply, refusals, seen.error)
    },
  )
}
