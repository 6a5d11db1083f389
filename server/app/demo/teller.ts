import { join } from 'node:path'
import { openBlobs } from '#platform/blobs/index.ts'
import { buildHttp, type Http } from '#platform/http/http.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { Door, Job } from '#platform/database/change.ts'
import type { House } from '../compose.ts'
import { queues } from '../jobs.ts'
import { registerRooms } from '../rooms.ts'
import { sequence } from './decisions.ts'

/** Somebody of the sample organization: what they do goes through the same operations as anybody's. */
export type Actor = {
  id: string
  get(path: string): Promise<Body>
  post(path: string, body?: object): Promise<Body>
  put(path: string, body: object): Promise<Body>
  patch(path: string, version: number, body: object): Promise<Body>
}

type Body = { id: string; version: number; [member: string]: unknown }

export type Teller = {
  /** moves the clock of the story to this many days before today, somewhere in the working day */
  on(daysAgo: number): string
  as(person: string): Actor
  /** does later work at once, so that what comes of it is of the story's day; the same job, run again, changes nothing */
  work(queue: string, data: Record<string, string>): Promise<void>
  close(): Promise<void>
}

/**
 * Tells the story of the sample organization through the product's own API, under a clock of its own: every refusal,
 * permission and rule holds for it as for anybody. Times vary by a fixed sequence, so each telling is the same.
 */
export async function openTeller(house: House, org: OrganizationId, today: Date): Promise<Teller> {
  let clock = today
  const random = sequence(42_001)
  const later: Job[] = []
  const door: Door = {
    ...house.door,
    clock: () => clock,
    follow(of, facts) {
      const jobs = house.door.follow(of, facts)
      later.push(...jobs.filter(({ queue }) => watching.includes(queue)))
      return jobs.filter(({ queue }) => !watching.includes(queue))
    },
  }
  const config = { ...house.config, rateLimit: false, log: 'silent' } as const
  const http = await buildHttp({
    config,
    door,
    callerOf: (request) => {
      const person = String(request.headers['x-told-by'])
      return Promise.resolve({ actor: `person:${person}`, person, organization: org, session: null })
    },
  })
  const blobs = openBlobs({ folder: join(config.data, 'blobs'), limit: config.uploadLimit })
  const parts = { config, secrets: house.secrets, door, accounts: house.accounts, pool: door.pool, blobs }
  const book = registerRooms(http, parts)
  await http.ready()
  const work = async (queue: string, data: Job['data']) => {
    const found = queues[queue]
    if (!found) throw new Error(`the sample story knows no queue ${queue}`)
    await found.work(
      { data, org: () => org, organizations, progress: nothing, cancelled: () => false },
      { ...parts, book },
    )
  }
  const organizations = () => Promise.resolve([org])
  const tick = () => {
    clock = new Date(Math.min(clock.getTime() + (1 + random() * 9) * minute, today.getTime()))
  }
  return {
    on(daysAgo) {
      const morning = new Date(today.getTime() - daysAgo * day)
      morning.setUTCHours(8, 0, 0, 0)
      const then = new Date(morning.getTime() + random() * 8 * hour)
      if (then.getTime() < clock.getTime() - day && clock < today) throw new Error('the sample story goes back in time')
      clock = then < clock && clock < today ? clock : then
      return clock.toISOString().slice(0, 10)
    },
    as: (person) =>
      actorOf(http, person, {
        tick,
        async after() {
          for (const { queue, data } of later.splice(0)) await work(queue, data)
        },
      }),
    async work(queue, data) {
      // what is made of the log names a signed checkpoint of it
      await house.sealer.sealAll()
      tick()
      await work(queue, data)
    },
    close: () => http.close(),
  }
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Triggers are raised by a job, which has no clock but the day it runs on. */
const watching: readonly string[] = ['screening-watch', 'risks-watch', 'impact-assessments-watch', 'obligations-watch']
const nothing = () => Promise.resolve()

type Around = { tick(): void; after(): Promise<void> }

function actorOf(http: Http, id: string, { tick, after }: Around): Actor {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    body?: object,
    version?: number,
  ): Promise<Body> => {
    tick()
    const answer = await http.inject({
      method,
      url: `/api/v1${path}`,
      headers: { 'x-told-by': id, ...(version !== undefined && { 'if-match': `"${version}"` }) },
      ...(body && { payload: body }),
    })
    if (answer.statusCode >= 300) throw new Error(`the sample story was refused: ${method} ${path}: ${answer.body}`)
    await after()
    return asBody(answer.body === '' ? {} : answer.json())
  }
  return {
    id,
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    patch: (path, version, body) => call('PATCH', path, body, version),
  }
}

// The story reads ids and versions of what it just wrote; the routes' own schemas have checked the rest.
function asBody(json: unknown): Body {
  return json as Body
}
