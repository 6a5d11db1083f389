import { expect, test } from 'vitest'
import { ApiProblem, createClient, createTypedClient, queryString, type ClientOptions } from './index.ts'

function recording(answer: () => Response) {
  const requests: Request[] = []
  const options: ClientOptions = {
    baseUrl: 'http://assay.test/api/v1',
    headers: () => ({ Authorization: 'Bearer k' }),
    fetch: async (request) => {
      requests.push(request)
      return answer()
    },
  }
  return { client: createClient(options), typed: createTypedClient(options), requests }
}

test('a POST without an idempotency key is given one, another one each time', async () => {
  const { client, requests } = recording(() => Response.json({ id: '1' }))
  await client.post('/ai-systems', { name: 'Scorer' })
  await client.post('/ai-systems', { name: 'Scorer' })
  const keys = requests.map((request) => request.headers.get('Idempotency-Key'))
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(keys[0]).not.toBe(keys[1])
})

test('paths lie below the API of version 1, plain and typed alike', async () => {
  const { client, typed, requests } = recording(() => Response.json({}))
  await client.get('/ai-systems', { query: { limit: 5 } })
  await typed.GET('/api/v1/session')
  expect(requests[0]?.url).toBe('http://assay.test/api/v1/ai-systems?limit=5')
  expect(requests[1]?.url).toBe('http://assay.test/api/v1/session')
})

test('an edit carries the version it was made from as a quoted If-Match', async () => {
  const { client, requests } = recording(() => Response.json({}))
  await client.patch('/ai-systems/1', { name: 'B' }, { version: 7 })
  expect(requests[0]?.headers.get('If-Match')).toBe('"7"')
  expect(requests[0]?.headers.get('Authorization')).toBe('Bearer k')
})

test('a refusal is thrown with its status, parts and the current version', async () => {
  const document = {
    type: '/problems/stale',
    title: 'Changed since',
    status: 412,
    currentVersion: 9,
    problems: [{ path: 'name', message: 'taken' }],
  }
  const { client } = recording(() => Response.json(document, { status: 412 }))
  const refused = await client.patch('/x', {}).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ApiProblem)
  expect(refused).toMatchObject({ status: 412, currentVersion: '9', problems: [{ path: 'name', message: 'taken' }] })
})

test('an answer that is no problem document still says its status', async () => {
  const { client } = recording(() => new Response('<html>', { status: 502, statusText: 'Bad Gateway' }))
  await expect(client.get('/x')).rejects.toMatchObject({ status: 502, title: 'Bad Gateway' })
})

test('an answer without a body is undefined', async () => {
  const { client } = recording(() => new Response(null, { status: 204 }))
  expect(await client.delete('/x')).toBeUndefined()
})

test.each([
  [{}, ''],
  [{ q: '', sort: undefined }, ''],
  [{ q: 'a b', limit: 50 }, '?q=a+b&limit=50'],
  [{ state: ['raised', 'closed'] }, '?state=raised&state=closed'],
])('search parameters %o are written as %s', (query, expected) => {
  expect(queryString(query)).toBe(expected)
})

test.each([
  [`attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%281%29.pdf`, 'Grüße (1).pdf'],
  [`attachment; filename="old.pdf"; filename*=UTF-8''new.pdf`, 'new.pdf'],
  ['attachment; filename="statement-2.xlsx"', 'statement-2.xlsx'],
  ['inline', null],
])('a file that comes with %j is named %j', async (disposition, name) => {
  const headers = { 'Content-Disposition': disposition }
  const { client } = recording(() => new Response('content', { headers }))
  const file = await client.download('/statements-of-applicability/1/pdf', { headers: { 'Assay-As-Of': '7' } })
  expect(file.name).toBe(name)
  expect(await file.content.text()).toBe('content')
})

test('a file that is refused is thrown and no file', async () => {
  const { client } = recording(() => Response.json({ title: 'Gone', status: 410 }, { status: 410 }))
  await expect(client.download('/x')).rejects.toMatchObject({ status: 410 })
})
