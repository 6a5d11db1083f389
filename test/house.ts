import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { compose, type House } from '../server/app/compose.ts'
import type { OrganizationId } from '../server/kernel/id.ts'
import type { Role } from '../server/kernel/permission.ts'
import { readConfig } from '../server/platform/config.ts'
import type { Connection } from '../server/platform/database/cluster/index.ts'
import { found } from '../server/rooms/identity/index.ts'

export type TestHouse = House & {
  /** connection settings of a role to this file's own database */
  connection(role: 'owner' | 'app' | 'identity' | 'maintenance'): Connection
  /** founds an organization with a signed-in owner */
  organization(name?: string): Promise<Member>
  /** adds a signed-in person with these roles to the organization of `owner` */
  join(owner: Member, roles: Role[]): Promise<Member>
}

/** A signed-in person: requests made through it carry the session cookie. */
export type Member = {
  org: OrganizationId
  person: string
  email: string
  cookie: string
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  patch(url: string, version: number, body: unknown): Promise<Answer>
  delete(url: string, version?: number): Promise<Answer>
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers of any operation are looked at by the tests themselves
export type Answer = { status: number; body: any; headers: Record<string, unknown>; text: string; bytes?: Buffer }

export const password = 'correct horse battery staple'

/** The whole product on a database cloned for this test file; closed and dropped when the file ends. */
export async function openTestHouse(
  environment: Record<string, string> = {},
  /** adds routes of the test's own */
  extend: (http: House['http']) => void = () => undefined,
): Promise<TestHouse> {
  const cluster = inject('cluster')
  const database = `t_${randomBytes(6).toString('hex')}`
  await onMaintenance(cluster.owner, `create database ${database} template assay`)
  const data = mkdtempSync(join(tmpdir(), 'assay-house-'))
  const connection = (role: 'owner' | 'app' | 'identity' | 'maintenance') => ({ ...cluster[role], database })
  const config = readConfig({
    ASSAY_DATA: data,
    ASSAY_MASTER_KEY: inject('masterKey'),
    ASSAY_LOG: 'error',
    ASSAY_RATE_LIMIT: 'false',
    ...environment,
  })
  const house = await compose(config, {
    connection: (role) => connection(roleName(role)),
  })
  extend(house.http)
  await house.http.ready()
  afterAll(async () => {
    await house.close()
    // a vacuum of the server's own may hold it just now; the whole cluster goes at the end of the run
    await onMaintenance(cluster.owner, `drop database ${database} with (force)`).catch(() => undefined)
    rmSync(data, { recursive: true, force: true })
  })
  return {
    ...house,
    connection,
    organization: (name = 'Example') => foundFor(house, name),
    join: (owner, roles) => joinTo(house, owner, roles),
  }
}

function roleName(role: string): 'owner' | 'app' | 'identity' | 'maintenance' {
  const name = role.replace('assay_', '')
  if (name === 'owner' || name === 'app' || name === 'identity' || name === 'maintenance') return name
  throw new Error(role)
}

async function onMaintenance(owner: Connection, sql: string): Promise<void> {
  const client = new pg.Client({ ...owner, database: 'postgres' })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function foundFor(house: House, organization: string): Promise<Member> {
  const email = `owner-${randomBytes(4).toString('hex')}@example.org`
  const made = await house.accounts.create({ name: 'Olive Owner', email, password })
  if (made === 'taken') throw new Error('taken')
  const org = await found(house, { person: made.person, name: 'Olive Owner', email, organization })
  return await signIn(house, org, made.person, email)
}

let joined = 0

async function joinTo(house: House, owner: Member, roles: Role[]): Promise<Member> {
  joined += 1
  const email = `person-${joined}-${randomBytes(3).toString('hex')}@example.org`
  const name = `Person ${joined}`
  const invited = await owner.post('/api/v1/invitations', {
    email,
    roles,
    ...(roles.includes('external-auditor') && { rolesExpireOn: '2099-12-31' }),
  })
  if (invited.status !== 201) throw new Error(`invitation refused: ${invited.text}`)
  const accepted = await house.http.inject({
    method: 'POST',
    url: '/api/v1/invitations/accept',
    payload: { token: new URL(invited.body.link).hash.replace('#token=', ''), name, password },
  })
  if (accepted.statusCode >= 300) throw new Error(`invitation not accepted: ${accepted.body}`)
  const person = await house.accounts.check({ email, password })
  return await signIn(house, owner.org, person ?? '', email)
}

async function signIn(house: House, org: OrganizationId, person: string, email: string): Promise<Member> {
  const answer = await house.http.inject({ method: 'POST', url: '/api/v1/session', payload: { email, password } })
  const cookie = [answer.headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ')
  const call = caller(house, { cookie })
  await call('POST', '/api/v1/session/organization', { organization: org })
  return { org, person, email, cookie, ...verbs(call) }
}

type Call = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

/** Requests with these headers (a cookie or a key). */
export function caller(house: Pick<House, 'http'>, base: Record<string, string>): Call {
  return async (method, url, body, headers = {}) => {
    const answer = await house.http.inject({
      method,
      url: url.startsWith('/api/') ? url : `/api/v1${url}`,
      headers: { ...base, ...headers },
      ...(body !== undefined && { payload: body as object }),
    })
    const json = String(answer.headers['content-type'] ?? '').includes('json')
    const { statusCode: status, headers: sent, body: text, rawPayload } = answer
    return { status, body: json ? answer.json() : null, headers: sent, text, bytes: rawPayload }
  }
}

export function verbs(call: Call): Pick<Member, 'get' | 'post' | 'patch' | 'delete'> {
  return {
    get: (url, headers) => call('GET', url, undefined, headers),
    post: (url, body = {}, headers = {}) => call('POST', url, body, headers),
    patch: (url, version, body) => call('PATCH', url, body, { 'if-match': `"${version}"` }),
    delete: (url, version) =>
      call('DELETE', url, undefined, version === undefined ? {} : { 'if-match': `"${version}"` }),
  }
}
