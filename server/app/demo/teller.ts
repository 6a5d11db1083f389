import { join } from 'node:path'
import { openBlobs } from '#platform/blobs/index.ts'
import { buildHttp, type Http } from '#platform/http/http.ts'
import type { OrganizationId } from '#kernel/id.ts'
import type { House } from '../compose.ts'
import { registerRooms } from '../rooms.ts'

/** Somebody of the sample organization: what they do goes through the same operations as anybody's. */
export type Actor = {
  id: string
  get(path: string): Promise<Body>
  post(path: string, body?: object): Promise<Body>
  patch(path: string, version: number, body: object): Promise<Body>
}

type Body = { id: string; version: number; [member: string]: unknown }

export type Teller = {
  /** moves the clock of the story to this many days before today, somewhere in the working day */
  on(daysAgo: number): string
  as(person: string): Actor
  close(): Promise<void>
}

/**
 * Tells the story of the sample organization through the product's own API, under a clock of its own: every refusal,
 * permission and rule holds for it as for anybody. Times vary by a fixed sequence, so each telling is the same.
 */
export async function openTeller(house: House, org: OrganizationId, today: Date): Promise<Teller> {
  let clock = today
  const random = sequence(42_001)
  const door = { ...house.door, clock: () => clock }
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
  registerRooms(http, { config, secrets: house.secrets, door, accounts: house.accounts, pool: door.pool, blobs })
  await http.ready()
  return {
    on(daysAgo) {
      const morning = new Date(today.getTime() - daysAgo * day)
      morning.setUTCHours(8, 0, 0, 0)
      const then = new Date(morning.getTime() + random() * 8 * hour)
      clock = then < clock && clock < today ? clock : then
      return clock.toISOString().slice(0, 10)
    },
    as: (person) =>
      actorOf(http, person, () => {
        clock = new Date(Math.min(clock.getTime() + (1 + random() * 9) * minute, today.getTime()))
      }),
    close: () => http.close(),
  }
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

function actorOf(http: Http, id: string, tick: () => void): Actor {
  const call = async (
    method: 'GET' | 'POST' | 'PATCH',
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
    return asBody(answer.body === '' ? {} : answer.json())
  }
  return {
    id,
    get: (path) => call('GET', path),
    post: (path, body = {}) => call('POST', path, body),
    patch: (path, version, body) => call('PATCH', path, body, version),
  }
}

// The story reads ids and versions of what it just wrote; the routes' own schemas have checked the rest.
function asBody(json: unknown): Body {
  return json as Body
}

/** A fixed sequence of numbers between 0 and 1 (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
