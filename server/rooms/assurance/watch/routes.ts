import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { problem, problems } from '#platform/http/problem.ts'
import type { AssuranceParts } from '../parts.ts'
import { loadPlan } from '../plans-store.ts'
import { refusals } from '../refusals.ts'
import { WatchBody, WatchView } from './contract.ts'
import { setWatch } from './set-watch.ts'
import { loadWatch, readLook } from './store.ts'

const tags = ['assurance']
const Params = z.object({ id: z.uuid() })
const path = '/api/v1/measurement-plans/:id/watched-file'

/** The file that a plan looks at by itself. */
export function watchRoutes(app: Http, { measuring }: Pick<AssuranceParts, 'measuring'>): void {
  app.get(
    path,
    {
      schema: {
        tags,
        summary: 'Read which file a measurement plan looks at by itself, and what the last look came to',
        params: Params,
        response: { 200: WatchView, ...problems(refusals) },
      },
      config: { permission: 'assurance:read' },
    },
    async (request, reply) => {
      const found = await request.read(async ({ tx, org, seq }): Promise<WatchView | undefined> => {
        const plan = await loadPlan(tx, org, request.params.id)
        if (!plan) return undefined
        const watch = await loadWatch(tx, org, plan.series)
        if (!watch?.path) return { path: null, look: null }
        const { id, path: watched } = watch
        return { path: watched, look: seq === null ? await readLook(tx, org, { id, path: watched }) : null }
      })
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.post(
    path,
    {
      schema: {
        tags,
        summary: 'Set which file in the folder of the operator a measurement plan looks at by itself; null stops it',
        params: Params,
        body: WatchBody,
        response: { 200: WatchBody, ...problems(refusals) },
      },
      config: { permission: 'assurance:run' },
    },
    async (request, reply) => {
      const { id } = request.params
      const set = await request.change((it) => setWatch(it, id, request.body, measuring.folder))
      return set.ok ? set.value : problem(reply, refusals, set.error)
    },
  )
}
