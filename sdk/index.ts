import createFetchClient, { type Client } from 'openapi-fetch'
import type { paths } from './api.generated.ts'
import { fileNameOf } from './file-name.ts'
import { readProblem } from './problem.ts'

export { ApiProblem, type ProblemDocument, type ProblemPart } from './problem.ts'
export type { paths } from './api.generated.ts'

export type QueryValue = string | number | boolean | null | undefined
/** Search parameters; `undefined`, `null` and `''` are left out, an array repeats the name. */
export type Query = Record<string, QueryValue | QueryValue[]>
export type ReadOptions = { query?: Query | undefined; headers?: Record<string, string>; signal?: AbortSignal }
/** `version` becomes `If-Match`; `idempotencyKey` is made up for a POST that brings none. */
export type WriteOptions = ReadOptions & { version?: string | number | undefined; idempotencyKey?: string }

export type ClientOptions = {
  /** Where version 1 of the API lies: `https://assay.example.org/api/v1`; on a page of that server, `/api/v1`. */
  baseUrl: string
  /** Sent with every request; a function is asked each time. */
  headers?: Record<string, string> | (() => Record<string, string>)
  fetch?: (request: Request) => Promise<Response>
}

/** The public API. Every method throws `ApiProblem` when the server refuses; an answer without a body is `undefined`. */
export type ApiClient = {
  get<Answer>(path: string, options?: ReadOptions): Promise<Answer>
  post<Answer>(path: string, body?: unknown, options?: WriteOptions): Promise<Answer>
  put<Answer>(path: string, body?: unknown, options?: WriteOptions): Promise<Answer>
  patch<Answer>(path: string, body: unknown, options?: WriteOptions): Promise<Answer>
  delete<Answer>(path: string, options?: WriteOptions): Promise<Answer>
  /** Asks for a file by POST: a list as CSV or workbook. */
  file(path: string, body: unknown, options?: WriteOptions): Promise<Blob>
  /** Reads a file that the server keeps or makes, with the name that it gives it. */
  download(path: string, options?: ReadOptions): Promise<NamedFile>
}

export type NamedFile = { name: string | null; content: Blob }

export function createClient(options: ClientOptions): ApiClient {
  const send = sender(options)
  async function ask(method: string, path: string, body: unknown, write: WriteOptions = {}): Promise<Response> {
    const request = new Request(options.baseUrl + path + queryString(write.query), {
      method,
      headers: { ...bodyHeaders(body), ...versionHeader(write), ...keyHeader(write), ...write.headers },
      body: encode(body),
      signal: write.signal ?? null,
    })
    return await send(request)
  }
  async function call<Answer>(method: string, path: string, body: unknown, write?: WriteOptions): Promise<Answer> {
    return answerAs<Answer>(await read(await ask(method, path, body, write)))
  }
  return {
    get: (path, read) => call('GET', path, undefined, read),
    post: (path, body, write) => call('POST', path, body, write),
    put: (path, body, write) => call('PUT', path, body, write),
    patch: (path, body, write) => call('PATCH', path, body, write),
    delete: (path, write) => call('DELETE', path, undefined, write),
    file: async (path, body, write) => await (await ask('POST', path, body, write)).blob(),
    download: async (path, read) => {
      const answer = await ask('GET', path, undefined, read)
      return { name: fileNameOf(answer.headers.get('Content-Disposition')), content: await answer.blob() }
    },
  }
}

/** The same wire, each path (there with its `/api/v1`) and body checked against the OpenAPI document. */
export function createTypedClient(options: ClientOptions): Client<paths> {
  return createFetchClient<paths>({ baseUrl: options.baseUrl.replace(/\/api\/v1$/, ''), fetch: sender(options) })
}

/** Renders search parameters with their question mark, or nothing. */
export function queryString(query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  return search.size > 0 ? `?${search.toString()}` : ''
}

/** Adds what every request carries, and turns a refusal into a thrown problem. */
function sender({ headers = {}, fetch: transport = (request) => fetch(request) }: ClientOptions) {
  return async (request: Request): Promise<Response> => {
    for (const [name, value] of Object.entries(typeof headers === 'function' ? headers() : headers)) {
      if (!request.headers.has(name)) request.headers.set(name, value)
    }
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', randomKey())
    }
    const response = await transport(request)
    if (!response.ok) throw await readProblem(response)
    return response
  }
}

function bodyHeaders(body: unknown): Record<string, string> {
  return body === undefined || isRaw(body) ? {} : { 'Content-Type': 'application/json' }
}

function versionHeader({ version }: WriteOptions): Record<string, string> {
  return version === undefined ? {} : { 'If-Match': `"${version}"` }
}

function keyHeader({ idempotencyKey }: WriteOptions): Record<string, string> {
  return idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }
}

function encode(body: unknown): FormData | Blob | string | null {
  if (body === undefined) return null
  return isRaw(body) ? body : JSON.stringify(body)
}

function isRaw(body: unknown): body is FormData | Blob {
  return body instanceof FormData || body instanceof Blob
}

async function read(response: Response): Promise<unknown> {
  if (response.status === 204 || response.headers.get('Content-Length') === '0') return undefined
  return response.headers.get('Content-Type')?.includes('json') ? response.json() : response.text()
}

/** The server promises the shape in its OpenAPI document and checks it in its tests; it is not checked twice here. */
function answerAs<Answer>(body: unknown): Answer {
  return body as Answer
}

/** `crypto.randomUUID` is missing on pages served over plain HTTP from another host than loopback. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
