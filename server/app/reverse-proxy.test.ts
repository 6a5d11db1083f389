import { createServer, request as ask, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { openTestHouse, password, type TestHouse } from '../../test/house.ts'

const publicHost = 'assay.example.org'
const behindProxy = { ASSAY_URL: `https://${publicHost}`, ASSAY_RATE_LIMIT: 'true' }
const house = await openTestHouse({ ...behindProxy, ASSAY_TRUSTED_PROXY: '127.0.0.1' })
const unaware = await openTestHouse(behindProxy)
const proxy = await openProxy(house)
const unheard = await openProxy(unaware)

test('the session cookie is for https and this host alone', async () => {
  const owner = await house.organization()
  const signedIn = await send(proxy, 'POST', '/session', { body: { email: owner.email, password } })
  expect(signedIn.status).toBe(200)
  const [cookie = ''] = [signedIn.headers['set-cookie']].flat()
  expect(cookie).toMatch(/^__Secure-assay\.session_token=/)
  expect(cookie).toContain('; Secure')
  expect(cookie).toContain('; HttpOnly')
  expect(cookie).toContain('; SameSite=Lax')
  expect(cookie).not.toContain('Domain=')
  expect(signedIn.headers['strict-transport-security']).toMatch(/max-age=\d+/)
})

test('a page at the public address may write, and no other may', async () => {
  const owner = await house.organization()
  const { cookie } = owner
  const write = (origin: string, headers: Record<string, string> = {}) =>
    send(proxy, 'POST', '/tasks', { body: { title: 'Read' }, headers: { cookie, origin, ...headers } })
  expect((await write(`https://${publicHost}`)).status).toBe(201)
  for (const other of ['https://evil.example', `https://${publicHost}:8443`, `https://sub.${publicHost}`, 'null']) {
    expect((await write(other)).body).toMatchObject({ status: 403, kind: 'foreign-origin' })
  }
  const forged = await write('https://evil.example', { 'x-forwarded-host': 'evil.example' })
  expect(forged.body).toMatchObject({ status: 403, kind: 'foreign-origin' })
  expect((await owner.get('/tasks')).body.total).toBe(1)
})

test('links that leave the house begin with the public address', async () => {
  const owner = await house.organization()
  const invitation = { email: 'guest@example.org', roles: ['contributor'] }
  const sent = await send(proxy, 'POST', '/invitations', { body: invitation, headers: { cookie: owner.cookie } })
  expect(sent.body.link).toMatch(/^https:\/\/assay\.example\.org\/invitation#token=/)
  const calendar = await send(proxy, 'POST', '/calendar/renew', { headers: { cookie: owner.cookie } })
  expect(calendar.body.url).toMatch(/^https:\/\/assay\.example\.org\//)
})

test('wrong sign-ins are counted by the address of the client, whatever it says of itself', async () => {
  const [busy, other] = ['203.0.113.7', '203.0.113.8']
  const statuses = await tryToSignIn(proxy, busy, (attempt) => ({ 'x-forwarded-for': `198.51.100.${attempt}` }))
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429])
  expect(await tryToSignIn(proxy, other, () => ({}), 1)).toEqual([401])
})

test('sign-ins to one account are counted from whatever addresses they come, right ones too', async () => {
  const owner = await house.organization()
  const fromEverywhere = async (email: string) => {
    const seen: number[] = []
    for (let attempt = 1; attempt <= 21; attempt += 1) {
      const body = { email: attempt % 2 ? email : email.toUpperCase(), password: 'not the password' }
      seen.push((await send(proxy, 'POST', '/session', { body, client: `198.51.100.${attempt}` })).status)
    }
    return seen
  }
  const statuses = (wrong: number) => Array.from({ length: 21 }, (_, at) => (at < wrong ? 401 : 429))
  expect(await fromEverywhere('unheard-of@example.org')).toEqual(statuses(20))
  // one of the twenty was the right one that the organization was founded with
  expect(await fromEverywhere(owner.email)).toEqual(statuses(19))
  const right = await send(proxy, 'POST', '/session', { body: { email: owner.email, password }, client: '203.0.113.9' })
  expect(right.body).toMatchObject({ status: 429, kind: 'too-many-sign-ins' })
  const other = await house.organization()
  expect(
    await tryToSignIn(
      proxy,
      '203.0.113.10',
      () => ({}),
      1,
      () => other.email,
    ),
  ).toEqual([200])
})

test('the headers of a proxy that is not named are not believed: everybody counts as one', async () => {
  const [busy, other] = ['203.0.113.7', '203.0.113.8']
  expect((await tryToSignIn(unheard, busy, () => ({}))).at(-1)).toBe(429)
  expect(await tryToSignIn(unheard, other, () => ({}), 1)).toEqual([429])
})

async function tryToSignIn(
  at: Proxy,
  client: string,
  claim: (attempt: number) => Record<string, string>,
  times = 21,
  email: (attempt: number) => string = (attempt) => `nobody-${attempt}@example.org`,
): Promise<number[]> {
  const statuses: number[] = []
  for (let attempt = 1; attempt <= times; attempt += 1) {
    const body = { email: email(attempt), password }
    statuses.push((await send(at, 'POST', '/session', { body, client, headers: claim(attempt) })).status)
  }
  return statuses
}

type Proxy = { port: number }

/**
 * Does what docs/for-operators/reverse-proxy.md has nginx do: passes the host on, and states host, protocol and client
 * itself. It keeps what the client claims in X-Forwarded-For and appends to it, as other proxies do, which is harder to
 * stand. The client's address is told by `x-test-client`.
 */
async function openProxy({ http }: TestHouse): Promise<Proxy> {
  await http.listen({ host: '127.0.0.1', port: 0 })
  const { port } = http.server.address() as AddressInfo
  const server: Server = createServer((request, response) => {
    const { 'x-test-client': client, ...headers } = request.headers
    const forwarded = [headers['x-forwarded-for'], client].filter(Boolean).join(', ')
    const told = {
      ...headers,
      'x-forwarded-for': forwarded,
      'x-forwarded-proto': 'https',
      'x-forwarded-host': headers.host ?? '',
    }
    const onward = ask(
      { host: '127.0.0.1', port, method: request.method, path: request.url, headers: told },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  return { port: (server.address() as AddressInfo).port }
}

type Sent = { body?: unknown; client?: string; headers?: Record<string, string> }
// oxlint-disable-next-line typescript/no-explicit-any -- answers of any operation are looked at by the tests themselves
type Got = { status: number; headers: IncomingHttpHeaders; body: any }

/** A request to the public address, through the proxy. */
async function send({ port }: Proxy, method: string, path: string, sent: Sent): Promise<Got> {
  const text = JSON.stringify(sent.body ?? {})
  const headers = {
    host: publicHost,
    'x-test-client': sent.client ?? '198.51.100.1',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...sent.headers,
  }
  return await new Promise((resolve, reject) => {
    const asked = ask({ host: '127.0.0.1', port, method, path: `/api/v1${path}`, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const json = String(answer.headers['content-type'] ?? '').includes('json')
        const body = json ? JSON.parse(Buffer.concat(parts).toString()) : null
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
      })
    })
    asked.on('error', reject)
    asked.end(text)
  })
}
