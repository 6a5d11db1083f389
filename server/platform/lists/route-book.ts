import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import { Said } from '#kernel/said.ts'
import type { Change, Changed, Fact, Job, Who, Work } from '../database/change.ts'
import type { Http } from '../http/http.ts'
import { PageRefusal } from '../http/paging.ts'
import type { View } from '../http/request.ts'

type Booked = {
  permission: string
  body: z.ZodType | null
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
}

/** The routes that change something, so that one change may carry out many of them. */
export type RouteBook = {
  /** throws PageRefusal where the route does not take this body */
  check(method: string, url: string, body: unknown): void
  /** carries the route out for one record inside of an open change; what it refuses it says in its own words */
  act(request: FastifyRequest, it: Change, step: Act): Promise<Acted>
  /** stands in for a request in later work that somebody asked for */
  onBehalfOf(who: Who): FastifyRequest
}

export type Act = { method: string; url: string; params: Record<string, string>; version: number; body: unknown }
export type Acted = { ok: true; facts: Fact[]; jobs: Job[] } | { ok: false; says: Said[] }

/** Books every route that is registered from here on. */
export function bookRoutes(app: Http): RouteBook {
  const routes = new Map<string, Booked>()
  app.addHook('onRoute', (route) => {
    const booked = bookedOf(route)
    if (booked) routes.set(`${String(route.method)} ${route.url}`, booked)
  })
  const find = (method: string, url: string) => {
    const route = routes.get(`${method} ${url}`)
    if (!route) throw new Error(`there is no route ${method} ${url}`)
    return route
  }
  return {
    check(method, url, body) {
      const parsed = find(method, url).body?.safeParse(body)
      const issue = parsed?.error?.issues[0]
      if (issue) throw new PageRefusal(`given.${issue.path.join('.')}`, issue.message)
    },
    act: async (request, it, step) => await act(find(step.method, step.url), request, it, step),
    onBehalfOf,
  }
}

// Routes that are acted on here see parameters, body and version of the step, and no more of a request than who asks.
function onBehalfOf({ org, actor, person, scopes }: Who): FastifyRequest {
  const caller = { actor, person, organization: org, session: null, ...(scopes && { scopes: [...scopes] }) }
  return { caller, headers: {}, query: {} } as unknown as FastifyRequest
}

function bookedOf(route: RouteOptions): Booked | null {
  const permission = route.config?.permission
  if (!permission || (route.method !== 'PATCH' && route.method !== 'POST')) return null
  const { body } = partsOf(route)
  return { permission, body: body instanceof z.ZodType ? body : null, handler: handlerOf(route) }
}

// Fastify types a route's schema by its validator, which this hook cannot know; the body is looked at before use.
function partsOf(route: RouteOptions): { body?: unknown } {
  return (route.schema ?? {}) as { body?: unknown }
}

// Every route of the house is an async function of request and reply; the hook sees it without that type.
function handlerOf(route: RouteOptions): Booked['handler'] {
  return route.handler as unknown as Booked['handler']
}

async function act(route: Booked, request: FastifyRequest, it: Change, step: Act): Promise<Acted> {
  if (!it.grants.has(route.permission)) return { ok: false, says: [{ message: 'Your role does not allow this.' }] }
  const parsed = route.body?.safeParse(step.body)
  // what was given is checked beforehand; what comes from the row itself can be told here alone
  if (parsed?.error) return { ok: false, says: parsed.error.issues.map(({ message }) => ({ message })) }
  const done: Changed<unknown>[] = []
  const said = new Answer()
  await route.handler(facade(request, it, { ...step, body: parsed?.data }, done), said.asReply())
  if (said.says !== null) return { ok: false, says: said.says }
  return { ok: true, facts: done.flatMap(({ facts }) => facts), jobs: done.flatMap(({ jobs = [] }) => jobs) }
}

/** The request as the record's own route knows it, with the open change in place of one of its own. */
function facade(request: FastifyRequest, it: Change, step: Act, done: Changed<unknown>[]): FastifyRequest {
  const change = async <Value, Refusal extends { kind: string }>(work: Work<Value, Refusal>) => {
    const worked = await work(it)
    if (!worked.ok) return worked
    done.push(worked.value)
    return { ok: true, value: worked.value.value }
  }
  const view: View = { tx: it.tx, grants: it.grants, org: it.org, seq: null }
  const read = <Value>(work: (view: View) => Promise<Value>) => work(view)
  return Object.create(request, {
    params: { value: step.params },
    body: { value: step.body },
    headers: { value: { ...request.headers, 'if-match': `"${step.version}"` } },
    change: { value: change },
    read: { value: read },
  }) as FastifyRequest
}

/** Takes what a route would send: a problem document becomes what it says, anything else nothing. */
class Answer {
  says: Said[] | null = null
  asReply(): FastifyReply {
    let refused = false
    const reply = {
      code: () => reply,
      header: () => reply,
      type: (type: string) => {
        refused = type.startsWith('application/problem')
        return reply
      },
      send: (payload: unknown) => {
        if (refused) this.says = saidIn(payload)
        return reply
      },
    }
    // Use cases answer by value; a reply is asked only for what `problem` and `send` above do with it.
    return reply as unknown as FastifyReply
  }
}

const Problem = z.object({
  detail: z.string(),
  problems: z.array(z.object({ path: z.string(), ...Said.shape })).optional(),
})

/** Why it is refused, and then what exactly, where the route says that. */
function saidIn(payload: unknown): Said[] {
  const { detail, problems = [] } = Problem.parse(payload)
  return [{ message: detail }, ...problems.map(({ path, ...what }) => (isSentence(what) ? what : { ...what, path }))]
}

// What goes on in small letters speaks of the field; a sentence speaks for itself.
function isSentence({ message }: Said): boolean {
  return !/^\p{Ll}/u.test(message)
}
