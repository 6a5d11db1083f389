import { z } from 'zod'
import type { Http } from '#platform/http/http.ts'
import { forbidden, notFound, problem, problems, type Refusals, stale } from '#platform/http/problem.ts'
import { expectedVersion } from '#platform/http/request.ts'
import { composeWording, type ScopeParts } from './compose.ts'
import { ActivityDraft, Composed, ElementDecision, ScopeView } from './contract.ts'
import { addActivity, decideElement, removeActivity } from './decide.ts'
import { readWhole, viewOf } from './read.ts'

const refusals = {
  forbidden,
  'not-found': notFound,
  stale,
  'person-needed': [403, 'A person has to do this; a machine may not. Sign in and do it yourself.'],
  'no-reason': [422, 'A reason is missing or says nothing. Write it in the field named below.'],
  'activity-is-there': [409, 'This activity is in the list already. Decide on that one.'],
  'wording-waits': [
    409,
    'A version of the scope statement waits for its approval. Approve it, or take it back, before you compose the next one.',
  ],
} as const satisfies Refusals

const tags = ['scope']
const Done = z.object({ ref: z.string() })

/** The scope of the management system: what is inside, the wording for it, and whether everything says the same. */
export function scopeRoutes(app: Http, parts: ScopeParts): void {
  app.get(
    '/api/v1/scope',
    {
      schema: {
        tags,
        summary: 'Read the scope: what is in and out, its wording, and where records disagree with it',
        response: { 200: ScopeView, ...problems({ forbidden }) },
      },
      config: { permission: 'scope:read' },
    },
    async (request) => await request.read(async ({ tx, org }) => viewOf(await readWhole(tx, org))),
  )

  app.patch(
    '/api/v1/scope',
    {
      schema: {
        tags,
        summary: 'Take a unit, site, activity or role into the scope, leave it out with a reason, or open it again',
        body: ElementDecision,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'scope:decide' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const decided = await request.change((it) => decideElement(it, version, request.body))
      return decided.ok ? decided.value : problem(reply, refusals, decided.error)
    },
  )

  app.post(
    '/api/v1/scope/activities',
    {
      schema: {
        tags,
        summary: 'Add an activity with AI to decide on',
        body: ActivityDraft,
        response: { 201: Done, ...problems(refusals) },
      },
      config: { permission: 'scope:decide' },
    },
    async (request, reply) => {
      const added = await request.change((it) => addActivity(it, request.body.name))
      return added.ok ? reply.code(201).send(added.value) : problem(reply, refusals, added.error)
    },
  )

  app.delete(
    '/api/v1/scope/activities/:id',
    {
      schema: {
        tags,
        summary: 'Take an activity out of the list again',
        params: z.object({ id: z.uuid() }),
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'scope:decide' },
    },
    async (request, reply) => {
      const removed = await request.change((it) => removeActivity(it, request.params.id))
      return removed.ok ? removed.value : problem(reply, refusals, removed.error)
    },
  )

  app.post(
    '/api/v1/scope/wording',
    {
      schema: {
        tags,
        summary: 'Compose the scope statement from the records, as a draft that another person approves',
        response: { 201: Composed, ...problems(refusals) },
      },
      config: { permission: 'scope:compose' },
    },
    async (request, reply) => {
      const composed = await request.change((it) => composeWording(it, parts))
      return composed.ok ? reply.code(201).send(composed.value) : problem(reply, refusals, composed.error)
    },
  )
}
